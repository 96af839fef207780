namespace Headless.GraphQL.Language;

/// <summary>A reference to a type (specification section 2.11).</summary>
public abstract class TypeNode(SourceLocation location) : SyntaxNode(location);

/// <summary><c>Name</c>.</summary>
public sealed class NamedTypeNode(SourceLocation location, NameNode name) : TypeNode(location)
{
    public NameNode Name { get; } = name;

    public override string ToString() => Name.Value;
}

/// <summary><c>[Type]</c>.</summary>
public sealed class ListTypeNode(SourceLocation location, TypeNode type) : TypeNode(location)
{
    public TypeNode Type { get; } = type;

    public override string ToString() => $"[{Type}]";
}

/// <summary><c>Type!</c>.</summary>
public sealed class NonNullTypeNode(SourceLocation location, TypeNode type) : TypeNode(location)
{
    /// <summary>The nullable type: a <see cref="NamedTypeNode"/> or a <see cref="ListTypeNode"/>.</summary>
    public TypeNode Type { get; } = type;

    public override string ToString() => $"{Type}!";
}
