using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace Headless.Benchmarks.Start;

/// <summary>
/// How long the product takes from the start of its process to its first GraphQL answer, on a SQLite database that holds the demo
/// community. Each round is a process of its own.
/// </summary>
internal static class StartBenchmark
{
    private const string Assembly = "Headless.Server.dll";
    private const string Query = "{ groups(first: 3) { nodes { name } } }";
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(2);

    public static async Task<int> RunAsync(CommandOptions options)
    {
        var assembly = Path.GetFullPath(Path.Combine(options.Text("server") ?? AppContext.BaseDirectory, Assembly));
        using var folder = new TemporaryFolder();
        var database = folder.File("start.db");

        // Makes the database, and compiles what this process does itself.
        Console.WriteLine($"Loading the demo: {await MeasureAsync(assembly, database)}");
        var rounds = new List<StartRound>();
        for (var round = 1; round <= options.Number("rounds", 5); round++)
        {
            rounds.Add(await MeasureAsync(assembly, database));
            Console.WriteLine($"Round {round}: {rounds[^1]}");
        }

        Console.WriteLine($"Median: {new StartRound(Median(r => r.Listening), Median(r => r.FirstAnswer), Median(r => r.SecondAnswer), Median(r => r.Processor), Median(r => r.WorkingSet))}");
        return 0;

        double Median(Func<StartRound, double> value) => rounds.Select(value).Order().ElementAt(rounds.Count / 2);
    }

    /// <exception cref="HttpRequestException">The first answer is not 200.</exception>
    private static async Task<StartRound> MeasureAsync(string assembly, string database)
    {
        var begin = Stopwatch.GetTimestamp();
        await using var server = ChildServer.Launch(
            "headless", assembly, url => ["--urls", url],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Database__ConnectionString", $"Data Source={database}"));
        await server.WaitUntilListeningAsync(s_interval);
        var listening = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        await AskAsync(server);
        var first = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        var processor = server.ProcessorTime.TotalMilliseconds;
        var workingSet = server.WorkingSet / 1e6;
        begin = Stopwatch.GetTimestamp();
        await AskAsync(server);
        return new StartRound(listening, first, Stopwatch.GetElapsedTime(begin).TotalMilliseconds, processor, workingSet);
    }

    private static async Task AskAsync(ChildServer server)
    {
        using var answer = await server.Client.PostAsJsonAsync("graphql", new { query = Query });
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync();
    }

    /// <param name="Listening">Milliseconds from the start of the process until it accepts connections.</param>
    /// <param name="FirstAnswer">Milliseconds from the start of the process to the end of the first answer.</param>
    /// <param name="SecondAnswer">Milliseconds that the same request takes the second time.</param>
    /// <param name="Processor">Milliseconds of processor time until the first answer, all threads together.</param>
    /// <param name="WorkingSet">The working set after the first answer, MB.</param>
    private sealed record StartRound(double Listening, double FirstAnswer, double SecondAnswer, double Processor, double WorkingSet)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"first answer after {FirstAnswer:F0} ms ({Processor:F0} ms of processor), listening after {Listening:F0} ms; second answer {SecondAnswer:F1} ms; {WorkingSet:F0} MB");
    }
}
