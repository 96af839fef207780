using Headless.Community;
using Headless.Metrics.Analysis;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests.Rollups;

/// <summary>The figures of #ubuntu beside those that come of the files' own lines (<see cref="UbuntuIrcLines"/>), which know nothing of the product.</summary>
public sealed class UbuntuIrcMetricTests(UbuntuIrcImport import) : IClassFixture<UbuntuIrcImport>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Daily_interaction_heatmap_top_speakers_and_newcomers_agree_with_the_raw_files()
    {
        var lines = UbuntuIrcLines.Read(import.Folder);
        await using var context = import.Test.Everything();
        var service = new MetricService(context, UbuntuIrcImport.Calendar, new MetricSettings(), import.Test.Clock);
        var scope = MetricScope.OfGroup(import.GroupId);
        var window = new MetricWindow(new DateOnly(2005, 2, 1), new DateOnly(2008, 1, 1));

        var daily = (await service.GetSeriesAsync(new MetricSeriesQuery(scope, MetricKey.ActiveMemberCount, window, MetricInterval.Day, new MetricOptions()), Token))
            .Where(point => point.Value.Numerator > 0).ToDictionary(point => point.Value.Window.From, point => (int)point.Value.Numerator);
        var active = lines.Messages.Where(m => m.IsEffective).GroupBy(m => m.Day).ToDictionary(g => g.Key, g => g.Select(m => m.Who).Distinct().Count());
        daily.OrderBy(d => d.Key).ShouldBe(active.OrderBy(d => d.Key));

        // Who is in the channel is known of those alone who were seen coming or speaking.
        var interaction = await service.GetSeriesAsync(new MetricSeriesQuery(scope, MetricKey.InteractionRate, window, MetricInterval.Day, new MetricOptions()), Token);
        interaction.Where(point => point.Value.Numerator > 0).Select(point => (point.Value.Window.From, (int)point.Value.Numerator)).ShouldBe(active.OrderBy(d => d.Key).Select(d => (d.Key, d.Value)));
        interaction.Where(point => point.Value.Value is not null).ShouldAllBe(point => point.Value.Value >= 0 && point.Value.Value <= 1);

        var cells = (await service.GetHeatmapsAsync([scope], window, null, Token))[scope];
        cells.Where(c => c.Messages > 0).Select(c => (c.Weekday, c.Hour, c.Messages, c.EffectiveMessages)).ShouldBe(
            lines.Messages.GroupBy(m => (Weekday: ((int)m.At.DayOfWeek + 6) % 7 + 1, m.At.Hour)).OrderBy(g => g.Key)
                .Select(g => (g.Key.Weekday, g.Key.Hour, g.LongCount(), g.LongCount(m => m.IsEffective))));

        var speakers = await service.GetMostActiveMembersAsync(scope, window, 20, Token);
        speakers.Select(s => (s.EffectiveMessages, s.Messages)).ShouldBe(
            lines.Messages.GroupBy(m => m.Who).Select(g => (Effective: g.LongCount(m => m.IsEffective), All: g.LongCount()))
                .OrderByDescending(s => s.Effective).ThenByDescending(s => s.All).Take(20));

        var board = await new RankingService(context, UbuntuIrcImport.Calendar, service, new MetricSettings(), import.Test.Clock)
            .GetLeaderboardAsync(LeaderboardKind.Messages, scope, window, 20, null, Token);
        board.Select(b => (long)b.Score).ShouldBe(speakers.Select(s => s.EffectiveMessages));
    }

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
