using Headless.Community.Data;

namespace Headless.Metrics.Tests.Rollups;

/// <summary>Figures of #ubuntu beside a count of the raw files that uses nothing of the product, on all days of the sixty-two files.</summary>
public sealed class UbuntuIrcMetricTests(UbuntuIrcImport import) : IClassFixture<UbuntuIrcImport>
{
    private static readonly MetricWindow s_all = new(new DateOnly(2005, 2, 1), new DateOnly(2008, 1, 1));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MetricScope Scope => MetricScope.OfGroup(import.GroupId);

    [Fact]
    public async Task Interaction_and_messages_of_every_day_are_those_of_the_raw_files()
    {
        var raw = RawUbuntuIrc.Read();
        await using var context = import.Test.Everything();
        var service = Service(context);
        MetricKey[] keys = [MetricKey.InteractionRate, MetricKey.MessageCount, MetricKey.EffectiveMessageCount];
        var series = await service.GetSeriesAsync([.. keys.Select(key => new MetricSeriesQuery(Scope, key, s_all, MetricInterval.Day, new MetricOptions()))], Token);
        var counted = keys.ToDictionary(key => key, key => series.Single(pair => pair.Key.Key == key).Value.ToDictionary(point => DateOnly.FromDateTime(point.Start.AddHours(8)), point => point.Value));
        counted[MetricKey.MessageCount].Where(day => day.Value.Numerator > 0).Select(day => day.Key).Order().ShouldBe(raw.Days.Keys.Order());
        raw.Days.Count.ShouldBe(63);

        var (expected, seen) = (new List<string>(), new List<string>());
        foreach (var (day, speakers) in raw.Days.OrderBy(day => day.Key))
        {
            expected.Add($"{day:O}: {speakers.Values.Count(said => said.Effective > 0)} of {raw.PresentOn(day)}, {speakers.Values.Sum(said => said.All)} messages, {speakers.Values.Sum(said => said.Effective)} effective");
            var interaction = counted[MetricKey.InteractionRate][day];
            seen.Add($"{day:O}: {interaction.Numerator:F0} of {interaction.Denominator:F0}, {counted[MetricKey.MessageCount][day].Numerator:F0} messages, {counted[MetricKey.EffectiveMessageCount][day].Numerator:F0} effective");
        }

        seen.ShouldBe(expected);
    }

    /// <summary>A count that reads <c>=== bur[n] er wonders</c> as words of bur[n] finds 73 on this day: it is bur[n]er, who speaks otherwise, too.</summary>
    [Fact]
    public async Task On_8_February_2005_a_nick_that_the_log_tore_apart_is_one_member()
    {
        await using var context = import.Test.Everything();
        var value = (await Service(context).GetValuesAsync(
            [new MetricQuery(Scope, MetricKey.ActiveMemberCount, new MetricWindow(new DateOnly(2005, 2, 8), new DateOnly(2005, 2, 9)), new MetricOptions())], Token)).Single().Value;
        value.Value.ShouldBe(72);
        RawUbuntuIrc.Read().Days[new DateOnly(2005, 2, 8)].Count(speaker => speaker.Value.Effective > 0).ShouldBe(72);
        context.Identities.Count(identity => identity.ExternalId == "bur[n]er").ShouldBe(1);
        context.Identities.Count(identity => identity.ExternalId == "bur[n]").ShouldBe(0);
    }

    [Fact]
    public async Task The_heatmap_is_that_of_the_raw_files()
    {
        var raw = RawUbuntuIrc.Read();
        await using var context = import.Test.Everything();
        var cells = (await Service(context).GetHeatmapsAsync([Scope], s_all, null, Token))[Scope];
        cells.Count.ShouldBe(168);
        cells.Where(cell => cell.Messages > 0).Select(cell => (cell.Weekday, cell.Hour, cell.Messages, cell.EffectiveMessages)).ShouldBe(raw.Hours
            .GroupBy(hour => (Weekday: (((int)hour.Key.DayOfWeek + 6) % 7) + 1, hour.Key.Hour))
            .OrderBy(cell => cell.Key)
            .Select(cell => (cell.Key.Weekday, cell.Key.Hour, cell.Sum(hour => hour.Value.All), cell.Sum(hour => hour.Value.Effective))));
    }

    [Fact]
    public async Task The_top_speakers_of_every_day_and_of_all_are_those_of_the_raw_files()
    {
        var raw = RawUbuntuIrc.Read();
        await using var context = import.Test.Everything();
        var service = Service(context);
        foreach (var (day, speakers) in raw.Days)
        {
            (await service.GetMostActiveMembersAsync(Scope, new MetricWindow(day, day.AddDays(1)), 20, Token)).Select(member => (member.EffectiveMessages, member.Messages))
                .ShouldBe(Top(speakers.Values).Take(20), day.ToString("O"));
        }

        var all = raw.Days.Values.SelectMany(speakers => speakers).GroupBy(speaker => speaker.Key, speaker => speaker.Value)
            .Select(days => (All: days.Sum(said => said.All), Effective: days.Sum(said => said.Effective)));
        (await service.GetMostActiveMembersAsync(Scope, s_all, 100, Token)).Select(member => (member.EffectiveMessages, member.Messages)).ShouldBe(Top(all).Take(100));

        static IEnumerable<(long, long)> Top(IEnumerable<(long All, long Effective)> speakers) => speakers
            .Where(said => said.Effective > 0).OrderByDescending(said => said.Effective).ThenByDescending(said => said.All).Select(said => (said.Effective, said.All));
    }

    [Fact]
    public async Task Newcomers_who_speak_within_a_week_are_those_of_the_raw_files()
    {
        await using var context = import.Test.Everything();
        var value = (await Service(context).GetValuesAsync([new MetricQuery(Scope, MetricKey.NewcomerActivationRate, s_all, new MetricOptions())], Token)).Single().Value;
        var (spoke, came) = RawUbuntuIrc.Read().Newcomers();
        (value.Numerator, value.Denominator).ShouldBe((spoke, came));
        (spoke, came).ShouldBe((3_616, 9_652));
    }

    private MetricService Service(CommunityDbContext context) => new(context, UbuntuIrcImport.Calendar, new MetricSettings(), import.Test.Clock);
}
