using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>The merged selections for one concrete object type, in response order (specification section 6.3, CollectFields).</summary>
public sealed class SelectionSetPlan
{
    private readonly FieldPlan[] _fields;

    internal SelectionSetPlan(ObjectType type, FieldPlan? parent, FieldPlan[] fields)
    {
        Type = type;
        Parent = parent;
        _fields = fields;
        foreach (var field in fields)
        {
            field.Parent = this;
        }
    }

    public ObjectType Type { get; }

    /// <summary>The field whose values the selections are applied to; null at the root.</summary>
    public FieldPlan? Parent { get; }

    public IReadOnlyList<FieldPlan> Fields => _fields;

    /// <summary>Whether a resolver or a step runs for one of the fields or below it.</summary>
    public bool HasWork => WorkIndex >= 0;

    internal ReadOnlySpan<FieldPlan> FieldSpan => _fields;

    /// <summary>The index among the selection sets that phase 1 visits; -1 where there is nothing to resolve.</summary>
    internal int WorkIndex { get; set; } = -1;
}
