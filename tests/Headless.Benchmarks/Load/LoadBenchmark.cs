using System.Globalization;
using System.Text.Json;
using Headless.Benchmarks.Load.Model;
using Headless.Benchmarks.Load.Servers;

namespace Headless.Benchmarks.Load;

/// <summary>
/// The same queries against this engine, a minimal API over EF Core and ADO.NET, each server alone under load. Rounds alternate the
/// servers, because shared machines drift; the tables hold medians.
/// </summary>
internal static class LoadBenchmark
{
    private static readonly string[] AdoNetQueries = ["b", "c", "d"];

    public static async Task<int> RunAsync(CommandOptions options)
    {
        var seconds = TimeSpan.FromSeconds(options.Number("seconds", 5));
        var rounds = options.Number("rounds", 5);
        var connections = options.Number("connections", 16);
        var keys = options.Text("queries")?.Split(',');
        using var folder = new TemporaryFolder();
        var database = folder.File("load.db");
        BenchmarkDatabase.Create(database);

        await using var ours = await StartAsync(BenchmarkServer.GraphQL, database);
        await using var plain = await StartAsync(BenchmarkServer.MinimalApi, database);
        await using var bound = await StartAsync(BenchmarkServer.AdoNet, database);
        var rows = new List<LoadRow>();
        foreach (var query in LoadQuery.All.Where(q => keys is null || keys.Contains(q.Key)))
        {
            LoadRun[] runs = AdoNetQueries.Contains(query.Key)
                ? [new(ours, "/graphql", query), new(plain, $"/{query.Key}", query), new(bound, $"/{query.Key}", query)]
                : [new(ours, "/graphql", query), new(plain, $"/{query.Key}", query)];
            await PrepareAsync(runs);
            foreach (var run in runs)
            {
                await run.WarmUpAsync(connections, seconds);
            }

            for (var round = 1; round <= rounds; round++)
            {
                foreach (var run in runs)
                {
                    await run.MeasureAsync(connections, seconds);
                    Console.WriteLine(run.LastRound(round));
                }
            }

            rows.Add(new LoadRow(query, runs));
        }

        Console.WriteLine();
        Console.WriteLine(LoadReport.Markdown(rows));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Working set after the load: {string.Join(", ", new[] { ours, plain, bound }.Select(s => $"{s.Name} {s.WorkingSet / 1e6:N0} MB"))}"));
        return 0;
    }

    private static Task<ChildServer> StartAsync(string server, string database)
        => ChildServer.StartAsync(server, "Headless.Benchmarks", "used", url => ["serve", server, database, url]);

    /// <summary>Takes the expected answer of each server, and refuses to compare servers that do not say the same.</summary>
    private static async Task PrepareAsync(LoadRun[] runs)
    {
        string? expected = null;
        foreach (var run in runs)
        {
            using var answer = JsonDocument.Parse(await run.ReadExpectedAsync());
            var canonical = CanonicalJson.Of(answer.RootElement);
            expected ??= canonical;
            if (canonical != expected)
            {
                throw new InvalidDataException($"{run.Server.Name} answers {run.Query.Key} with\n{canonical}\ninstead of\n{expected}");
            }
        }
    }
}
