using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Wishes;

/// <summary>Wishes over HTTP: votes, top wishes, what becomes of them.</summary>
public sealed class WishTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_member_has_one_vote_and_whoever_came_up_with_a_wish_has_voted()
    {
        var (group, members) = await CommunityAsync("Ann", "Bob");
        var wish = await CreateAsync(new { category = _run, product = "Vitamin C", note = "the large pack", memberId = members[0], groupId = group.Id });
        (await VoteAsync("voteForWish", wish, members[0])).ShouldBeJson("""{ "wish": { "voteCount": 1 }, "errors": null }""");
        (await VoteAsync("voteForWish", wish, members[1])).ShouldBeJson("""{ "wish": { "voteCount": 2 }, "errors": null }""");
        (await VoteAsync("voteForWish", wish, members[1])).ShouldBeJson("""{ "wish": { "voteCount": 2 }, "errors": null }""");
        (await VoteAsync("withdrawWishVote", wish, members[0])).ShouldBeJson("""{ "wish": { "voteCount": 1 }, "errors": null }""");
        (await VoteAsync("withdrawWishVote", wish, members[0])).ShouldBeJson("""{ "wish": { "voteCount": 1 }, "errors": null }""");
        (await server.DataAsync(
            """
            query($wish: ID!, $bob: ID!, $group: ID!) {
              wishById(id: $wish) { category product note status voteCount version member { displayName } votes { nodes { member { displayName } } totalCount } }
              memberById(id: $bob) { wishes { totalCount } wishVotes { nodes { wish { product } } } }
              groupById(id: $group) { wishes { nodes { product } } activities(where: { kind: { in: [WISH_CREATED, WISH_VOTED, WISH_VOTE_WITHDRAWN] } }) { nodes { kind member { displayName } } } }
            }
            """,
            new { wish, bob = members[1], group = group.Id })).ShouldBeJson(
            $$"""
            { "wishById": { "category": "{{_run}}", "product": "Vitamin C", "note": "the large pack", "status": "OPEN", "voteCount": 1, "version": 1, "member": { "displayName": "Ann" },
                "votes": { "nodes": [{ "member": { "displayName": "Bob" } }], "totalCount": 1 } },
              "memberById": { "wishes": { "totalCount": 0 }, "wishVotes": { "nodes": [{ "wish": { "product": "Vitamin C" } }] } },
              "groupById": { "wishes": { "nodes": [{ "product": "Vitamin C" }] }, "activities": { "nodes": [
                { "kind": "WISH_CREATED", "member": { "displayName": "Ann" } }, { "kind": "WISH_VOTED", "member": { "displayName": "Bob" } },
                { "kind": "WISH_VOTE_WITHDRAWN", "member": { "displayName": "Ann" } }] } } }
            """);
    }

    [Fact]
    public async Task The_top_wishes_are_those_with_most_votes_and_so_are_the_top_categories()
    {
        var (group, members) = await CommunityAsync("Ann", "Bob", "Cid");
        var tea = await CreateAsync(new { category = $"drinks-{_run}", product = "Tea", groupId = group.Id, memberId = members[0] });
        await CreateAsync(new { category = $"drinks-{_run}", product = "Coffee", groupId = group.Id });
        var soap = await CreateAsync(new { category = $"care-{_run}", product = "Soap", groupId = group.Id, memberId = members[0] });
        await VoteAsync("voteForWish", soap, members[1]);
        await VoteAsync("voteForWish", soap, members[2]);
        await VoteAsync("voteForWish", tea, members[2]);
        (await server.DataAsync(
            """
            query($group: ID!) {
              groupById(id: $group) { wishes(where: { status: { eq: OPEN } }, order: [{ voteCount: DESC }], first: 2) { nodes { product voteCount } } }
              wishedCategories(groupId: $group) { category wishes votes }
              one: wishedCategories(groupId: $group, first: 1) { category }
              planned: wishedCategories(groupId: $group, status: PLANNED) { category }
            }
            """,
            new { group = group.Id })).ShouldBeJson(
            $$"""
            { "groupById": { "wishes": { "nodes": [{ "product": "Soap", "voteCount": 3 }, { "product": "Tea", "voteCount": 2 }] } },
              "wishedCategories": [{ "category": "care-{{_run}}", "wishes": 1, "votes": 3 }, { "category": "drinks-{{_run}}", "wishes": 2, "votes": 2 }],
              "one": [{ "category": "care-{{_run}}" }], "planned": [] }
            """);
    }

    [Theory]
    [InlineData("")]
    [InlineData("planWish")]
    [InlineData("planWish fulfilWish")]
    [InlineData("fulfilWish")]
    [InlineData("declineWish")]
    [InlineData("planWish declineWish")]
    [InlineData("declineWish reopenWish planWish reopenWish")]
    public async Task A_wish_takes_the_steps_that_its_status_allows_and_no_other(string steps)
    {
        var wish = await CreateAsync(new { category = _run, product = "Tea" });
        var status = "OPEN";
        foreach (var step in steps.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            status = Target(step);
            (await StepAsync(step, wish)).ShouldBeJson($$"""{ "wish": { "status": "{{status}}" }, "errors": null }""");
        }

        string[] allowed = status switch
        {
            "OPEN" => ["planWish", "fulfilWish", "declineWish"],
            "PLANNED" => ["reopenWish", "fulfilWish", "declineWish"],
            "DECLINED" => ["reopenWish"],
            _ => [],
        };
        foreach (var step in new[] { "planWish", "fulfilWish", "declineWish", "reopenWish" }.Except(allowed))
        {
            (await StepAsync(step, wish)).ShouldBeJson("""{ "wish": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION" }] }""");
        }
    }

    [Fact]
    public async Task Votes_are_over_where_it_is_decided()
    {
        var (_, members) = await CommunityAsync("Ann");
        var wish = await CreateAsync(new { category = _run, product = "Tea" });
        await StepAsync("declineWish", wish);
        foreach (var vote in new[] { "voteForWish", "withdrawWishVote" })
        {
            (await VoteAsync(vote, wish, members[0])).ShouldBeJson("""{ "wish": null, "errors": [{ "__typename": "DomainError", "code": "WISH_CLOSED" }] }""");
        }

        await StepAsync("reopenWish", wish);
        (await VoteAsync("voteForWish", wish, members[0])).ShouldBeJson("""{ "wish": { "voteCount": 1 }, "errors": null }""");
    }

    [Fact]
    public async Task An_owner_sees_the_wishes_of_their_groups_and_writes_none_that_they_could_not_see()
    {
        var (mine, members) = await CommunityAsync("Ann");
        var (other, strangers) = await CommunityAsync("Bob");
        await CreateAsync(new { category = _run, product = "Mine", groupId = mine.Id });
        await CreateAsync(new { category = _run, product = "Of my member", memberId = members[0] });
        var hidden = await CreateAsync(new { category = _run, product = "Other", groupId = other.Id });
        await CreateAsync(new { category = _run, product = "Of nobody" });
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        (await server.DataAsync(
            "query($c: String!, $id: ID!) { wishes(where: { category: { eq: $c } }) { nodes { product } totalCount } wishById(id: $id) { id } node(id: $id) { id } wishedCategories(first: 50) { category wishes } }",
            new { c = _run, id = hidden },
            owner)).ShouldBeJson(
            $$"""
            { "wishes": { "nodes": [{ "product": "Mine" }, { "product": "Of my member" }], "totalCount": 2 }, "wishById": null, "node": null,
              "wishedCategories": [{ "category": "{{_run}}", "wishes": 2 }] }
            """);
        (await CreateErrorsAsync(new { category = _run, product = "x" }, owner)).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "groupId", "code": "GROUP_REQUIRED" }] }]""");
        (await CreateErrorsAsync(new { category = _run, product = "x", groupId = other.Id }, owner)).ShouldBeJson("""[{ "__typename": "NotFoundError", "code": "NOT_FOUND" }]""");
        (await VoteAsync("voteForWish", hidden, members[0], owner)).ShouldBeJson("""{ "wish": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] }""");
        strangers.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_wish_is_written_down_once_by_its_key_and_corrected()
    {
        var first = await CreateAsync(new { category = _run, product = "Tea", idempotencyKey = _run });
        (await CreateAsync(new { category = _run, product = "Other", idempotencyKey = _run })).ShouldBe(first);
        (await server.DataAsync(
            "mutation($input: UpdateWishInput!) { updateWish(input: $input) { wish { product category note version } errors { __typename } } }",
            new { input = new { id = first, version = 1, product = "Green tea", note = (string?)null } })).ShouldBeJson(
            $$"""{ "updateWish": { "wish": { "product": "Green tea", "category": "{{_run}}", "note": null, "version": 2 }, "errors": null } }""");
        (await CreateErrorsAsync(new { category = "", product = new string('x', 201) })).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "category", "code": "NOT_EMPTY" }, { "path": "product", "code": "MAXIMUM_LENGTH" }] }]""");
    }

    private static string Target(string step) => step switch { "planWish" => "PLANNED", "fulfilWish" => "FULFILLED", "declineWish" => "DECLINED", _ => "OPEN" };

    private async Task<((long Key, string Id) Group, string[] Members)> CommunityAsync(params string[] names)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        return (group, await SampleCommunity.AddMembersAsync(server, group.Key, names));
    }

    private async Task<string> CreateAsync(object input) =>
        (await server.DataAsync("mutation($input: CreateWishInput!) { createWish(input: $input) { wish { id } } }", new { input })).GetProperty("createWish").GetProperty("wish").GetProperty("id").GetString()!;

    private async Task<JsonElement> CreateErrorsAsync(object input, string? apiKey = null) =>
        (await server.DataAsync(
            "mutation($input: CreateWishInput!) { createWish(input: $input) { errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } } }", new { input }, apiKey))
        .GetProperty("createWish").GetProperty("errors");

    private async Task<JsonElement> VoteAsync(string mutation, string wishId, string memberId, string? apiKey = null) =>
        (await server.DataAsync(
            $"mutation($wishId: ID!, $memberId: ID!) {{ {mutation}(input: {{ wishId: $wishId, memberId: $memberId }}) {{ wish {{ voteCount }} errors {{ __typename ... on Error {{ code }} }} }} }}",
            new { wishId, memberId },
            apiKey)).GetProperty(mutation);

    private async Task<JsonElement> StepAsync(string mutation, string id) =>
        (await server.DataAsync(
            $"mutation($id: ID!) {{ {mutation}(input: {{ id: $id{(mutation == "declineWish" ? ", reason: \"no supplier\"" : "")} }}) {{ wish {{ status }} errors {{ __typename ... on Error {{ code }} }} }} }}",
            new { id })).GetProperty(mutation);
}
