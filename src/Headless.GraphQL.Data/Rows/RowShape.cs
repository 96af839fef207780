using System.Reflection;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Data.Rows;

/// <summary>
/// What a planned selection reads of its elements, or of a relation of them, and in which columns of a <see cref="RowStore"/> it finds it.
/// </summary>
/// <param name="type">The CLR type of the elements.</param>
/// <param name="slots">The columns of the statement that reads the elements.</param>
internal sealed class RowShape(Type type, RowSlots slots)
{
    private readonly List<SelectionSetPlan> _selectionSets = [];
    private readonly List<RowMember> _members = [];
    private readonly List<RowRelation> _relations = [];
    private readonly List<RowCollection> _collections = [];
    private bool? _isParent;

    public Type Type { get; } = type;

    public RowSlots Slots { get; } = slots;

    /// <summary>The number of the shape among those that the same statement reads.</summary>
    public int Node { get; } = slots.Nodes++;

    public IReadOnlyList<RowMember> Members => _members;

    public IReadOnlyList<RowRelation> Relations => _relations;

    public IReadOnlyList<RowCollection> Collections => _collections;

    /// <summary>Whether a resolver or a pure method is given the elements as objects.</summary>
    public bool NeedsObject { get; set; }

    /// <summary>Whether something is resolved below the elements, so that all of them are held at the same time.</summary>
    public bool IsParent => _isParent ??= _selectionSets.Exists(s => s.HasWork);

    public void Add(SelectionSetPlan selectionSet) => _selectionSets.Add(selectionSet);

    public RowMember Member(PropertyInfo property)
    {
        var member = _members.Find(m => m.Property.Name == property.Name);
        if (member is null)
        {
            _members.Add(member = new RowMember(property, Slots.Columns++));
        }

        return member;
    }

    public RowRelation Relation(PropertyInfo property)
    {
        var relation = _relations.Find(r => r.Property.Name == property.Name);
        if (relation is null)
        {
            _relations.Add(relation = new RowRelation(property, new RowShape(property.PropertyType, Slots), Slots.Columns++));
        }

        return relation;
    }

    public RowCollection Collection(PropertyInfo property, Type elementType)
    {
        var collection = _collections.Find(c => c.Property.Name == property.Name);
        if (collection is null)
        {
            _collections.Add(collection = new RowCollection(property, new RowShape(elementType, new RowSlots()), Slots.Collections++));
        }

        return collection;
    }
}

/// <summary>Counts what one statement reads.</summary>
internal sealed class RowSlots
{
    public int Columns { get; set; }

    public int Nodes { get; set; }

    public int Collections { get; set; }
}

/// <summary>A property that is a column.</summary>
internal sealed record RowMember(PropertyInfo Property, int Slot);

/// <summary>A to-one relation that is read in the same statement, with a column that says whether there is something at its end.</summary>
internal sealed record RowRelation(PropertyInfo Property, RowShape Shape, int PresenceSlot);

/// <summary>A to-many relation, which a statement of its own reads.</summary>
internal sealed record RowCollection(PropertyInfo Property, RowShape Shape, int Index);
