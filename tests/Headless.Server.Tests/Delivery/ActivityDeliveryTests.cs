using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Import;
using Headless.Metrics;
using Headless.Server.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Delivery;

/// <summary>What is committed reaches whoever follows the log.</summary>
public sealed class ActivityDeliveryTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    /// <summary>The least of several delays has to keep it: a machine that stands still for a while delays some of them.</summary>
    private static readonly TimeSpan s_promised = TimeSpan.FromSeconds(1);

    private int _reports;

    [Fact]
    public async Task A_recorded_activity_arrives_within_a_second_of_its_commit()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var stream = await OpenAsync(group);

        List<TimeSpan> delays = [];
        for (var i = 0; i < 5; i++)
        {
            await RecordAsync(group, $"m{i}");
            var committed = TimeProvider.System.GetTimestamp();
            (await stream.NextAsync()).GetProperty("externalId").GetString().ShouldBe($"{group}-m{i}");
            delays.Add(TimeProvider.System.GetElapsedTime(committed));
        }

        delays.Min().ShouldBeLessThan(s_promised);
    }

    [Fact]
    public async Task An_imported_activity_arrives_within_a_second_of_its_commit()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await using var stream = await OpenAsync(group);

        List<TimeSpan> delays = [];
        for (var i = 0; i < 3; i++)
        {
            var result = await ImportAsync(server.Factory.Services.GetRequiredService<ImportRunner>(), key, [$"x{i}", $"y{i}", $"z{i}"]);
            var committed = TimeProvider.System.GetTimestamp();
            result.TotalAccepted.ShouldBe(3);
            (await stream.NextExternalIdsAsync(3)).ShouldBe([$"{key}-x{i}", $"{key}-y{i}", $"{key}-z{i}"]);
            delays.Add(TimeProvider.System.GetElapsedTime(committed));
        }

        delays.Min().ShouldBeLessThan(s_promised);
    }

    [Fact]
    public async Task A_subscription_ends_with_its_key()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var secret = await server.CreateKeyAsync(OperatorRole.Lead);
        await using var stream = await ActivityStream.OpenAsync(server, new { groupIds = new[] { group } }, () => ProbeAsync(group), secret);
        await RecordAsync(group, "before");
        (await stream.NextAsync()).GetProperty("externalId").GetString().ShouldBe($"{group}-before");

        var keys = await server.DataAsync("""{ apiKeys(last: 1) { nodes { id } } }""");
        var id = keys.GetProperty("apiKeys").GetProperty("nodes")[0].GetProperty("id").GetString();
        await server.DataAsync("mutation($id: ID!) { revokeApiKey(input: { id: $id }) { errors { __typename } } }", new { id });
        await RecordAsync(group, "after");

        var ended = await stream.ReceiveAsync();
        ended.GetRawText().ShouldContain("UNAUTHENTICATED");
        ended.GetRawText().ShouldNotContain($"{group}-after");
    }

    [Fact]
    public async Task What_another_process_writes_arrives_within_a_second_of_its_commit()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await using var stream = await OpenAsync(group);

        // As an import command has it: a database, a signal and an ingestion of its own, on the same file.
        await using var other = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddCommunityDatabase(server.Database.Options)
            .AddMetrics(server.Factory.Services.GetRequiredService<IConfiguration>())
            .AddSingleton<ImportRunner>()
            .BuildServiceProvider();
        List<TimeSpan> delays = [];
        foreach (var id in new[] { "x", "y", "z", "u", "v" })
        {
            await ImportAsync(other.GetRequiredService<ImportRunner>(), key, [id]);
            var committed = TimeProvider.System.GetTimestamp();
            (await stream.NextAsync()).GetProperty("externalId").GetString().ShouldBe($"{key}-{id}");
            delays.Add(TimeProvider.System.GetElapsedTime(committed));
        }

        delays.Min().ShouldBeLessThan(s_promised);
    }

    [Fact]
    public async Task A_change_made_here_arrives_too()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var stream = await OpenAsync(group);

        await server.DataAsync("mutation($id: ID!) { updateGroup(input: { id: $id, name: \"renamed\" }) { errors { __typename } } }", new { id = group });

        var activity = await stream.NextAsync();
        activity.GetProperty("kind").GetString().ShouldBe("GROUP_UPDATED");
        activity.GetProperty("group").ShouldBeJson("""{ "name": "renamed" }""");
    }

    [Fact]
    public async Task The_order_is_that_of_the_log_while_many_write()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var first = await OpenAsync(group);
        await using var second = await OpenAsync(group);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => RecordAsync(group, [.. Enumerable.Range(0, 25).Select(i => $"{writer}.{i}")])));

        var log = await LogAsync(group);
        log.Count.ShouldBe(200);
        (await first.NextExternalIdsAsync(200)).ShouldBe(log);
        (await second.NextExternalIdsAsync(200)).ShouldBe(log);
    }

    [Fact]
    public async Task A_subscriber_sees_the_groups_and_kinds_that_it_named_and_no_other()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        await using var stream = await OpenAsync(group, kinds: ["MESSAGE_SENT"]);

        await RecordAsync(other, "elsewhere");
        await RecordAsync(group, [("JOIN", "join"), ("MESSAGE", "hello"), ("LEAVE", "leave"), ("MESSAGE", "bye")]);

        (await stream.NextExternalIdsAsync(2)).ShouldBe([$"{group}-hello", $"{group}-bye"]);
    }

    [Fact]
    public async Task An_owner_is_told_of_their_groups_only_whatever_they_ask_for()
    {
        var (mine, mineId) = await SampleCommunity.AddGroupAsync(server);
        var (_, otherId) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        await using var all = await ActivityStream.OpenAsync(server, new { }, () => ProbeAsync(mineId), owner);
        await using var named = await ActivityStream.OpenAsync(server, new { groupIds = new[] { mineId, otherId } }, () => ProbeAsync(mineId), owner);

        await RecordAsync(otherId, "hidden");
        await RecordAsync(mineId, "seen");

        (await all.NextExternalIdsAsync(1)).ShouldBe([$"{mineId}-seen"]);
        (await named.NextExternalIdsAsync(1)).ShouldBe([$"{mineId}-seen"]);
    }

    [Fact]
    public async Task An_assignment_that_ends_ends_what_is_delivered()
    {
        var (mine, mineId) = await SampleCommunity.AddGroupAsync(server);
        var (kept, keptId) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine, kept);
        await using var stream = await ActivityStream.OpenAsync(server, new { }, () => ProbeAsync(mineId), owner);

        var assignment = await server.DataAsync("query($id: ID!) { groupById(id: $id) { staff(first: 1) { nodes { id } } } }", new { id = mineId });
        var ended = await server.DataAsync(
            "mutation($id: ID!) { endAssignment(input: { id: $id }) { errors { __typename ... on Error { code message } } } }",
            new { id = assignment.GetProperty("groupById").GetProperty("staff").GetProperty("nodes")[0].GetProperty("id").GetString() });
        ended.ShouldBeJson("""{ "endAssignment": { "errors": null } }""");
        await RecordAsync(mineId, "no longer");
        await RecordAsync(keptId, "still");

        (await stream.NextExternalIdsAsync(1)).ShouldBe([$"{keptId}-still"]);
    }

    [Fact]
    public async Task To_follow_needs_a_key_that_subscribes()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead, ApiKeyScope.Read);
        await using var stream = await ActivityStream.ConnectAsync(server, key);
        await stream.SubscribeAsync("1", new { });

        var answer = await stream.ReceiveAsync();
        answer.GetRawText().ShouldContain("\"code\":\"FORBIDDEN\"");
    }

    [Fact]
    public async Task After_completing_nothing_more_arrives_and_another_subscription_may_begin()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var stream = await OpenAsync(group);
        await stream.UnsubscribeAsync("1");
        await stream.SubscribeAsync("2", new { groupIds = new[] { group } });

        // The second subscription's first activity shows that the first one is over: it would have had it as well.
        await using var witness = await OpenAsync(group);
        await RecordAsync(group, "after");
        await witness.NextExternalIdsAsync(1);
        JsonElement message;
        do
        {
            message = await stream.ReceiveAsync();
        }
        while (message.GetProperty("id").GetString() == "1" || message.GetRawText().Contains(ActivityStream.ProbePrefix, StringComparison.Ordinal));

        message.GetProperty("id").GetString().ShouldBe("2");
        message.GetProperty("payload").GetProperty("data").GetProperty("onActivity").GetProperty("externalId").GetString().ShouldBe($"{group}-after");
        await RecordAsync(group, "last");
        (await stream.ReceiveAsync()).GetProperty("id").GetString().ShouldBe("2");
    }

    private Task<ActivityStream> OpenAsync(string group, string[]? kinds = null) =>
        ActivityStream.OpenAsync(server, new { groupIds = new[] { group }, kinds }, () => ProbeAsync(group));

    private Task ProbeAsync(string group) => SendAsync([Row(group, "MESSAGE", $"{ActivityStream.ProbePrefix}{Guid.NewGuid():N}")]);

    private Task RecordAsync(string group, params string[] ids) => SendAsync([.. ids.Select(id => Row(group, "MESSAGE", $"{group}-{id}"))]);

    private Task RecordAsync(string group, (string Kind, string Id)[] rows) => SendAsync([.. rows.Select(r => Row(group, r.Kind, $"{group}-{r.Id}"))]);

    private async Task SendAsync(object[] activities)
    {
        var data = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount rejected { code message } } } }",
            new { input = new { source = "delivery", activities } });
        data.GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(activities.Length, data.GetRawText());
    }

    private object Row(string group, string kind, string externalId) => new
    {
        kind,
        externalId,
        occurredAt = TestClock.UtcNow.AddHours(-1).AddMilliseconds(Interlocked.Increment(ref _reports)),
        group = new { id = group },
        member = new { platform = "WECHAT", externalId = kind == "MESSAGE" ? "speaker" : "visitor" },
        text = kind == "MESSAGE" ? "hello" : null,
    };

    private async Task<List<string?>> LogAsync(string group)
    {
        List<string?> ids = [];
        string? after = null;
        do
        {
            var page = (await server.DataAsync(
                "query($id: ID!, $after: String) { groupById(id: $id) { activities(first: 50, after: $after) { nodes { externalId } pageInfo { hasNextPage endCursor } } } }",
                new { id = group, after })).GetProperty("groupById").GetProperty("activities");
            ids.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("externalId").GetString()));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        return [.. ids.Where(i => i?.StartsWith(ActivityStream.ProbePrefix, StringComparison.Ordinal) != true)];
    }

    private async Task<ImportResult> ImportAsync(ImportRunner runner, long group, string[] ids)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, ids.Select(id => JsonSerializer.Serialize(new
            {
                kind = "MESSAGE",
                externalId = $"{group}-{id}",
                occurredAt = TestClock.UtcNow.AddHours(-1).AddMilliseconds(Interlocked.Increment(ref _reports)),
                member = new { platform = "WECHAT", externalId = "imported" },
                text = "hello",
            })));
            return await runner.RunAsync(new ImportRequest { Format = ImportFormat.Jsonl, Paths = [file], GroupId = group }, null, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
