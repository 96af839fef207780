using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Referrals;

/// <summary>Referral programmes: states, bad input, who may invite, who may be asked, who sees what, over HTTP.</summary>
public sealed class ReferralProgramTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const int Callers = 100;

    private readonly ReferralScene _scene = new(server);

    [Fact]
    public async Task A_programme_goes_from_draft_to_closed_and_counts_only_while_it_is_active()
    {
        var members = await _scene.MembersAsync("Ann");
        var created = await _scene.CreateAsync();
        created.GetProperty("referralProgram").GetProperty("status").GetString().ShouldBe("DRAFT");
        created.GetProperty("referralProgram").GetProperty("stayDays").GetInt32().ShouldBe(7);
        var id = created.GetProperty("referralProgram").GetProperty("id").GetString()!;
        ReferralScene.Code(await _scene.TryInviteAsync(id, members[0])).ShouldBe("REFERRAL_PROGRAM_NOT_OPEN");
        (await _scene.StepAsync("pauseReferralProgram", id)).ShouldBe("INVALID_TRANSITION");
        (await _scene.StepAsync("activateReferralProgram", id)).ShouldBe("ACTIVE");
        (await _scene.StepAsync("activateReferralProgram", id)).ShouldBe("INVALID_TRANSITION");
        var (invitation, code) = await _scene.InviteAsync(id, members[0]);
        await _scene.AcceptAsync(code, await _scene.NewMemberAsync("early"));
        (await _scene.StepAsync("pauseReferralProgram", id)).ShouldBe("PAUSED");
        (await _scene.StepAsync("pauseReferralProgram", id)).ShouldBe("INVALID_TRANSITION");
        await _scene.JoinAsync("early");
        await server.RunTimersAsync();
        (await _scene.ReferralsAsync(id)).ShouldBe("early ACCEPTED");
        (await _scene.AcceptAsync(code, await _scene.NewMemberAsync("late"))).ShouldBe("REFERRAL_PROGRAM_NOT_OPEN");
        (await _scene.StepAsync("activateReferralProgram", id)).ShouldBe("ACTIVE");
        (await _scene.StepAsync("closeReferralProgram", id)).ShouldBe("CLOSED");
        foreach (var step in new[] { "activateReferralProgram", "pauseReferralProgram", "closeReferralProgram" })
        {
            (await _scene.StepAsync(step, id)).ShouldBe("INVALID_TRANSITION");
        }

        ReferralScene.Code(await _scene.ClaimAsync(invitation, (await _scene.TiersAsync(id))[0])).ShouldBe("REFERRAL_TIER_NOT_REACHED");
    }

    [Theory]
    [InlineData("""{ "mechanic": "POSTER" }""", "INVALID_REFERRAL_PROGRAM")]
    [InlineData("""{ "mechanic": "GROUP_BUYING" }""", "INVALID_REFERRAL_PROGRAM")]
    [InlineData("""{ "mechanic": "DISTRIBUTION", "requiresOrder": false }""", "INVALID_REFERRAL_PROGRAM")]
    [InlineData("""{ "mechanic": "BARGAIN", "roundHours": 24 }""", "INVALID_REFERRAL_PROGRAM")]
    [InlineData("""{ "mechanic": "BARGAIN", "roundHours": 24, "listPrice": { "amount": 10, "currency": "CNY" }, "floorPrice": { "amount": 10, "currency": "CNY" }, "priceStep": { "amount": 1, "currency": "CNY" } }""", "INVALID_REFERRAL_PROGRAM")]
    [InlineData("""{ "mechanic": "BARGAIN", "roundHours": 24, "listPrice": { "amount": 10, "currency": "CNY" }, "floorPrice": { "amount": 5, "currency": "USD" }, "priceStep": { "amount": 1, "currency": "CNY" } }""", "INVALID_INPUT")]
    [InlineData("""{ "listPrice": { "amount": 10, "currency": "CNY" } }""", "INVALID_REFERRAL_PROGRAM")]
    [InlineData("""{ "tiers": [] }""", "INVALID_REFERRAL_PROGRAM")]
    [InlineData("""{ "tiers": [{ "threshold": 3, "name": "a", "kind": "PRIVILEGE" }, { "threshold": 3, "name": "b", "kind": "PRIVILEGE" }] }""", "INVALID_REFERRAL_PROGRAM")]
    [InlineData("""{ "tiers": [{ "threshold": 0, "name": "a", "kind": "PRIVILEGE" }] }""", "INVALID_INPUT")]
    [InlineData("""{ "tiers": [{ "threshold": 3, "name": "a", "kind": "POINTS" }] }""", "INVALID_REFERRAL_TIER")]
    [InlineData("""{ "tiers": [{ "threshold": 3, "name": "a", "kind": "COUPON" }] }""", "INVALID_REFERRAL_TIER")]
    [InlineData("""{ "tiers": [{ "threshold": 3, "name": "a", "kind": "GIFT", "cost": { "amount": 3, "currency": "CNY" } }] }""", "INVALID_REFERRAL_TIER")]
    [InlineData("""{ "tiers": [{ "threshold": 3, "name": "a", "kind": "PRIVILEGE", "points": 3 }] }""", "INVALID_REFERRAL_TIER")]
    [InlineData("""{ "groupIds": [] }""", "INVALID_INPUT")]
    [InlineData("""{ "stayDays": 366 }""", "INVALID_INPUT")]
    [InlineData("""{ "stayDays": -1 }""", "INVALID_INPUT")]
    [InlineData("""{ "roundHours": 2161 }""", "INVALID_INPUT")]
    [InlineData("""{ "landingUrl": "javascript:alert(1)" }""", "INVALID_INPUT")]
    [InlineData("""{ "startsAt": "2026-03-02T00:00:00Z", "endsAt": "2026-03-01T00:00:00Z" }""", "INVALID_INTERVAL")]
    [InlineData("""{ "campaignId": "Q2FtcGFpZ246OTk5OTk5" }""", "NOT_FOUND")]
    public async Task A_programme_that_makes_no_sense_is_refused(string fields, string code)
    {
        await _scene.MembersAsync("Ann");
        ReferralScene.Code(await _scene.CreateAsync(JsonNode.Parse(fields))).ShouldBe(code);
    }

    [Fact]
    public async Task Customers_of_the_groups_and_the_segment_invite_and_nobody_else()
    {
        var members = await _scene.MembersAsync("Ann", "Vest");
        var outsider = await SampleCommunity.AddMemberInAsync(server, (await SampleCommunity.AddGroupAsync(server)).Key, "Out");
        await server.Database.WriteAsync(
            Headless.Community.Data.AccessScope.Everything,
            async (db, ct) =>
            {
                var staff = new Operator { Name = $"S{_scene.Run}", Role = OperatorRole.Admin };
                db.Operators.Add(staff);
                await db.SaveChangesAsync(ct);
                var vest = db.Memberships.Single(m => m.Member.DisplayName == "Vest" && m.GroupId == _scene.Group.Key);
                vest.SetAccountKind(AccountKind.Vest, staff.Id, TestClock.UtcNow.UtcDateTime);
                await db.SaveChangesAsync(ct);
                return 0;
            },
            TestContext.Current.CancellationToken);
        var segment = (await server.DataAsync(
            "mutation($n: String!) { createSegment(input: { name: $n, condition: { region: { in: [\"成都\"] } } }) { segment { id } errors { ... on Error { message } } } }", new { n = _scene.Run }))
            .GetProperty("createSegment");
        var program = await _scene.ProgramAsync();
        ReferralScene.Code(await _scene.TryInviteAsync(program, members[1])).ShouldBe("NOT_ELIGIBLE_TO_INVITE");
        ReferralScene.Code(await _scene.TryInviteAsync(program, outsider)).ShouldBe("NOT_ELIGIBLE_TO_INVITE");
        var chosen = await _scene.ProgramAsync(new { segmentId = segment.GetProperty("segment").GetProperty("id").GetString() });
        ReferralScene.Code(await _scene.TryInviteAsync(chosen, members[0])).ShouldBe("NOT_ELIGIBLE_TO_INVITE");
        await server.DataAsync("mutation($s: ID!, $m: ID!) { overrideSegmentMembers(input: { segmentId: $s, memberIds: [$m], kind: INCLUDE, reason: \"x\" }) { errors { __typename } } }",
            new { s = segment.GetProperty("segment").GetProperty("id").GetString(), m = members[0] });
        await server.RunTimersAsync();
        await _scene.InviteAsync(chosen, members[0]);
        (await server.DataAsync("mutation($s: ID!) { deleteSegment(input: { id: $s }) { errors { ... on Error { code } } } }", new { s = segment.GetProperty("segment").GetProperty("id").GetString() })).ShouldBeJson(
            """{ "deleteSegment": { "errors": [{ "code": "SEGMENT_IN_USE" }] } }""");
    }

    [Fact]
    public async Task A_member_is_asked_no_oftener_than_the_cap_and_not_at_all_who_does_not_want_to_be()
    {
        var members = await _scene.MembersAsync("Ann", "Bob");
        var program = await _scene.ProgramAsync(new { promptLimit = 2, promptDays = 10 });
        (await AskAsync(program, members[0])).ShouldBe("1");
        server.Clock.Forward(TimeSpan.FromDays(1));
        (await AskAsync(program, members[0])).ShouldBe("2");
        (await AskAsync(program, members[0])).ShouldBe("REFERRAL_PROMPT_REFUSED");
        (await CheckAsync(members[0])).ShouldBeJson("""{ "isAllowed": false, "refusal": "ASKED_ENOUGH", "promptCount": 2 }""");
        (await AskAsync(await _scene.ProgramAsync(new { promptLimit = 1, promptDays = 10 }), members[0])).ShouldBe("REFERRAL_PROMPT_REFUSED");
        server.Clock.Forward(TimeSpan.FromDays(9.5));
        (await CheckAsync(members[0])).ShouldBeJson("""{ "isAllowed": true, "refusal": null, "promptCount": 1 }""");
        (await OptAsync(members[0], true)).ShouldBeTrue();
        (await CheckAsync(members[0])).ShouldBeJson("""{ "isAllowed": false, "refusal": "OPTED_OUT", "promptCount": 1 }""");
        (await AskAsync(program, members[0])).ShouldBe("REFERRAL_PROMPT_REFUSED");
        (await OptAsync(members[0], false)).ShouldBeFalse();
        (await AskAsync(program, members[0])).ShouldBe("2");

        const string Ask = "mutation($p: ID!, $m: ID!) { recordReferralPrompt(input: { programId: $p, memberId: $m }) { referralPromptCheck { promptCount } errors { ... on Error { code } } } }";
        var asked = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ => (await server.DataAsync(Ask, new { p = program, m = members[1] })).GetProperty("recordReferralPrompt")));
        asked.Count(a => ReferralScene.Code(a) is null).ShouldBe(2);

        async Task<JsonElement> CheckAsync(string member) => (await server.DataAsync(
            "query($p: ID!, $m: ID!) { referralPromptCheck(programId: $p, memberId: $m) { isAllowed refusal promptCount } }", new { p = program, m = member })).GetProperty("referralPromptCheck");

        async Task<string> AskAsync(string id, string member)
        {
            var answer = (await server.DataAsync(Ask, new { p = id, m = member })).GetProperty("recordReferralPrompt");
            return ReferralScene.Code(answer) ?? answer.GetProperty("referralPromptCheck").GetProperty("promptCount").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        async Task<bool> OptAsync(string member, bool isOptedOut) => (await server.DataAsync(
            "mutation($m: ID!, $o: Boolean!) { setReferralOptOut(input: { memberId: $m, isOptedOut: $o }) { referralOptOut { isOptedOut } errors { __typename } } }", new { m = member, o = isOptedOut }))
            .GetProperty("setReferralOptOut").GetProperty("referralOptOut").GetProperty("isOptedOut").GetBoolean();
    }

    [Fact]
    public async Task A_hundred_claims_of_one_reward_are_one_and_a_hundred_requests_for_an_invitation_too()
    {
        var members = await _scene.MembersAsync("Ann");
        var points = (await server.DataAsync("mutation($n: String!) { createPointProgram(input: { name: $n }) { pointProgram { id } } }", new { n = _scene.Run }))
            .GetProperty("createPointProgram").GetProperty("pointProgram").GetProperty("id").GetString();
        var program = await _scene.ProgramAsync(new { stayDays = 0, tiers = new object[] { new { threshold = 1, name = "分", kind = "POINTS", pointProgramId = points, points = 7 } } });
        var invitations = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => _scene.InviteAsync(program, members[0])));
        var (invitation, code) = invitations.Distinct().ShouldHaveSingleItem();
        var friend = await _scene.NewMemberAsync("one");
        (await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => _scene.AcceptAsync(code, friend)))).Distinct().ShouldBe(["ACCEPTED"]);
        await _scene.JoinAsync("one");
        await server.RunTimersAsync();
        var tier = (await _scene.TiersAsync(program))[0];
        var claims = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => _scene.ClaimAsync(invitation, tier)));
        claims.Select(c => c.GetProperty("referralReward").GetProperty("id").GetString()).Distinct().ShouldHaveSingleItem();
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { pointBalances { nodes { balance } } pointEntries { totalCount } } }", new { m = members[0] })).ShouldBeJson(
            """{ "memberById": { "pointBalances": { "nodes": [{ "balance": 7 }] }, "pointEntries": { "totalCount": 1 } } }""");
    }

    [Fact]
    public async Task A_programme_is_for_those_who_see_a_group_of_it_and_made_by_the_lead()
    {
        var members = await _scene.MembersAsync("Ann");
        var program = await _scene.ProgramAsync();
        var (invitation, code) = await _scene.InviteAsync(program, members[0]);
        await _scene.AcceptAsync(code, await _scene.NewMemberAsync("friend"));
        var (other, own) = (await server.CreateKeyAsync(OperatorRole.Owner, null, (await SampleCommunity.AddGroupAsync(server)).Key), await server.CreateKeyAsync(OperatorRole.Owner, null, _scene.Group.Key));
        const string Query = "query($p: ID!, $i: ID!) { referralProgramById(id: $p) { tiers { threshold } groups { totalCount } } referralInvitationById(id: $i) { member { displayName } } }";
        (await server.DataAsync(Query, new { p = program, i = invitation }, other)).ShouldBeJson("""{ "referralProgramById": null, "referralInvitationById": null }""");
        (await server.DataAsync(Query, new { p = program, i = invitation }, own)).ShouldBeJson(
            """{ "referralProgramById": { "tiers": [{ "threshold": 3 }], "groups": { "totalCount": 1 } }, "referralInvitationById": { "member": { "displayName": "Ann" } } }""");
        (await server.QueryAsync("mutation($id: ID!) { closeReferralProgram(input: { id: $id }) { errors { __typename } } }", new { id = program }, own))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync("{ referrals { nodes { status note } } }", null, analyst)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        (await server.QueryAsync("mutation($p: ID!, $m: ID!) { createReferralInvitation(input: { programId: $p, memberId: $m }) { errors { __typename } } }", new { p = program, m = members[0] }, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }
}
