namespace Headless.Community.Segments;

/// <summary>What is computed from what: a segment from the tags and segments that its condition names, a tag with a rule from those of the rule.</summary>
public sealed class DependencyGraph
{
    private readonly Dictionary<Node, List<Node>> _sources = [];

    /// <summary>What something is called in the graph.</summary>
    /// <param name="Entity"><see cref="Segment"/> or <see cref="Tag"/>.</param>
    /// <param name="Key">Its key.</param>
    public readonly record struct Node(Type Entity, long Key);

    /// <summary>Says that something is computed by a condition.</summary>
    /// <param name="result">What is computed.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="tagsOfGroup">The tags of a tag group, for conditions that name the group.</param>
    public void Add(Node result, SegmentCondition condition, ILookup<long, long> tagsOfGroup)
    {
        if (!_sources.TryGetValue(result, out var sources))
        {
            _sources.Add(result, sources = []);
        }

        sources.AddRange(SegmentConditionCheck.KeysOf(condition, typeof(Segment)).Select(place => new Node(typeof(Segment), place.Key)));
        sources.AddRange(SegmentConditionCheck.KeysOf(condition, typeof(Tag)).Select(place => new Node(typeof(Tag), place.Key)));
        sources.AddRange(
            from place in SegmentConditionCheck.KeysOf(condition, typeof(TagGroup))
            from tag in tagsOfGroup[place.Key]
            select new Node(typeof(Tag), tag));
    }

    /// <summary>Whether something is computed, over however many steps, from itself.</summary>
    public bool IsInCycle(Node start)
    {
        var seen = new HashSet<Node>();
        var open = new Stack<Node>(_sources.GetValueOrDefault(start) ?? []);
        while (open.TryPop(out var node))
        {
            if (node == start)
            {
                return true;
            }

            if (seen.Add(node))
            {
                _sources.GetValueOrDefault(node)?.ForEach(open.Push);
            }
        }

        return false;
    }

    /// <summary>Everything that is computed, each after what it is computed from.</summary>
    public IReadOnlyList<Node> InOrder()
    {
        var order = new List<Node>();
        var seen = new HashSet<Node>();
        foreach (var node in _sources.Keys)
        {
            Visit(node);
        }

        return order;

        // Depth: at most the number of segments and rules, which is bounded.
        void Visit(Node node)
        {
            if (_sources.TryGetValue(node, out var sources) && seen.Add(node))
            {
                sources.ForEach(Visit);
                order.Add(node);
            }
        }
    }
}
