using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Alerts;

/// <summary>Alerts open once, follow their condition, are taken on and end by themselves.</summary>
public sealed class AlertTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string AlertsOfGroup =
        """
        query($id: ID!) {
          groupById(id: $id) {
            alerts(order: [{ openedAt: ASC }], where: { kind: { eq: CAPACITY_NEAR } }) {
              nodes { kind subjectKind severity status evidence { name value } acknowledgedAt acknowledgeNote acknowledgedBy { name } group { id } operator { id } campaign { id } }
              totalCount
            }
          }
        }
        """;

    private const string Acknowledge =
        """
        mutation($input: AcknowledgeAlertInput!) {
          acknowledgeAlert(input: $input) { alert { status acknowledgeNote acknowledgedBy { name } version } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } }
        }
        """;

    [Fact]
    public async Task A_group_that_fills_up_has_one_alert_that_follows_it_to_its_end()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await SetCapacityAsync(key, 10);
        await SampleCommunity.AddMembersAsync(server, key, [.. Enumerable.Range(1, 8).Select(i => $"m{i}")]);
        await EvaluateAsync();
        (await AlertsAsync(group)).GetProperty("totalCount").GetInt32().ShouldBe(0);

        await SampleCommunity.AddMembersAsync(server, key, "m9");
        await EvaluateAsync();
        await EvaluateAsync();
        (await AlertsAsync(group)).ShouldBeJson(
            $$"""
            { "nodes": [{ "kind": "CAPACITY_NEAR", "subjectKind": "GROUP", "severity": "WARNING", "status": "OPEN",
                "evidence": [{ "name": "accounts", "value": 9 }, { "name": "limit", "value": 10 }, { "name": "share", "value": 0.9 }],
                "acknowledgedAt": null, "acknowledgeNote": null, "acknowledgedBy": null, "group": { "id": "{{group}}" }, "operator": null, "campaign": null }],
              "totalCount": 1 }
            """);

        var id = await AlertIdAsync(group);
        (await server.DataAsync(Acknowledge, new { input = new { id, note = "third group is on its way" } })).GetProperty("acknowledgeAlert").ShouldBeJson(
            """{ "alert": { "status": "ACKNOWLEDGED", "acknowledgeNote": "third group is on its way", "acknowledgedBy": { "name": "Lead" }, "version": 2 }, "errors": null }""");
        await EvaluateAsync();
        (await AlertsAsync(group)).GetProperty("nodes")[0].GetProperty("status").GetString().ShouldBe("ACKNOWLEDGED");

        // It was taken on as a warning; full is more than that.
        await SampleCommunity.AddMembersAsync(server, key, "m10");
        await EvaluateAsync();
        var full = (await AlertsAsync(group)).GetProperty("nodes")[0];
        (full.GetProperty("severity").GetString(), full.GetProperty("status").GetString(), full.GetProperty("acknowledgedBy").ValueKind).ShouldBe(("CRITICAL", "OPEN", JsonValueKind.Null));

        (await server.DataAsync(
            """query($id: ID!) { groups(where: { id: { eq: $id }, alerts: { some: { resolvedAt: { eq: null }, severity: { eq: CRITICAL } } } }) { totalCount } }""", new { id = group })).ShouldBeJson(
            """{ "groups": { "totalCount": 1 } }""");

        await SetCapacityAsync(key, 100);
        await EvaluateAsync();
        (await server.DataAsync("query($id: ID!) { alertById(id: $id) { status severity message } node(id: $id) { __typename } }", new { id })).GetProperty("alertById")
            .GetProperty("status").GetString().ShouldBe("RESOLVED");
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key && a.Kind >= ActivityKind.AlertRaised && a.Kind <= ActivityKind.AlertResolved)).ShouldBe(
            [ActivityKind.AlertRaised, ActivityKind.AlertAcknowledged, ActivityKind.AlertUpdated, ActivityKind.AlertResolved]);

        // The condition begins again: another alert.
        await SetCapacityAsync(key, 10);
        await EvaluateAsync();
        (await AlertsAsync(group)).GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("status").GetString()).ShouldBe(["RESOLVED", "OPEN"]);
    }

    [Fact]
    public async Task A_groups_own_capacity_goes_before_its_platforms_and_the_qr_code_has_a_limit_of_its_own()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, key, [.. Enumerable.Range(1, 19).Select(i => $"m{i}")]);
        await EvaluateAsync();
        (await AlertsAsync(group)).GetProperty("totalCount").GetInt32().ShouldBe(0);

        await SetQrLimitAsync(20);
        await EvaluateAsync();
        (await AlertsAsync(group)).GetProperty("nodes")[0].GetProperty("evidence").ShouldBeJson(
            """[{ "name": "accounts", "value": 19 }, { "name": "limit", "value": 20 }, { "name": "share", "value": 0.95 }]""");

        // Past that limit the QR code lets nobody in, which is no news any more; the group itself has room.
        await SampleCommunity.AddMembersAsync(server, key, "m20");
        await EvaluateAsync();
        (await AlertsAsync(group)).GetProperty("nodes")[0].GetProperty("status").GetString().ShouldBe("RESOLVED");
        await RemoveQrLimitAsync();
    }

    [Fact]
    public async Task An_alert_is_taken_on_once_while_it_holds_by_somebody_who_may()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await SetCapacityAsync(key, 1);
        await SampleCommunity.AddMembersAsync(server, key, "m1");
        await EvaluateAsync();
        var id = await AlertIdAsync(group);

        (await server.DataAsync(Acknowledge, new { input = new { id, note = new string('x', 1001) } })).GetProperty("acknowledgeAlert").ShouldBeJson(
            """{ "alert": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "note", "code": "MAXIMUM_LENGTH" }] }] }""");
        (await server.DataAsync(Acknowledge, new { input = new { id, version = 7 } })).GetProperty("acknowledgeAlert").ShouldBeJson(
            """{ "alert": null, "errors": [{ "__typename": "StaleVersionError", "code": "STALE_VERSION" }] }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync(Acknowledge, new { input = new { id } }, analyst)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        var stranger = await server.CreateKeyAsync(OperatorRole.Owner);
        (await server.DataAsync(Acknowledge, new { input = new { id } }, stranger)).GetProperty("acknowledgeAlert").ShouldBeJson(
            """{ "alert": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] }""");
        var admin = await server.CreateKeyAsync(OperatorRole.Admin, null, key);
        (await server.DataAsync(Acknowledge, new { input = new { id, version = 1 } }, admin)).GetProperty("acknowledgeAlert").GetProperty("alert").GetProperty("status").GetString().ShouldBe("ACKNOWLEDGED");
        (await server.DataAsync(Acknowledge, new { input = new { id } }, admin)).GetProperty("acknowledgeAlert").ShouldBeJson(
            """{ "alert": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION" }] }""");
        await SetCapacityAsync(key, 100);
        await EvaluateAsync();
        (await server.DataAsync(Acknowledge, new { input = new { id } }, admin)).GetProperty("acknowledgeAlert").ShouldBeJson(
            """{ "alert": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION" }] }""");
    }

    [Fact]
    public async Task An_alert_is_seen_by_its_groups_staff_by_whom_it_concerns_and_by_those_who_see_everything()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await SetCapacityAsync(key, 1);
        await SampleCommunity.AddMembersAsync(server, key, "m1");
        await EvaluateAsync();
        var id = await AlertIdAsync(group);
        const string query =
            """
            query($id: ID!) {
              alerts(where: { id: { eq: $id } }) { nodes { id } totalCount }
              alertById(id: $id) { id }
              node(id: $id) { id }
            }
            """;
        var seen = $$"""{ "alerts": { "nodes": [{ "id": "{{id}}" }], "totalCount": 1 }, "alertById": { "id": "{{id}}" }, "node": { "id": "{{id}}" } }""";
        (await server.DataAsync(query, new { id }, await server.CreateKeyAsync(OperatorRole.Owner, null, key))).ShouldBeJson(seen);
        (await server.DataAsync(query, new { id }, await server.CreateKeyAsync(OperatorRole.Analyst))).ShouldBeJson(seen);
        (await server.DataAsync(query, new { id }, await server.CreateKeyAsync(OperatorRole.Owner))).ShouldBeJson(
            """{ "alerts": { "nodes": [], "totalCount": 0 }, "alertById": null, "node": null }""");
        (await server.QueryAsync(query, new { id }, "")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("UNAUTHENTICATED");

        var owner = await server.CreateKeyAsync(OperatorRole.Owner);
        var ownerKey = await OperatorKeyAsync(owner);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                db.Alerts.Add(Alert.Open(AlertKind.FirstActivityTooFar, new AlertCondition(AlertSubject.OfOperator(ownerKey), AlertSeverity.Info, "m", "a", []), TestClock.UtcNow.UtcDateTime));
                return await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        (await server.DataAsync("{ alerts { nodes { subjectKind operator { id } } } viewer { operator { alerts { totalCount } } } }", apiKey: owner)).GetProperty("viewer")
            .ShouldBeJson("""{ "operator": { "alerts": { "totalCount": 1 } } }""");
    }

    [Fact]
    public async Task The_log_says_which_alert_it_was_and_why()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await SetCapacityAsync(key, 2);
        await SampleCommunity.AddMembersAsync(server, key, "m1", "m2");
        await EvaluateAsync();
        var data = (await server.DataAsync("query($id: ID!) { groupById(id: $id) { activities(where: { kind: { eq: ALERT_RAISED } }) { nodes { data } } } }", new { id = group }))
            .GetProperty("groupById").GetProperty("activities").GetProperty("nodes")[0].GetProperty("data");
        data.ShouldBeJson(
            $$"""
            { "alertId": "{{await AlertIdAsync(group)}}", "kind": "CAPACITY_NEAR", "severity": "CRITICAL",
              "evidence": [{ "name": "accounts", "value": 2 }, { "name": "limit", "value": 2 }, { "name": "share", "value": 1 }] }
            """);
    }

    [Fact]
    public async Task A_group_that_waits_for_its_first_campaign_raises_an_alert_until_one_is_near()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server, GroupStatus.Draft);
        const string query = """query($id: ID!) { groupById(id: $id) { alerts(where: { kind: { eq: FIRST_ACTIVITY_TOO_FAR } }) { nodes { severity status evidence { name value } } } } }""";
        await EvaluateAsync(minutes: 6);
        (await server.DataAsync(query, new { id = group })).ShouldBeJson("""{ "groupById": { "alerts": { "nodes": [] } } }""");

        server.Clock.Forward(TimeSpan.FromDays(8));
        await EvaluateAsync(minutes: 6);
        (await server.DataAsync(query, new { id = group })).ShouldBeJson(
            """
            { "groupById": { "alerts": { "nodes": [{ "severity": "WARNING", "status": "OPEN",
                "evidence": [{ "name": "daysSinceCreated", "value": 8 }, { "name": "daysToFirstCampaign", "value": -1 }, { "name": "limitDays", "value": 7 }] }] } } }
            """);

        var starts = server.Clock.Now.AddDays(10);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var campaign = new Campaign { Name = "opening", Status = CampaignStatus.Scheduled, StartsAt = starts, EndsAt = starts.AddHours(2) };
                db.Campaigns.Add(campaign);
                await db.SaveChangesAsync(ct);
                db.CampaignGroups.Add(new CampaignGroup { CampaignId = campaign.Id, GroupId = key });
                return await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await EvaluateAsync(minutes: 6);
        (await server.DataAsync(query, new { id = group })).GetProperty("groupById").GetProperty("alerts").GetProperty("nodes")[0].GetProperty("severity").GetString().ShouldBe("INFO");

        server.Clock.Forward(TimeSpan.FromDays(11));
        await EvaluateAsync(minutes: 6);
        (await server.DataAsync(query, new { id = group })).GetProperty("groupById").GetProperty("alerts").GetProperty("nodes")[0].GetProperty("status").GetString().ShouldBe("RESOLVED");
    }

    private Task SetCapacityAsync(long groupId, int capacity) => server.Database.WriteAsync(
        AccessScope.Everything,
        (db, ct) => db.Groups.Where(g => g.Id == groupId).ExecuteUpdateAsync(g => g.SetProperty(row => row.Capacity, capacity), ct),
        TestContext.Current.CancellationToken);

    private Task SetQrLimitAsync(int value) => server.DataAsync(
        "mutation($value: Int!) { setPlatformPolicy(input: { platform: WECHAT, key: GROUP_QR_MAX_MEMBERS, value: $value, source: \"test\", effectiveFrom: \"2026-01-01T00:00:00Z\" }) { errors { ... on Error { code } } } }",
        new { value });

    private Task RemoveQrLimitAsync() => server.Database.WriteAsync(
        AccessScope.Everything,
        (db, ct) => db.PlatformPolicies.Where(p => p.Origin == PlatformRowOrigin.Organisation).ExecuteDeleteAsync(ct),
        TestContext.Current.CancellationToken);

    /// <summary>A while passes, so that every condition is looked at again.</summary>
    private async Task EvaluateAsync(int minutes = 2)
    {
        server.Clock.Forward(TimeSpan.FromMinutes(minutes));
        await server.RunTimersAsync();
    }

    private async Task<JsonElement> AlertsAsync(string group) =>
        (await server.DataAsync(AlertsOfGroup, new { id = group })).GetProperty("groupById").GetProperty("alerts");

    private async Task<string> AlertIdAsync(string group) =>
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { alerts(where: { kind: { eq: CAPACITY_NEAR } }) { nodes { id } } } }", new { id = group }))
        .GetProperty("groupById").GetProperty("alerts").GetProperty("nodes")[0].GetProperty("id").GetString()!;

    private async Task<long> OperatorKeyAsync(string secret)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return await db.ApiKeys.Where(k => k.Prefix == secret.Substring(0, ApiKey.PrefixLength)).Select(k => k.OperatorId).SingleAsync(TestContext.Current.CancellationToken);
    }
}
