using System.Globalization;
using Headless.Community.Import;
using Spectre.Console;

namespace Headless.Server.Commands;

/// <summary>Shows how far an import has come: a bar on a terminal, a plain line every few seconds elsewhere.</summary>
internal static class ImportProgressDisplay
{
    public static Task<ImportResult> RunOnTerminalAsync(Func<IProgress<ImportProgress>, Task<ImportResult>> run) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(context =>
        {
            var task = context.AddTask("Importing", maxValue: 1);
            return run(new Bar(task));
        });

    private static string Describe(ImportProgress p) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path.GetFileName(p.File)} ({p.FilesDone}/{p.FilesTotal} files), {p.Activities:N0} activities, {p.Rate:N0}/s");

    /// <summary>Plain lines, one every two seconds at most.</summary>
    internal sealed class Lines(TextWriter output, TimeProvider clock) : IProgress<ImportProgress>
    {
        private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
        private long? _last;

        public void Report(ImportProgress value)
        {
            if (_last is { } last && clock.GetElapsedTime(last) < Interval)
            {
                return;
            }

            _last = clock.GetTimestamp();
            var left = value.Remaining is { } remaining ? string.Create(CultureInfo.InvariantCulture, $", {remaining.TotalSeconds:N0} s left") : string.Empty;
            output.WriteLine(Describe(value) + left);
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.MaxValue = Math.Max(1, value.BytesTotal);
            task.Value = value.BytesRead;
            task.Description = Markup.Escape(Describe(value));
        }
    }
}
