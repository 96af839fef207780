using System.CommandLine;
using Headless.Metrics.Rollups;
using Spectre.Console;

namespace Headless.Server.Commands;

/// <summary><c>rebuild-metrics</c>: computes the rollups anew from the activity log.</summary>
internal static class RebuildMetricsCommand
{
    /// <param name="settings">The settings of the command line.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("rebuild-metrics", "Compute all metrics anew from the activity log, for the reporting time zone that is set.");
        command.SetAction(async (_, ct) =>
        {
            await using var app = await HeadlessCommandLine.CreateServicesAsync(settings, ct);
            var rebuild = app.Services.GetRequiredService<MetricsRebuild>();
            var groups = AnsiConsole.Profile.Capabilities.Interactive
                ? await AnsiConsole.Status().StartAsync(
                    "Rebuilding…",
                    async status => await rebuild.RunAsync(new Progress<int>(done => status.Status($"Rebuilding… {done} groups")), ct))
                : await rebuild.RunAsync(progress: null, ct);
            AnsiConsole.MarkupLineInterpolated($"Rebuilt the metrics of [bold]{groups}[/] groups.");
            return 0;
        });
        return command;
    }
}
