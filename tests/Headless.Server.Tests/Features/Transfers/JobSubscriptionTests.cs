using System.Text;
using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Delivery;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Transfers;

/// <summary>Imports and exports are followed over WebSocket by whoever asked for them, and by nobody else but LEAD.</summary>
public sealed class JobSubscriptionTests(TransferServerFixture server) : IClassFixture<TransferServerFixture>
{
    private const string Imports = "subscription($ids: [ID!], $after: String) { onImportJobChanged(importJobIds: $ids, after: $after) { kind importJob { id status rows rejected progress } } }";
    private const string Exports = "subscription($after: String) { onExportJobChanged(after: $after) { kind exportJob { id status rows url } } }";

    [Fact]
    public async Task An_import_is_told_of_from_the_first_rows_to_the_end()
    {
        var lead = await ActivityStream.ConnectAsync(server);
        await using var closing = lead;
        var after = await CursorAsync();
        var job = await StartAsync(10);
        await lead.SubscribeAsync("1", Imports, new { ids = new[] { job }, after });
        (await lead.NextEventAsync()).ShouldBeJson($$"""{ "kind": "IMPORT_REQUESTED", "importJob": { "id": "{{job}}", "status": "PENDING", "rows": 0, "rejected": 0, "progress": 0 } }""");
        await server.RunJobsAsync();
        var events = new List<JsonElement>();
        do
        {
            events.Add(await lead.NextEventAsync());
        }
        while (events[^1].GetProperty("kind").GetString() != "IMPORT_COMPLETED");

        events[0].GetProperty("kind").GetString().ShouldBe("IMPORT_PROGRESSED");
        events[^1].GetProperty("importJob").ShouldBeJson($$"""{ "id": "{{job}}", "status": "COMPLETED", "rows": 10, "rejected": 1, "progress": 1 }""");

        // Not for each transaction: there were four of them within a moment.
        var told = await server.DataAsync("query($after: String) { activities(after: $after, where: { kind: { eq: IMPORT_PROGRESSED } }) { nodes { data } } }", new { after });
        told.GetProperty("activities").GetProperty("nodes")[0].GetProperty("data").GetProperty("rows").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_is_told_of_the_jobs_of_others_and_LEAD_of_all()
    {
        var owner = await server.CreateKeyAsync(OperatorRole.Owner);
        var other = await server.CreateKeyAsync(OperatorRole.Owner);
        var after = await CursorAsync();
        await using var owners = await ActivityStream.ConnectAsync(server, owner);
        await using var others = await ActivityStream.ConnectAsync(server, other);
        await using var leads = await ActivityStream.ConnectAsync(server);
        await owners.SubscribeAsync("1", Exports, new { after });
        await others.SubscribeAsync("1", Exports, new { after });
        await leads.SubscribeAsync("1", Exports, new { after });
        var first = await server.ExportAsync("exportMembers", new { columns = new[] { "memberId" } }, owner);
        var second = await server.ExportAsync("exportMembers", new { columns = new[] { "memberId" } }, other);

        (await JobsAsync(owners)).ShouldBe([Id(first), Id(first)]);
        (await JobsAsync(others)).ShouldBe([Id(second), Id(second)]);
        (await JobsAsync(leads)).ShouldBe([Id(first), Id(first)]);
        (await JobsAsync(leads)).ShouldBe([Id(second), Id(second)]);
    }

    private static string Id(JsonElement job) => job.GetProperty("id").GetString()!;

    /// <summary>Of which jobs the next events are: that one was asked for, and its end.</summary>
    private static async Task<string[]> JobsAsync(ActivityStream stream)
    {
        var (requested, completed) = (await stream.NextEventAsync(), await stream.NextEventAsync());
        (requested.GetProperty("kind").GetString(), completed.GetProperty("kind").GetString()).ShouldBe(("EXPORT_REQUESTED", "EXPORT_COMPLETED"));
        return [Id(requested.GetProperty("exportJob")), Id(completed.GetProperty("exportJob"))];
    }

    private async Task<string> StartAsync(int rows)
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var csv = "account,displayName,birthYear\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{name}-{i},Member {i},{(i == 4 ? "1700" : "1990")}\n"));
        var started = await server.StartAsync(new { subject = "MEMBERS", platform = "WECHAT", dryRun = false }, "rows.csv", Encoding.UTF8.GetBytes(csv));
        return Id(started.GetProperty("importJob"));
    }

    private async Task<string> CursorAsync()
    {
        await server.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } } }", new { name = $"first{Guid.NewGuid():N}" });
        return (await server.DataAsync("{ activities(last: 1) { edges { cursor } } }")).GetProperty("activities").GetProperty("edges")[0].GetProperty("cursor").GetString()!;
    }
}
