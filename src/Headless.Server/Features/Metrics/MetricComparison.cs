using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary>Which days a figure is compared with.</summary>
public enum MetricBaseline
{
    PreviousWindow,
    YearEarlier,
}

/// <summary><c>enum MetricBaseline</c>.</summary>
public sealed class MetricBaselineEnumType : EnumType<MetricBaseline>
{
    protected override void Configure(IEnumTypeDescriptor<MetricBaseline> descriptor)
    {
        descriptor.Description("Which days a figure is compared with.");
        descriptor.Value(MetricBaseline.PreviousWindow).Description("As many days just before; before whole calendar months as many months.");
        descriptor.Value(MetricBaseline.YearEarlier).Description("The same days a year earlier; 29 February becomes the 28th.");
    }
}

[GraphQLDescription("A figure beside that of other days.")]
public sealed record MetricComparison(
    [property: GraphQLDescription("The figure of the other days.")] MetricValue Baseline,
    [property: GraphQLDescription("The figure less that of the other days; null where one of them has no value, and for amounts in different currencies.")] double? Change,
    [property: GraphQLDescription("change ÷ the size of the figure of the other days; null where change is, and where that figure is 0.")] double? ChangeRatio,
    [property: GraphQLDescription("Whether either figure rests on too few to be compared.")] bool IsLowSample);

/// <summary>What a figure is beside others.</summary>
[ExtendObjectType<MetricValue>]
public sealed class ComparisonOfMetric
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("The same figure of other days. Null for a point of a series: ask for the series of those days. For many groups and metrics at once it costs the same few statements again.")]
    public static async Task<MetricComparison?> GetComparisonAsync(
        [Parent] MetricValue value,
        [GraphQLDescription("The other days.")] [DefaultValue(MetricBaseline.PreviousWindow)] MetricBaseline with,
        MetricValueDataLoader metrics,
        CancellationToken cancellationToken)
    {
        if (value.Of(with == MetricBaseline.PreviousWindow ? value.Window.Previous() : value.Window.YearEarlier()) is not { } query)
        {
            return null;
        }

        var baseline = (await metrics.LoadAsync(query, cancellationToken))!;
        var areAlike = value.Currency is null || baseline.Currency is null || value.Currency == baseline.Currency;
        var change = areAlike ? value.Value - baseline.Value : null;
        return new MetricComparison(
            baseline, change, baseline.Value is { } other and not 0 ? change / Math.Abs(other) : null, value.IsLowSample || baseline.IsLowSample);
    }
}
