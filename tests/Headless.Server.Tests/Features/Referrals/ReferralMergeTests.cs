using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Referrals;

/// <summary>Invitations of people who turn out to be one, over HTTP: nobody brings themselves, nobody counts twice, and undone, everything is as it was.</summary>
public sealed class ReferralMergeTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly ReferralScene _scene = new(server);

    [Fact]
    public async Task Two_friends_who_are_one_count_once_for_whoever_brought_them()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync(new { stayDays = 0, tiers = new object[] { new { threshold = 2, name = "x", kind = "PRIVILEGE" } } });
        var tier = (await _scene.TiersAsync(program))[0];
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        var (one, two) = (await BringAsync(code, "one"), await BringAsync(code, "two"));
        (await CountsAsync(invitation)).ShouldBe((2, 2));

        var merge = await MergedMembers.MergeAsync(server, one, two);
        (await CountsAsync(invitation)).ShouldBe((1, 1));
        (await _scene.ReferralsAsync(program)).ShouldBe("one QUALIFIED");
        (await TreeAsync(invitation)).ShouldBe("1 one QUALIFIED");
        ReferralScene.Code(await _scene.ClaimAsync(invitation, tier)).ShouldBe("REFERRAL_TIER_NOT_REACHED");

        // Whoever comes while they are one counts on.
        await BringAsync(code, "three");
        (await CountsAsync(invitation)).ShouldBe((2, 2));
        await MergedMembers.UnmergeAsync(server, merge);
        (await CountsAsync(invitation)).ShouldBe((3, 3));
        (await TreeAsync(invitation)).ShouldBe("1 one QUALIFIED, 1 three QUALIFIED, 1 two QUALIFIED");
    }

    [Fact]
    public async Task A_friend_of_two_inviters_counts_for_one_of_them_while_they_are_one()
    {
        var members = await _scene.MembersAsync("Ann", "Bob");
        var program = await _scene.ProgramAsync(new { stayDays = 0 });
        var (ofAnn, annsCode) = await _scene.InviteAsync(program, members[0]);
        var (ofBob, bobsCode) = await _scene.InviteAsync(program, members[1]);
        var one = await BringAsync(annsCode, "one");
        server.Clock.Forward(TimeSpan.FromMinutes(1));
        var two = await BringAsync(bobsCode, "two");
        ((await CountsAsync(ofAnn)), (await CountsAsync(ofBob))).ShouldBe(((1, 1), (1, 1)));

        var merge = await MergedMembers.MergeAsync(server, one, two);
        ((await CountsAsync(ofAnn)), (await CountsAsync(ofBob))).ShouldBe(((1, 1), (0, 0)));
        (await _scene.AcceptAsync(bobsCode, one)).ShouldBe("ALREADY_REFERRED");
        await MergedMembers.UnmergeAsync(server, merge);
        ((await CountsAsync(ofAnn)), (await CountsAsync(ofBob))).ShouldBe(((1, 1), (1, 1)));
    }

    [Fact]
    public async Task Who_brought_a_second_record_of_their_own_brought_nobody()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync(new { stayDays = 0, tiers = new object[] { new { threshold = 1, name = "x", kind = "PRIVILEGE" } } });
        var tier = (await _scene.TiersAsync(program))[0];
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        var second = await BringAsync(code, "Ann again");
        (await CountsAsync(invitation)).ShouldBe((1, 1));

        foreach (var (winner, loser) in ((string, string)[])[(members[0], second), (second, members[0])])
        {
            var merge = await MergedMembers.MergeAsync(server, winner, loser);
            (await CountsAsync(invitation)).ShouldBe((1, 0));
            (await _scene.ReferralsAsync(program)).ShouldEndWith("REJECTED SELF_INVITED");
            ReferralScene.Code(await _scene.ClaimAsync(invitation, tier)).ShouldBe("REFERRAL_TIER_NOT_REACHED");
            (await _scene.AcceptAsync(code, winner)).ShouldBe("REJECTED SELF_INVITED");
            (await InvitedAsync(winner)).ShouldBe("");
            await MergedMembers.UnmergeAsync(server, merge);
            (await CountsAsync(invitation)).ShouldBe((1, 1));
            (await _scene.ReferralsAsync(program)).ShouldBe("Ann again QUALIFIED");
            (await InvitedAsync(members[0])).ShouldBe("Ann again");
        }

        (await _scene.ClaimAsync(invitation, tier)).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task There_is_no_circle_of_people_who_brought_each_other()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync(new { stayDays = 0 });
        var (ofAnn, annsCode) = await _scene.InviteAsync(program, members[0]);
        var bob = await BringAsync(annsCode, "Bob");
        var (ofBob, bobsCode) = await _scene.InviteAsync(program, bob);
        server.Clock.Forward(TimeSpan.FromMinutes(1));
        var cid = await BringAsync(bobsCode, "Cid");
        (await TreeAsync(ofAnn)).ShouldBe("1 Bob QUALIFIED, 2 Cid QUALIFIED");

        // Cid is Ann, who had been there before Bob brought anybody.
        var merge = await MergedMembers.MergeAsync(server, members[0], cid);
        (await TreeAsync(ofAnn)).ShouldBe("1 Bob QUALIFIED, 2 Ann REJECTED NOT_FIRST_TIME");
        ((await CountsAsync(ofAnn)), (await CountsAsync(ofBob))).ShouldBe(((1, 1), (1, 0)));
        var tree = await server.DataAsync("query($m: ID!) { invitationTree(memberId: $m, depth: 5) { depth invitee { displayName } } }", new { m = members[0] });
        tree.ShouldBeJson("""{ "invitationTree": [{ "depth": 1, "invitee": { "displayName": "Bob" } }] }""");

        // They go on inviting with the code that they had, at the top of the tree.
        (await _scene.InviteAsync(program, members[0])).ShouldBe((ofAnn, annsCode));
        await BringAsync(annsCode, "Dan");
        (await TreeAsync(ofAnn)).ShouldBe("1 Bob QUALIFIED, 1 Dan QUALIFIED, 2 Ann REJECTED NOT_FIRST_TIME");
        await MergedMembers.UnmergeAsync(server, merge);
        (await TreeAsync(ofAnn)).ShouldBe("1 Bob QUALIFIED, 1 Dan QUALIFIED, 2 Cid QUALIFIED");
        ((await CountsAsync(ofAnn)), (await CountsAsync(ofBob))).ShouldBe(((2, 2), (1, 1)));
    }

    [Fact]
    public async Task What_two_records_brought_is_brought_by_one_and_rewarded_once()
    {
        var members = await _scene.MembersAsync("Ann", "Anna");
        var program = await _scene.ProgramAsync(new
        {
            stayDays = 0,
            tiers = new object[] { new { threshold = 1, name = "one", kind = "PRIVILEGE" }, new { threshold = 2, name = "two", kind = "PRIVILEGE" } },
        });
        var tiers = await _scene.TiersAsync(program);
        var (ofAnn, annsCode) = await _scene.InviteAsync(program, members[0]);
        var (ofAnna, annasCode) = await _scene.InviteAsync(program, members[1]);
        await BringAsync(annsCode, "first");
        await BringAsync(annasCode, "second");
        var rewarded = await RewardAsync(ofAnna, tiers[0]);
        var merge = await MergedMembers.MergeAsync(server, members[0], members[1]);

        // The one that Anna got is the one that they have, by whichever of the two codes; two friends reach what one did not.
        (await RewardAsync(ofAnn, tiers[0])).ShouldBe(rewarded);
        (await RewardAsync(ofAnna, tiers[0])).ShouldBe(rewarded);
        var both = await RewardAsync(ofAnn, tiers[1]);
        (await RewardAsync(ofAnna, tiers[1])).ShouldBe(both);
        (await RewardsAsync(members[0])).ShouldBe(2);

        // What was given stays given, each to whose invitation it was given for.
        await MergedMembers.UnmergeAsync(server, merge);
        ((await RewardsAsync(members[0])), (await RewardsAsync(members[1]))).ShouldBe((1, 1));
        (await RewardAsync(ofAnna, tiers[0])).ShouldBe(rewarded);
        ReferralScene.Code(await _scene.ClaimAsync(ofAnna, tiers[1])).ShouldBe("REFERRAL_TIER_NOT_REACHED");
    }

    [Fact]
    public async Task Who_is_on_the_way_when_records_become_one_is_decided_by_what_they_are_then()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync(new { stayDays = 3 });
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        var coming = await _scene.NewMemberAsync("coming");
        await _scene.AcceptAsync(code, coming);
        var staying = await BringAsync(code, "staying");
        (await _scene.ReferralsAsync(program)).ShouldBe("coming ACCEPTED, staying JOINED");
        var merge = await MergedMembers.MergeAsync(server, members[0], coming);
        (await _scene.ReferralsAsync(program)).ShouldBe("Ann REJECTED SELF_INVITED, staying JOINED");
        await MergedMembers.UnmergeAsync(server, merge);
        (await _scene.ReferralsAsync(program)).ShouldBe("coming ACCEPTED, staying JOINED");

        // They come after all, and count like anybody.
        await _scene.JoinAsync("coming");
        await _scene.LaterAsync(TimeSpan.FromDays(4));
        (await _scene.ReferralsAsync(program)).ShouldBe("coming QUALIFIED, staying QUALIFIED");
        (await CountsAsync(invitation)).ShouldBe((2, 2));
        staying.ShouldNotBeNull();
    }

    private async Task<string> BringAsync(string code, string name)
    {
        var member = await _scene.NewMemberAsync(name);
        (await _scene.AcceptAsync(code, member)).ShouldBe("ACCEPTED");
        await _scene.JoinAsync(name);
        await server.RunTimersAsync();
        await server.RunTimersAsync();
        return member;
    }

    private async Task<(int Joined, int Qualified)> CountsAsync(string invitation)
    {
        var counts = (await server.DataAsync("query($i: ID!) { referralInvitationById(id: $i) { joinedCount qualifiedCount } }", new { i = invitation })).GetProperty("referralInvitationById");
        return (counts.GetProperty("joinedCount").GetInt32(), counts.GetProperty("qualifiedCount").GetInt32());
    }

    /// <summary>"depth name STATUS REASON" of everybody below an invitation.</summary>
    private async Task<string> TreeAsync(string invitation)
    {
        var tree = await server.DataAsync(
            "query($i: ID!) { referralTree(invitationId: $i, maxDepth: 20, first: 50) { nodes { depth status reason member { displayName } } } }", new { i = invitation });
        return string.Join(", ", tree.GetProperty("referralTree").GetProperty("nodes").EnumerateArray()
            .Select(r => $"{r.GetProperty("depth").GetInt32()} {r.GetProperty("member").GetProperty("displayName").GetString()} {r.GetProperty("status").GetString()} {r.GetProperty("reason").GetString()}".Trim())
            .Order(StringComparer.Ordinal));
    }

    /// <summary>Whom a member brought, by what their stays say.</summary>
    private async Task<string> InvitedAsync(string member) => string.Join(", ",
        (await server.DataAsync("query($m: ID!) { invitationTree(memberId: $m, depth: 1) { invitee { displayName } } }", new { m = member }))
            .GetProperty("invitationTree").EnumerateArray().Select(i => i.GetProperty("invitee").GetProperty("displayName").GetString()));

    private async Task<string> RewardAsync(string invitation, string tier)
    {
        var claimed = await _scene.ClaimAsync(invitation, tier);
        claimed.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, claimed.ToString());
        return claimed.GetProperty("referralReward").GetProperty("id").GetString()!;
    }

    private async Task<int> RewardsAsync(string member) =>
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { referralInvitations { nodes { rewards { totalCount } } } } }", new { m = member }))
            .GetProperty("memberById").GetProperty("referralInvitations").GetProperty("nodes").EnumerateArray().Sum(i => i.GetProperty("rewards").GetProperty("totalCount").GetInt32());
}
