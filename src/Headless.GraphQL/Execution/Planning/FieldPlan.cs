using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>A field of a planned selection set: everything about one response name that does not depend on the request.</summary>
public sealed class FieldPlan
{
    private readonly Dictionary<ObjectType, SelectionSetPlan> _selectionSets;

    internal FieldPlan(string responseName, OutputField field, IReadOnlyList<FieldNode> nodes, Dictionary<ObjectType, SelectionSetPlan> selectionSets)
    {
        ResponseName = responseName;
        Field = field;
        Nodes = nodes;
        _selectionSets = selectionSets;
    }

    public string ResponseName { get; }

    public OutputField Field { get; }

    /// <summary>The field nodes that were merged under the response name, in document order.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; }

    /// <summary>Reads the value from the parent; set where the field has one or where an ancestor's planner provides it.</summary>
    public Func<object, object?>? Accessor { get; private set; }

    /// <summary>The selections for a value of the given concrete type; null for leaf fields and for types that the field cannot have.</summary>
    public SelectionSetPlan? GetSelectionSet(ObjectType type) => _selectionSets.GetValueOrDefault(type);

    /// <summary>All selection sets of the field, one for each possible concrete type.</summary>
    public IEnumerable<SelectionSetPlan> SelectionSets => _selectionSets.Values;

    /// <summary>Called by the planner of an ancestor field, which provides parents that this accessor can read: no resolver or step of the field runs.</summary>
    public void ReadFrom(Func<object, object?> accessor) => Accessor = accessor;
}

/// <summary>The merged selections for one concrete object type, in response order (specification section 6.3, CollectFields).</summary>
public sealed class SelectionSetPlan
{
    internal SelectionSetPlan(ObjectType type, IReadOnlyList<FieldPlan> fields)
    {
        Type = type;
        Fields = fields;
    }

    public ObjectType Type { get; }

    public IReadOnlyList<FieldPlan> Fields { get; }
}
