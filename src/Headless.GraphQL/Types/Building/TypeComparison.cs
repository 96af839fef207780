using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>How types relate to each other; wrappers are compared by structure, named types by reference.</summary>
internal static class TypeComparison
{
    /// <summary>The type that a reference in a document means; null when its name is unknown (specification section 2.11).</summary>
    public static GraphQLType? FindType(this Schema schema, TypeNode reference)
    {
        switch (reference)
        {
            case NamedTypeNode named:
                return schema.TryGetType(named.Name.Value, out var type) ? type : null;
            case ListTypeNode list:
                return schema.FindType(list.Type) is { } itemType ? new ListType(itemType) : null;
            case NonNullTypeNode nonNull:
                return schema.FindType(nonNull.Type) is { } nullableType ? new NonNullType(nullableType) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether both are the same type (specification section 3.6, IsValidImplementation, on arguments).</summary>
    public static bool AreEqual(GraphQLType a, GraphQLType b) => (a, b) switch
    {
        (NonNullType nonNullA, NonNullType nonNullB) => AreEqual(nonNullA.OfType, nonNullB.OfType),
        (ListType listA, ListType listB) => AreEqual(listA.OfType, listB.OfType),
        _ => ReferenceEquals(a, b),
    };

    /// <summary>Whether a value of the first type is always a value of the second (specification section 3.6.1, IsValidImplementationFieldType; section 5.8.5, AreTypesCompatible).</summary>
    public static bool IsSubType(GraphQLType type, GraphQLType superType) => (type, superType) switch
    {
        (NonNullType nonNull, NonNullType nonNullSuper) => IsSubType(nonNull.OfType, nonNullSuper.OfType),
        (_, NonNullType) => false,
        (NonNullType nonNull, _) => IsSubType(nonNull.OfType, superType),
        (ListType list, ListType listSuper) => IsSubType(list.OfType, listSuper.OfType),
        _ => ReferenceEquals(type, superType) || (superType is CompositeType composite && IsMember(type, composite)),
    };

    /// <summary>Whether the type is declared to be one of an abstract type's: a member of the union, an implementation of the interface.</summary>
    public static bool IsMember(GraphQLType type, CompositeType abstractType) => abstractType switch
    {
        UnionType union => type is ObjectType member && union.Types.Contains(member),
        InterfaceType interfaceType => type is FieldsType implementation && implementation.Interfaces.Contains(interfaceType),
        _ => false,
    };

    /// <summary>Whether some object can be of both types (specification section 5.5.2.3, GetPossibleTypes).</summary>
    public static bool DoOverlap(Schema schema, CompositeType a, CompositeType b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        return (a, b) switch
        {
            (ObjectType, ObjectType) => false,
            (ObjectType, _) => IsMember(a, b),
            (_, ObjectType) => IsMember(b, a),
            _ => schema.GetPossibleTypes(a).Any(type => IsMember(type, b)),
        };
    }
}
