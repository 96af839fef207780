using System.CommandLine;
using Headless.Metrics.Rollups;
using Spectre.Console;

namespace Headless.Server.Commands;

/// <summary><c>rebuild-metrics</c>: computes the rollups anew from the activity log.</summary>
internal static class RebuildMetricsCommand
{
    public static Command Create()
    {
        var command = new Command("rebuild-metrics", "Compute all metrics anew from the activity log, for the reporting time zone that is set.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(async (result, ct) =>
        {
            await using var app = await HeadlessCommandLine.CreateServicesAsync(result.UnmatchedTokens, ct);
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
