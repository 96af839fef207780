using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary>Metric values: any number of groups and metrics over one window is a constant number of statements.</summary>
public sealed class MetricValueDataLoader(
    CommunityDatabase database, Caller caller, ReportingCalendar calendar, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<MetricQuery, MetricValue>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<MetricQuery, MetricValue>> LoadBatchAsync(
        IReadOnlyList<MetricQuery> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await new MetricService(db, calendar).GetValuesAsync(keys, cancellationToken);
    }
}

/// <summary>A count of members of a group at a time.</summary>
public readonly record struct MemberCountKey(long GroupId, DateTime At);

/// <summary>Member counts: one statement for each time that is asked for, however many groups.</summary>
public sealed class MemberCountDataLoader(
    CommunityDatabase database, Caller caller, ReportingCalendar calendar, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<MemberCountKey, long>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<MemberCountKey, long>> LoadBatchAsync(
        IReadOnlyList<MemberCountKey> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var service = new MetricService(db, calendar);
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
