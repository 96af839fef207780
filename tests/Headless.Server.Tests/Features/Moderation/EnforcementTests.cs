using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Moderation;

/// <summary>From a violation to decision, strike, penalty, ban, and back, over HTTP.</summary>
public sealed class EnforcementTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Done =
        "mutation($input: ReportPenaltyDoneInput!) { reportPenaltyDone(input: $input) { penalty { status membership { leftAt leaveKind } } errors { ... on Error { code } } } }";

    private const string Failed =
        "mutation($input: ReportPenaltyFailedInput!) { reportPenaltyFailed(input: $input) { penalty { status failures failureReason } errors { ... on Error { code } } } }";

    private const string SetPolicy =
        """
        mutation($input: SetStrikePolicyInput!) {
          setStrikePolicy(input: $input) {
            strikePolicy { limit action steps { strike kind muteMinutes } noticeTemplate }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
          }
        }
        """;

    private static readonly object s_ads = new { kind = "AD", text = "禁止广告", pattern = "促销" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_confirmed_violation_removes_and_a_connector_carries_it_out()
    {
        var group = await ModeratedGroup.CreateAsync(server, s_ads);
        await group.ReportAsync(group.Says("eve", "促销一"), group.Says("eve", "促销二", 1), group.Says("ann", "促销", 2));
        var ids = (await group.ViolationsAsync("id")).EnumerateArray().Select(v => v.GetProperty("id").GetString()!).ToArray();
        (await group.DecideAsync(ids[0])).ShouldBeJson(
            """{ "violation": { "status": "CONFIRMED", "isStrike": true, "membership": { "strikes": 1 }, "penalties": { "nodes": [] } }, "errors": null }""");
        (await group.DecideAsync(ids[1])).ShouldBeJson(
            """
            { "violation": { "status": "CONFIRMED", "isStrike": true, "membership": { "strikes": 2 },
                "penalties": { "nodes": [{ "kind": "REMOVE", "status": "DUE", "strikes": 2, "muteMinutes": null, "notice": null }] } }, "errors": null }
            """);
        (await group.DecideAsync(ids[2], "DISMISS")).GetProperty("violation").GetProperty("membership").GetProperty("strikes").GetInt32().ShouldBe(0);
        foreach (var (id, decision) in new[] { (ids[0], "CONFIRM"), (ids[0], "DISMISS"), (ids[2], "CONFIRM") })
        {
            (await group.DecideAsync(id, decision)).ShouldBeJson("""{ "violation": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION" }] }""");
        }

        var penalty = await FindPenaltyAsync(group, "DUE");
        (await server.DataAsync(Failed, new { input = new { id = penalty, reason = "the bot is no admin" } })).ShouldBeJson(
            """{ "reportPenaltyFailed": { "penalty": { "status": "FAILED", "failures": 1, "failureReason": "the bot is no admin" }, "errors": null } }""");
        (await server.DataAsync(Failed, new { input = new { id = penalty, reason = "again" } })).ShouldBeJson(
            """{ "reportPenaltyFailed": { "penalty": null, "errors": [{ "code": "INVALID_TRANSITION" }] } }""");
        (await server.DataAsync("mutation($input: RetryPenaltyInput!) { retryPenalty(input: $input) { penalty { status } } }", new { input = new { id = penalty } }))
            .ShouldBeJson("""{ "retryPenalty": { "penalty": { "status": "DUE" } } }""");

        // By a connector that may report and read, twice.
        var connector = await server.CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.RecordActivities | ApiKeyScope.Read);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var done = (await server.DataAsync(Done, new { input = new { id = penalty } }, connector)).GetProperty("reportPenaltyDone").GetProperty("penalty");
            (done.GetProperty("status").GetString(), done.GetProperty("membership").GetProperty("leaveKind").GetString()).ShouldBe(("APPLIED", "REMOVED"));
        }

        (await LoggedActivities.KindsAsync(server, a => a.GroupId == group.Key && a.Kind >= ActivityKind.ViolationConfirmed && a.Kind < ActivityKind.RuleSetPublished))
            .ShouldBe(
            [
                ActivityKind.ViolationConfirmed, ActivityKind.ViolationConfirmed, ActivityKind.PenaltyDue, ActivityKind.ViolationDismissed, ActivityKind.PenaltyFailed,
                ActivityKind.PenaltyApplied,
            ]);
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == group.Key && a.Kind == ActivityKind.MemberLeft)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_first_political_message_removes_at_once_without_a_decision()
    {
        var group = await ModeratedGroup.CreateAsync(server, new { kind = "POLITICAL", text = "禁止政治", pattern = "选举", severity = "IMMEDIATE_REMOVAL" });
        await group.ReportAsync(group.Says("eve", "选举快到了"), group.Says("eve", "选举", 1));
        (await group.ViolationsAsync("status decidedBy { name } membership { strikes } penalties { nodes { kind status strikes } }")).ShouldBeJson(
            """
            [{ "status": "CONFIRMED", "decidedBy": null, "membership": { "strikes": 2 }, "penalties": { "nodes": [{ "kind": "REMOVE", "status": "DUE", "strikes": 1 }] } },
             { "status": "CONFIRMED", "decidedBy": null, "membership": { "strikes": 2 }, "penalties": { "nodes": [] } }]
            """);
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == group.Key && a.Kind >= ActivityKind.ViolationDetected && a.Kind < ActivityKind.RuleSetPublished)).ShouldBe(
            [ActivityKind.ViolationDetected, ActivityKind.ViolationDetected, ActivityKind.ViolationConfirmed, ActivityKind.PenaltyDue, ActivityKind.ViolationConfirmed]);
    }

    [Fact]
    public async Task An_overturned_appeal_takes_back_strike_and_penalty_unless_other_violations_lead_to_it()
    {
        var group = await ModeratedGroup.CreateAsync(server, s_ads);
        await group.ReportAsync(group.Says("eve", "促销一"), group.Says("eve", "促销二", 1), group.Says("eve", "促销三", 2));
        var ids = (await group.ViolationsAsync("id")).EnumerateArray().Select(v => v.GetProperty("id").GetString()!).ToArray();
        await group.DecideAsync(ids[0]);
        await group.DecideAsync(ids[1]);
        await group.DecideAsync(ids[2]);

        // Two are left, which is the limit: the removal stays, for the third.
        (await group.OverturnAsync(ids[1])).ShouldBeJson(
            """{ "violation": { "status": "OVERTURNED", "isStrike": false, "membership": { "strikes": 2 }, "penalties": { "nodes": [] } }, "errors": null }""");
        (await group.ViolationsAsync("penalties { nodes { status } }")).ShouldBeJson(
            """[{ "penalties": { "nodes": [] } }, { "penalties": { "nodes": [] } }, { "penalties": { "nodes": [{ "status": "DUE" }] } }]""");

        // One is left: it is taken back, and undone where it was carried out.
        await server.DataAsync(Done, new { input = new { id = await FindPenaltyAsync(group, "DUE") } });
        (await group.OverturnAsync(ids[2])).ShouldBeJson(
            """
            { "violation": { "status": "OVERTURNED", "isStrike": false, "membership": { "strikes": 1 }, "penalties": { "nodes": [{ "kind": "REMOVE", "status": "REVERSAL_DUE" }] } },
              "errors": null }
            """);
        (await server.DataAsync(Done, new { input = new { id = await FindPenaltyAsync(group, "REVERSAL_DUE") } })).GetProperty("reportPenaltyDone").GetProperty("penalty")
            .GetProperty("status").GetString().ShouldBe("REVERSED");
        (await group.OverturnAsync(ids[2])).ShouldBeJson("""{ "violation": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.Violations.CountAsync(v => v.GroupId == group.Key && v.IsStrike, Token)).ShouldBe(await db.Memberships.Where(m => m.GroupId == group.Key).SumAsync(m => m.Strikes, Token));
    }

    [Fact]
    public async Task Whoever_confirmed_does_not_decide_about_the_appeal_which_may_be_upheld()
    {
        var group = await ModeratedGroup.CreateAsync(server, s_ads);
        await group.ReportAsync(group.Says("eve", "促销"));
        var id = await group.FirstViolationIdAsync();
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group.Key);
        await group.DecideAsync(id, apiKey: owner);
        await server.DataAsync("mutation($input: AppealViolationInput!) { appealViolation(input: $input) { violation { id } } }", new { input = new { id, text = "不是我" } });
        const string decide =
            "mutation($input: DecideAppealInput!) { decideAppeal(input: $input) { violation { status isStrike appealText appealNote } errors { ... on Error { code } } } }";
        (await server.DataAsync(decide, new { input = new { id, decision = "UPHOLD" } }, owner)).ShouldBeJson(
            """{ "decideAppeal": { "violation": null, "errors": [{ "code": "DECIDER_OF_APPEAL" }] } }""");
        (await server.DataAsync(decide, new { input = new { id, decision = "UPHOLD", note = "有截图" } })).ShouldBeJson(
            """{ "decideAppeal": { "violation": { "status": "UPHELD", "isStrike": true, "appealText": "不是我", "appealNote": "有截图" }, "errors": null } }""");
    }

    [Fact]
    public async Task A_ladder_of_a_group_goes_before_that_of_its_rule_set_and_blacklisting_keeps_out_under_any_account()
    {
        var group = await ModeratedGroup.CreateAsync(server, s_ads, new { kind = "BAN_EVASION", text = "被移出者不得重进", severity = "IMMEDIATE_REMOVAL" });
        await server.DataAsync(SetPolicy, new { input = new { ruleSetId = group.RuleSetId, limit = 1 } });
        (await server.DataAsync(
            SetPolicy,
            new
            {
                input = new
                {
                    groupId = group.Id, limit = 2, action = "BLACKLIST", blacklistDays = 30, noticeTemplate = "{member} 违反「{rule}」: {penalty} ({strikes}/{limit})",
                    steps = new[] { new { strike = 1, kind = "WARN" } },
                },
            })).ShouldBeJson(
            """
            { "setStrikePolicy": { "strikePolicy": { "limit": 2, "action": "BLACKLIST", "steps": [{ "strike": 1, "kind": "WARN", "muteMinutes": null }],
                "noticeTemplate": "{member} 违反「{rule}」: {penalty} ({strikes}/{limit})" }, "errors": null } }
            """);
        await group.ReportAsync(group.Joins("eve"), group.Says("eve", "促销一", 0.1), group.Says("eve", "促销二", 1));
        var ids = (await group.ViolationsAsync("id")).EnumerateArray().Select(v => v.GetProperty("id").GetString()!).ToArray();
        (await group.DecideAsync(ids[0])).GetProperty("violation").GetProperty("penalties").ShouldBeJson(
            """{ "nodes": [{ "kind": "WARN", "status": "DUE", "strikes": 1, "muteMinutes": null, "notice": "eve 违反「禁止广告」: WARN (1/2)" }] }""");
        (await group.DecideAsync(ids[1])).GetProperty("violation").GetProperty("penalties").GetProperty("nodes")[0].GetProperty("notice").GetString()
            .ShouldBe("eve 违反「禁止广告」: BLACKLIST (2/2)");
        await server.DataAsync(Done, new { input = new { id = await FindPenaltyAsync(group, "DUE", "BLACKLIST") } });
        var bans = (await server.DataAsync(
            "query($id: ID!) { groupById(id: $id) { bans { nodes { status isForAllGroups issuedBy { name } until penalty { kind } member { id } } } } }", new { id = group.Id }))
            .GetProperty("groupById").GetProperty("bans").GetProperty("nodes")[0];
        (bans.GetProperty("status").GetString(), bans.GetProperty("issuedBy").ValueKind, bans.GetProperty("penalty").GetProperty("kind").GetString())
            .ShouldBe(("ACTIVE", JsonValueKind.Null, "BLACKLIST"));

        // Back under another account of theirs: a fact, an evasion, a violation of the rule about it.
        await server.DataAsync(
            "mutation($input: AddIdentityInput!) { addIdentity(input: $input) { identity { id } } }",
            new { input = new { memberId = bans.GetProperty("member").GetProperty("id").GetString(), identity = new { platform = "WECHAT", externalId = $"second-{group.Key}" } } });
        await group.ReportAsync(group.Joins("second", 5));
        (await group.ViolationsAsync("kind status activity { kind } penalties { nodes { kind status } }"))[2].ShouldBeJson(
            """{ "kind": "BAN_EVASION", "status": "CONFIRMED", "activity": { "kind": "BAN_EVADED" }, "penalties": { "nodes": [{ "kind": "BLACKLIST", "status": "DUE" }] } }""");

        // Overturned, the ban is lifted.
        await group.OverturnAsync((await group.ViolationsAsync("id"))[2].GetProperty("id").GetString()!);
        await group.OverturnAsync(ids[1]);
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.Bans.Where(b => b.BanGroups.Any(g => g.GroupId == group.Key)).Select(b => b.Status).ToListAsync(Token)).ShouldAllBe(status => status == BanStatus.Lifted);
    }

    [Fact]
    public async Task Strikes_outside_the_window_do_not_count()
    {
        var group = await ModeratedGroup.CreateAsync(server, s_ads);
        await server.DataAsync(SetPolicy, new { input = new { groupId = group.Id, windowDays = 1 } });
        await group.ReportAsync(group.Says("eve", "促销一"), group.Says("eve", "促销二", 1), group.Says("eve", "促销三", 2));
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.Violations.Where(v => v.GroupId == group.Key).OrderBy(v => v.Id).Take(1)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.OccurredAt, TestClock.UtcNow.UtcDateTime.AddDays(-2)), ct),
            Token);
        var ids = (await group.ViolationsAsync("id")).EnumerateArray().Select(v => v.GetProperty("id").GetString()!).ToArray();
        await group.DecideAsync(ids[0]);
        (await group.DecideAsync(ids[1])).GetProperty("violation").GetProperty("penalties").GetProperty("nodes").GetArrayLength().ShouldBe(0);
        (await group.DecideAsync(ids[2])).GetProperty("violation").GetProperty("penalties").GetProperty("nodes").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_policy_that_cannot_be_is_refused()
    {
        var group = await ModeratedGroup.CreateAsync(server, s_ads);
        (await server.DataAsync(
            SetPolicy,
            new
            {
                input = new
                {
                    groupId = group.Id, ruleSetId = group.RuleSetId, limit = 21, windowDays = 0, severeAction = "WARN", noticeTemplate = "{name}",
                    steps = new object[] { new { strike = 0, kind = "WARN", muteMinutes = 5 } },
                },
            })).GetProperty("setStrikePolicy").GetProperty("errors").ShouldBeJson(
            """
            [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "ruleSetId", "code": "GROUP_OR_RULE_SET" }, { "path": "limit", "code": "INCLUSIVE_BETWEEN" }, { "path": "windowDays", "code": "INCLUSIVE_BETWEEN" },
                { "path": "severeAction", "code": "NOT_SEVERE" }, { "path": "noticeTemplate", "code": "UNKNOWN_FIELD" }, { "path": "steps", "code": "INVALID_STEP" },
                { "path": "steps[0]", "code": "INVALID_MINUTES" }] }]
            """);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group.Key);
        (await server.DataAsync(SetPolicy, new { input = new { limit = 3 } }, owner)).GetProperty("setStrikePolicy").GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "DomainError", "code": "POLICY_NEEDS_GROUP" }]""");
        (await server.DataAsync(SetPolicy, new { input = new { groupId = group.Id, limit = 3, action = "MUTE" } }, owner)).GetProperty("setStrikePolicy").GetProperty("errors")
            .ShouldBeJson("""[{ "__typename": "DomainError", "code": "CAPABILITY_NOT_AVAILABLE" }]""");
    }

    [Fact]
    public async Task What_no_rule_finds_is_reported_by_hand()
    {
        var group = await ModeratedGroup.CreateAsync(server, new { kind = "HIDDEN_SALES", text = "不私下推销" });
        await group.ReportAsync(group.Says("eve", "有需要的私聊"), group.Says("ann", "好的", 1));
        await using var db = server.Database.Create(AccessScope.Everything);
        var messages = await server.DataAsync(
            "query($id: ID!) { groupById(id: $id) { activities(where: { kind: { eq: MESSAGE_SENT } }) { nodes { id member { id } } } } }", new { id = group.Id });
        var nodes = messages.GetProperty("groupById").GetProperty("activities").GetProperty("nodes");
        var (activityId, memberId) = (nodes[0].GetProperty("id").GetString(), nodes[0].GetProperty("member").GetProperty("id").GetString());
        const string report =
            """
            mutation($input: ReportViolationInput!) {
              reportViolation(input: $input) {
                violation { status source kind evidence rule { text } ruleSetVersion { number } reportedBy { id } membership { id } }
                errors { __typename ... on Error { code } }
              }
            }
            """;
        var reported = (await server.DataAsync(report, new { input = new { groupId = group.Id, memberId, kind = "HIDDEN_SALES", activityId } })).GetProperty("reportViolation");
        var violation = reported.GetProperty("violation");
        (violation.GetProperty("status").GetString(), violation.GetProperty("source").GetString(), violation.GetProperty("evidence").GetString(),
            violation.GetProperty("rule").GetProperty("text").GetString()).ShouldBe(("OPEN", "REPORTED", "有需要的私聊", "不私下推销"));
        violation.GetProperty("membership").ValueKind.ShouldBe(JsonValueKind.Object);
        (await server.DataAsync(
            report, new { input = new { groupId = group.Id, memberId = nodes[1].GetProperty("member").GetProperty("id").GetString(), kind = "AD", activityId } }))
            .GetProperty("reportViolation").GetProperty("errors").ShouldBeJson("""[{ "__typename": "DomainError", "code": "NOT_A_VIOLATION_OF_MEMBER" }]""");
        (await server.DataAsync("query($id: ID!) { violations(where: { status: { eq: OPEN }, group: { id: { eq: $id } } }) { nodes { kind } totalCount } }", new { id = group.Id }))
            .ShouldBeJson("""{ "violations": { "nodes": [{ "kind": "HIDDEN_SALES" }], "totalCount": 1 } }""");
    }

    [Fact]
    public async Task Numbers_say_what_they_are_made_of_and_are_null_with_a_reason()
    {
        var group = await ModeratedGroup.CreateAsync(server, s_ads);
        const string query =
            """
            query($ids: [ID!], $from: DateTime!, $to: DateTime!) {
              moderationStatistics(groupIds: $ids, from: $from, to: $to) {
                messages violations byKind { kind count } leaves
                violationShare { numerator denominator value nullReason } enforcementRate { numerator denominator value nullReason }
              }
            }
            """;
        var window = new { ids = new[] { group.Id }, from = TestClock.UtcNow.AddHours(-1), to = TestClock.UtcNow.AddHours(2) };
        (await server.DataAsync(query, window)).GetProperty("moderationStatistics").ShouldBeJson(
            """
            { "messages": 0, "violations": 0, "byKind": [], "leaves": 0,
              "violationShare": { "numerator": 0, "denominator": 0, "value": null, "nullReason": "NO_MESSAGES" },
              "enforcementRate": { "numerator": 0, "denominator": 0, "value": null, "nullReason": "NO_PENALTIES_DUE" } }
            """);
        await group.ReportAsync(group.Says("eve", "促销一"), group.Says("eve", "促销二", 1), group.Says("eve", "你好", 2), group.Says("ann", "促销", 3));
        foreach (var violation in (await group.ViolationsAsync("id member { displayName }")).EnumerateArray())
        {
            await group.DecideAsync(violation.GetProperty("id").GetString()!, violation.GetProperty("member").GetProperty("displayName").GetString() == "ann" ? "DISMISS" : "CONFIRM");
        }

        await server.DataAsync(Done, new { input = new { id = await FindPenaltyAsync(group, "DUE") } });
        (await server.DataAsync(query, window)).GetProperty("moderationStatistics").ShouldBeJson(
            """
            { "messages": 4, "violations": 2, "byKind": [{ "kind": "AD", "count": 2 }], "leaves": 0,
              "violationShare": { "numerator": 2, "denominator": 4, "value": 0.5, "nullReason": null },
              "enforcementRate": { "numerator": 1, "denominator": 1, "value": 1, "nullReason": null } }
            """);
    }

    [Fact]
    public async Task Another_owners_violations_are_closed_on_every_path_and_an_analyst_reads_no_text()
    {
        var group = await ModeratedGroup.CreateAsync(server, s_ads);
        await group.ReportAsync(group.Says("eve", "促销一"), group.Says("eve", "促销二", 1));
        foreach (var found in (await group.ViolationsAsync("id")).EnumerateArray())
        {
            await group.DecideAsync(found.GetProperty("id").GetString()!);
        }

        var violation = await group.FirstViolationIdAsync();
        var penalty = await FindPenaltyAsync(group, "DUE");
        var (mine, _) = await SampleCommunity.AddGroupAsync(server);
        var stranger = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        (await server.DataAsync(
            """
            query($v: ID!, $p: ID!, $set: ID!, $from: DateTime!, $to: DateTime!, $group: ID!) {
              violations(where: { or: [{ status: { eq: OPEN } }, { status: { eq: CONFIRMED } }] }, order: [{ severity: DESC }]) { nodes { id } totalCount }
              violationById(id: $v) { id }
              penalties(order: [{ dueAt: ASC }]) { nodes { id } totalCount }
              penaltyById(id: $p) { id }
              v: node(id: $v) { id }
              p: node(id: $p) { id }
              ruleSetById(id: $set) { attachments { totalCount } }
              members(where: { displayName: { eq: "eve" } }) { nodes { violations { totalCount } } }
              rulesInForce(groupId: $group) { number }
              moderationStatistics(groupIds: [$group], from: $from, to: $to) { violations }
            }
            """,
            new
            {
                v = violation, p = penalty, set = group.RuleSetId, group = group.Id, from = TestClock.UtcNow.AddHours(-1), to = TestClock.UtcNow.AddHours(2),
            },
            stranger)).ShouldBeJson(
            """
            { "violations": { "nodes": [], "totalCount": 0 }, "violationById": null, "penalties": { "nodes": [], "totalCount": 0 }, "penaltyById": null, "v": null, "p": null,
              "ruleSetById": { "attachments": { "totalCount": 0 } }, "members": { "nodes": [] }, "rulesInForce": [], "moderationStatistics": { "violations": 0 } }
            """);
        (await group.DecideAsync(violation, "CONFIRM", stranger)).GetProperty("errors").ShouldBeJson("""[{ "__typename": "NotFoundError", "code": "NOT_FOUND" }]""");
        (await server.QueryAsync(Done, new { input = new { id = penalty } }, stranger)).GetProperty("data").ShouldBeJson(
            """{ "reportPenaltyDone": { "penalty": null, "errors": [{ "code": "NOT_FOUND" }] } }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync("query($id: ID!) { violationById(id: $id) { status evidence matched } }", new { id = violation }, analyst)).GetProperty("errors")
            .GetArrayLength().ShouldBe(2);
    }

    private async Task<string> FindPenaltyAsync(ModeratedGroup group, string status, string kind = "REMOVE") =>
        (await server.DataAsync(
            "query($id: ID!, $status: PenaltyStatus!, $kind: PenaltyKind!) { penalties(where: { status: { eq: $status }, kind: { eq: $kind }, group: { id: { eq: $id } } }) { nodes { id } } }",
            new { id = group.Id, status, kind })).GetProperty("penalties").GetProperty("nodes")[0].GetProperty("id").GetString()!;
}
