using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Delivery;

/// <summary>Promise 3: a reader that comes back with its cursor misses nothing, through each door of the log.</summary>
public sealed class ActivityReplayTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private int _reports;

    [Fact]
    public async Task An_activity_has_the_cursor_that_its_edge_has()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await RecordAsync(group, 3);
        var edges = (await server.DataAsync("query($id: ID!) { activities(first: 50, where: { group: { id: { eq: $id } } }) { edges { cursor node { cursor } } } }", new { id = group }))
            .GetProperty("activities").GetProperty("edges").EnumerateArray().ToList();
        edges.Count.ShouldBeGreaterThanOrEqualTo(3);
        edges.ShouldAllBe(edge => edge.GetProperty("cursor").GetString() == edge.GetProperty("node").GetProperty("cursor").GetString());
    }

    [Fact]
    public async Task Promise_3_a_client_killed_a_hundred_times_while_it_follows_has_seen_the_log_once()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var cursor = await FirstCursorAsync();
        await RecordAsync(group, 1_200);
        var writing = Task.Run(async () =>
        {
            for (var batch = 0; batch < 30; batch++)
            {
                await RecordAsync(group, 20);
                await Task.Delay(20);
            }
        });
        var random = new Random(7);
        var seen = new List<string?>();
        var kills = 0;
        while (seen.Count < 1_800)
        {
            await using var stream = await ActivityStream.ConnectAsync(server);
            await stream.SubscribeAsync("1", new { groupIds = new[] { group }, kinds = new[] { "MESSAGE_SENT" }, after = cursor });
            for (var left = kills < 100 ? random.Next(1, 12) : 1_800; left > 0 && seen.Count < 1_800; left--)
            {
                var activity = await stream.NextAsync();
                (cursor, kills) = (activity.GetProperty("cursor").GetString()!, left == 1 ? kills + 1 : kills);
                seen.Add(activity.GetProperty("externalId").GetString());
            }
        }

        await writing;
        kills.ShouldBeGreaterThanOrEqualTo(100);
        seen.ShouldBe(await LogAsync(group));
    }

    [Fact]
    public async Task An_owner_who_comes_back_is_told_of_their_groups_only()
    {
        var (mine, mineId) = await SampleCommunity.AddGroupAsync(server);
        var (_, otherId) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        var cursor = await FirstCursorAsync();
        await RecordAsync(otherId, 2);
        await RecordAsync(mineId, 2);
        await using var stream = await ActivityStream.ConnectAsync(server, owner);
        await stream.SubscribeAsync("1", new { kinds = new[] { "MESSAGE_SENT" }, after = cursor });
        (await stream.NextExternalIdsAsync(2)).ShouldBe(await LogAsync(mineId));
        await RecordAsync(otherId, 1);
        await RecordAsync(mineId, 1);
        (await stream.NextExternalIdsAsync(1)).ShouldBe((await LogAsync(mineId))[2..]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("MQ")]
    public async Task What_is_no_cursor_of_the_log_is_refused(string after)
    {
        await using var stream = await ActivityStream.ConnectAsync(server);
        await stream.SubscribeAsync("1", new { after });
        var message = await stream.ReceiveAsync();
        message.GetProperty("type").GetString().ShouldBe("next", message.GetRawText());
        var error = message.GetProperty("payload").GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_CURSOR");
        error.GetProperty("message").GetString().ShouldBe("'after' is no cursor of the log: give the cursor of an activity, or of an edge of activities in its own order.");
    }

    [Fact]
    public async Task An_event_stream_names_its_events_and_goes_on_behind_the_last_that_the_client_names()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var cursor = await FirstCursorAsync();
        await RecordAsync(group, 4);
        var log = await LogAsync(group);
        var events = await ReadEventsAsync(group, cursor, 4);
        events.Select(e => e.ExternalId).ShouldBe(log);
        (await ReadEventsAsync(group, events[1].Id, 2)).ShouldBe(events[2..]);
    }

    private async Task<List<(string Id, string? ExternalId)>> ReadEventsAsync(string group, string lastEventId, int count)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "subscription($g: [ID!]) { onActivity(groupIds: $g, kinds: [MESSAGE_SENT]) { externalId } }", variables = new { g = new[] { group } } }),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Add("Last-Event-ID", lastEventId);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(timeout.Token));
        var events = new List<(string, string?)>();
        var id = "";
        while (events.Count < count)
        {
            var line = (await reader.ReadLineAsync(timeout.Token)).ShouldNotBeNull();
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                using var data = JsonDocument.Parse(line[6..]);
                events.Add((id, data.RootElement.GetProperty("data").GetProperty("onActivity").GetProperty("externalId").GetString()));
            }
        }

        return events;
    }

    private async Task RecordAsync(string group, int count)
    {
        var report = Interlocked.Increment(ref _reports);
        foreach (var rows in Enumerable.Range(0, count).Chunk(500))
        {
            (await server.DataAsync(
                "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } errors { __typename } } }",
                new
                {
                    input = new
                    {
                        source = "replay",
                        activities = rows.Select(i => new
                        {
                            kind = "MESSAGE",
                            externalId = $"{group}-{report}-{i}",
                            occurredAt = TestClock.UtcNow,
                            group = new { id = group },
                            member = new { platform = "IRC", externalId = "speaker" },
                            text = $"message {report} {i}",
                        }),
                    },
                })).ShouldBeJson($$"""{ "recordActivities": { "report": { "acceptedCount": {{rows.Length}} }, "errors": null } }""");
        }
    }

    private async Task<string> FirstCursorAsync()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await RecordAsync(group, 1);
        return (await server.DataAsync("{ activities(first: 1) { nodes { cursor } } }")).GetProperty("activities").GetProperty("nodes")[0].GetProperty("cursor").GetString()!;
    }

    /// <summary>The messages of a group in the order of the log.</summary>
    private async Task<List<string?>> LogAsync(string group)
    {
        var ids = new List<string?>();
        string? after = null;
        while (true)
        {
            var page = (await server.DataAsync(
                "query($id: ID!, $after: String) { activities(first: 50, after: $after, where: { group: { id: { eq: $id } }, kind: { eq: MESSAGE_SENT } }) { nodes { externalId } pageInfo { hasNextPage endCursor } } }",
                new { id = group, after })).GetProperty("activities");
            ids.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("externalId").GetString()));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return ids;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }
}
