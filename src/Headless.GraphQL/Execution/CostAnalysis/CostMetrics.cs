namespace Headless.GraphQL.Execution;

/// <summary>What an operation costs at most, known before it runs (IBM GraphQL cost directives specification, section 4).</summary>
/// <param name="FieldCost">What its resolvers, arguments and filters add up to.</param>
/// <param name="TypeCost">How many objects it may answer, each with the weight of its type.</param>
public readonly record struct CostMetrics(double FieldCost, double TypeCost)
{
    /// <summary>Costs stop growing here, far above every limit: up to it every whole number is exact and sums stay finite.</summary>
    private const double Ceiling = 1L << 53;

    internal static CostMetrics Max(CostMetrics a, CostMetrics b) => new(Math.Max(a.FieldCost, b.FieldCost), Math.Max(a.TypeCost, b.TypeCost));

    internal CostMetrics Plus(CostMetrics other) => new(Bound(FieldCost + other.FieldCost), Bound(TypeCost + other.TypeCost));

    internal CostMetrics Times(double count) => new(Bound(FieldCost * count), Bound(TypeCost * count));

    internal static double Bound(double cost) => Math.Clamp(cost, -Ceiling, Ceiling);
}

/// <summary>What is done with the cost of an operation. Transports take it from the header <c>GraphQL-Cost</c>.</summary>
public enum CostAnalyzerMode
{
    /// <summary>The limits are enforced.</summary>
    Enforce,

    /// <summary>The limits are enforced, and the answer has the cost in <c>extensions.operationCost</c>: <c>report</c>.</summary>
    EnforceAndReport,

    /// <summary>The operation is not executed: the answer has its cost in <c>extensions.operationCost</c>, whatever it is, and nothing else: <c>validate</c>.</summary>
    ValidateAndReport,

    /// <summary>The operation is executed whatever it costs: its document is the host's own, and what a client chooses in it has been measured before.</summary>
    Ignore,
}
