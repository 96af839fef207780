namespace Headless.Community.Segments;

/// <summary>What can be wrong with a condition, whoever asks.</summary>
public static class SegmentConditionCheck
{
    /// <summary>Everything that is wrong with a tree; nothing where it can be asked. A fault's field is its path from the root.</summary>
    public static IReadOnlyList<ConditionFault> Faults(SegmentCondition condition)
    {
        var faults = new List<ConditionFault>();
        var nodes = 0;
        foreach (var (path, node, depth) in condition.Walk())
        {
            if (++nodes > SegmentCondition.MaxNodes)
            {
                return [new ConditionFault(path, "TOO_MANY_CONDITIONS", $"A condition has at most {SegmentCondition.MaxNodes} nodes: make a segment of a part, and refer to it.")];
            }

            if (depth > SegmentCondition.MaxDepth)
            {
                return [new ConditionFault(path, "TOO_DEEP", $"A condition is at most {SegmentCondition.MaxDepth} levels deep: make a segment of a part, and refer to it.")];
            }

            if (node is GroupCondition { Of.Count: 0 })
            {
                faults.Add(new ConditionFault(path, "NOT_EMPTY", $"'{node.Name}' needs at least one condition."));
            }
            else if (node is LeafCondition leaf)
            {
                faults.AddRange(leaf.Check().Select(fault => fault with { Field = fault.Field.Length == 0 ? path : $"{path}.{fault.Field}" }));
            }
        }

        return faults;
    }

    /// <summary>The keys of one kind of entity that a tree names, each with the path of its place.</summary>
    public static IEnumerable<(string Path, long Key)> KeysOf(SegmentCondition condition, Type entity) =>
        from step in condition.Leaves()
        from property in KeyProperties.Of(step.Leaf.GetType())
        where property.Entity == entity
        let keys = property.Read(step.Leaf)
        where keys is not null
        from place in keys.Select((key, index) => ($"{step.Path}.{property.Name}{(property.IsList ? $"[{index}]" : "")}", key))
        select place;

    /// <summary>The kinds of entities that conditions name.</summary>
    public static IReadOnlyList<Type> Entities { get; } =
        [typeof(Tag), typeof(TagGroup), typeof(Group), typeof(AttributeDefinition), typeof(Segment), typeof(SurveyQuestion), typeof(SurveyOption), typeof(PointProgram)];
}
