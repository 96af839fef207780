using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Headless.Benchmarks.People;

namespace Headless.Benchmarks.Live;

/// <summary>What following the log costs: idle sockets, one event to many subscribers, and webhooks to a receiver on this machine.</summary>
internal static class LiveBenchmark
{
    private const string Server = "Headless.Server";

    public static async Task<int> SocketsAsync(CommandOptions options)
    {
        await using var server = await StartAsync(options);
        await IdleAsync(server, options.Number("sockets", 10_000));
        return 0;
    }

    public static async Task<int> FanOutAsync(CommandOptions options)
    {
        await using var server = await StartAsync(options);
        await FanOutAsync(server, options.Number("subscribers", 1_000), options.Number("rounds", 50));
        return 0;
    }

    public static async Task<int> WebhooksAsync(CommandOptions options)
    {
        await using var server = await StartAsync(options);
        await DeliverAsync(server, options.Number("webhooks", 10), options.Number("events", 1_000), options.Number("rate", 200), options.Number("seconds", 10));
        return 0;
    }

    private static async Task<Running> StartAsync(CommandOptions options)
    {
        var folder = new TemporaryFolder();
        var server = ChildServer.Launch(
            "headless", Path.GetFullPath(Path.Combine(options.Text("server") ?? AppContext.BaseDirectory, Server + ".dll")), url => ["--urls", url],
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("Demo__Load", "false"), ("Database__ConnectionString", $"Data Source={folder.File("live.db")}"), ("Logging__LogLevel__Default", "Error"),
            ("RateLimit__Limit", "0"), ("Webhooks__AllowHttp", "true"), ("Webhooks__AllowedNetworks__0", "127.0.0.0/8"));
        await server.WaitUntilListeningAsync(TimeSpan.FromMilliseconds(100));
        var created = await DataAsync(server.Client, """mutation { createGroup(input: { platform: WECHAT, externalId: "live", name: "live", positioning: { why: "a", what: "b", who: "c", where: "d", when: "e", how: "f" } }) { group { id } errors { __typename } } }""");
        var group = created.GetProperty("createGroup").GetProperty("group").GetProperty("id").GetString()!;
        await DataAsync(server.Client, $$"""mutation { openGroup(input: { id: "{{group}}" }) { group { id } } }""");
        return new Running(server, folder, group);
    }

    /// <summary>Sockets that have subscribed and hear nothing.</summary>
    private static async Task IdleAsync(Running server, int count)
    {
        await RecordAsync(server, "warm", 1);
        var before = server.Process.WorkingSet;
        var sockets = new List<LiveSocket>(count);
        try
        {
            var begin = Stopwatch.GetTimestamp();
            foreach (var batch in Enumerable.Range(0, count).Chunk(100))
            {
                sockets.AddRange(await Task.WhenAll(batch.Select(_ => LiveSocket.OpenAsync(server.Process.Address, server.GroupId))));
            }

            var opened = Stopwatch.GetElapsedTime(begin);
            await Task.Delay(TimeSpan.FromSeconds(3));
            var processor = server.Process.ProcessorTime;
            await Task.Delay(TimeSpan.FromSeconds(5));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} idle subscriptions, opened in {opened.TotalSeconds:F1} s: working set {before / 1e6:F0} MB before, {server.Process.WorkingSet / 1e6:F0} MB with them, {(server.Process.ProcessorTime - processor).TotalMilliseconds / 5:F0} ms of processor a second"));
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>One event to subscribers with one document.</summary>
    private static async Task FanOutAsync(Running server, int subscribers, int rounds)
    {
        var sockets = await Task.WhenAll(Enumerable.Range(0, subscribers).Select(_ => LiveSocket.OpenAsync(server.Process.Address, server.GroupId)));
        await RecordAsync(server, "warm", 1);
        await Task.WhenAll(sockets.Select(s => s.NextAsync()));
        var (first, last, processor) = (new double[rounds], new double[rounds], server.Process.ProcessorTime);
        for (var round = 0; round < rounds; round++)
        {
            var heard = sockets.Select(s => s.NextAsync()).ToArray();
            await RecordAsync(server, $"round{round}", 1);
            var committed = Stopwatch.GetTimestamp();
            var times = await Task.WhenAll(heard);
            (first[round], last[round]) = (Math.Max(0, Stopwatch.GetElapsedTime(committed, times.Min()).TotalMilliseconds), Stopwatch.GetElapsedTime(committed, times.Max()).TotalMilliseconds);
        }

        var used = (server.Process.ProcessorTime - processor).TotalMilliseconds / rounds;
        Array.Sort(last);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"one event to {subscribers} subscribers, from the answer of its mutation to the last of them: p50 {At(last, 0.5):F0} ms, p95 {At(last, 0.95):F0} ms, most {last[^1]:F0} ms; {used:F0} ms of processor for each event, its recording included"));
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }
    }

    /// <summary>As many deliveries as go, and then the time from the commit to the receipt at a fixed rate.</summary>
    private static async Task DeliverAsync(Running server, int webhooks, int events, int perSecond, int seconds)
    {
        await using var receiver = await LiveReceiver.StartAsync();
        for (var i = 0; i < webhooks; i++)
        {
            await DataAsync(server.Process.Client, $$"""mutation { createWebhook(input: { name: "w{{i}}", url: "{{receiver.Url}}", kinds: [MESSAGE_SENT], query: "subscription { onActivity { externalId kind group { name } } }" }) { issuedWebhook { secret } errors { __typename ... on Error { message } } } }""");
        }

        await RecordAsync(server, "warm", 20);
        await receiver.UntilAsync(20 * webhooks);
        var begin = Stopwatch.GetTimestamp();
        foreach (var batch in Enumerable.Range(0, events).Chunk(500))
        {
            await RecordAsync(server, $"many{batch[0]}", batch.Length);
        }

        var recorded = Stopwatch.GetElapsedTime(begin);
        await receiver.UntilAsync((20 + events) * webhooks);
        var all = Stopwatch.GetElapsedTime(begin);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{events * webhooks} deliveries by {webhooks} webhooks in {all.TotalSeconds:F1} s (recorded in {recorded.TotalSeconds:F1} s): {events * webhooks / all.TotalSeconds:F0} a second"));

        receiver.Forget();
        var each = TimeSpan.FromSeconds((double)webhooks / perSecond);
        var commits = new Dictionary<string, long>();
        var next = Stopwatch.GetTimestamp();
        for (var i = 0; i < perSecond * seconds / webhooks; i++)
        {
            if (next - Stopwatch.GetTimestamp() is > 0 and var wait)
            {
                await Task.Delay(TimeSpan.FromSeconds((double)wait / Stopwatch.Frequency));
            }

            next += (long)(each.TotalSeconds * Stopwatch.Frequency);
            await RecordAsync(server, $"paced{i}", 1);
            commits[$"paced{i}-0"] = Stopwatch.GetTimestamp();
        }

        await receiver.UntilAsync(commits.Count * webhooks);
        double[] times = [.. receiver.Received.Where(r => commits.ContainsKey(r.ExternalId)).Select(r => Math.Max(0, Stopwatch.GetElapsedTime(commits[r.ExternalId], r.At).TotalMilliseconds)).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"from the answer of the mutation to the receipt at {perSecond} deliveries a second: p50 {At(times, 0.5):F0} ms, p95 {At(times, 0.95):F0} ms, most {times[^1]:F0} ms ({times.Length} deliveries)"));
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    private static async Task RecordAsync(Running server, string name, int count)
    {
        var activities = Enumerable.Range(0, count).Select(i => new
        {
            kind = "MESSAGE", externalId = $"{name}-{i}", occurredAt = DateTime.UtcNow.AddSeconds(-1), group = new { id = server.GroupId },
            member = new { platform = "WECHAT", externalId = $"m{i % 50}" }, text = $"message {name} {i}",
        });
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            query = "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } errors { __typename } } }",
            variables = new { input = new { source = "live", activities } },
        });
        var answer = Encoding.UTF8.GetString(await OpenLoop.SendAsync(server.Process.Client, body));
        if (!answer.Contains($"\"acceptedCount\":{count}", StringComparison.Ordinal))
        {
            throw new InvalidDataException(answer);
        }
    }

    private static async Task<JsonElement> DataAsync(HttpClient client, string query)
    {
        using var answer = JsonDocument.Parse(await OpenLoop.SendAsync(client, JsonSerializer.SerializeToUtf8Bytes(new { query })));
        return answer.RootElement.GetProperty("data").Clone();
    }

    /// <summary>A server, its database and a group.</summary>
    private sealed record Running(ChildServer Process, TemporaryFolder Folder, string GroupId) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Process.DisposeAsync();
            Folder.Dispose();
        }
    }
}
