using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Joining;

/// <summary>Who may come in, who asked, who was let in and who came in all the same, over HTTP.</summary>
public sealed class JoinPolicyTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Anybody_may_come_into_an_open_group_that_has_room()
    {
        var (key, id) = await AddGroupAsync("OPEN", capacity: 2);
        var stranger = new { platform = "WECHAT", externalId = $"{_run}-stranger" };
        (await EligibilityAsync(id, new { account = stranger })).ShouldBe("true: GROUP_ACTIVE MET, CAPACITY MET, NOT_THERE_YET MET, NOT_BANNED MET");
        var member = await SampleCommunity.AddMemberInAsync(server, key, "a");
        (await EligibilityAsync(id, new { memberId = member })).ShouldBe("false: GROUP_ACTIVE MET, CAPACITY MET, NOT_THERE_YET UNMET, NOT_BANNED MET");
        await SampleCommunity.AddMemberInAsync(server, key, "b");
        (await EligibilityAsync(id, new { account = stranger })).ShouldBe("false: GROUP_ACTIVE MET, CAPACITY UNMET, NOT_THERE_YET MET, NOT_BANNED MET");
        await MutateAsync("closeGroup", "group { id }", new { id });
        (await EligibilityAsync(id, new { account = stranger })).ShouldStartWith("false: GROUP_ACTIVE UNMET");
        (await server.QueryAsync("query($id: ID!) { joinEligibility(groupId: $id) { isEligible } }", new { id })).ToString().ShouldContain("INVALID_ARGUMENTS");
    }

    [Fact]
    public async Task A_ban_keeps_somebody_out()
    {
        var (_, id) = await AddGroupAsync("OPEN", capacity: 9);
        var (otherKey, _) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, otherKey, "spammer");
        await MutateAsync("blacklistMember", "ban { id }", new { id = member, reason = "spam" });
        (await EligibilityAsync(id, new { memberId = member })).ShouldEndWith("NOT_BANNED UNMET");
    }

    [Fact]
    public async Task Each_policy_asks_for_what_it_says()
    {
        var (key, id) = await AddGroupAsync("INVITE_BY_ADMIN", capacity: 9);
        var members = await SampleCommunity.AddMembersAsync(server, key, "customer", "staff");
        var (otherKey, _) = await SampleCommunity.AddGroupAsync(server);
        var who = await SampleCommunity.AddMemberInAsync(server, otherKey, "who");
        var stay = (await server.DataAsync("query($id: ID!) { memberById(id: $id) { memberships { nodes { id } } } }", new { id = members[1] }))
            .GetProperty("memberById").GetProperty("memberships").GetProperty("nodes")[0].GetProperty("id").GetString();
        var lead = (await server.DataAsync("{ viewer { operator { id } } }")).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
        await MutateAsync("setAccountKind", "membership { id }", new { id = stay, accountKind = "SERVICE", controlledById = lead });
        (await LastAsync(new { memberId = who })).ShouldBe("null INVITED_BY_STAFF UNKNOWN");
        (await LastAsync(new { memberId = who, invitedById = members[0] })).ShouldBe("false INVITED_BY_STAFF UNMET");
        (await LastAsync(new { memberId = who, invitedById = members[1] })).ShouldBe("true INVITED_BY_STAFF MET");
        (await LastAsync(new { memberId = who, invitedByOperatorId = lead })).ShouldBe("true INVITED_BY_STAFF MET");

        await MutateAsync("updateGroup", "group { id }", new { id, joinPolicy = "MEMBER_REFERRAL" });
        (await LastAsync(new { memberId = who })).ShouldBe("null RECOMMENDED_BY_MEMBER UNKNOWN");
        (await LastAsync(new { memberId = who, invitedById = who })).ShouldBe("false RECOMMENDED_BY_MEMBER UNMET");
        (await LastAsync(new { memberId = who, invitedById = members[0] })).ShouldBe("true RECOMMENDED_BY_MEMBER MET");

        await MutateAsync("updateGroup", "group { id }", new { id, joinPolicy = "CAMPAIGN" });
        (await LastAsync(new { memberId = who })).ShouldBe("null CAMPAIGN_TAKEN_PART UNKNOWN");
        var campaigns = new List<string>();
        foreach (var name in new[] { "训练营", "别的活动" })
        {
            campaigns.Add((await MutateAsync("createCampaign", "campaign { id }", new { name, groupIds = new[] { id } })).GetProperty("campaign").GetProperty("id").GetString()!);
        }

        (await MutateAsync("setJoinTerms", "joinTerms { campaign { id } entryFee { amount } segment { id } version }", new { groupId = id, campaignId = campaigns[0] })).ShouldBeJson(
            $$"""{ "joinTerms": { "campaign": { "id": "{{campaigns[0]}}" }, "entryFee": null, "segment": null, "version": 1 }, "errors": null }""");
        (await LastAsync(new { memberId = who })).ShouldBe("null CAMPAIGN_TAKEN_PART UNKNOWN");
        (await LastAsync(new { memberId = who, campaignId = campaigns[0] })).ShouldBe("true CAMPAIGN_TAKEN_PART MET");
        (await LastAsync(new { memberId = who, campaignId = campaigns[1] })).ShouldBe("false CAMPAIGN_TAKEN_PART UNMET");

        await MutateAsync("updateGroup", "group { id }", new { id, joinPolicy = "PAID" });
        (await LastAsync(new { memberId = who })).ShouldBe("null ENTRY_FEE_PAID UNKNOWN");
        await MutateAsync("setJoinTerms", "joinTerms { id }", new { groupId = id, entryFee = new { amount = 99, currency = "CNY" } });
        (await LastAsync(new { memberId = who })).ShouldBe("null ENTRY_FEE_PAID UNKNOWN");
        (await LastAsync(new { memberId = who, orderId = await OrderAsync(who, 50, "CNY") })).ShouldBe("false ENTRY_FEE_PAID UNMET");
        (await LastAsync(new { memberId = who, orderId = await OrderAsync(who, 99, "USD") })).ShouldBe("false ENTRY_FEE_PAID UNMET");
        (await LastAsync(new { memberId = who, orderId = await OrderAsync(members[0], 99, "CNY") })).ShouldBe("false ENTRY_FEE_PAID UNMET");
        var paid = await OrderAsync(who, 99, "CNY");
        (await LastAsync(new { memberId = who, orderId = paid })).ShouldBe("true ENTRY_FEE_PAID MET");
        await MutateAsync("refundOrder", "order { id }", new { id = paid });
        (await LastAsync(new { memberId = who, orderId = paid })).ShouldBe("false ENTRY_FEE_PAID UNMET");
        (await MutateAsync("setJoinTerms", "joinTerms { id }", new { groupId = id, version = 1, entryFee = (object?)null })).ShouldBeJson("""{ "joinTerms": null, "errors": [{ "code": "STALE_VERSION" }] }""");

        async Task<string> LastAsync(object arguments)
        {
            var whole = await EligibilityAsync(id, arguments);
            return $"{whole[..whole.IndexOf(':')]} {whole[(whole.LastIndexOf(", ", StringComparison.Ordinal) + 2)..]}";
        }
    }

    [Fact]
    public async Task A_request_is_approved_when_what_is_required_is_met_or_by_exception()
    {
        var (key, id) = await AddGroupAsync("MEMBER_REFERRAL", capacity: 1);
        var request = await RequestAsync(id, "ann");
        (await RequestAsync(id, "ann")).ShouldBe(request);
        await SampleCommunity.AddMemberInAsync(server, key, "there");
        (await MutateAsync("approveJoinRequest", "joinRequest { id }", new { id = request })).ShouldBeJson("""{ "joinRequest": null, "errors": [{ "code": "NOT_ELIGIBLE" }] }""");
        (await MutateAsync("approveJoinRequest", "joinRequest { id }", new { id = request, force = true })).ShouldBeJson("""{ "joinRequest": null, "errors": [{ "code": "INVALID_INPUT" }] }""");
        (await MutateAsync("approveJoinRequest", "joinRequest { status isException decisionReason version }", new { id = request, version = 1, force = true, reason = "老客户" })).ShouldBeJson(
            """{ "joinRequest": { "status": "APPROVED", "isException": true, "decisionReason": "老客户", "version": 2 }, "errors": null }""");
        await JoinAsync(id, "ann", "QR_CODE", null);
        (await server.DataAsync("query($id: ID!) { joinRequests(where: { id: { eq: $id } }) { nodes { status joinedAt decidedBy { role } } } }", new { id = request }))
            .GetProperty("joinRequests").GetProperty("nodes")[0].GetProperty("joinedAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key && a.Kind >= ActivityKind.JoinPolicyBroken && a.Kind <= ActivityKind.JoinTermsChanged))
            .ShouldBe([ActivityKind.JoinRequested, ActivityKind.JoinRequestApproved]);
    }

    [Fact]
    public async Task A_decided_request_is_decided()
    {
        var (_, id) = await AddGroupAsync("OPEN", capacity: 100);
        foreach (var (first, refused) in new (string, string[])[]
        {
            ("reject", ["approve", "reject", "withdraw"]), ("withdraw", ["approve", "reject", "withdraw"]), ("approve", ["approve", "reject"]),
        })
        {
            var request = await RequestAsync(id, first);
            (await StepAsync(first, request)).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
            foreach (var step in refused)
            {
                (await StepAsync(step, request)).ShouldBeJson("""{ "joinRequest": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
            }
        }

        // Who was rejected may ask again.
        (await RequestAsync(id, "reject")).ShouldNotBeEmpty();
        (await MutateAsync("rejectJoinRequest", "joinRequest { id }", new { id = await RequestAsync(id, "x"), reason = " " })).ShouldBeJson("""{ "joinRequest": null, "errors": [{ "code": "INVALID_INPUT" }] }""");

        Task<JsonElement> StepAsync(string step, string request) => MutateAsync($"{step}JoinRequest", "joinRequest { status }", new { id = request, reason = "r" });
    }

    [Fact]
    public async Task A_request_that_nobody_decides_expires_and_cannot_be_decided_any_more()
    {
        var (key, id) = await AddGroupAsync("OPEN", capacity: 9);
        var request = await RequestAsync(id, "late");
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.JoinRequests.Where(r => r.GroupId == key).ExecuteUpdateAsync(r => r.SetProperty(row => row.ExpiresAt, TestClock.UtcNow.UtcDateTime.AddMinutes(-1)), ct),
            TestContext.Current.CancellationToken);
        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
        (await server.DataAsync("query($id: ID!) { joinRequests(where: { id: { eq: $id } }) { nodes { status } } }", new { id = request })).ShouldBeJson(
            """{ "joinRequests": { "nodes": [{ "status": "EXPIRED" }] } }""");
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key)).ShouldBe([ActivityKind.JoinRequested, ActivityKind.JoinRequestExpired]);
        (await MutateAsync("approveJoinRequest", "joinRequest { id }", new { id = request })).ShouldBeJson("""{ "joinRequest": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
    }

    /// <summary>A join is a fact: it is recorded, and flagged where the report itself shows that the policy was broken.</summary>
    [Theory]
    [InlineData("INVITE_BY_ADMIN", "QR_CODE", null, true)]
    [InlineData("INVITE_BY_ADMIN", "STAFF", null, false)]
    [InlineData("INVITE_BY_ADMIN", "INVITATION", "there", true)]
    [InlineData("INVITE_BY_ADMIN", null, null, false)]
    [InlineData("MEMBER_REFERRAL", "INVITATION", "there", false)]
    [InlineData("MEMBER_REFERRAL", "INVITATION", "elsewhere", true)]
    [InlineData("PAID", "LINK", null, true)]
    [InlineData("OPEN", "QR_CODE", null, false)]
    public async Task A_join_against_the_policy_is_recorded_and_flagged(string policy, string? source, string? invitedBy, bool isBroken)
    {
        var (key, id) = await AddGroupAsync("OPEN", capacity: 9);
        await JoinAsync(id, "there", null, null);
        await MutateAsync("updateGroup", "group { id }", new { id, joinPolicy = policy });
        (await JoinAsync(id, "newcomer", source, invitedBy)).ShouldBeJson($$"""{ "membership": { "joinPolicyBroken": {{(isBroken ? "true" : "false")}} }, "errors": null }""");
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key && a.Kind == ActivityKind.JoinPolicyBroken)).Length.ShouldBe(isBroken ? 1 : 0);
    }

    [Fact]
    public async Task An_owner_sees_and_decides_the_requests_for_their_groups_alone_and_an_analyst_no_names()
    {
        var (mine, theirs) = (await AddGroupAsync("OPEN", capacity: 9), await AddGroupAsync("OPEN", capacity: 9));
        var (own, foreign) = (await RequestAsync(mine.Id, "own"), await RequestAsync(theirs.Id, "foreign"));
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        (await server.DataAsync("query($a: ID!, $b: ID!) { joinRequests { totalCount nodes { id displayName } } a: node(id: $a) { id } b: node(id: $b) { id } }", new { a = own, b = foreign }, owner)).ShouldBeJson(
            $$"""{ "joinRequests": { "totalCount": 1, "nodes": [{ "id": "{{own}}", "displayName": "own" }] }, "a": { "id": "{{own}}" }, "b": null }""");
        (await MutateAsync("rejectJoinRequest", "joinRequest { id }", new { id = foreign, reason = "r" }, owner)).ShouldBeJson("""{ "joinRequest": null, "errors": [{ "code": "NOT_FOUND" }] }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync("{ joinRequests(first: 1) { nodes { displayName } } }", apiKey: analyst)).ToString().ShouldContain("FORBIDDEN");
        (await server.QueryAsync("query($id: ID!, $m: ID!) { joinEligibility(groupId: $id, memberId: $m) { isEligible } }", new { id = mine.Id, m = mine.Id }, analyst)).ToString().ShouldContain("FORBIDDEN");
        (await server.DataAsync("query($id: ID!) { joinEligibility(groupId: $id, account: { platform: WECHAT, externalId: \"x\" }) { isEligible } }", new { id = theirs.Id }, owner)).ShouldBeJson("""{ "joinEligibility": null }""");
    }

    private async Task<string> EligibilityAsync(string groupId, object arguments)
    {
        var variables = new Dictionary<string, object?> { ["groupId"] = groupId };
        foreach (var property in arguments.GetType().GetProperties())
        {
            variables[property.Name] = property.GetValue(arguments);
        }

        var found = (await server.DataAsync(
            """
            query($groupId: ID!, $memberId: ID, $account: IdentityReferenceInput, $invitedById: ID, $invitedByOperatorId: ID, $orderId: ID, $campaignId: ID) {
              joinEligibility(groupId: $groupId, memberId: $memberId, account: $account, invitedById: $invitedById, invitedByOperatorId: $invitedByOperatorId, orderId: $orderId, campaignId: $campaignId) {
                isEligible requirements { kind state reason }
              }
            }
            """,
            variables)).GetProperty("joinEligibility");
        found.GetProperty("requirements").EnumerateArray().ShouldAllBe(r => r.GetProperty("reason").GetString()!.Length > 5);
        return $"{found.GetProperty("isEligible").GetRawText()}: "
            + string.Join(", ", found.GetProperty("requirements").EnumerateArray().Select(r => $"{r.GetProperty("kind").GetString()} {r.GetProperty("state").GetString()}"));
    }

    private async Task<string> OrderAsync(string memberId, decimal amount, string currency) => (await MutateAsync(
        "recordOrder", "order { id }",
        new { source = _run, externalId = Guid.NewGuid().ToString("N"), amount = new { amount, currency }, paidAt = TestClock.UtcNow, memberId }))
        .GetProperty("order").GetProperty("id").GetString()!;

    private async Task<string> RequestAsync(string groupId, string name) => (await MutateAsync(
        "requestJoin", "joinRequest { id }", new { groupId, account = new { platform = "WECHAT", externalId = $"{_run}-{name}", displayName = name }, note = "您好" }))
        .GetProperty("joinRequest").GetProperty("id").GetString()!;

    private Task<JsonElement> JoinAsync(string groupId, string name, string? joinSource, string? invitedBy) => MutateAsync(
        "recordJoin", "membership { joinPolicyBroken }",
        new
        {
            groupId, joinSource, member = new { platform = "WECHAT", externalId = $"{_run}-{name}" },
            invitedBy = invitedBy is null ? null : new { platform = "WECHAT", externalId = $"{_run}-{invitedBy}" },
        });

    private async Task<(long Key, string Id)> AddGroupAsync(string joinPolicy, int capacity)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        await MutateAsync("updateGroup", "group { id }", new { id = group.Id, joinPolicy, capacity });
        await server.Database.WriteAsync(
            AccessScope.Everything, (db, ct) => db.Activities.Where(a => a.GroupId == group.Key).ExecuteDeleteAsync(ct), TestContext.Current.CancellationToken);
        return group;
    }

    private async Task<JsonElement> MutateAsync(string mutation, string selection, object input, string? key = null) => (await server.DataAsync(
        $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) { {{selection}} errors { ... on Error { code } } }
        }
        """,
        new { input }, key)).GetProperty(mutation);
}
