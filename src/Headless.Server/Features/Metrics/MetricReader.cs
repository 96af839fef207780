namespace Headless.Server.Features.Metrics;

/// <summary>The metrics service behind the fields: arguments checked, its errors typed, what is asked of many groups asked at once.</summary>
public sealed class MetricReader(
    MetricValueDataLoader values, MetricSeriesDataLoader series, HeatmapDataLoader heatmaps, MetricService service, CountedByRule byRule, ReportingCalendar calendar, TimeProvider clock)
{
    /// <summary>The most metrics that one field answers.</summary>
    public const int MaxKeys = 50;

    public async Task<MetricValue> ValueAsync(
        MetricScope scope, MetricKey key, MetricWindowInput window, LeaveRateBasis basis, MetricOptionsInput? options, CancellationToken ct) =>
        (await ValuesAsync(scope, [key], window, basis, options, ct))[0];

    public Task<IReadOnlyList<MetricValue>> ValuesAsync(
        MetricScope scope, IReadOnlyList<MetricKey> keys, MetricWindowInput window, LeaveRateBasis basis, MetricOptionsInput? options, CancellationToken ct)
    {
        if (keys.Count is 0 or > MaxKeys)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"'keys' names {keys.Count} metrics: name 1 to {MaxKeys}.").SetCode("PAGE_SIZE_EXCEEDED").Build());
        }

        var (days, checkedOptions) = (WindowOf(window, options), MetricArguments.ToOptions(options, basis, calendar));
        return TypedAsync(async () => (IReadOnlyList<MetricValue>)[.. (await values.LoadAsync(
            [.. keys.Select(key => new MetricQuery(scope, key, days, checkedOptions))], ct)).Select(value => value!)]);
    }

    public Task<IReadOnlyList<MetricPoint>> SeriesAsync(
        MetricScope scope, MetricKey key, MetricWindowInput window, MetricInterval interval, LeaveRateBasis basis, MetricOptionsInput? options, CancellationToken ct)
    {
        var query = new MetricSeriesQuery(scope, key, WindowOf(window, options), interval, MetricArguments.ToOptions(options, basis, calendar));
        return TypedAsync(async () => await series.LoadAsync(query, ct) ?? []);
    }

    public Task<IReadOnlyList<HeatmapCell>> HeatmapAsync(MetricScope scope, MetricWindowInput window, MetricOptionsInput? options, CancellationToken ct)
    {
        var key = new HeatmapKey(scope, WindowOf(window, options), MetricArguments.ToOptions(options, default, calendar).TimeZone);
        return TypedAsync(async () => await heatmaps.LoadAsync(key, ct) ?? []);
    }

    public Task<IReadOnlyList<ActiveMember>> MostActiveAsync(MetricScope scope, MetricWindowInput window, int first, CancellationToken ct) =>
        first is < 1 or > MetricService.MaxActiveMembers
            ? throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"'first' is {first}: ask for 1 to {MetricService.MaxActiveMembers} members.")
                .SetCode("PAGE_SIZE_EXCEEDED")
                .Build())
            : byRule.ReadAsync(
                async rule => (IReadOnlyList<ActiveMember>)[.. (await service.GetMostActiveMembersAsync(scope, window.ToWindow(calendar, clock), first, ct))
                    .Select(member => member with { EffectiveRuleVersion = rule })],
                ct);

    /// <summary>The days that an argument means.</summary>
    public MetricWindow WindowOf(MetricWindowInput window, MetricOptionsInput? options = null) => window.ToWindow(MetricArguments.CalendarOf(options, calendar), clock);

    private static async Task<T> TypedAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (MetricWindowException exception)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage(exception.Message).SetCode(exception.Code).Build());
        }
    }
}
