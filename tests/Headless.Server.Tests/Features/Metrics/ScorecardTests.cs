using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Metrics;

/// <summary>What is known of the work of staff: each figure with its parts, null where there was nothing to do.</summary>
public sealed class ScorecardTests(RecordingServerFixture server) : IClassFixture<RecordingServerFixture>
{
    private const string Cards =
        """
        query($window: MetricWindowInput!, $ids: [ID!]) {
          operatorScorecards(window: $window, operatorIds: $ids) {
            operator { id } groupCount figures { key unit value numerator denominator isLowSample } groupMetrics { definition { key } value numerator denominator }
          }
        }
        """;

    private readonly DateTime _noon = TestClock.UtcNow.UtcDateTime.Date.AddDays(-3).AddHours(4);

    private object Window => new
    {
        from = DateOnly.FromDateTime(_noon).AddDays(-5).ToString("O", CultureInfo.InvariantCulture),
        to = DateOnly.FromDateTime(_noon).AddDays(2).ToString("O", CultureInfo.InvariantCulture),
    };

    [Fact]
    public async Task A_card_says_what_was_done_and_what_it_is_made_of()
    {
        var (key, _) = await SampleCommunity.AddGroupAsync(server);
        var (_, mine) = await StaffAsync(key);
        await WorkAsync(key, mine.Key);
        var card = (await server.DataAsync(Cards, new { window = Window, ids = new[] { mine.Id } })).GetProperty("operatorScorecards")[0];
        card.GetProperty("groupCount").GetInt32().ShouldBe(1);
        card.GetProperty("figures").ShouldBeJson(
            """
            [
              { "key": "TASKS_ON_TIME", "unit": "RATIO", "value": null, "numerator": 0, "denominator": 0, "isLowSample": true },
              { "key": "VIOLATIONS_DECIDED", "unit": "COUNT", "value": 2, "numerator": 2, "denominator": null, "isLowSample": false },
              { "key": "DECISION_HOURS", "unit": "HOURS", "value": 3, "numerator": 6, "denominator": 2, "isLowSample": true },
              { "key": "DECISIONS_OVERTURNED", "unit": "RATIO", "value": 0.5, "numerator": 1, "denominator": 2, "isLowSample": true },
              { "key": "ALERTS_ACKNOWLEDGED", "unit": "COUNT", "value": 1, "numerator": 1, "denominator": null, "isLowSample": false },
              { "key": "ACKNOWLEDGEMENT_HOURS", "unit": "HOURS", "value": 1.5, "numerator": 1.5, "denominator": 1, "isLowSample": true },
              { "key": "CALLS_MADE", "unit": "COUNT", "value": 4, "numerator": 4, "denominator": null, "isLowSample": false },
              { "key": "CALL_REACH_RATE", "unit": "RATIO", "value": 0.75, "numerator": 3, "denominator": 4, "isLowSample": true }
            ]
            """);
        card.GetProperty("groupMetrics").EnumerateArray().Select(m => m.GetProperty("definition").GetProperty("key").GetString()).ShouldBe(
            ["MEMBER_COUNT", "JOIN_COUNT", "LEAVE_RATE", "ACTIVE_MEMBER_RATE", "INTERACTION_RATE", "MESSAGES_PER_MEMBER"]);
    }

    [Fact]
    public async Task Figures_of_groups_are_those_of_the_groups_together_as_metrics_say()
    {
        var (a, aId) = await SampleCommunity.AddGroupAsync(server);
        var (b, bId) = await SampleCommunity.AddGroupAsync(server);
        await SayAsync(aId, "x", "y");
        await SayAsync(bId, "x");
        var (_, of) = await StaffAsync(a, b);
        const string both =
            """
            query($window: MetricWindowInput!, $id: ID!, $groups: [ID!]) {
              metrics(keys: [MEMBER_COUNT, JOIN_COUNT, LEAVE_RATE, ACTIVE_MEMBER_RATE, INTERACTION_RATE, MESSAGES_PER_MEMBER], window: $window, scope: { groupIds: $groups }) { value numerator denominator }
              operatorScorecards(window: $window, operatorIds: [$id]) { groupMetrics { value numerator denominator } }
            }
            """;
        var data = await server.DataAsync(both, new { window = Window, id = of.Id, groups = new[] { aId, bId } });
        data.GetProperty("operatorScorecards")[0].GetProperty("groupMetrics").ShouldBeJson(data.GetProperty("metrics").GetRawText());
        data.GetProperty("metrics")[0].GetProperty("numerator").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task An_owner_sees_their_own_card_and_no_colleagues_and_an_analyst_everybodys()
    {
        var (key, _) = await SampleCommunity.AddGroupAsync(server);
        var (secret, mine) = await StaffAsync(key);
        var (_, other) = await StaffAsync(key);
        (await server.DataAsync(Cards, new { window = Window, ids = new[] { mine.Id, other.Id } }, secret)).GetProperty("operatorScorecards").EnumerateArray()
            .Select(c => c.GetProperty("operator").GetProperty("id").GetString()).ShouldBe([mine.Id]);
        const string operators = "query($window: MetricWindowInput!, $ids: [ID!]) { operators(where: { id: { in: $ids } }, order: [{ createdAt: ASC }]) { nodes { id scorecard(window: $window) { groupCount } } } }";
        var nodes = (await server.DataAsync(operators, new { window = Window, ids = new[] { mine.Id, other.Id } }, secret)).GetProperty("operators").GetProperty("nodes");
        nodes.EnumerateArray().Single(n => n.GetProperty("id").GetString() == mine.Id).GetProperty("scorecard").ShouldBeJson("""{ "groupCount": 1 }""");
        nodes.EnumerateArray().Where(n => n.GetProperty("id").GetString() == other.Id).ShouldAllBe(n => n.GetProperty("scorecard").ValueKind == JsonValueKind.Null);
        (await server.DataAsync(Cards, new { window = Window, ids = new[] { mine.Id, other.Id } }, await server.CreateKeyAsync(OperatorRole.Analyst))).GetProperty("operatorScorecards").GetArrayLength().ShouldBe(2);
        (await server.QueryAsync(Cards, new { window = Window }, await server.CreateKeyAsync(OperatorRole.Lead, ApiKeyScope.Subscribe))).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
            .ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task Any_number_of_operators_is_the_same_number_of_statements()
    {
        var lead = await server.CreateKeyAsync(OperatorRole.Lead);
        var counts = new List<int>();
        foreach (var staff in new[] { 1, 6 })
        {
            var ids = new List<string>();
            for (var i = 0; i < staff; i++)
            {
                var (key, _) = await SampleCommunity.AddGroupAsync(server);
                ids.Add((await StaffAsync(key)).Operator.Id);
            }

            const string Each = "query($window: MetricWindowInput!, $ids: [ID!]) { operators(where: { id: { in: $ids } }) { nodes { scorecard(window: $window) { groupCount figures { value } groupMetrics { value } } } } }";
            await server.DataAsync(Each, new { window = Window, ids }, lead);
            counts.Add((await server.RecordAsync(() => server.DataAsync(Each, new { window = Window, ids }, lead))).Count);
        }

        counts[1].ShouldBe(counts[0]);
    }

    [Theory]
    [InlineData("""{ "from": "2026-01-02", "to": "2026-01-01" }""", "INVALID_METRIC_WINDOW")]
    [InlineData("""{ "lastDays": 1, "from": "2026-01-01" }""", "INVALID_METRIC_WINDOW")]
    public async Task A_window_that_cannot_be_is_refused(string window, string code) =>
        (await server.QueryAsync(Cards, new { window = JsonDocument.Parse(window).RootElement })).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);

    [Fact]
    public async Task Too_many_operators_are_refused() =>
        (await server.QueryAsync(Cards, new { window = Window, ids = Enumerable.Range(1, 101).Select(i => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"Operator:{i}"))) }))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("TOO_MANY_IDS");

    private async Task<(string Secret, (long Key, string Id) Operator)> StaffAsync(params long[] groups)
    {
        var secret = await server.CreateKeyAsync(OperatorRole.Owner, null, groups);
        await using var db = server.Database.Create(AccessScope.Everything);
        var key = await db.ApiKeys.Where(k => k.Prefix == secret.Substring(0, ApiKey.PrefixLength)).Select(k => k.OperatorId).SingleAsync(TestContext.Current.CancellationToken);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (writing, ct) => writing.Database.ExecuteSqlAsync($"UPDATE \"GroupAssignments\" SET \"Since\" = {_noon.AddDays(-30)} WHERE \"OperatorId\" = {key}", ct),
            TestContext.Current.CancellationToken);
        return (secret, (key, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Operator:{key}")))));
    }

    private Task WorkAsync(long group, long staff) => server.Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) =>
        {
            var member = new Member { DisplayName = "eve" };
            member.Memberships.Add(new Membership { GroupId = group, JoinedAt = _noon.AddDays(-10) });
            db.Members.Add(member);
            await db.SaveChangesAsync(ct);
            var (kept, taken) = (Violation(2), Violation(4));
            db.Violations.AddRange(kept, taken);
            var alert = Alert.Open(AlertKind.SilentGroup, new AlertCondition(AlertSubject.OfGroup(group), AlertSeverity.Info, "m", "a", []), _noon);
            db.Alerts.Add(alert);
            await db.SaveChangesAsync(ct);
            kept.Confirm(_noon, staff);
            taken.Confirm(_noon, staff);
            taken.Appeal(_noon.AddHours(1), "no");
            taken.DecideAppeal(false, _noon.AddHours(2), null, true, null);
            alert.Acknowledge(staff, null, _noon.AddHours(1.5));
            var list = new CallList { Name = "calls", Script = "hello" };
            db.CallLists.Add(list);
            await db.SaveChangesAsync(ct);
            var entry = new CallEntry { CallListId = list.Id, MemberId = member.Id };
            db.CallEntries.Add(entry);
            await db.SaveChangesAsync(ct);
            db.CallAttempts.AddRange(new[] { CallStatus.NoAnswer, CallStatus.Reached, CallStatus.Accepted, CallStatus.Refused }.Select((outcome, i) => new CallAttempt
            {
                CallEntryId = entry.Id, MemberId = member.Id, OperatorId = staff, Outcome = outcome, CalledAt = _noon.AddMinutes(i),
            }));
            return await db.SaveChangesAsync(ct);

            Violation Violation(int hours) => new() { GroupId = group, MemberId = member.Id, Kind = RuleKind.Ad, OccurredAt = _noon.AddHours(-hours), Source = ViolationSource.Reported };
        },
        TestContext.Current.CancellationToken);

    private Task SayAsync(string group, params string[] who) => server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
        new
        {
            input = new
            {
                source = "cards",
                activities = who.Select(name => new
                {
                    kind = "MESSAGE", externalId = Guid.NewGuid().ToString("N"), occurredAt = _noon, group = new { id = group }, member = new { platform = "WECHAT", externalId = name }, text = "good morning",
                }),
            },
        });
}
