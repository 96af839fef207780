using Headless.Community;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests.Rollups;

/// <summary>Figures of #ubuntu beside a count over the raw rows; days, hours and speakers beside the raw files are in <see cref="UbuntuIrcImportTests"/>.</summary>
public sealed class UbuntuIrcMetricTests(UbuntuIrcImport import) : IClassFixture<UbuntuIrcImport>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The stays are the importer's reading of the lines; who among those who came spoke within a week is counted here again.</summary>
    [Fact]
    public async Task Newcomers_who_speak_within_a_week_are_those_whose_lines_say_so()
    {
        await using var context = import.Test.Everything();
        var window = new MetricWindow(new DateOnly(2005, 2, 1), new DateOnly(2008, 1, 1));
        var value = (await new MetricService(context, UbuntuIrcImport.Calendar, new MetricSettings(), import.Test.Clock)
            .GetValuesAsync([new MetricQuery(import.GroupId, MetricKey.NewcomerActivationRate, window)], Token)).Single().Value;

        var first = (await context.Memberships.Where(stay => stay.JoinKnown).Select(stay => new { stay.MemberId, stay.JoinedAt }).ToListAsync(Token))
            .GroupBy(stay => stay.MemberId).ToDictionary(g => g.Key, g => DateOnly.FromDateTime(g.Min(stay => stay.JoinedAt).AddHours(8)));
        var spoke = (await context.Activities.Where(row => row.Kind == ActivityKind.MessageSent && row.IsEffective).Select(row => new { row.MemberId, row.OccurredAt }).ToListAsync(Token))
            .ToLookup(row => row.MemberId!.Value, row => DateOnly.FromDateTime(row.OccurredAt.AddHours(8)));
        (value.Numerator, value.Denominator).ShouldBe((first.Count(f => spoke[f.Key].Any(day => day >= f.Value && day.DayNumber - f.Value.DayNumber < 7)), first.Count));
        value.Denominator!.Value.ShouldBeGreaterThan(1_000);
        value.Numerator.ShouldBeGreaterThan(100);
    }
}
