using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.CostAnalysis;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>An operation, planned once and executed any number of times, concurrently.</summary>
public sealed class OperationPlan
{
    internal OperationPlan(
        Schema schema,
        OperationDefinitionNode operation,
        SelectionSetPlan root,
        VariableDefinition[] variables,
        IncludeCondition[] conditions,
        OperationCost cost)
    {
        Schema = schema;
        Operation = operation;
        Root = root;
        Variables = variables;
        Conditions = conditions;
        Cost = cost;
    }

    public Schema Schema { get; }

    public OperationDefinitionNode Operation { get; }

    /// <summary>The operation's name; null for an anonymous one.</summary>
    public string? Name => Operation.Name?.Value;

    public Language.OperationType Kind => Operation.Operation;

    /// <summary>The kind as a document spells it.</summary>
    internal string TypeName => Kind switch
    {
        Language.OperationType.Query => "query",
        Language.OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    /// <summary>The selections on the root type.</summary>
    public SelectionSetPlan Root { get; }

    internal VariableDefinition[] Variables { get; }

    internal IncludeCondition[] Conditions { get; }

    /// <summary>What the operation costs at most.</summary>
    internal OperationCost Cost { get; }

    /// <summary>How many fields are planned.</summary>
    internal int FieldCount { get; init; }

    /// <summary>How many fields have their values stored by phase 1.</summary>
    internal int StorageCount { get; set; }

    /// <summary>How many selection sets phase 1 visits.</summary>
    internal int WorkCount { get; set; }

    /// <summary>The include flags under the variables of a request (specification section 3.13.1, 3.13.2).</summary>
    internal ulong GetIncludeFlags(VariableValues variables)
    {
        var flags = 0UL;
        for (var i = 0; i < Conditions.Length; i++)
        {
            if (variables.TryGet(Conditions[i].Variable, out var value) && value is bool actual && actual == Conditions[i].IncludedWhen)
            {
                flags |= 1UL << i;
            }
        }

        return flags;
    }
}
