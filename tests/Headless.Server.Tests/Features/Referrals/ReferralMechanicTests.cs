using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Referrals;

/// <summary>Programmes with a poster and distribution, over HTTP: what they need, and who counts for whom.</summary>
public sealed class ReferralMechanicTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly ReferralScene _scene = new(server);

    [Fact]
    public async Task A_poster_is_content_that_carries_the_code_of_whoever_shows_it()
    {
        var members = await _scene.MembersAsync("Ann", "Bob");
        ReferralScene.Code(await _scene.CreateAsync(new { mechanic = "POSTER" })).ShouldBe("INVALID_REFERRAL_PROGRAM");
        ReferralScene.Code(await _scene.CreateAsync(new { mechanic = "POSTER", posterId = "Q29udGVudEl0ZW06OTk5OTk5" })).ShouldBe("NOT_FOUND");
        var poster = (await server.DataAsync(
            "mutation($t: String!) { createContentItem(input: { title: $t, body: \"扫码进群\" }) { contentItem { id } } }", new { t = $"海报 {_scene.Run}" }))
            .GetProperty("createContentItem").GetProperty("contentItem").GetProperty("id").GetString();
        var program = await _scene.ProgramAsync(new
        {
            mechanic = "POSTER", posterId = poster, landingUrl = "https://example.org/poster", stayDays = 0, tiers = new object[] { new { threshold = 2, name = "试用装", kind = "PRIVILEGE", isRepeating = true } },
        });
        var (ofAnn, annsCode) = await _scene.InviteAsync(program, members[0]);
        var (ofBob, bobsCode) = await _scene.InviteAsync(program, members[1]);
        (await server.DataAsync(
            "query($p: ID!, $i: ID!) { referralProgramById(id: $p) { mechanic poster { title } } referralInvitationById(id: $i) { url price { amount } } }", new { p = program, i = ofAnn })).ShouldBeJson(
            $$"""
            { "referralProgramById": { "mechanic": "POSTER", "poster": { "title": "海报 {{_scene.Run}}" } },
              "referralInvitationById": { "url": "https://example.org/poster?invite={{annsCode}}", "price": null } }
            """);

        // Each poster counts for whoever showed it, again and again.
        foreach (var (code, name) in ((string, string)[])[(annsCode, "a1"), (annsCode, "a2"), (bobsCode, "b1"), (annsCode, "a3"), (annsCode, "a4")])
        {
            await BringAsync(code, name);
        }

        var tier = (await _scene.TiersAsync(program))[0];
        (await NumbersAsync(ofAnn, tier, 1, 2, 3)).ShouldBe(["1", "2", "REFERRAL_TIER_NOT_REACHED"]);
        (await NumbersAsync(ofBob, tier, 1)).ShouldBe(["REFERRAL_TIER_NOT_REACHED"]);
        (await server.DataAsync("query($p: ID!) { referralProgramById(id: $p) { results { joined qualified inviters } } }", new { p = program }))
            .ShouldBeJson("""{ "referralProgramById": { "results": { "joined": 5, "qualified": 5, "inviters": 2 } } }""");
    }

    [Fact]
    public async Task In_distribution_friends_have_to_buy_and_nobody_earns_by_friends_of_friends()
    {
        var members = await _scene.MembersAsync("Ann");
        ReferralScene.Code(await _scene.CreateAsync(new { mechanic = "DISTRIBUTION", requiresOrder = false })).ShouldBe("INVALID_REFERRAL_PROGRAM");
        var points = (await server.DataAsync("mutation($n: String!) { createPointProgram(input: { name: $n }) { pointProgram { id } } }", new { n = $"分销 {_scene.Run}" }))
            .GetProperty("createPointProgram").GetProperty("pointProgram").GetProperty("id").GetString();
        var program = await _scene.ProgramAsync(new
        {
            mechanic = "DISTRIBUTION", stayDays = 0, orderDays = 10,
            tiers = new object[] { new { threshold = 1, name = "每单 50 分", kind = "POINTS", isRepeating = true, pointProgramId = points, points = 50 } },
        });
        var (ofAnn, annsCode) = await _scene.InviteAsync(program, members[0]);
        var bob = await BringAsync(annsCode, "Bob");
        var (ofBob, bobsCode) = await _scene.InviteAsync(program, bob);
        var cid = await BringAsync(bobsCode, "Cid");
        var dan = await BringAsync(bobsCode, "Dan");
        await BringAsync(bobsCode, "Eve");
        (await _scene.ReferralsAsync(program)).ShouldBe("Bob JOINED, Cid JOINED, Dan JOINED, Eve JOINED");

        // Cid buys: that is Bob's, and not Ann's. Dan gets the money back before it counts, Eve buys nothing.
        await _scene.BuyAsync(cid);
        await server.RunTimersAsync();
        await _scene.BuyAsync(dan, 60);
        await RefundAsync(dan);
        await server.RunTimersAsync();
        ((await QualifiedAsync(ofAnn)), (await QualifiedAsync(ofBob))).ShouldBe((0, 1));
        var tier = (await _scene.TiersAsync(program))[0];
        (await NumbersAsync(ofBob, tier, 1, 2)).ShouldBe(["1", "REFERRAL_TIER_NOT_REACHED"]);
        (await NumbersAsync(ofAnn, tier, 1)).ShouldBe(["REFERRAL_TIER_NOT_REACHED"]);

        await _scene.BuyAsync(bob);
        await server.RunTimersAsync();
        await _scene.LaterAsync(TimeSpan.FromDays(11));
        (await _scene.ReferralsAsync(program)).ShouldBe("Bob QUALIFIED, Cid QUALIFIED, Dan REJECTED NO_ORDER, Eve REJECTED NO_ORDER");
        (await NumbersAsync(ofAnn, tier, 1, 2)).ShouldBe(["1", "REFERRAL_TIER_NOT_REACHED"]);
        (await BalanceAsync(members[0]), await BalanceAsync(bob)).ShouldBe((50, 50));
        (await server.DataAsync("query($p: ID!) { referralProgramById(id: $p) { results { joined qualified inviters buyers } } }", new { p = program }))
            .ShouldBeJson("""{ "referralProgramById": { "results": { "joined": 4, "qualified": 2, "inviters": 2, "buyers": 2 } } }""");
    }

    private async Task<string> BringAsync(string code, string name)
    {
        var member = await _scene.NewMemberAsync(name);
        (await _scene.AcceptAsync(code, member)).ShouldBe("ACCEPTED");
        await _scene.JoinAsync(name);
        await server.RunTimersAsync();
        return member;
    }

    private async Task RefundAsync(string member)
    {
        var order = (await server.DataAsync("query($m: ID!) { memberById(id: $m) { orders { nodes { id } } } }", new { m = member })).GetProperty("memberById").GetProperty("orders").GetProperty("nodes")[0]
            .GetProperty("id").GetString();
        (await server.DataAsync("mutation($id: ID!) { refundOrder(input: { id: $id }) { order { status } errors { ... on Error { message } } } }", new { id = order }))
            .ShouldBeJson("""{ "refundOrder": { "order": { "status": "REFUNDED" }, "errors": null } }""");
    }

    /// <summary>Claims some times of a tier: the number of each reward, or why there is none.</summary>
    private async Task<string[]> NumbersAsync(string invitation, string tier, params int[] numbers)
    {
        var answers = new List<string>();
        foreach (var number in numbers)
        {
            var claimed = await _scene.ClaimAsync(invitation, tier, number);
            answers.Add(ReferralScene.Code(claimed) ?? claimed.GetProperty("referralReward").GetProperty("number").GetRawText());
        }

        return [.. answers];
    }

    private async Task<int> QualifiedAsync(string invitation) => (await server.DataAsync("query($i: ID!) { referralInvitationById(id: $i) { qualifiedCount } }", new { i = invitation }))
        .GetProperty("referralInvitationById").GetProperty("qualifiedCount").GetInt32();

    private async Task<int> BalanceAsync(string member) => (await server.DataAsync("query($m: ID!) { memberById(id: $m) { pointBalances { nodes { balance } } } }", new { m = member }))
        .GetProperty("memberById").GetProperty("pointBalances").GetProperty("nodes").EnumerateArray().Sum(b => b.GetProperty("balance").GetInt32());
}
