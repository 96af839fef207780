using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.FieldMerging;

/// <summary>A field of a selection set with what decides whether others can be merged with it.</summary>
internal sealed class MergeableField(CompositeType? parentType, FieldNode node)
{
    /// <summary>The type of the selection set that it stands in; null where it is unknown.</summary>
    public CompositeType? ParentType { get; } = parentType;

    public FieldNode Node { get; } = node;

    /// <summary>The field of the type; null where it is unknown and for <c>__typename</c>.</summary>
    public OutputField? Definition { get; } = parentType is FieldsType fieldsType && fieldsType.Fields.TryGet(node.Name.Value, out var field) ? field : null;

    /// <summary>The field's name and arguments: equal where two fields ask for the same (specification section 5.3.2).</summary>
    public string Key => field ??= FieldKey.Of(Node);

    /// <summary>Whether two fields can never be asked of the same object.</summary>
    public bool IsExclusiveWith(MergeableField other)
        => !ReferenceEquals(ParentType, other.ParentType) && ParentType is ObjectType && other.ParentType is ObjectType;

    /// <summary>Whether the types of two fields cannot have the same shape (specification section 5.3.2, SameResponseShape).</summary>
    public static bool HaveDifferentShapes(GraphQLType a, GraphQLType b) => (a, b) switch
    {
        (ListType listA, ListType listB) => HaveDifferentShapes(listA.OfType, listB.OfType),
        (ListType, _) or (_, ListType) => true,
        (NonNullType nonNullA, NonNullType nonNullB) => HaveDifferentShapes(nonNullA.OfType, nonNullB.OfType),
        (NonNullType, _) or (_, NonNullType) => true,
        _ => (a.IsLeaf || b.IsLeaf) && !ReferenceEquals(a, b),
    };
}
