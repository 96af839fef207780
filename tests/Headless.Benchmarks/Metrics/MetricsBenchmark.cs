using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Headless.Benchmarks.People;
using Microsoft.Data.Sqlite;

namespace Headless.Benchmarks.Metrics;

/// <summary>The dashboard queries of an analyst on two years of a brand's activities, over HTTP, with the statements that each costs.</summary>
internal static class MetricsBenchmark
{
    private const string Server = "Headless.Server";

    public static async Task<int> RunAsync(CommandOptions options)
    {
        using var folder = new TemporaryFolder();
        var database = Path.GetFullPath(options.Text("database") ?? folder.File("metrics.db"));
        var (activities, rounds) = (options.Number("activities", 1_000_000), options.Number("rounds", 60));
        var keys = options.Text("queries")?.Split(',');
        await PrepareAsync(database, activities);
        var queries = Queries().Where(q => keys is null || keys.Contains(q.Key)).ToList();
        await using (var server = await StartAsync(database))
        {
            Console.WriteLine("| query | | p50 ms | p95 ms | most ms | answer kB | target p95 |");
            Console.WriteLine("|---|---|---:|---:|---:|---:|---:|");
            foreach (var (key, title, query, target) in queries)
            {
                var body = JsonSerializer.SerializeToUtf8Bytes(new { query });
                var size = 0;
                for (var i = 0; i < 10; i++)
                {
                    size = (await OpenLoop.SendAsync(server.Client, body)).Length;
                }

                var times = new double[rounds];
                for (var i = 0; i < rounds; i++)
                {
                    var begin = Stopwatch.GetTimestamp();
                    await OpenLoop.SendAsync(server.Client, body);
                    times[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
                }

                Array.Sort(times);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| {key} | {title} | {At(times, 0.5):F1} | {At(times, 0.95):F1} | {times[^1]:F1} | {size / 1e3:F0} | {target} |"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Working set {server.WorkingSet / 1e6:F0} MB, database {new FileInfo(database).Length / 1e6:F0} MB"));
        }

        await CountStatementsAsync(database, queries, options.Number("plans", 0) != 0);
        return 0;
    }

    private static List<(string Key, string Title, string Query, string Target)> Queries()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var (year, month) = (today.AddYears(-1), new DateOnly(today.Year, today.Month, 1));
        var ids = string.Join(", ", Enumerable.Range(1, 10).Select(n => $"\"{Id(n)}\""));
        string Days(DateOnly from, DateOnly to) => $"{{ from: \"{from:yyyy-MM-dd}\", to: \"{to:yyyy-MM-dd}\" }}";
        const string Figure = "definition { key } value numerator denominator comparison { change changeRatio }";
        return
        [
            ("dashboard", "50 groups × 6 metrics of 30 days with the days before",
                $"{{ groups(first: 50) {{ nodes {{ id metrics(keys: [INTERACTION_RATE, ACTIVE_MEMBER_RATE, LEAVE_RATE, MESSAGES_PER_MEMBER, MEMBER_COUNT, JOIN_COUNT], window: {{ lastDays: 30 }}) {{ {Figure} }} }} }} }}", "50"),
            ("newcomers", "50 groups × RETENTION_RATE and NEWCOMER_ACTIVATION_RATE of 30 days, two months ago",
                $"{{ groups(first: 50) {{ nodes {{ id metrics(keys: [RETENTION_RATE, NEWCOMER_ACTIVATION_RATE], window: {Days(today.AddDays(-90), today.AddDays(-60))}) {{ value numerator denominator }} }} }} }}", "50"),
            ("series", "ten groups, a year by day",
                $"{{ groups(where: {{ id: {{ in: [{ids}] }} }}) {{ nodes {{ id metricSeries(key: EFFECTIVE_MESSAGE_COUNT, window: {Days(year, today)}, interval: DAY) {{ start value {{ value }} }} }} }} }}", "50"),
            ("heatmap", "a heatmap of everything, 30 days", "{ activityHeatmap(window: { lastDays: 30 }) { weekday hour effectiveMessages } }", "50"),
            ("heatmap-group", "a heatmap of a group, a year", $"{{ groupById(id: \"{Id(1)}\") {{ activityHeatmap(window: {Days(year, today)}) {{ weekday hour effectiveMessages }} }} }}", "50"),
            ("cohorts-group", "a twelve-month cohort table of a group",
                $"{{ retentionCohorts(window: {Days(month.AddMonths(-12), month)}, interval: MONTH, periods: 11, scope: {{ groupIds: [\"{Id(1)}\"] }}) {{ from size cells {{ period stayingRate activeRate }} }} }}", "50"),
            ("cohorts", "a twelve-month cohort table of everything",
                $"{{ retentionCohorts(window: {Days(month.AddMonths(-12), month)}, interval: MONTH, periods: 11) {{ from size cells {{ period stayingRate activeRate }} }} }}", "50"),
            ("sales", "everything's sales of 30 days with the days before",
                $"{{ metrics(keys: [REVENUE, AVERAGE_ORDER_VALUE, REVENUE_PER_BUYER, REPURCHASE_RATE, BUYER_CONVERSION_RATE], window: {{ lastDays: 30 }}) {{ {Figure} }} }}", ""),
        ];
    }

    private static string Id(int group) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Group:{group}")));

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    /// <summary>The tables, the activities and the product's own rollups of them, where the file does not hold them yet.</summary>
    private static async Task PrepareAsync(string database, int activities)
    {
        await using (await StartAsync(database))
        {
            // It makes the tables.
        }

        using (var connection = new SqliteConnection($"Data Source={database}"))
        {
            connection.Open();
            var generator = new ActivityGenerator(connection, activities);
            if (generator.IsMade())
            {
                return;
            }

            var begin = Stopwatch.GetTimestamp();
            generator.Make();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Made {activities} activities in {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s"));
        }

        var rebuilt = Stopwatch.GetTimestamp();
        using var rebuild = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, Server + ".dll"), "rebuild-metrics"])
        {
            Environment = { ["Database__ConnectionString"] = $"Data Source={database}", ["Logging__LogLevel__Default"] = "Warning" },
        })!;
        await rebuild.WaitForExitAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rebuild-metrics took {Stopwatch.GetElapsedTime(rebuilt).TotalSeconds:F0} s"));
        using (var connection = new SqliteConnection($"Data Source={database}"))
        {
            connection.Open();
            using var analyze = connection.CreateCommand();
            analyze.CommandTimeout = 0;
            analyze.CommandText = "PRAGMA analysis_limit = 1000; ANALYZE";
            analyze.ExecuteNonQuery();
        }
    }

    private static Task<ChildServer> StartAsync(string database) => ChildServer.StartAsync(
        "headless", Server, "health", url => ["--urls", url],
        ("ASPNETCORE_ENVIRONMENT", "Development"), ("Demo__Load", "false"), ("Database__ConnectionString", $"Data Source={database}"), ("Logging__LogLevel__Default", "Warning"),
        ("Timers__Enabled", "false"), ("RateLimit__Limit", "0"));

    /// <summary>By a server in this process, where its statements can be heard.</summary>
    private static async Task CountStatementsAsync(string database, List<(string Key, string Title, string Query, string Target)> queries, bool withPlans)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var plans = new StatementPlans();
        const string url = "http://127.0.0.1:5986";
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

        Console.WriteLine();
        foreach (var (key, title, query, _) in queries)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { query });
            await OpenLoop.SendAsync(client, body);
            plans.Take();
            await OpenLoop.SendAsync(client, body);
            Console.WriteLine($"{key}: {(withPlans ? title : plans.Take().ToString(CultureInfo.InvariantCulture) + " statements")}");
            if (withPlans)
            {
                Console.WriteLine(plans.Read(connection));
            }
        }
    }
}
