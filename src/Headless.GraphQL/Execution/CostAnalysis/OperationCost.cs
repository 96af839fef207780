using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.CostAnalysis;

/// <summary>
/// The static cost of a planned operation (IBM GraphQL cost directives specification, section 4). A plan whose cost depends on no
/// variable has it as a number; otherwise only the parts that do are evaluated again, without an allocation.
/// </summary>
internal sealed class OperationCost
{
    private readonly CostNode _root;

    private OperationCost(CostNode root) => _root = root;

    public bool IsConstant => _root is ConstantCost;

    /// <summary>Adds up the cost of a plan.</summary>
    /// <exception cref="GraphQLException">A field whose <c>@listSize</c> requires one slicing argument has none or several.</exception>
    public static OperationCost Of(SelectionSetPlan root) => new(SelectionSet(root, new CostMetrics(0, TypeWeightOf(root.Type))));

    /// <summary>The cost under the variables of a request.</summary>
    public CostMetrics Evaluate(OperationPlan plan, VariableValues variables)
        => _root is ConstantCost constant ? constant.Metrics : _root.Evaluate(new CostRequest(variables, plan.GetIncludeFlags(variables)));

    private static double TypeWeightOf(NamedType type) => CostDirectives.WeightOf(type) ?? (type is CompositeType ? 1 : 0);

    private static CostNode SelectionSet(SelectionSetPlan selectionSet, CostMetrics type)
    {
        var constant = type;
        List<FieldCost>? variable = null;
        foreach (var field in selectionSet.Fields)
        {
            var cost = Field(field);
            if (cost.IsConstant)
            {
                constant = constant.Plus(cost.Evaluate(new CostRequest(VariableValues.Empty, 0)));
            }
            else
            {
                (variable ??= []).Add(cost);
            }
        }

        return variable is null ? new ConstantCost(constant) : new SelectionSetCost(constant, [.. variable]);
    }

    private static FieldCost Field(FieldPlan field)
    {
        var definition = field.Field;
        var node = field.Nodes[0];
        RequireOneSlicingArgument(field);
        var around = field.Parent.Parent is { } parent ? (parent.Field, parent.Nodes[0]) : ((OutputField, Language.FieldNode)?)null;
        var weight = CostDirectives.WeightOf(definition) ?? (definition.Type.Named is CompositeType || definition.Type.Nullable is ListType ? 1 : 0);
        return new FieldCost(
            field,
            weight,
            InputCost.Of(definition, node),
            ListSize.Of(definition, node, around),
            Content(field));
    }

    /// <summary>What one item costs: its type's weight and its selections, for an abstract type those of the dearest concrete one.</summary>
    private static CostNode Content(FieldPlan field)
    {
        if (field.Field.Type.Named is not CompositeType)
        {
            return new ConstantCost(new CostMetrics(0, TypeWeightOf(field.Field.Type.Named)));
        }

        var alternatives = new List<CostNode>();
        var constant = default(CostMetrics);
        foreach (var selectionSet in field.SelectionSets)
        {
            var cost = SelectionSet(selectionSet, new CostMetrics(0, TypeWeightOf(selectionSet.Type)));
            if (cost is ConstantCost known)
            {
                constant = CostMetrics.Max(constant, known.Metrics);
            }
            else
            {
                alternatives.Add(cost);
            }
        }

        if (alternatives.Count == 0)
        {
            return new ConstantCost(constant);
        }

        if (constant != default)
        {
            alternatives.Add(new ConstantCost(constant));
        }

        return alternatives.Count == 1 ? alternatives[0] : new AlternativesCost([.. alternatives]);
    }

    /// <summary>Section 3.2 of the specification, requireOneSlicingArgument: true unless the directive says otherwise, where there are slicing arguments.</summary>
    private static void RequireOneSlicingArgument(FieldPlan field)
    {
        if (CostDirectives.ListSizeOf(field.Field) is not { SlicingArguments: { Count: > 0 } slicing, RequireOneSlicingArgument: null or true })
        {
            return;
        }

        var node = field.Nodes[0];
        if (node.Arguments.Count(a => slicing.Contains(a.Name.Value)) != 1)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"The field \"{field.Field.Name}\" must be given exactly one of the arguments {string.Join(", ", slicing)}.")
                .SetCode(ErrorCodes.OneSlicingArgumentRequired)
                .AddLocation(node)
                .Build());
        }
    }
}
