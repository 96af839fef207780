using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary>Metric values: any number of groups and metrics over one window is a constant number of statements.</summary>
public sealed class MetricValueDataLoader(
    CommunityDatabase database, Caller caller, ReportingCalendar calendar, MetricSettings settings, TimeProvider clock, IBatchScheduler batchScheduler,
    DataLoaderOptions options)
    : BatchDataLoader<MetricQuery, MetricValue>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<MetricQuery, MetricValue>> LoadBatchAsync(
        IReadOnlyList<MetricQuery> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await new MetricService(db, calendar, settings, clock).GetValuesAsync(keys, cancellationToken);
    }
}

/// <summary>Series: any number of groups and metrics over one window and interval is a constant number of statements.</summary>
public sealed class MetricSeriesDataLoader(
    CommunityDatabase database, Caller caller, ReportingCalendar calendar, MetricSettings settings, TimeProvider clock, IBatchScheduler batchScheduler,
    DataLoaderOptions options)
    : BatchDataLoader<MetricSeriesQuery, IReadOnlyList<MetricPoint>>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<MetricSeriesQuery, IReadOnlyList<MetricPoint>>> LoadBatchAsync(
        IReadOnlyList<MetricSeriesQuery> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await new MetricService(db, calendar, settings, clock).GetSeriesAsync(keys, cancellationToken);
    }
}

/// <summary>A scope, some days and a zone.</summary>
public readonly record struct HeatmapKey(MetricScope Scope, MetricWindow Window, string? TimeZone);

/// <summary>Heatmaps: two statements for each window, however many groups, and one for the version of the rule.</summary>
public sealed class HeatmapDataLoader(
    CommunityDatabase database, Caller caller, ReportingCalendar calendar, MetricSettings settings, TimeProvider clock, IBatchScheduler batchScheduler,
    DataLoaderOptions options)
    : BatchDataLoader<HeatmapKey, IReadOnlyList<HeatmapCell>>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<HeatmapKey, IReadOnlyList<HeatmapCell>>> LoadBatchAsync(
        IReadOnlyList<HeatmapKey> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await new CountedByRule(db).ReadAsync(rule => ReadAsync(new MetricService(db, calendar, settings, clock), keys, rule, cancellationToken), cancellationToken);
    }

    private static async Task<IReadOnlyDictionary<HeatmapKey, IReadOnlyList<HeatmapCell>>> ReadAsync(
        MetricService service, IReadOnlyList<HeatmapKey> keys, short? rule, CancellationToken cancellationToken)
    {
        var result = new Dictionary<HeatmapKey, IReadOnlyList<HeatmapCell>>();
        foreach (var together in keys.GroupBy(k => (k.Window, k.TimeZone)))
        {
            foreach (var (scope, cells) in await service.GetHeatmapsAsync([.. together.Select(k => k.Scope)], together.Key.Window, together.Key.TimeZone, cancellationToken))
            {
                result[new HeatmapKey(scope, together.Key.Window, together.Key.TimeZone)] = [.. cells.Select(cell => cell with { EffectiveRuleVersion = rule })];
            }
        }

        return result;
    }
}

/// <summary>A count of members of a group at a time.</summary>
public readonly record struct MemberCountKey(long GroupId, DateTime At);

/// <summary>Member counts: one statement for each time that is asked for, however many groups.</summary>
public sealed class MemberCountDataLoader(
    CommunityDatabase database, Caller caller, ReportingCalendar calendar, MetricSettings settings, TimeProvider clock, IBatchScheduler batchScheduler,
    DataLoaderOptions options)
    : BatchDataLoader<MemberCountKey, long>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<MemberCountKey, long>> LoadBatchAsync(
        IReadOnlyList<MemberCountKey> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var service = new MetricService(db, calendar, settings, clock);
        var counts = new Dictionary<MemberCountKey, long>(keys.Count);
        foreach (var sameTime in keys.GroupBy(k => k.At))
        {
            foreach (var (group, count) in await service.GetMemberCountsAsync([.. sameTime.Select(k => k.GroupId)], sameTime.Key, cancellationToken))
            {
                counts[new MemberCountKey(group, sameTime.Key)] = count;
            }
        }

        return counts;
    }
}
