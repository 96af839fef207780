using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>A variable's type fits every place where the variable is used (specification section 5.8.5).</summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveOperation(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Count == 0)
        {
            return;
        }

        var definitions = new Dictionary<string, (VariableDefinitionNode Node, GraphQLType? Type)>(StringComparer.Ordinal);
        foreach (var variable in operation.VariableDefinitions)
        {
            definitions[variable.Variable.Name.Value] = (variable, Context.Schema.FindType(variable.Type));
        }

        foreach (var usage in Context.VariableUsages.Of(operation))
        {
            if (usage.Type is { } expected
                && definitions.TryGetValue(usage.Node.Name.Value, out var definition)
                && definition.Type is { } type)
            {
                Check(usage, expected, definition.Node, type);
            }
        }
    }

    private void Check(VariableUsage usage, GraphQLType expected, VariableDefinitionNode definition, GraphQLType type)
    {
        var name = usage.Node.Name.Value;
        if (!IsAllowed(type, definition.DefaultValue, expected, usage.HasLocationDefault))
        {
            Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", [definition, usage.Node]);
        }

        if (usage.ParentInputObject is { IsOneOf: true } oneOf && !type.IsNonNull)
        {
            Report($"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".", [definition, usage.Node]);
        }
    }

    /// <summary>A nullable variable may stand at a non-null place when a default makes up for its absence; an explicit null is then refused at run time.</summary>
    private static bool IsAllowed(GraphQLType type, ValueNode? defaultValue, GraphQLType expected, bool hasLocationDefault)
    {
        if (expected is NonNullType nonNull && !type.IsNonNull)
        {
            return (defaultValue is not (null or NullValueNode) || hasLocationDefault) && TypeComparison.IsSubType(type, nonNull.OfType);
        }

        return TypeComparison.IsSubType(type, expected);
    }
}
