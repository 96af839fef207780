using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>The merged selections for one concrete object type, in response order (specification section 6.3, CollectFields).</summary>
public sealed class SelectionSetPlan
{
    private readonly FieldPlan[] _fields;
    private readonly FieldOccurrence[]? _occurrences;
    private FieldOrder? _lastOrder;

    /// <param name="type">The concrete type.</param>
    /// <param name="parent">The field above; null at the root.</param>
    /// <param name="fields">The fields by their first node.</param>
    /// <param name="occurrences">All nodes of the fields where conditions may leave out the first one of a field and keep a later one; null elsewhere.</param>
    internal SelectionSetPlan(ObjectType type, FieldPlan? parent, FieldPlan[] fields, List<FieldOccurrence>? occurrences)
    {
        Type = type;
        Parent = parent;
        _fields = fields;
        _occurrences = occurrences is null ? null : [.. occurrences.OrderBy(static o => o.Position)];
        foreach (var field in fields)
        {
            field.Parent = this;
        }
    }

    public ObjectType Type { get; }

    /// <summary>The field whose values the selections are applied to; null at the root.</summary>
    public FieldPlan? Parent { get; }

    /// <summary>The fields in the order of their first nodes.</summary>
    public IReadOnlyList<FieldPlan> Fields => _fields;

    /// <summary>Whether a resolver or a step runs for one of the fields or below it.</summary>
    public bool HasWork => WorkIndex >= 0;

    /// <summary>The index among the selection sets that phase 1 visits; -1 where there is nothing to resolve.</summary>
    internal int WorkIndex { get; set; } = -1;

    /// <summary>The fields in response order, which is that of their first selected nodes; some of them may not be selected.</summary>
    internal ReadOnlySpan<FieldPlan> GetFieldsInOrder(ulong includeFlags) => _occurrences is null ? _fields : GetOrder(_occurrences, includeFlags).Fields;

    /// <summary>All objects of a request have the same flags, so the last order is nearly always the one asked for.</summary>
    private FieldOrder GetOrder(FieldOccurrence[] occurrences, ulong includeFlags)
        => _lastOrder is { } last && last.IncludeFlags == includeFlags ? last : _lastOrder = FieldOrder.Of(occurrences, includeFlags);

    private sealed record FieldOrder(ulong IncludeFlags, FieldPlan[] Fields)
    {
        public static FieldOrder Of(FieldOccurrence[] occurrences, ulong includeFlags)
            => new(includeFlags, [.. occurrences.Where(o => (o.Mask & includeFlags) == o.Mask).Select(static o => o.Field).Distinct()]);
    }
}

/// <summary>One node of a planned field: its place in the selection set and the conditions under which it counts.</summary>
internal readonly record struct FieldOccurrence(FieldPlan Field, int Position, ulong Mask);
