using System.Globalization;
using Headless.Community.Import;
using Spectre.Console;

namespace Headless.Server.Commands;

/// <summary>What became of every line, at the end of an import.</summary>
internal static class ImportReport
{
    public static void Write(IAnsiConsole console, ImportResult result)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Lines").AddColumn("Kind").AddColumn(new TableColumn("Number").RightAligned());
        Add(table, "accepted", result.Accepted);
        Add(table, "ignored", result.Ignored);
        Add(table, "duplicate", result.Duplicates == 0 ? new Dictionary<string, long>() : new Dictionary<string, long> { ["imported before"] = result.Duplicates });
        Add(table, "rejected", result.Rejected);
        table.AddRow("total", string.Empty, Number(result.Lines));
        console.Write(table);
        console.MarkupLineInterpolated($"{result.Files} files, {Number(result.TotalAccepted)} activities in {result.Elapsed.TotalSeconds:N1} s, {result.Rate:N0} a second.");
        if (result.ClockStepsBack > 0)
        {
            console.MarkupLineInterpolated($"The logs' clocks went back {result.ClockStepsBack} times; times are taken as they stand.");
        }

        if (result.RejectsPath is { } rejects)
        {
            console.MarkupLineInterpolated($"Rejected lines are in {rejects}.");
        }

        if (result.StoppedAt is { } stopped)
        {
            console.MarkupLineInterpolated($"Stopped before line {stopped.Line} of {stopped.File}. The same command goes on from there.");
        }
    }

    private static void Add(Table table, string fate, IReadOnlyDictionary<string, long> counts)
    {
        foreach (var (kind, count) in counts)
        {
            table.AddRow(new Text(fate), new Text(kind), new Text(Number(count)));
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
