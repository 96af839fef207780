using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Coercion;

/// <summary>A variable of a planned operation, its type resolved in the schema.</summary>
internal sealed class VariableDefinition(VariableDefinitionNode node, GraphQLType type)
{
    public string Name { get; } = node.Variable.Name.Value;

    public GraphQLType Type { get; } = type;

    public ValueNode? DefaultValue { get; } = node.DefaultValue;

    public VariableDefinitionNode Node { get; } = node;
}
