using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Referrals;

/// <summary>Who brought whom, who of them counts, and what it gives, over HTTP.</summary>
public sealed class ReferralTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly ReferralScene _scene = new(server);

    [Fact]
    public async Task Three_of_whom_one_left_and_one_had_been_there_before_unlock_nothing_and_three_who_stayed_do_once()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync();
        var tier = (await _scene.TiersAsync(program))[0];
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        (await _scene.InviteAsync(program, members[0])).ShouldBe((invitation, code));

        await _scene.JoinAsync("old");
        await _scene.LeaveAsync("old");
        foreach (var friend in new[] { "stays", "leaves" })
        {
            (await _scene.AcceptAsync(code.ToLowerInvariant(), await _scene.NewMemberAsync(friend))).ShouldBe("ACCEPTED");
            await _scene.JoinAsync(friend);
        }

        (await _scene.AcceptAsync(code, await _scene.JoinAsync("old"))).ShouldBe("REJECTED NOT_FIRST_TIME");
        await _scene.LaterAsync(TimeSpan.FromDays(6));
        await _scene.LeaveAsync("leaves");
        await _scene.LaterAsync(TimeSpan.FromDays(2));
        (await _scene.ReferralsAsync(program)).ShouldBe("leaves REJECTED LEFT_EARLY, old REJECTED NOT_FIRST_TIME, stays QUALIFIED");
        ReferralScene.Code(await _scene.ClaimAsync(invitation, tier)).ShouldBe("REFERRAL_TIER_NOT_REACHED");

        foreach (var friend in new[] { "second", "third" })
        {
            await _scene.AcceptAsync(code, await _scene.NewMemberAsync(friend));
            await _scene.JoinAsync(friend);
        }

        await _scene.LaterAsync(TimeSpan.FromDays(8));
        var reward = await _scene.ClaimAsync(invitation, tier);
        reward.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _scene.ClaimAsync(invitation, tier)).ToString().ShouldBe(reward.ToString());
        ReferralScene.Code(await _scene.ClaimAsync(invitation, tier, 2)).ShouldBe("REFERRAL_TIER_NOT_REACHED");
        (await server.DataAsync(
            """
            query($i: ID!, $m: ID!) {
              referralInvitationById(id: $i) { depth joinedCount qualifiedCount member { displayName } rewards { nodes { number tier { name } } } }
              memberById(id: $m) { activities(where: { kind: { in: [INVITATION_CREATED, REFERRAL_TIER_REACHED, REFERRAL_REWARDED] } }) { nodes { kind } } }
            }
            """,
            new { i = invitation, m = members[0] })).ShouldBeJson(
            """
            { "referralInvitationById": { "depth": 0, "joinedCount": 5, "qualifiedCount": 3, "member": { "displayName": "Ann" }, "rewards": { "nodes": [{ "number": 1, "tier": { "name": "VIP 直播间" } }] } },
              "memberById": { "activities": { "nodes": [{ "kind": "INVITATION_CREATED" }, { "kind": "REFERRAL_TIER_REACHED" }, { "kind": "REFERRAL_REWARDED" }] } } }
            """);
    }

    [Fact]
    public async Task Whom_the_platform_says_a_member_brought_counts_for_that_member_and_nobody_else()
    {
        await _scene.MembersAsync("x");
        await _scene.JoinAsync("Ann");
        await _scene.JoinAsync("Bob");
        var program = await _scene.ProgramAsync(new { stayDays = 0 });
        await server.RunTimersAsync();
        var bob = (await server.DataAsync("query($e: String!) { memberByIdentity(platform: WECHAT, externalId: $e) { id } }", new { e = $"{_scene.Run}Bob" })).GetProperty("memberByIdentity").GetProperty("id").GetString()!;
        var code = (await _scene.InviteAsync(program, bob)).Code;
        (await _scene.AcceptAsync(code, await _scene.NewMemberAsync("Eve"))).ShouldBe("ACCEPTED");
        var dan = await _scene.JoinAsync("Dan", inviter: "Ann");
        await _scene.JoinAsync("Eve", inviter: "Ann");
        await server.RunTimersAsync();
        (await _scene.ReferralsAsync(program)).ShouldBe("Dan QUALIFIED, Eve REJECTED COUNTED_FOR_ANOTHER");
        (await _scene.AcceptAsync(code, dan)).ShouldBe("ALREADY_REFERRED");
        (await _scene.AcceptAsync(code, bob)).ShouldBe("CANNOT_BE_REFERRED");
        (await _scene.AcceptAsync("2222222222", dan)).ShouldBe("NOT_FOUND");
        (await server.DataAsync("query($p: ID!) { referralInvitations(where: { program: { id: { eq: $p } } }, order: [{ qualifiedCount: DESC }]) { nodes { qualifiedCount member { displayName } } } }", new { p = program })).ShouldBeJson(
            """{ "referralInvitations": { "nodes": [{ "qualifiedCount": 1, "member": { "displayName": "Ann" } }, { "qualifiedCount": 0, "member": { "displayName": "Bob" } }] } }""");
    }

    [Fact]
    public async Task The_tree_shows_who_brought_whom_down_to_a_depth()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync(new { stayDays = 0, landingUrl = "https://example.org/join?from=group" });
        var top = await _scene.InviteAsync(program, members[0]);
        var (code, inviter) = (top.Code, string.Empty);
        foreach (var name in new[] { "one", "two", "three", "four" })
        {
            inviter = await _scene.NewMemberAsync(name);
            await _scene.AcceptAsync(code, inviter);
            await _scene.JoinAsync(name);
            await server.RunTimersAsync();
            code = (await _scene.InviteAsync(program, inviter)).Code;
        }

        const string Tree = "query($i: ID!, $d: Int) { referralTree(invitationId: $i, maxDepth: $d, first: 2, order: [{ depth: ASC }]) { totalCount nodes { depth member { displayName } inviter { displayName } invitation { depth } } } }";
        (await server.DataAsync(Tree, new { i = top.Id, d = (int?)null })).ShouldBeJson(
            """
            { "referralTree": { "totalCount": 3, "nodes": [{ "depth": 1, "member": { "displayName": "one" }, "inviter": { "displayName": "Ann" }, "invitation": { "depth": 0 } },
              { "depth": 2, "member": { "displayName": "two" }, "inviter": { "displayName": "one" }, "invitation": { "depth": 1 } }] } }
            """);
        (await server.DataAsync(Tree, new { i = top.Id, d = 20 })).GetProperty("referralTree").GetProperty("totalCount").GetInt32().ShouldBe(4);
        (await server.DataAsync("query($c: String!) { referralInvitationByCode(code: $c) { depth url } }", new { c = top.Code })).ShouldBeJson(
            $$"""{ "referralInvitationByCode": { "depth": 0, "url": "https://example.org/join?from=group&invite={{top.Code}}" } }""");
        var group = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group.Key);
        (await server.DataAsync(Tree, new { i = top.Id, d = 20 }, owner)).GetProperty("referralTree").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task What_looks_wrong_is_held_until_somebody_has_looked()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync(new { stayDays = 1, maxDailyJoins = 2 });
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        var ids = new List<string>();
        foreach (var (name, phone) in new[] { ("one", "13800000001"), ("two", "13800000001"), ("three", null) })
        {
            ids.Add(await _scene.NewMemberAsync(name, phone));
            await _scene.AcceptAsync(code, ids[^1]);
            await _scene.JoinAsync(name);
        }

        await _scene.LaterAsync(TimeSpan.FromDays(2));
        (await _scene.ReferralsAsync(program)).ShouldBe("one HELD SHARED_CONTACT, three HELD TOO_MANY_JOINS, two HELD SHARED_CONTACT");
        var referrals = new[] { await _scene.ReferralIdAsync(program, ids[0]), await _scene.ReferralIdAsync(program, ids[1]), await _scene.ReferralIdAsync(program, ids[2]) };
        (await _scene.DecideAsync("rejectReferral", referrals[1])).ShouldBe("REJECTED DECIDED_BY_STAFF");
        (await _scene.DecideAsync("releaseReferral", referrals[0])).ShouldBe("JOINED");
        (await _scene.DecideAsync("releaseReferral", referrals[2])).ShouldBe("JOINED");
        await server.RunTimersAsync();
        (await _scene.ReferralsAsync(program)).ShouldBe("one QUALIFIED, three QUALIFIED, two REJECTED DECIDED_BY_STAFF");
        (await _scene.DecideAsync("releaseReferral", referrals[0])).ShouldBe("INVALID_TRANSITION");
        (await _scene.DecideAsync("holdReferral", referrals[0])).ShouldBe("INVALID_TRANSITION");
        (await _scene.DecideAsync("holdReferral", referrals[1])).ShouldBe("INVALID_TRANSITION");
        (await _scene.DecideAsync("rejectReferral", referrals[1])).ShouldBe("INVALID_TRANSITION");
        (await _scene.DecideAsync("rejectReferral", referrals[0], "")).ShouldBe("INVALID_INPUT");
        (await QualifiedAsync(invitation)).ShouldBe(2);
        (await _scene.DecideAsync("rejectReferral", referrals[0])).ShouldBe("REJECTED DECIDED_BY_STAFF");
        (await QualifiedAsync(invitation)).ShouldBe(1);
        await _scene.AcceptAsync(code, await _scene.NewMemberAsync("four"));
        await _scene.JoinAsync("four");
        await server.RunTimersAsync();
        var four = await server.DataAsync("query($p: ID!) { referrals(where: { program: { id: { eq: $p } }, status: { eq: JOINED } }) { nodes { id } } }", new { p = program });
        (await _scene.DecideAsync("holdReferral", four.GetProperty("referrals").GetProperty("nodes")[0].GetProperty("id").GetString()!)).ShouldBe("HELD DECIDED_BY_STAFF");
    }

    [Fact]
    public async Task The_metric_and_the_programme_count_the_same_people()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync();
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        var ids = new List<string>();
        foreach (var name in new[] { "one", "two" })
        {
            ids.Add(await _scene.NewMemberAsync(name));
            await _scene.AcceptAsync(code, ids[^1]);
            await _scene.JoinAsync(name);
        }

        await _scene.LaterAsync(TimeSpan.FromDays(8));
        (await MetricAsync()).ShouldBe(2);
        (await _scene.DecideAsync("rejectReferral", await _scene.ReferralIdAsync(program, ids[0]))).ShouldBe("REJECTED DECIDED_BY_STAFF");
        (await MetricAsync()).ShouldBe(1);
        (await QualifiedAsync(invitation)).ShouldBe(1);

        async Task<int> MetricAsync() => (await server.DataAsync(
            "query($g: ID!) { groupById(id: $g) { metric(key: QUALIFIED_INVITES, window: { last: \"P30D\" }) { value definition { version } } } }", new { g = _scene.Group.Id }))
            .GetProperty("groupById").GetProperty("metric").GetProperty("value").GetInt32();
    }

    [Fact]
    public async Task In_group_buying_friends_have_to_buy_before_the_round_ends_and_a_next_round_begins()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync(new { mechanic = "GROUP_BUYING", roundHours = 24, stayDays = 0, tiers = new object[] { new { threshold = 2, name = "拼团价", kind = "PRIVILEGE" } } });
        var (first, code) = await _scene.InviteAsync(program, members[0]);
        var ids = new List<string>();
        foreach (var name in new[] { "buys", "looks", "late" })
        {
            ids.Add(await _scene.NewMemberAsync(name));
            await _scene.AcceptAsync(code, ids[^1]);
            await _scene.JoinAsync(name);
        }

        await server.RunTimersAsync();
        (await _scene.ReferralsAsync(program)).ShouldBe("buys JOINED, late JOINED, looks JOINED");
        await _scene.BuyAsync(ids[0]);
        await server.RunTimersAsync();
        (await _scene.ReferralsAsync(program)).ShouldBe("buys QUALIFIED, late JOINED, looks JOINED");
        await _scene.LaterAsync(TimeSpan.FromHours(25));
        await _scene.BuyAsync(ids[2]);
        await server.RunTimersAsync();
        (await _scene.ReferralsAsync(program)).ShouldBe("buys QUALIFIED, late REJECTED NO_ORDER, looks REJECTED NO_ORDER");
        (await _scene.AcceptAsync(code, await _scene.NewMemberAsync("after"))).ShouldBe("INVITATION_NOT_OPEN");
        var second = await _scene.InviteAsync(program, members[0]);
        second.Id.ShouldNotBe(first);
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { referralInvitations(order: [{ createdAt: ASC }]) { nodes { round qualifiedCount } } } }", new { m = members[0] })).ShouldBeJson(
            """{ "memberById": { "referralInvitations": { "nodes": [{ "round": 1, "qualifiedCount": 1 }, { "round": 2, "qualifiedCount": 0 }] } } }""");
        (await server.DataAsync("query($p: ID!) { referralProgramById(id: $p) { referrals(where: { status: { eq: QUALIFIED } }) { nodes { order { amount { amount } } } } results { buyers } } }", new { p = program })).ShouldBeJson(
            """{ "referralProgramById": { "referrals": { "nodes": [{ "order": { "amount": { "amount": 99 } } }] }, "results": { "buyers": 1 } } }""");
    }

    [Fact]
    public async Task In_a_bargain_each_friend_takes_something_off_down_to_the_floor()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync(new { mechanic = "BARGAIN", roundHours = 48, stayDays = 0, listPrice = Cny(100), floorPrice = Cny(65), priceStep = Cny(20), tiers = Array.Empty<object>() });
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        (await PriceAsync()).ShouldBe(100);
        foreach (var (name, price) in new[] { ("one", 80m), ("two", 65m), ("three", 65m) })
        {
            await _scene.AcceptAsync(code, await _scene.NewMemberAsync(name));
            await _scene.JoinAsync(name);
            await server.RunTimersAsync();
            (await PriceAsync()).ShouldBe(price);
        }

        async Task<decimal> PriceAsync() => (await server.DataAsync("query($i: ID!) { referralInvitationById(id: $i) { price { amount } } }", new { i = invitation }))
            .GetProperty("referralInvitationById").GetProperty("price").GetProperty("amount").GetDecimal();
    }

    [Fact]
    public async Task Rewards_are_what_the_tiers_say_and_their_costs_make_the_cost_of_a_qualified_join()
    {
        var members = await _scene.MembersAsync("Ann");
        var (points, coupon, budget) = await IncentivesAsync();
        var program = await _scene.ProgramAsync(new
        {
            stayDays = 0,
            tiers = new object[]
            {
                new { threshold = 1, name = "每位 10 分", kind = "POINTS", isRepeating = true, pointProgramId = points, points = 10 },
                new { threshold = 2, name = "满减券", kind = "COUPON", couponTemplateId = coupon, cost = Cny(5) },
                new { threshold = 3, name = "帆布袋", kind = "GIFT", budgetId = budget, cost = Cny(25) },
            },
        });
        var tiers = await _scene.TiersAsync(program);
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        (await ResultsAsync()).ShouldBeJson("""{ "joined": 0, "qualified": 0, "inviters": 0, "rewardCosts": [], "costPerQualifiedJoin": null, "costNullReason": "COST_NOT_TRACKED" }""");
        foreach (var name in new[] { "one", "two", "three" })
        {
            await _scene.AcceptAsync(code, await _scene.NewMemberAsync(name));
            await _scene.JoinAsync(name);
        }

        await server.RunTimersAsync();
        for (var number = 1; number <= 3; number++)
        {
            (await _scene.ClaimAsync(invitation, tiers[0], number)).GetProperty("referralReward").GetProperty("pointEntry").GetProperty("points").GetInt32().ShouldBe(10);
        }

        ReferralScene.Code(await _scene.ClaimAsync(invitation, tiers[0], 4)).ShouldBe("REFERRAL_TIER_NOT_REACHED");
        (await _scene.ClaimAsync(invitation, tiers[1])).GetProperty("referralReward").GetProperty("coupon").ShouldBeJson("""{ "status": "ISSUED" }""");
        (await _scene.ClaimAsync(invitation, tiers[2])).GetProperty("referralReward").GetProperty("gift").ShouldBeJson("""{ "name": "帆布袋" }""");
        (await ResultsAsync()).ShouldBeJson(
            """{ "joined": 3, "qualified": 3, "inviters": 1, "rewardCosts": [{ "amount": 30, "currency": "CNY" }], "costPerQualifiedJoin": { "amount": 10, "currency": "CNY" }, "costNullReason": null }""");
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { pointBalances { nodes { balance } } } incentiveBudgets(first: 50) { nodes { id spent { amount } } } }", new { m = members[0] }))
            .GetProperty("memberById").ShouldBeJson("""{ "pointBalances": { "nodes": [{ "balance": 30 }] } }""");

        async Task<JsonElement> ResultsAsync() => (await server.DataAsync(
            "query($p: ID!) { referralProgramById(id: $p) { results { joined qualified inviters rewardCosts { amount currency } costPerQualifiedJoin { amount currency } costNullReason } } }", new { p = program }))
            .GetProperty("referralProgramById").GetProperty("results");
    }

    [Fact]
    public async Task What_cannot_be_paid_for_is_not_given_and_can_be_claimed_later()
    {
        var members = await _scene.MembersAsync("Ann");
        var (_, coupon, _) = await IncentivesAsync();
        var program = await _scene.ProgramAsync(new { stayDays = 0, tiers = new object[] { new { threshold = 1, name = "券", kind = "COUPON", couponTemplateId = coupon } } });
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        await _scene.AcceptAsync(code, await _scene.NewMemberAsync("one"));
        await _scene.JoinAsync("one");
        await server.RunTimersAsync();
        await server.DataAsync("mutation($t: ID!, $m: ID!) { issueCoupon(input: { templateId: $t, memberId: $m }) { errors { __typename } } }", new { t = coupon, m = members[0] });
        var tier = (await _scene.TiersAsync(program))[0];
        ReferralScene.Code(await _scene.ClaimAsync(invitation, tier)).ShouldBe("COUPONS_EXHAUSTED");
        await server.DataAsync("mutation($t: ID!) { updateCouponTemplate(input: { id: $t, totalLimit: 2 }) { errors { __typename } } }", new { t = coupon });
        (await _scene.ClaimAsync(invitation, tier)).GetProperty("referralReward").GetProperty("coupon").ShouldBeJson("""{ "status": "ISSUED" }""");
        (await server.DataAsync("query($t: ID!) { couponTemplateById(id: $t) { issuedCount } }", new { t = coupon })).ShouldBeJson("""{ "couponTemplateById": { "issuedCount": 2 } }""");
    }

    [Fact]
    public async Task For_a_revoked_invitation_nobody_counts_and_nothing_is_given()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync(new { stayDays = 1, tiers = new object[] { new { threshold = 1, name = "x", kind = "PRIVILEGE" } } });
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        await _scene.AcceptAsync(code, await _scene.NewMemberAsync("one"));
        await _scene.JoinAsync("one");
        const string Revoke = "mutation($i: ID!) { revokeReferralInvitation(input: { id: $i, reason: \"刷单\" }) { referralInvitation { revokeReason } errors { ... on Error { code } } } }";
        (await server.DataAsync(Revoke, new { i = invitation })).ShouldBeJson("""{ "revokeReferralInvitation": { "referralInvitation": { "revokeReason": "刷单" }, "errors": null } }""");
        (await server.DataAsync(Revoke, new { i = invitation })).ShouldBeJson("""{ "revokeReferralInvitation": { "referralInvitation": null, "errors": [{ "code": "INVITATION_NOT_OPEN" }] } }""");
        await _scene.LaterAsync(TimeSpan.FromDays(2));
        (await _scene.ReferralsAsync(program)).ShouldBe("one REJECTED INVITATION_REVOKED");
        ReferralScene.Code(await _scene.ClaimAsync(invitation, (await _scene.TiersAsync(program))[0])).ShouldBe("INVITATION_NOT_OPEN");
        ReferralScene.Code(await _scene.TryInviteAsync(program, members[0])).ShouldBe("INVITATION_NOT_OPEN");
    }

    private async Task<(string Points, string Coupon, string Budget)> IncentivesAsync()
    {
        var made = await server.DataAsync(
            """
            mutation($n: String!) {
              createPointProgram(input: { name: $n }) { pointProgram { id } }
              createCouponTemplate(input: { name: $n, kind: AMOUNT, amount: { amount: 5, currency: "CNY" }, totalLimit: 1 }) { couponTemplate { id } }
              createIncentiveBudget(input: { name: $n, amount: { amount: 25, currency: "CNY" }, allowedReasons: [RESULT] }) { incentiveBudget { id } }
            }
            """,
            new { n = _scene.Run });
        return (Id("createPointProgram", "pointProgram"), Id("createCouponTemplate", "couponTemplate"), Id("createIncentiveBudget", "incentiveBudget"));

        string Id(string mutation, string made1) => made.GetProperty(mutation).GetProperty(made1).GetProperty("id").GetString()!;
    }

    private static JsonNode Cny(decimal amount) => new JsonObject { ["amount"] = amount, ["currency"] = "CNY" };

    private async Task<int> QualifiedAsync(string invitation) => (await server.DataAsync("query($i: ID!) { referralInvitationById(id: $i) { qualifiedCount } }", new { i = invitation }))
        .GetProperty("referralInvitationById").GetProperty("qualifiedCount").GetInt32();
}
