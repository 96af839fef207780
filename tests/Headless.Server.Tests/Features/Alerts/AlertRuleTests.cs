using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Alerts;

/// <summary>Rules over metrics over HTTP: they open one alert where they hold, follow it, and end it.</summary>
public sealed class AlertRuleTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string Create =
        """
        mutation($input: CreateAlertRuleInput!) {
          createAlertRule(input: $input) { alertRule { id version } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } }
        }
        """;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_threshold_opens_one_alert_follows_it_and_ends_it_with_a_quiet_time_after_it()
    {
        var (key, group) = await GroupAsync(daysOpen: 40);
        var rule = await RuleAsync(new
        {
            name = $"few speak {_run}", metric = "ACTIVE_MEMBER_COUNT", groupId = group, comparison = "BELOW", threshold = 2, windowDays = 2, quietHours = 72, severity = "CRITICAL", suggestedAction = "Ask something.",
        });
        await JoinAsync(key, group, 30, "ann", "bob");
        await SpeakAsync(group, 1, "ann");
        await EvaluateAsync();
        await EvaluateAsync();
        (await AlertsAsync(rule)).ShouldBeJson(
            $$"""
            { "totalCount": 1, "nodes": [{ "kind": "METRIC_RULE", "severity": "CRITICAL", "status": "OPEN", "suggestedAction": "Ask something.", "group": { "id": "{{group}}" }, "rule": { "id": "{{rule}}", "metric": "ACTIVE_MEMBER_COUNT" },
              "evidence": [{ "name": "value", "value": 1 }, { "name": "threshold", "value": 2 }, { "name": "numerator", "value": 1 }, { "name": "windowDays", "value": 2 }] }] }
            """);

        // A second one speaks: the condition ends. It begins again within the quiet time, and after it.
        await SpeakAsync(group, 1, "bob");
        await EvaluateAsync();
        (await StatusesAsync(rule)).ShouldBe(["RESOLVED"]);
        server.Clock.Forward(TimeSpan.FromHours(60));
        await EvaluateAsync();
        (await StatusesAsync(rule)).ShouldBe(["RESOLVED"], "it is quiet still");
        server.Clock.Forward(TimeSpan.FromHours(24));
        await EvaluateAsync();
        (await StatusesAsync(rule)).ShouldBe(["RESOLVED", "OPEN"]);
        (await server.DataAsync("query($id: ID!) { alerts(where: { rule: { id: { eq: $id } }, resolvedAt: { eq: null } }) { totalCount } }", new { id = rule }))
            .ShouldBeJson("""{ "alerts": { "totalCount": 1 } }""");

        // Set aside, its alerts end.
        (await UpdateAsync(new { id = rule, version = 1, isActive = false })).ShouldBeJson("""{ "alertRule": { "isActive": false, "threshold": 2, "version": 2 }, "errors": null }""");
        await EvaluateAsync();
        (await StatusesAsync(rule)).ShouldBe(["RESOLVED", "RESOLVED"]);
        (await UpdateAsync(new { id = rule, version = 1, isActive = true })).ShouldBeJson("""{ "alertRule": null, "errors": [{ "code": "STALE_VERSION" }] }""");
    }

    [Fact]
    public async Task A_change_is_measured_against_its_baseline_and_too_few_are_not_judged()
    {
        var (key, group) = await GroupAsync(daysOpen: 60);
        var few = await RuleAsync(new
        {
            name = $"falls, many {_run}", metric = "EFFECTIVE_MESSAGE_COUNT", groupId = group, comparison = "FALLS_BY", threshold = 0.5, baseline = "PREVIOUS_WINDOW", windowDays = 3, minSample = 100, suggestedAction = "a",
        });
        var rule = await RuleAsync(new
        {
            name = $"falls {_run}", metric = "EFFECTIVE_MESSAGE_COUNT", groupId = group, comparison = "FALLS_BY", threshold = 0.5, baseline = "PREVIOUS_WINDOW", windowDays = 3, minSample = 4, suggestedAction = "a",
        });
        var usual = await RuleAsync(new
        {
            name = $"falls, usual {_run}", metric = "EFFECTIVE_MESSAGE_COUNT", groupId = group, comparison = "FALLS_BY", threshold = 0.5, baseline = "MEAN_OF_FOUR_WINDOWS", windowDays = 3, suggestedAction = "a",
        });
        await JoinAsync(key, group, 50, "ann");
        foreach (var days in new[] { 4, 4, 5, 6, 2 })
        {
            await SpeakAsync(group, days, "ann");
        }

        await EvaluateAsync();
        (await AlertsAsync(few)).GetProperty("totalCount").GetInt32().ShouldBe(0);
        (await AlertsAsync(rule)).GetProperty("nodes")[0].GetProperty("evidence").ShouldBeJson(
            """
            [{ "name": "value", "value": 1 }, { "name": "threshold", "value": 0.5 }, { "name": "baseline", "value": 4 }, { "name": "change", "value": -0.75 },
             { "name": "numerator", "value": 1 }, { "name": "windowDays", "value": 3 }]
            """);
        (await AlertsAsync(usual)).GetProperty("totalCount").GetInt32().ShouldBe(0, "1 is what the mean of the four windows before is");

        // There is nothing to judge by any more: what is open stays open.
        server.Clock.Forward(TimeSpan.FromDays(30));
        await EvaluateAsync();
        (await StatusesAsync(rule)).ShouldBe(["OPEN"]);
    }

    [Fact]
    public async Task Absence_is_found_and_what_nobody_tracks_is_not_absence()
    {
        var (key, group) = await GroupAsync(daysOpen: 40);
        var silent = await RuleAsync(new { name = $"silent {_run}", metric = "MESSAGE_COUNT", groupId = group, comparison = "ABSENT", windowDays = 7, includesToday = true, suggestedAction = "a" });
        var untracked = await RuleAsync(new { name = $"untracked {_run}", metric = "JOIN_RATE", groupId = group, comparison = "ABSENT", windowDays = 7, suggestedAction = "a" });
        var tooNew = await RuleAsync(new { name = $"too new {_run}", metric = "MESSAGE_COUNT", groupId = group, comparison = "ABSENT", windowDays = 60, suggestedAction = "a" });
        await EvaluateAsync();
        (await StatusesAsync(silent)).ShouldBe(["OPEN"]);
        (await StatusesAsync(untracked)).ShouldBeEmpty();
        (await StatusesAsync(tooNew)).ShouldBeEmpty();
        await JoinAsync(key, group, 3, "ann");
        await SpeakAsync(group, 0, "ann");
        await EvaluateAsync();
        (await StatusesAsync(silent)).ShouldBe(["RESOLVED"]);
    }

    [Fact]
    public async Task A_rule_of_the_organisation_looks_at_everything_and_one_of_groups_at_those_that_are_meant()
    {
        var (_, vip) = await GroupAsync(daysOpen: 40, GroupType.Vip, GroupPurpose.Convert);
        var (_, other) = await GroupAsync(daysOpen: 40, GroupType.Flash, GroupPurpose.Retain);
        var rule = await RuleAsync(new { name = $"vip {_run}", metric = "ORDER_COUNT", groupType = "VIP", purposes = new[] { "CONVERT" }, comparison = "ABSENT", windowDays = 3, suggestedAction = "a" });
        var whole = await RuleAsync(new { name = $"all {_run}", metric = "REVENUE", scope = "ORGANISATION", comparison = "BELOW", threshold = 1000, windowDays = 3, currency = "USD", suggestedAction = "a" });
        await EvaluateAsync();
        var groups = (await AlertsAsync(rule)).GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("group").GetProperty("id").GetString()).ToList();
        groups.ShouldContain(vip);
        groups.ShouldNotContain(other);
        (await server.DataAsync("query($id: ID!) { alertRuleById(id: $id) { alerts { nodes { subjectKind group { id } } } } }", new { id = whole })).ShouldBeJson(
            """{ "alertRuleById": { "alerts": { "nodes": [{ "subjectKind": "ORGANISATION", "group": null }] } } }""");
        await UpdateAsync(new { id = whole, isActive = false });
        await UpdateAsync(new { id = rule, isActive = false });
    }

    [Theory]
    [InlineData("""{ "comparison": "ABSENT", "threshold": 1, "windowDays": 7 }""", "INVALID_ALERT_RULE")]
    [InlineData("""{ "comparison": "BELOW", "windowDays": 7 }""", "INVALID_ALERT_RULE")]
    [InlineData("""{ "comparison": "BELOW", "threshold": 1, "baseline": "YEAR_EARLIER", "windowDays": 7 }""", "INVALID_ALERT_RULE")]
    [InlineData("""{ "comparison": "FALLS_BY", "threshold": 0.5, "windowDays": 7 }""", "INVALID_ALERT_RULE")]
    [InlineData("""{ "comparison": "FALLS_BY", "threshold": 1.5, "baseline": "YEAR_EARLIER", "windowDays": 7 }""", "INVALID_ALERT_RULE")]
    [InlineData("""{ "comparison": "RISES_BY", "threshold": 0, "baseline": "YEAR_EARLIER", "windowDays": 7 }""", "INVALID_ALERT_RULE")]
    [InlineData("""{ "comparison": "ABSENT", "windowDays": 0 }""", "INVALID_INPUT")]
    [InlineData("""{ "comparison": "ABSENT", "windowDays": 7, "currency": "yuan" }""", "INVALID_INPUT")]
    [InlineData("""{ "comparison": "ABSENT", "windowDays": 7, "scope": "ORGANISATION", "groupType": "VIP" }""", "INVALID_INPUT")]
    [InlineData("""{ "comparison": "ABSENT", "windowDays": 7, "groupId": "R3JvdXA6OTk5OTk5" }""", "NOT_FOUND")]
    public async Task What_does_not_fit_together_is_refused(string part, string code)
    {
        var input = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(part)!;
        foreach (var (name, value) in new[] { ("name", $"bad {_run}"), ("metric", "JOIN_COUNT"), ("suggestedAction", "a") })
        {
            input[name] = JsonSerializer.SerializeToElement(value);
        }

        (await server.DataAsync(Create, new { input })).GetProperty("createAlertRule").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Only_a_lead_makes_rules_and_those_of_a_group_are_seen_by_who_sees_it()
    {
        var (key, group) = await GroupAsync(daysOpen: 1);
        var input = new { name = $"mine {_run}", metric = "JOIN_COUNT", groupId = group, comparison = "ABSENT", windowDays = 30, suggestedAction = "a" };
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, key);
        (await server.QueryAsync(Create, new { input }, owner)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        var rule = await RuleAsync(input);
        (await server.DataAsync(Create, new { input })).GetProperty("createAlertRule").GetProperty("errors").ShouldBeJson("""[{ "__typename": "AlreadyExistsError", "code": "ALREADY_EXISTS" }]""");
        const string Query = "query($id: ID!) { alertRules(where: { id: { eq: $id } }) { nodes { name metric comparison } } node(id: $id) { __typename } }";
        (await server.DataAsync(Query, new { id = rule }, owner)).ShouldBeJson(
            $$"""{ "alertRules": { "nodes": [{ "name": "mine {{_run}}", "metric": "JOIN_COUNT", "comparison": "ABSENT" }] }, "node": { "__typename": "AlertRule" } }""");
        (await server.DataAsync(Query, new { id = rule }, await server.CreateKeyAsync(OperatorRole.Owner))).ShouldBeJson("""{ "alertRules": { "nodes": [] }, "node": null }""");
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key && a.Kind == ActivityKind.AlertRuleCreated)).ShouldBe([ActivityKind.AlertRuleCreated]);
    }

    private async Task<(long Key, string Id)> GroupAsync(int daysOpen, GroupType type = GroupType.General, GroupPurpose purpose = default)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var opened = server.Clock.Now.AddDays(-daysOpen);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                await db.Groups.Where(g => g.Id == group.Key).ExecuteUpdateAsync(
                    g => g.SetProperty(row => row.OpensAt, opened).SetProperty(row => row.Type, type).SetProperty(row => row.PurposeFlags, purpose), ct);
            },
            TestContext.Current.CancellationToken);
        return group;
    }

    private async Task<string> RuleAsync(object input)
    {
        var payload = (await server.DataAsync(Create, new { input })).GetProperty("createAlertRule");
        payload.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload.GetProperty("alertRule").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> UpdateAsync(object input) => (await server.DataAsync(
        "mutation($input: UpdateAlertRuleInput!) { updateAlertRule(input: $input) { alertRule { isActive threshold version } errors { ... on Error { code } } } }", new { input })).GetProperty("updateAlertRule");

    private async Task<JsonElement> AlertsAsync(string rule) => (await server.DataAsync(
        """
        query($id: ID!) { alertRuleById(id: $id) { alerts(order: [{ openedAt: ASC }]) {
          totalCount nodes { kind severity status suggestedAction group { id } rule { id metric } evidence { name value } } } } }
        """,
        new { id = rule })).GetProperty("alertRuleById").GetProperty("alerts");

    private async Task<IReadOnlyList<string?>> StatusesAsync(string rule) =>
        [.. (await AlertsAsync(rule)).GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("status").GetString())];

    private async Task EvaluateAsync()
    {
        server.Clock.Forward(TimeSpan.FromMinutes(6));
        await server.RunTimersAsync();
    }

    private Task JoinAsync(long key, string group, int daysAgo, params string[] who) =>
        RecordAsync([.. who.Select(name => (object)new { kind = "JOIN", externalId = $"{_run}{key}{name}j", occurredAt = At(daysAgo), group = new { id = group }, member = Account(name) })]);

    private Task SpeakAsync(string group, int daysAgo, string who) => RecordAsync(
        new { kind = "MESSAGE", externalId = Guid.NewGuid().ToString("N"), occurredAt = At(daysAgo), group = new { id = group }, member = Account(who), text = $"good morning {Guid.NewGuid():N}" });

    private object Account(string who) => new { platform = "WECHAT", externalId = $"{_run}{who}", displayName = who };

    private string At(int daysAgo) => server.Clock.Now.AddDays(-daysAgo).AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture);

    private async Task RecordAsync(params object[] activities) => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } } }", new { input = new { source = "test", activities } }))
        .ShouldBeJson("""{ "recordActivities": { "report": { "rejected": [] } } }""");
}
