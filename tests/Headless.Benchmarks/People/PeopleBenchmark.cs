using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Headless.Benchmarks.People;

/// <summary>The lists that a console opens on, on a community of a brand's size, at a fixed rate of requests.</summary>
internal static class PeopleBenchmark
{
    private const string Server = "Headless.Server";
    private const int WarmUps = 40;

    /// <summary>Requests for a preview: it is asked for by a person who is changing a condition.</summary>
    private const int PreviewsPerSecond = 1;

    public static async Task<int> RunAsync(CommandOptions options)
    {
        using var folder = new TemporaryFolder();
        var database = Path.GetFullPath(options.Text("database") ?? folder.File("people.db"));
        var rate = options.Number("rate", 50);
        var duration = TimeSpan.FromSeconds(options.Number("seconds", 10));
        var keys = options.Text("queries")?.Split(',');
        await PrepareAsync(database);

        if (options.Number("plans", 1) == 2)
        {
            await PrintPlansAsync(database, PeopleQuery.All(PeopleQuery.Id("Segment", 1)).Where(q => keys is null || keys.Contains(q.Key)).ToList());
            return 0;
        }

        string segment;
        await using (var server = await StartAsync(database, withTimers: true))
        {
            segment = await FindOrMakeSegmentAsync(server.Client);
        }

        var queries = PeopleQuery.All(segment).Where(q => keys is null || keys.Contains(q.Key)).ToList();
        await using (var server = await StartAsync(database, withTimers: true))
        {
            Console.WriteLine($"| query | | requests/s | p50 ms | p95 ms | p99 ms | most ms | target p95 |");
            Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
            foreach (var query in queries)
            {
                for (var i = 0; i < WarmUps && !(query.Key == "preview" && i == 3); i++)
                {
                    await OpenLoop.SendAsync(server.Client, query.Body(i));
                }

                var perSecond = query.Key == "preview" ? PreviewsPerSecond : rate;
                var times = await OpenLoop.RunAsync(server.Client, n => query.Body(n), perSecond, duration);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {query.Key} | {query.Title} | {perSecond} | {At(times, 0.50):F1} | {At(times, 0.95):F1} | {At(times, 0.99):F1} | {times[^1]:F1} | {query.Target} |"));
            }

            if (queries.Where(q => q.Key != "preview").ToList() is { Count: > 1 } lists)
            {
                var times = await OpenLoop.RunAsync(server.Client, n => lists[n % lists.Count].Body(n / lists.Count), rate, duration);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| all lists | in turns | {rate} | {At(times, 0.50):F1} | {At(times, 0.95):F1} | {At(times, 0.99):F1} | {times[^1]:F1} | |"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Working set {server.WorkingSet / 1e6:F0} MB, database {new FileInfo(database).Length / 1e6:F0} MB"));
        }

        if (options.Number("plans", 1) is not 0)
        {
            await PrintPlansAsync(database, queries);
        }

        return 0;
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    /// <summary>The tables, the community and its metrics, where the file does not hold them yet.</summary>
    private static async Task PrepareAsync(string database)
    {
        await using (await StartAsync(database, withTimers: false))
        {
            // It makes the tables.
        }

        using (var connection = new SqliteConnection($"Data Source={database}"))
        {
            connection.Open();
            var generator = new CommunityGenerator(connection);
            if (generator.IsMade())
            {
                return;
            }

            var begin = Stopwatch.GetTimestamp();
            generator.Make();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Made the community in {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s"));
        }

        var rebuilt = Stopwatch.GetTimestamp();
        using var rebuild = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, Server + ".dll"), "rebuild-metrics"])
        {
            Environment = { ["Database__ConnectionString"] = $"Data Source={database}", ["Logging__LogLevel__Default"] = "Warning" },
        })!;
        await rebuild.WaitForExitAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… in {Stopwatch.GetElapsedTime(rebuilt).TotalSeconds:F0} s"));
    }

    private static Task<ChildServer> StartAsync(string database, bool withTimers)
    {
        List<(string, string)> environment =
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Demo__Load", "false"),
            ("Database__ConnectionString", $"Data Source={database}"),
            ("Logging__LogLevel__Default", "Warning"),
            ("Timers__Enabled", withTimers ? "true" : "false"),
            ("RateLimit__Limit", "0"),
        ];
        return ChildServer.StartAsync("headless", Server, "health", url => ["--urls", url], [.. environment]);
    }

    /// <summary>A segment of about a quarter of the members, which the server fills by itself.</summary>
    private static async Task<string> FindOrMakeSegmentAsync(HttpClient client)
    {
        const string name = "benchmark";
        var first = (await AskAsync(client, "query($n: String!) { segments(first: 1, where: { name: { eq: $n } }) { nodes { id } } }", new { n = name })).GetProperty("segments").GetProperty("nodes");
        if (first.GetArrayLength() > 0)
        {
            return first[0].GetProperty("id").GetString()!;
        }

        var tag = Convert.ToBase64String(Encoding.UTF8.GetBytes("Tag:1"));
        var made = await AskAsync(
            client,
            "mutation($n: String!, $tag: ID!) { createSegment(input: { name: $n, condition: { any: [{ tags: { anyOf: [$tag] } }, { gender: { in: [FEMALE] } }] } }) { segment { id } errors { __typename } } }",
            new { n = name, tag });
        var id = made.GetProperty("createSegment").GetProperty("segment").GetProperty("id").GetString()!;
        var begin = Stopwatch.GetTimestamp();
        for (var (last, unchanged) = (0, 0); unchanged < 5;)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            var answer = await AskAsync(client, "query($id: ID!) { segmentById(id: $id) { memberCount } }", new { id });
            var count = answer.GetProperty("segmentById").GetProperty("memberCount").GetInt32();
            (unchanged, last) = (count > 0 && count == last ? unchanged + 1 : 0, count);
            if (unchanged == 0 && count > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The segment has {count} members after {Stopwatch.GetElapsedTime(begin).TotalSeconds:F1} s"));
            }
        }

        return id;
    }

    /// <summary>By a server in this process, where its statements can be heard.</summary>
    private static async Task PrintPlansAsync(string database, IReadOnlyList<PeopleQuery> queries)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var plans = new StatementPlans();
        const string url = "http://127.0.0.1:5987";
        string[] arguments =
        [
            $"--urls={url}", "--environment=Development", "--Demo:Load=false", $"--Database:ConnectionString=Data Source={database}", "--Logging:LogLevel:Default=Warning",
            "--Timers:Enabled=false", "--RateLimit:Limit=0",
        ];
        _ = Task.Run(() => Assembly.Load(Server).EntryPoint!.Invoke(null, [arguments]));
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        while (true)
        {
            try
            {
                using var alive = await client.GetAsync("alive");
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }

        foreach (var query in queries)
        {
            await OpenLoop.SendAsync(client, query.Body(0));
            plans.Read(connection);
            await OpenLoop.SendAsync(client, query.Body(1));
            Console.WriteLine();
            Console.WriteLine($"== {query.Key}: {query.Title}");
            Console.WriteLine(plans.Read(connection));
        }
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string query, object variables)
    {
        using var answer = JsonDocument.Parse(await OpenLoop.SendAsync(client, JsonSerializer.SerializeToUtf8Bytes(new { query, variables })));
        return answer.RootElement.GetProperty("data").Clone();
    }
}
