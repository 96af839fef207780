namespace Headless.Benchmarks.Ingest;

/// <summary>How fast activities go in: from files, and over HTTP.</summary>
internal static class IngestBenchmark
{
    private const int DaysOfGeneratedLog = 100;

    public static async Task<int> RunAsync(CommandOptions options)
    {
        using var folder = new TemporaryFolder();
        if (options.Number("words", 0) is > 0 and var words)
        {
            var path = options.Text("logs") ?? folder.File("generated");
            if (options.Text("logs") is null)
            {
                GeneratedLog.Write(path, options.Number("days", DaysOfGeneratedLog));
            }

            await SensitiveWordsBenchmark.RunAsync(path, words, options.Number("rounds", 3), folder);
            return 0;
        }

        if (options.Text("logs") is { } logs)
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(logs));
            await ImportBenchmark.RunAsync($"{name}, the first of the process", logs, folder.File("logs.db"));
            await ImportBenchmark.RunAsync($"{name} into another database, the process being warm", logs, folder.File("logs-again.db"));
        }

        var generated = folder.File("generated");
        var lines = GeneratedLog.Write(generated, options.Number("days", DaysOfGeneratedLog));
        await ImportBenchmark.RunAsync($"{lines} generated lines", generated, folder.File("generated.db"));

        var batches = options.Number("batches", 200);
        Console.WriteLine($"recordActivities over HTTP, {batches} batches of 500");
        foreach (var clients in (options.Text("clients") ?? "1,4").Split(',').Select(int.Parse))
        {
            await RecordActivitiesBenchmark.RunAsync(folder.File($"http-{clients}.db"), batches, clients);
        }

        return 0;
    }
}
