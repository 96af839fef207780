using System.Diagnostics;
using System.Globalization;
using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Import;
using Headless.Metrics;

namespace Headless.Benchmarks.Ingest;

/// <summary>An import as the command does it: into a new SQLite file with every index and rollup.</summary>
internal static class ImportBenchmark
{
    private static readonly double[] Marks = [0.25, 0.5, 0.75];

    public static async Task RunAsync(string title, string folder, string database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCommunityDatabase(new DatabaseOptions { ConnectionString = $"Data Source={database}" });
        services.AddMetrics(new ConfigurationBuilder().Build());
        services.AddSingleton<ImportRunner>();
        await using var provider = services.BuildServiceProvider();
        var community = provider.GetRequiredService<CommunityDatabase>();
        await community.MigrateAsync(CancellationToken.None);
        var group = await ImportGroups.FindOrAddAsync(
            community, "#ubuntu", Platform.Irc, new DateTime(2004, 1, 1, 0, 0, 0, DateTimeKind.Utc), CancellationToken.None);

        Console.WriteLine($"Import of {title}");
        var memory = new MemoryMarks();
        var request = new ImportRequest { Format = ImportFormat.Irc, Paths = [folder], GroupId = group };
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var result = await provider.GetRequiredService<ImportRunner>().RunAsync(request, memory, CancellationToken.None);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        processor = Environment.CpuUsage.TotalTime - processor;
        memory.Mark(1, result.Elapsed, result.TotalAccepted);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {result.Files} files, {result.Lines} lines: {result.TotalAccepted} accepted, {result.TotalIgnored} ignored, {result.TotalRejected} rejected"));
        var seconds = (result.Elapsed - memory.Collecting).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {seconds:F2} s, {result.TotalAccepted / seconds:F0} activities/s ({result.TotalAccepted / processor.TotalSeconds:F0} for a second of processor), {allocated / result.TotalAccepted} B allocated for an activity, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
    }

    /// <summary>What is still referenced after a full collection, at a quarter, at half, at three quarters and at the end.</summary>
    private sealed class MemoryMarks : IProgress<ImportProgress>
    {
        private int _next;

        /// <summary>The time that the collections took: not the import's.</summary>
        public TimeSpan Collecting { get; private set; }

        public void Report(ImportProgress value)
        {
            if (_next < Marks.Length && value.BytesRead >= Marks[_next] * value.BytesTotal)
            {
                Mark(Marks[_next++], value.Elapsed, value.Activities);
            }
        }

        public void Mark(double share, TimeSpan elapsed, long activities)
        {
            var begin = Stopwatch.GetTimestamp();
            var live = GC.GetTotalMemory(forceFullCollection: true);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {share,5:P0}: {activities,8} activities, {activities / (elapsed - Collecting).TotalSeconds,7:F0}/s so far, {live / 1e6,6:F1} MB managed after a collection"));
            Collecting += share < 1 ? Stopwatch.GetElapsedTime(begin) : TimeSpan.Zero;
        }
    }
}
