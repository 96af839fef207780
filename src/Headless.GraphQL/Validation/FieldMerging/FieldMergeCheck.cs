using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.FieldMerging;

/// <summary>
/// Decides whether the fields of every selection set can be merged (specification section 5.3.2, FieldsInSetCanMerge) without
/// comparing pairs: fields are grouped by response name, a group is compared with its first member, and the selection sets of
/// a group are checked together, one level at a time. A combination of selection sets is checked once wherever it recurs.
/// </summary>
internal sealed class FieldMergeCheck(ValidationContext context)
{
    /// <summary>How many fields may be looked at; only documents far beyond the limit on expanded fields need more.</summary>
    private const int MaxFields = 500_000;

    private readonly HashSet<SelectionSets> _checked = [];
    private readonly Stack<SelectionSets> _pending = new();
    private int _remainingFields = MaxFields;

    /// <summary>Checks every operation, and every fragment that no operation reaches.</summary>
    public bool AllFieldsMerge(DocumentNode document)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var operations = document.Definitions.OfType<OperationDefinitionNode>().ToArray();
        foreach (var fragment in context.Fragments.GetReachable(operations.Select(static o => o.SelectionSet)))
        {
            reached.Add(fragment.Name.Value);
        }

        return operations.All(o => Check(o.SelectionSet, context.Schema.GetRootType(o.Operation)))
            && document.Definitions.OfType<FragmentDefinitionNode>().All(f => CheckUnreached(f, reached));
    }

    private bool CheckUnreached(FragmentDefinitionNode fragment, HashSet<string> reached)
    {
        if (!reached.Add(fragment.Name.Value) && ReferenceEquals(context.Fragments.Find(fragment.Name.Value), fragment))
        {
            return true;
        }

        foreach (var other in context.Fragments.GetReachable([fragment.SelectionSet]))
        {
            reached.Add(other.Name.Value);
        }

        return Check(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition) as CompositeType);
    }

    /// <summary>Checks a selection set and then, one combination after the other, what its fields select: no recursion, however deep that is.</summary>
    private bool Check(SelectionSetNode selectionSet, CompositeType? type)
    {
        Add(new SelectionSets([(selectionSet, type)], ShapesOnly: false));
        while (_pending.TryPop(out var sets) && !context.IsAborted)
        {
            foreach (var group in Collect(sets))
            {
                if (!CheckGroup(group, sets.ShapesOnly))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Add(SelectionSets sets)
    {
        if (sets.Members.Length > 0 && _checked.Add(sets))
        {
            _pending.Push(sets);
        }
    }

    private bool CheckGroup(List<MergeableField> group, bool shapesOnly)
    {
        if (!HaveSameShape(group))
        {
            return false;
        }

        if (shapesOnly)
        {
            Add(ChildrenOf(group, shapesOnly: true));
            return true;
        }

        // Fields on two different object types are never answered for the same object: only their shapes must agree.
        var byObjectType = group.Where(static f => f.ParentType is ObjectType).GroupBy(static f => f.ParentType!).ToArray();
        if (byObjectType.Length <= 1)
        {
            return CheckTogether(group);
        }

        Add(ChildrenOf(group, shapesOnly: true));
        var onAnyType = group.Where(static f => f.ParentType is not ObjectType).ToArray();
        return byObjectType.All(onType => CheckTogether([.. onAnyType, .. onType]));
    }

    private bool CheckTogether(IReadOnlyList<MergeableField> fields)
    {
        Add(ChildrenOf(fields, shapesOnly: false));
        return AskTheSame(fields);
    }

    private static bool HaveSameShape(List<MergeableField> group)
    {
        GraphQLType? first = null;
        foreach (var field in group)
        {
            if (field.Definition?.Type is not { } type)
            {
                continue;
            }

            first ??= type;
            if (MergeableField.HaveDifferentShapes(first, type))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AskTheSame(IReadOnlyList<MergeableField> fields)
    {
        for (var index = 1; index < fields.Count; index++)
        {
            if (fields[index].Key != fields[0].Key)
            {
                return false;
            }
        }

        return true;
    }

    private static SelectionSets ChildrenOf(IEnumerable<MergeableField> fields, bool shapesOnly)
        => new(
            [.. fields.Where(static f => f.Node.SelectionSet is not null).Select(static f => (f.Node.SelectionSet!, f.Definition?.Type.Named as CompositeType))],
            shapesOnly);

    /// <summary>The fields of the sets by response name, fragments expanded, each fragment once.</summary>
    private IEnumerable<List<MergeableField>> Collect(SelectionSets sets)
    {
        var groups = new Dictionary<string, List<MergeableField>>(StringComparer.Ordinal);
        var spread = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<(SelectionSetNode Set, CompositeType? Type)>(sets.Members);
        while (pending.TryPop(out var current))
        {
            foreach (var selection in current.Set.Selections)
            {
                switch (selection)
                {
                    case FieldNode field:
                        Add(new MergeableField(current.Type, field));
                        break;
                    case InlineFragmentNode inline:
                        pending.Push((inline.SelectionSet, inline.TypeCondition is { } condition ? TypeOf(condition) : current.Type));
                        break;
                    case FragmentSpreadNode { Name.Value: var name } when spread.Add(name) && context.Fragments.Find(name) is { } fragment:
                        pending.Push((fragment.SelectionSet, TypeOf(fragment.TypeCondition)));
                        break;
                }
            }
        }

        return groups.Values;

        void Add(MergeableField field)
        {
            if (--_remainingFields < 0)
            {
                context.AbortForCost();
            }

            if (!groups.TryGetValue(field.Node.ResponseName, out var group))
            {
                groups.Add(field.Node.ResponseName, group = []);
            }

            group.Add(field);
        }
    }

    private CompositeType? TypeOf(NamedTypeNode condition) => context.Schema.FindType(condition) as CompositeType;

    /// <summary>Selection sets that are checked together, compared member by member by reference.</summary>
    private sealed record SelectionSets((SelectionSetNode Set, CompositeType? Type)[] Members, bool ShapesOnly)
    {
        public bool Equals(SelectionSets? other)
            => other is not null && ShapesOnly == other.ShapesOnly && Members.AsSpan().SequenceEqual(other.Members);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(ShapesOnly);
            foreach (var (set, type) in Members)
            {
                hash.Add(set);
                hash.Add(type);
            }

            return hash.ToHashCode();
        }
    }
}
