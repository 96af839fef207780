namespace Headless.GraphQL.Types;

/// <summary>The kinds of type that introspection tells apart (specification section 4.2.2, <c>__TypeKind</c>).</summary>
public enum TypeKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
    List,
    NonNull,
}
