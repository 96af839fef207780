using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>A field's type, taken apart once for the completion of its values.</summary>
internal sealed class OutputShape
{
    private OutputShape(GraphQLType type, OutputShape? item, NamedType named, EnumResultWriter? enumWriter)
    {
        Type = type;
        IsNonNull = type is NonNullType;
        Item = item;
        Scalar = item is null ? named as ScalarType : null;
        Enum = item is null ? enumWriter : null;
        Composite = item is null ? named as CompositeType : null;
    }

    public GraphQLType Type { get; }

    public bool IsNonNull { get; }

    /// <summary>The shape of the items of a list; null where the value is not a list.</summary>
    public OutputShape? Item { get; }

    public ScalarType? Scalar { get; }

    public EnumResultWriter? Enum { get; }

    public CompositeType? Composite { get; }

    public static OutputShape Of(GraphQLType type, Func<EnumType, EnumResultWriter> enumWriters)
        => new(
            type,
            type.Nullable is ListType list ? Of(list.OfType, enumWriters) : null,
            type.Named,
            type.Nullable is EnumType enumType ? enumWriters(enumType) : null);
}
