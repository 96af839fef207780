using System.Linq.Expressions;
using System.Text.Json.Serialization;

namespace Headless.Community.Segments;

/// <summary>
/// Which members are meant: a tree of <see cref="AllOf"/>, <see cref="AnyOf"/>, <see cref="NoneOf"/> and leaves. In JSON, in the
/// database as in the API, a node is an object with one member: its name and what it holds.
/// </summary>
[JsonConverter(typeof(ConditionConverter))]
public abstract record SegmentCondition
{
    /// <summary>The deepest tree, counted in nodes from the root to a leaf.</summary>
    public const int MaxDepth = 8;

    /// <summary>The most nodes of a tree.</summary>
    public const int MaxNodes = 100;

    private protected SegmentCondition()
    {
    }

    /// <summary>The name of the node's kind: <c>all</c>, <c>purchase</c>.</summary>
    [JsonIgnore]
    public string Name => ConditionNames.Of(GetType());

    /// <summary>This node's nodes; none for a leaf.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<SegmentCondition> Children => [];

    /// <summary>The members who fulfil it, for the database.</summary>
    internal abstract Expression<Func<Member, bool>> Compile(ConditionScope scope);

    /// <summary>Whether it depends on what is changed of a group.</summary>
    public bool RestsOnGroups() => Leaves().Any(step => step.Leaf.DependsOnGroups);

    /// <summary>Every node with the path that leads to it: <c>all[2].purchase</c>.</summary>
    internal IEnumerable<(string Path, SegmentCondition Node, int Depth)> Walk()
    {
        var open = new Stack<(string Path, SegmentCondition Node, int Depth)>([(Name, this, 1)]);
        while (open.TryPop(out var next))
        {
            yield return next;
            for (var index = next.Node.Children.Count - 1; index >= 0; index--)
            {
                var child = next.Node.Children[index];
                open.Push(($"{next.Path}[{index}].{child.Name}", child, next.Depth + 1));
            }
        }
    }

    /// <summary>The leaves with their paths.</summary>
    internal IEnumerable<(string Path, LeafCondition Leaf)> Leaves() =>
        Walk().Where(step => step.Node is LeafCondition).Select(step => (step.Path, (LeafCondition)step.Node));
}

/// <summary>A condition that has others below it.</summary>
public abstract record GroupCondition(IReadOnlyList<SegmentCondition> Of) : SegmentCondition
{
    public override IReadOnlyList<SegmentCondition> Children => Of;
}

/// <summary>Every one of the conditions holds.</summary>
[ConditionName("all")]
public sealed record AllOf(IReadOnlyList<SegmentCondition> Of) : GroupCondition(Of)
{
    /// <remarks>
    /// Where one of them names few members (a tag, a segment), they are collected, and the others are asked of them alone: what
    /// everybody bought or said would be added up for nothing. What is cheap to ask comes first, as SQLite asks in the order in which
    /// conditions stand (0.48 s before, 0.28 s with it: a tag of 53 625 members, of whom 10 149 remained).
    /// </remarks>
    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        if (scope.IsForFew || Of.OfType<LeafCondition>().Where(leaf => leaf.Reach != Reach.Wide).MinBy(leaf => leaf.Reach) is not { } narrow)
        {
            return Predicates.All(Of.Select(condition => condition.Compile(scope)));
        }

        var few = scope.ForFew();
        var others = Of.Where(condition => !ReferenceEquals(condition, narrow))
            .OrderBy(condition => condition.Leaves().Select(step => step.Leaf.Effort).DefaultIfEmpty().Max());
        return Predicates.All([narrow.Compile(scope), .. others.Select(condition => condition.Compile(few))]);
    }
}

/// <summary>At least one of the conditions holds.</summary>
[ConditionName("any")]
public sealed record AnyOf(IReadOnlyList<SegmentCondition> Of) : GroupCondition(Of)
{
    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope) =>
        Predicates.Any(Of.Select(condition => condition.Compile(scope)));
}

/// <summary>None of the conditions holds.</summary>
[ConditionName("none")]
public sealed record NoneOf(IReadOnlyList<SegmentCondition> Of) : GroupCondition(Of)
{
    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope) =>
        Predicates.All(Of.Select(condition => Predicates.Not(condition.Compile(scope))));
}
