using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary>The figures of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupMetrics
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("A figure of the group. Asked for many groups and metrics at once it costs the same few statements.")]
    public static Task<MetricValue> GetMetricAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The metric.")] MetricKey key,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        [GraphQLDescription("What else the figure depends on.")] MetricOptionsInput? options,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.ValueAsync(MetricScope.OfGroup(group.Id), key, window, leaveRateBasis, options, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [ListSize(AssumedSize = 4)]
    [GraphQLDescription("Several figures of the group, in the order of the keys.")]
    public static Task<IReadOnlyList<MetricValue>> GetMetricsAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The metrics, at most 50.")] IReadOnlyList<MetricKey> keys,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        [GraphQLDescription("What else the figures depend on.")] MetricOptionsInput? options,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.ValuesAsync(MetricScope.OfGroup(group.Id), keys, window, leaveRateBasis, options, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("Members at a time: at the beginning of the hour that holds it, in the reporting time zone.")]
    public static Task<long> GetMemberCountAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The time; now unless given.")] DateTimeOffset? at,
        ReportingCalendar calendar,
        TimeProvider clock,
        MemberCountDataLoader counts,
        CancellationToken cancellationToken) =>
        counts.LoadAsync(new MemberCountKey(group.Id, at?.UtcDateTime ?? calendar.HourStartOf(clock.GetUtcNow().UtcDateTime).AddHours(1)), cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [Cost(10)]
    [GraphQLDescription("A figure for every interval of the window. At most 2000 points. Asked for many groups and metrics at once it costs the same few statements.")]
    public static Task<IReadOnlyList<MetricPoint>> GetMetricSeriesAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The metric.")] MetricKey key,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The length of a point.")] MetricInterval interval,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        [GraphQLDescription("What else the figures depend on.")] MetricOptionsInput? options,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.SeriesAsync(MetricScope.OfGroup(group.Id), key, window, interval, leaveRateBasis, options, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [Cost(10)]
    [ListSize(AssumedSize = 168)]
    [GraphQLDescription("Messages by weekday and hour: 168 cells, Monday 0:00 first.")]
    public static Task<IReadOnlyList<HeatmapCell>> GetActivityHeatmapAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("What else the figures depend on.")] MetricOptionsInput? options,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.HeatmapAsync(MetricScope.OfGroup(group.Id), window, options, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 100, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("The members with the most effective messages.")]
    public static Task<IReadOnlyList<ActiveMember>> GetMostActiveMembersAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("How many members: 1 to 100.")] [DefaultValue(10)] int first,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.MostActiveAsync(MetricScope.OfGroup(group.Id), window, first, cancellationToken);
}
