using System.Globalization;
using System.Text;

namespace Headless.Benchmarks.Load;

/// <summary>A query with its runs: this engine first, the minimal API second.</summary>
internal sealed record LoadRow(LoadQuery Query, IReadOnlyList<LoadRun> Runs);

/// <summary>The results as Markdown: every server's figures, and those of this engine in proportion to the minimal API's.</summary>
internal static class LoadReport
{
    public static string Markdown(IReadOnlyList<LoadRow> rows)
    {
        var text = new StringBuilder();
        text.AppendLine("| query | server | requests/s (least–most) | p50 ms | p99 ms | server µs of processor/request | allocated B/request | response B |");
        text.AppendLine("|---|---|---:|---:|---:|---:|---:|---:|");
        foreach (var row in rows)
        {
            foreach (var run in row.Runs)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {row.Query.Key} | {run.Server.Name} | {run.RequestsPerSecond:F0} ({run.Range.Least:F0}–{run.Range.Most:F0}) | {run.P50:F2} | {run.P99:F2} | {run.MicrosecondsPerRequest:F0} | {run.BytesPerRequest:F0} | {run.ResponseBytes} |");
            }
        }

        text.AppendLine();
        text.AppendLine("| query | | requests/s, ours ÷ minimal API | allocated per request, ours ÷ minimal API | processor time per request, minimal API ÷ ours |");
        text.AppendLine("|---|---|---:|---:|---:|");
        foreach (var row in rows)
        {
            var (ours, plain) = (row.Runs[0], row.Runs[1]);
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {row.Query.Key} | {row.Query.Title} | {ours.RequestsPerSecond / plain.RequestsPerSecond:F2} | {ours.BytesPerRequest / plain.BytesPerRequest:F2} | {plain.MicrosecondsPerRequest / ours.MicrosecondsPerRequest:F2} |");
        }

        return text.ToString();
    }
}
