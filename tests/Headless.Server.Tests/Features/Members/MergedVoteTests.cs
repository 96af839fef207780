using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Members;

/// <summary>A person has one vote, under however many records they came.</summary>
public sealed class MergedVoteTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Who_voted_for_a_wish_under_both_records_has_one_vote_until_they_are_parted()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var members = await SampleCommunity.AddMembersAsync(server, group, "twice a", "twice b", "other");
        var both = await WishAsync("Tea", members);
        var one = await WishAsync("Coffee", members[1..]);
        (await VotesAsync(both), await VotesAsync(one)).ShouldBe((3, 2));

        var conflicts = (await server.DataAsync(
            "query($a: ID!, $b: ID!) { previewMemberMerge(winnerId: $a, loserId: $b) { conflicts { key proposal } } }", new { a = members[0], b = members[1] }))
            .GetProperty("previewMemberMerge").GetProperty("conflicts").EnumerateArray()
            .Select(c => new { key = c.GetProperty("key").GetString(), choice = c.GetProperty("proposal").GetString() }).ToList();
        var merge = (await server.DataAsync(
            "mutation($input: MergeMembersInput!) { mergeMembers(input: $input) { memberMerge { id } } }",
            new { input = new { winnerId = members[0], loserId = members[1], resolutions = conflicts } })).GetProperty("mergeMembers").GetProperty("memberMerge").GetProperty("id").GetString();
        (await VotesAsync(both), await VotesAsync(one)).ShouldBe((2, 2));

        (await server.DataAsync("mutation($id: ID!) { unmergeMembers(input: { id: $id }) { errors { __typename } } }", new { id = merge })).ShouldBeJson(
            """{ "unmergeMembers": { "errors": null } }""");
        (await VotesAsync(both), await VotesAsync(one)).ShouldBe((3, 2));
    }

    private async Task<string> WishAsync(string product, string[] voters)
    {
        var wish = (await server.DataAsync(
            "mutation($input: CreateWishInput!) { createWish(input: $input) { wish { id } } }", new { input = new { category = "drinks", product } })).GetProperty("createWish").GetProperty("wish").GetProperty("id").GetString()!;
        foreach (var memberId in voters)
        {
            await server.DataAsync(
                "mutation($input: VoteForWishInput!) { voteForWish(input: $input) { wish { voteCount } } }", new { input = new { wishId = wish, memberId } });
        }

        return wish;
    }

    /// <summary>What the wish counts, which has to be the votes that are there.</summary>
    private async Task<int> VotesAsync(string wish)
    {
        var found = (await server.DataAsync("query($id: ID!) { wishById(id: $id) { voteCount votes { totalCount } } }", new { id = wish })).GetProperty("wishById");
        found.GetProperty("votes").GetProperty("totalCount").GetInt32().ShouldBe(found.GetProperty("voteCount").GetInt32());
        return found.GetProperty("voteCount").GetInt32();
    }
}
