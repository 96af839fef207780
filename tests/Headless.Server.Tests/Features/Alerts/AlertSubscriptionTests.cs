using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Delivery;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Alerts;

/// <summary>A screen of alerts over a socket: each is told as it opens, changes, is taken on and ends.</summary>
public sealed class AlertSubscriptionTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string Subscription =
        "subscription($groups: [ID!], $after: String) { onAlert(groupIds: $groups, after: $after) { kind cursor activity { cursor group { id } } alert { kind status severity } } }";

    [Fact]
    public async Task An_alert_is_told_from_its_opening_to_its_end()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var after = await CursorAsync();
        await SetCapacityAsync(key, 10);
        await SampleCommunity.AddMembersAsync(server, key, [.. Enumerable.Range(1, 9).Select(i => $"m{i}")]);
        await using var stream = await ActivityStream.ConnectAsync(server);
        await stream.SubscribeAsync("1", Subscription, new { groups = new[] { group }, after });

        await EvaluateAsync();
        var raised = await stream.NextEventAsync();
        raised.GetProperty("kind").GetString().ShouldBe("ALERT_RAISED");
        raised.GetProperty("cursor").GetString().ShouldBe(raised.GetProperty("activity").GetProperty("cursor").GetString());
        raised.GetProperty("activity").GetProperty("group").ShouldBeJson($$"""{ "id": "{{group}}" }""");
        raised.GetProperty("alert").ShouldBeJson("""{ "kind": "CAPACITY_NEAR", "status": "OPEN", "severity": "WARNING" }""");

        await server.DataAsync("mutation($id: ID!) { acknowledgeAlert(input: { id: $id }) { errors { __typename } } }", new { id = await AlertIdAsync(group) });
        Told(await stream.NextEventAsync()).ShouldBe(("ALERT_ACKNOWLEDGED", "ACKNOWLEDGED", "WARNING"));

        await SampleCommunity.AddMembersAsync(server, key, "m10");
        await EvaluateAsync();
        Told(await stream.NextEventAsync()).ShouldBe(("ALERT_UPDATED", "OPEN", "CRITICAL"));

        await SetCapacityAsync(key, 100);
        await EvaluateAsync();
        Told(await stream.NextEventAsync()).ShouldBe(("ALERT_RESOLVED", "RESOLVED", "CRITICAL"));

        // Who comes back reads them again from their cursor, with the alert as it is now.
        await using var again = await ActivityStream.ConnectAsync(server);
        await again.SubscribeAsync("1", Subscription, new { groups = new[] { group }, after = raised.GetProperty("cursor").GetString() });
        Told(await again.NextEventAsync()).ShouldBe(("ALERT_ACKNOWLEDGED", "RESOLVED", "CRITICAL"));
    }

    [Fact]
    public async Task Promise_5_an_owner_is_told_of_alerts_of_their_groups_only()
    {
        var (mine, mineId) = await SampleCommunity.AddGroupAsync(server);
        var (other, _) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        var after = await CursorAsync();
        await using var stream = await ActivityStream.ConnectAsync(server, owner);
        await stream.SubscribeAsync("1", Subscription, new { after });
        await SetCapacityAsync(other, 1);
        await SampleCommunity.AddMembersAsync(server, other, "x");
        await EvaluateAsync();
        await SetCapacityAsync(mine, 1);
        await SampleCommunity.AddMembersAsync(server, mine, "y");
        await EvaluateAsync();
        (await stream.NextEventAsync()).GetProperty("activity").GetProperty("group").ShouldBeJson($$"""{ "id": "{{mineId}}" }""");
    }

    private static (string? Kind, string? Status, string? Severity) Told(JsonElement change) =>
        (change.GetProperty("kind").GetString(), change.GetProperty("alert").GetProperty("status").GetString(), change.GetProperty("alert").GetProperty("severity").GetString());

    private async Task<string> CursorAsync()
    {
        await server.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } } }", new { name = Guid.NewGuid().ToString("N") });
        return (await server.DataAsync("{ activities(last: 1) { edges { cursor } } }")).GetProperty("activities").GetProperty("edges")[0].GetProperty("cursor").GetString()!;
    }

    private async Task EvaluateAsync()
    {
        server.Clock.Forward(TimeSpan.FromMinutes(2));
        await server.RunTimersAsync();
    }

    private async Task<string> AlertIdAsync(string group) =>
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { alerts(where: { kind: { eq: CAPACITY_NEAR } }) { nodes { id } } } }", new { id = group }))
        .GetProperty("groupById").GetProperty("alerts").GetProperty("nodes")[0].GetProperty("id").GetString()!;

    private Task SetCapacityAsync(long groupId, int capacity) => server.Database.WriteAsync(
        AccessScope.Everything,
        (db, ct) => db.Groups.Where(g => g.Id == groupId).ExecuteUpdateAsync(g => g.SetProperty(row => row.Capacity, capacity), ct),
        TestContext.Current.CancellationToken);
}
