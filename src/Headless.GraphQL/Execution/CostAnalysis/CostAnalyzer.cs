using System.Globalization;
using System.Text.Json;
using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Execution.CostAnalysis;

/// <summary>Decides by its cost whether an operation is executed, and reports the cost where the request asks for it.</summary>
internal sealed class CostAnalyzer(CostOptions options)
{
    /// <summary>The name under <c>extensions</c>: of a request, where it asks for the cost, and of the answer that has it.</summary>
    private const string Extension = "operationCost";

    /// <summary>What the request wants to know of its cost: by what its transport says, or by its <c>extensions.operationCost</c>.</summary>
    public static CostAnalyzerMode ModeOf(OperationRequest request)
    {
        if (request.CostMode != CostAnalyzerMode.Enforce
            || request.Extensions.ValueKind != JsonValueKind.Object
            || !request.Extensions.TryGetProperty(Extension, out var asked)
            || asked.ValueKind != JsonValueKind.String)
        {
            return request.CostMode;
        }

        return asked.ValueEquals("report"u8) ? CostAnalyzerMode.EnforceAndReport
            : asked.ValueEquals("validate"u8) ? CostAnalyzerMode.ValidateAndReport
            : CostAnalyzerMode.Enforce;
    }

    public static CostMetrics Measure(OperationPlan plan, VariableValues variables) => plan.Cost.Evaluate(plan, variables);

    /// <summary>The error of an operation that costs too much; null for one that does not.</summary>
    public IError? Refuse(CostMetrics cost)
    {
        if (!options.EnforceCostLimits)
        {
            return null;
        }

        if (cost.FieldCost > options.MaxFieldCost)
        {
            return Exceeded("field", cost.FieldCost, options.MaxFieldCost, "fieldCost", "maxFieldCost");
        }

        return cost.TypeCost > options.MaxTypeCost
            ? Exceeded("type", cost.TypeCost, options.MaxTypeCost, "typeCost", "maxTypeCost")
            : null;
    }

    /// <summary>Adds the cost to an answer; to the first one of a subscription.</summary>
    public static void Report(ExecutionResult result, CostMetrics cost)
    {
        switch (result)
        {
            case OperationResult single:
                single.AddExtension(Extension, ToExtension(cost));
                break;
            case ResponseStream stream:
                stream.OnFirstResult = first => first.AddExtension(Extension, ToExtension(cost));
                break;
        }
    }

    private static Dictionary<string, object?> ToExtension(CostMetrics cost) => new() { ["fieldCost"] = cost.FieldCost, ["typeCost"] = cost.TypeCost };

    private static IError Exceeded(string kind, double actual, double limit, string actualName, string limitName)
        => ErrorBuilder.New()
            .SetMessage(string.Create(CultureInfo.InvariantCulture, $"The operation has a {kind} cost of {actual}; {limit} at most is allowed. Ask for fewer rows, edges or conditions."))
            .SetCode(ErrorCodes.CostExceeded)
            .SetExtension(actualName, actual)
            .SetExtension(limitName, limit)
            .Build();
}
