using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary>The figures of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupMetrics
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("A figure of the group. Asked for many groups and metrics at once it costs the same few statements.")]
    public static async Task<MetricValue> GetMetricAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The metric.")] MetricKey key,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        ReportingCalendar calendar,
        TimeProvider clock,
        MetricValueDataLoader metrics,
        CancellationToken cancellationToken) =>
        (await metrics.LoadAsync(new MetricQuery(group.Id, key, window.ToWindow(calendar, clock), leaveRateBasis), cancellationToken))!;

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
    [Cost(50)]
    [GraphQLDescription("A figure for every interval of the window. At most 2000 points.")]
    public static Task<IReadOnlyList<MetricPoint>> GetMetricSeriesAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The metric.")] MetricKey key,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The length of a point.")] MetricInterval interval,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.SeriesAsync(group.Id, key, window, interval, leaveRateBasis, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 168)]
    [GraphQLDescription("Messages by weekday and hour: 168 cells, Monday 0:00 first.")]
    public static Task<IReadOnlyList<HeatmapCell>> GetActivityHeatmapAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.HeatmapAsync(group.Id, window, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 100, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("The members with the most effective messages.")]
    public static Task<IReadOnlyList<ActiveMember>> GetMostActiveMembersAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("How many members: 1 to 100.")] [DefaultValue(10)] int first,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.MostActiveAsync(group.Id, window, first, cancellationToken);
}
