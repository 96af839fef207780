using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary>Figures over all groups that the caller may see, or one of them.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class MetricQueries
{
    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("What each metric is: its formula, its unit and what to be careful about.")]
    public static IReadOnlyList<MetricDefinition> GetMetricDefinitions() => MetricDefinition.All;

    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("A figure over all groups that the caller may see. For one group or many, ask Group.metric.")]
    public static async Task<MetricValue> GetMetricAsync(
        [GraphQLDescription("The metric.")] MetricKey key,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        ReportingCalendar calendar,
        TimeProvider clock,
        MetricValueDataLoader metrics,
        CancellationToken cancellationToken) =>
        (await metrics.LoadAsync(new MetricQuery(null, key, window.ToWindow(calendar, clock), leaveRateBasis), cancellationToken))!;

    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("A figure for every interval of the window, over all groups that the caller may see. At most 2000 points.")]
    public static Task<IReadOnlyList<MetricPoint>> GetMetricSeriesAsync(
        [GraphQLDescription("The metric.")] MetricKey key,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The length of a point.")] MetricInterval interval,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.SeriesAsync(null, key, window, interval, leaveRateBasis, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("Messages by weekday and hour over all groups that the caller may see: 168 cells, Monday 0:00 first.")]
    public static Task<IReadOnlyList<HeatmapCell>> GetActivityHeatmapAsync(
        [GraphQLDescription("The days.")] MetricWindowInput window, MetricReader metrics, CancellationToken cancellationToken) =>
        metrics.HeatmapAsync(null, window, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("The members with the most effective messages over all groups that the caller may see.")]
    public static Task<IReadOnlyList<ActiveMember>> GetMostActiveMembersAsync(
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("How many members: 1 to 100.")] [DefaultValue(10)] int first,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.MostActiveAsync(null, window, first, cancellationToken);
}
