namespace Headless.GraphQL.Language;

/// <summary>The three kinds of operation (specification section 2.3).</summary>
public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>An operation or a fragment: what a request may hold.</summary>
public abstract class ExecutableDefinitionNode(SourceLocation location) : DefinitionNode(location);

/// <summary>An operation; the query shorthand <c>{ … }</c> has no name, no variables and <see cref="IsShorthand"/>.</summary>
public sealed class OperationDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    OperationType operation,
    NameNode? name,
    IReadOnlyList<VariableDefinitionNode> variableDefinitions,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    bool isShorthand) : ExecutableDefinitionNode(location)
{
    public StringValueNode? Description { get; } = description;

    public OperationType Operation { get; } = operation;

    public NameNode? Name { get; } = name;

    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;

    public bool IsShorthand { get; } = isShorthand;
}

/// <summary><c>fragment Name on Type { … }</c>.</summary>
public sealed class FragmentDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    NameNode name,
    NamedTypeNode typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : ExecutableDefinitionNode(location)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public NamedTypeNode TypeCondition { get; } = typeCondition;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary><c>$name: Type = default @directives</c>.</summary>
public sealed class VariableDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;

    public VariableNode Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>The fields and fragments between two braces.</summary>
public sealed class SelectionSetNode(SourceLocation location, IReadOnlyList<SelectionNode> selections) : SyntaxNode(location)
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract class SelectionNode(SourceLocation location, IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary><c>alias: name(arguments) @directives { … }</c>.</summary>
public sealed class FieldNode(
    SourceLocation location,
    NameNode? alias,
    NameNode name,
    IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode? selectionSet) : SelectionNode(location, directives)
{
    public NameNode? Alias { get; } = alias;

    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The alias where there is one, the name otherwise (specification section 6.3, "response name").</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary><c>...Name @directives</c>.</summary>
public sealed class FragmentSpreadNode(SourceLocation location, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : SelectionNode(location, directives)
{
    public NameNode Name { get; } = name;
}

/// <summary><c>... on Type @directives { … }</c>; the type condition may be absent.</summary>
public sealed class InlineFragmentNode(
    SourceLocation location,
    NamedTypeNode? typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : SelectionNode(location, directives)
{
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}
