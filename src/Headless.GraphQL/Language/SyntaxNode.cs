namespace Headless.GraphQL.Language;

/// <summary>A node of the syntax tree of a GraphQL document (specification, section 2 and appendix B).</summary>
/// <remarks>Nodes are immutable and compare by reference: structural equality would recurse as deep as the document.</remarks>
public abstract class SyntaxNode(SourceLocation location)
{
    /// <summary>Where the node stands in the document it was parsed from.</summary>
    public SourceLocation Location { get; } = location;
}

/// <summary>A name: <c>/[_A-Za-z][_0-9A-Za-z]*/</c>.</summary>
public sealed class NameNode(SourceLocation location, string value) : SyntaxNode(location)
{
    public string Value { get; } = value;

    public override string ToString() => Value;
}

/// <summary>A parsed document: executable definitions, type system definitions and extensions, in source order.</summary>
public sealed class DocumentNode(SourceLocation location, IReadOnlyList<DefinitionNode> definitions) : SyntaxNode(location)
{
    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>A top-level definition of a document.</summary>
public abstract class DefinitionNode(SourceLocation location) : SyntaxNode(location);

/// <summary>A directive as applied: <c>@name(arguments)</c> (specification section 2.12).</summary>
public sealed class DirectiveNode(SourceLocation location, NameNode name, IReadOnlyList<ArgumentNode> arguments) : SyntaxNode(location)
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}

/// <summary><c>name: value</c> of a field or a directive.</summary>
public sealed class ArgumentNode(SourceLocation location, NameNode name, ValueNode value) : SyntaxNode(location)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
