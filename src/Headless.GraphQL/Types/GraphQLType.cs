namespace Headless.GraphQL.Types;

/// <summary>A type as fields, arguments and variables use it: a named type, or a list or non-null wrapper (specification section 3.4).</summary>
public abstract class GraphQLType
{
    /// <summary>The innermost named type, wrappers removed.</summary>
    public abstract NamedType Named { get; }

    public bool IsNonNull => this is NonNullType;

    /// <summary>The type without its outermost non-null wrapper.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>Whether the innermost type is a scalar or an enum.</summary>
    public bool IsLeaf => Named is ScalarType or EnumType;

    /// <summary>Whether the innermost type may be used for arguments and variables (specification section 3.4.2, IsInputType).</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether the innermost type may be used for fields (specification section 3.4.2, IsOutputType).</summary>
    public bool IsOutput => Named is not InputObjectType;
}

/// <summary>A list (specification section 3.11).</summary>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"[{OfType}]";
}

/// <summary>A type that excludes null (specification section 3.12).</summary>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    /// <summary>The nullable type inside: never a <see cref="NonNullType"/> itself.</summary>
    public GraphQLType OfType { get; } = ofType is NonNullType
        ? throw new ArgumentException("A non-null type cannot wrap a non-null type.", nameof(ofType))
        : ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"{OfType}!";
}

/// <summary>A type with a name (specification section 3.4).</summary>
/// <remarks>Types refer to each other in cycles, so they are filled in while a schema is built and must not be changed afterwards.</remarks>
public abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    /// <summary>The CLR type of its values: an entity, an enum, an input record; null for a type that was built from SDL.</summary>
    public Type? RuntimeType { get; set; }

    /// <summary>Directives applied to the definition that the printed schema shows.</summary>
    public List<AppliedDirective> Directives { get; } = [];

    public override NamedType Named => this;

    public override string ToString() => Name;
}
