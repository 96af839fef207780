using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary>Figures over all groups that the caller may see, or some of them.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class MetricQueries
{
    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("What each metric is: its formula, its unit and what to be careful about.")]
    public static IReadOnlyList<MetricDefinition> GetMetricDefinitions(
        [GraphQLDescription("Only those of a stage of the funnel.")] MetricStage? stage) =>
        stage is null ? MetricDefinition.All : [.. MetricDefinition.All.Where(d => d.Stage == stage)];

    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("A figure over all groups that the caller may see, or over a scope. For one group or many, ask Group.metric.")]
    public static Task<MetricValue> GetMetricAsync(
        [GraphQLDescription("The metric.")] MetricKey key,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        [GraphQLDescription("What the figure is about; everything unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("What else the figure depends on.")] MetricOptionsInput? options,
        MetricReader metrics,
        CancellationToken cancellationToken) =>
        metrics.ValueAsync(scope?.ToScope() ?? MetricScope.Everything, key, window, leaveRateBasis, options, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("Several figures over all groups that the caller may see, or over a scope, in the order of the keys.")]
    public static Task<IReadOnlyList<MetricValue>> GetMetricsAsync(
        [GraphQLDescription("The metrics, at most 50.")] IReadOnlyList<MetricKey> keys,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        [GraphQLDescription("What the figures are about; everything unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("What else the figures depend on.")] MetricOptionsInput? options,
        MetricReader metrics,
        CancellationToken cancellationToken) =>
        metrics.ValuesAsync(scope?.ToScope() ?? MetricScope.Everything, keys, window, leaveRateBasis, options, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("A figure for every interval of the window, over all groups that the caller may see or over a scope. At most 2000 points.")]
    public static Task<IReadOnlyList<MetricPoint>> GetMetricSeriesAsync(
        [GraphQLDescription("The metric.")] MetricKey key,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("The length of a point.")] MetricInterval interval,
        [GraphQLDescription("The denominator of LEAVE_RATE; other metrics ignore it.")] [DefaultValue(LeaveRateBasis.Exposed)] LeaveRateBasis leaveRateBasis,
        [GraphQLDescription("What the figures are about; everything unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("What else the figures depend on.")] MetricOptionsInput? options,
        MetricReader metrics,
        CancellationToken cancellationToken) =>
        metrics.SeriesAsync(scope?.ToScope() ?? MetricScope.Everything, key, window, interval, leaveRateBasis, options, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("Messages by weekday and hour over all groups that the caller may see or over a scope: 168 cells, Monday 0:00 first.")]
    public static Task<IReadOnlyList<HeatmapCell>> GetActivityHeatmapAsync(
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("What the figures are about; everything unless given. Of some members only they are counted in the log.")] MetricScopeInput? scope,
        [GraphQLDescription("What else the figures depend on.")] MetricOptionsInput? options,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.HeatmapAsync(scope?.ToScope() ?? MetricScope.Everything, window, options, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("The members with the most effective messages over all groups that the caller may see, or over a scope.")]
    public static Task<IReadOnlyList<ActiveMember>> GetMostActiveMembersAsync(
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("How many members: 1 to 100.")] [DefaultValue(10)] int first,
        [GraphQLDescription("What the figures are about; everything unless given.")] MetricScopeInput? scope,
        MetricReader metrics,
        CancellationToken cancellationToken) => metrics.MostActiveAsync(scope?.ToScope() ?? MetricScope.Everything, window, first, cancellationToken);
}
