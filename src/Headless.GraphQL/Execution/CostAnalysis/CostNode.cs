using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Execution.CostAnalysis;

/// <summary>What is known of a request when its cost is added up.</summary>
internal readonly record struct CostRequest(VariableValues Variables, ulong IncludeFlags);

/// <summary>The cost of a part of a plan as far as variables change it; what they do not change is folded into constants.</summary>
internal abstract class CostNode
{
    public abstract CostMetrics Evaluate(CostRequest request);
}

/// <summary>A cost that no variable changes.</summary>
internal sealed class ConstantCost(CostMetrics metrics) : CostNode
{
    public CostMetrics Metrics { get; } = metrics;

    public override CostMetrics Evaluate(CostRequest request) => Metrics;
}

/// <summary>The fields of a selection set, added up.</summary>
internal sealed class SelectionSetCost(CostMetrics constant, FieldCost[] fields) : CostNode
{
    public override CostMetrics Evaluate(CostRequest request)
    {
        var sum = constant;
        foreach (var field in fields)
        {
            sum = sum.Plus(field.Evaluate(request));
        }

        return sum;
    }
}

/// <summary>The dearest of the concrete types that a value may have.</summary>
internal sealed class AlternativesCost(CostNode[] alternatives) : CostNode
{
    public override CostMetrics Evaluate(CostRequest request)
    {
        var greatest = default(CostMetrics);
        foreach (var alternative in alternatives)
        {
            greatest = CostMetrics.Max(greatest, alternative.Evaluate(request));
        }

        return greatest;
    }
}

/// <summary>A field: its weight and its arguments once, what it selects as often as its list has items.</summary>
internal sealed class FieldCost(FieldPlan plan, double weight, InputCost input, ListSize size, CostNode content) : CostNode
{
    public bool IsConstant => !plan.IsConditional && input.IsConstant && size.IsConstant && content is ConstantCost;

    public override CostMetrics Evaluate(CostRequest request)
    {
        if (!plan.IsSelected(request.IncludeFlags))
        {
            return default;
        }

        var items = content.Evaluate(request).Times(size.Evaluate(request.Variables));
        var cost = CostMetrics.Bound(weight + input.Evaluate(request.Variables) + items.FieldCost);
        return items with { FieldCost = Math.Max(0, cost) };
    }
}
