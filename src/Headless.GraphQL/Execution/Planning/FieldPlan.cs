using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>A field of a planned selection set: everything about one response name that does not depend on the request.</summary>
public sealed class FieldPlan
{
    private readonly Dictionary<ObjectType, SelectionSetPlan> _selectionSets;
    private readonly ulong[]? _nodeMasks;
    private readonly ulong[]? _includeMasks;
    private SelectionSetPlan? _onlySelectionSet;

    internal FieldPlan(CollectedField collected, OutputField field, OutputShape shape)
    {
        var nodes = collected.Nodes;
        ResponseName = collected.ResponseName;
        Field = field;
        Nodes = nodes;
        Shape = shape;
        Utf8Name = RelaxedJson.PropertyName(ResponseName);
        _nodeMasks = collected.Masks.TrueForAll(static m => m == 0) ? null : [.. collected.Masks];
        _includeMasks = collected.Masks.Contains(0) ? null : [.. collected.Masks.Distinct()];
        _selectionSets = [];
        HasVariableArguments = ArgumentCoercer.HasVariables(nodes[0]);
        TypedAccessor = field.Features.Get<ValueAccessor>() ?? field.Features.Get<DeferredValueAccessor>()?.Value;
        Accessor = TypedAccessor is { } typed ? typed.Read : field.PureResolver;
    }

    public string ResponseName { get; }

    public OutputField Field { get; }

    /// <summary>The field nodes that were merged under the response name, in document order.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; }

    /// <summary>The selection set that the field stands in.</summary>
    public SelectionSetPlan Parent { get; internal set; } = null!;

    /// <summary>Reads the value from the parent; set where the field has one or where an ancestor's planner provides it.</summary>
    public Func<object, object?>? Accessor { get; private set; }

    /// <summary>Whether an ancestor's planner provides the value: no resolver or step of the field runs.</summary>
    public bool IsReadFromParent { get; private set; }

    /// <summary>Whether an argument refers to a variable, so that <see cref="ConstantArguments"/> is null.</summary>
    public bool HasVariableArguments { get; }

    /// <summary>The coerced arguments where none refers to a variable and all are valid; null otherwise: ask the <see cref="FieldStepContext"/>.</summary>
    public ArgumentValues? ConstantArguments { get; internal set; }

    /// <summary>Whether @skip or @include on a variable decides about the field.</summary>
    internal bool IsConditional => _includeMasks is not null;

    /// <summary>All selection sets of the field, one for each possible concrete type.</summary>
    public IEnumerable<SelectionSetPlan> SelectionSets => _selectionSets.Values;

    internal byte[] Utf8Name { get; }

    internal OutputShape Shape { get; }

    internal ValueAccessor? TypedAccessor { get; private set; }

    internal FieldExecution Execution { get; set; }

    internal IFieldStep? Step { get; set; }

    internal LeafWriter? LeafWriter { get; set; }

    /// <summary>For <c>__typename</c>: the quoted name of the concrete type.</summary>
    internal byte[]? ConstantResult { get; init; }

    /// <summary>The index among the fields whose values are stored by phase 1; -1 where the value is read while writing.</summary>
    internal int StorageIndex { get; set; } = -1;

    /// <summary>Whether a resolver or a step runs for the field or below it.</summary>
    internal bool HasWork => StorageIndex >= 0;

    /// <summary>The selection sets in which there is something to resolve.</summary>
    internal SelectionSetPlan[] WorkSelectionSets { get; set; } = [];

    /// <summary>The selections for a value of the given concrete type; null for leaf fields and for types that the field cannot have.</summary>
    public SelectionSetPlan? GetSelectionSet(ObjectType type)
        => _onlySelectionSet is { } only && ReferenceEquals(only.Type, type) ? only : _selectionSets.GetValueOrDefault(type);

    /// <summary>Called by the planner of an ancestor field, which provides parents that this accessor can read: no resolver or step of the field runs.</summary>
    public void ReadFrom(Func<object, object?> accessor)
    {
        Accessor = accessor;
        TypedAccessor = null;
        IsReadFromParent = true;
    }

    /// <summary>As <see cref="ReadFrom(Func{object, object})"/>, for leaf values that are written without boxing.</summary>
    public void ReadFrom(ValueAccessor accessor)
    {
        Accessor = accessor.Read;
        TypedAccessor = accessor;
        IsReadFromParent = true;
    }

    /// <summary>Whether the field is selected under the values of the operation's @skip and @include conditions.</summary>
    public bool IsSelected(ulong includeFlags)
    {
        if (_includeMasks is null)
        {
            return true;
        }

        foreach (var mask in _includeMasks)
        {
            if ((mask & includeFlags) == mask)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Those of the nodes that are selected under the values of the operation's conditions.</summary>
    internal List<FieldNode> GetSelectedNodes(ulong includeFlags)
    {
        var selected = new List<FieldNode>(Nodes.Count);
        // A fragment that is spread under different conditions gives the same node more than once.
        var seen = _nodeMasks is null ? null : new HashSet<FieldNode>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (_nodeMasks is null || ((_nodeMasks[i] & includeFlags) == _nodeMasks[i] && seen!.Add(Nodes[i])))
            {
                selected.Add(Nodes[i]);
            }
        }

        return selected;
    }

    internal void Add(SelectionSetPlan selectionSet)
    {
        _selectionSets.Add(selectionSet.Type, selectionSet);
        _onlySelectionSet = _selectionSets.Count == 1 ? selectionSet : null;
    }
}

/// <summary>How the value of a planned field comes about.</summary>
internal enum FieldExecution
{
    /// <summary>Read from the parent.</summary>
    Pure,

    /// <summary>A resolver is called for each parent.</summary>
    Resolver,

    /// <summary>A step is called once for all parents.</summary>
    Step,
}
