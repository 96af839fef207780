using Headless.GraphQL.Language;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation.Rules;

namespace Headless.GraphQL.Validation.FieldMerging;

/// <summary>
/// Finds which fields cannot be merged and why, pair by pair, in the reference implementation's order. Fragments are compared
/// as wholes, each pair once; a budget ends the search in documents that are made to be slow.
/// </summary>
internal sealed class FieldConflictFinder(ValidationContext context)
{
    private const int MaxWork = 500_000;
    private const int MaxDepth = 256;
    private const int MaxReasonLength = 1_000;
    private const int MaxFieldsOfConflict = 20;

    /// <summary>More conflicts than a message or the answer has room for are not looked for: each would be kept, and there may be one for every pair.</summary>
    private readonly int _maxConflicts = Math.Max(64, context.Options.MaxErrors + 1);

    private readonly Dictionary<(CompositeType? Type, SelectionSetNode Set), SelectionFields> _fields = [];

    /// <summary>What was compared, and whether only as fields that are mutually exclusive: then it must be compared again where they are not.</summary>
    private readonly Dictionary<(object, object), bool> _compared = [];
    private int _remainingWork = MaxWork;
    private int _depth;

    /// <summary>The conflicts between fields of a selection set, its fragments included; not those inside one of its fields.</summary>
    public List<FieldConflict> FindWithin(CompositeType? parentType, SelectionSetNode selectionSet)
    {
        var conflicts = new List<FieldConflict>();
        var fields = FieldsOf(parentType, selectionSet);
        foreach (var (responseName, group) in fields.Groups)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count && conflicts.Count < _maxConflicts; j++)
                {
                    Compare(conflicts, responseName, group[i], group[j], areExclusive: false);
                }
            }
        }

        for (var i = 0; i < fields.Fragments.Count; i++)
        {
            CompareWithFragment(conflicts, fields, fields.Fragments[i], areExclusive: false);
            for (var j = i + 1; j < fields.Fragments.Count; j++)
            {
                CompareFragments(conflicts, fields.Fragments[i], fields.Fragments[j], areExclusive: false);
            }
        }

        return conflicts;
    }

    private void CompareWithFragment(List<FieldConflict> conflicts, SelectionFields fields, FragmentDefinitionNode fragment, bool areExclusive)
    {
        if (fields.Groups.Count == 0 || !TrySpend(1) || !IsNew(fields, fragment, areExclusive))
        {
            return;
        }

        var fragmentFields = FieldsOf(fragment);
        if (ReferenceEquals(fields, fragmentFields) || !TryEnter())
        {
            return;
        }

        CompareGroups(conflicts, fields, fragmentFields, areExclusive);
        foreach (var spread in fragmentFields.Fragments)
        {
            CompareWithFragment(conflicts, fields, spread, areExclusive);
        }

        _depth--;
    }

    private void CompareFragments(List<FieldConflict> conflicts, FragmentDefinitionNode fragment1, FragmentDefinitionNode fragment2, bool areExclusive)
    {
        if (ReferenceEquals(fragment1, fragment2)
            || !TrySpend(2)
            || !IsNew(fragment1, fragment2, areExclusive, isSymmetric: true)
            || !TryEnter())
        {
            return;
        }

        var (fields1, fields2) = (FieldsOf(fragment1), FieldsOf(fragment2));
        CompareGroups(conflicts, fields1, fields2, areExclusive);
        foreach (var spread in fields2.Fragments)
        {
            CompareFragments(conflicts, fragment1, spread, areExclusive);
        }

        foreach (var spread in fields1.Fragments)
        {
            CompareFragments(conflicts, spread, fragment2, areExclusive);
        }

        _depth--;
    }

    private List<FieldConflict> FindBetween(MergeableField field1, MergeableField field2, bool areExclusive)
    {
        var conflicts = new List<FieldConflict>();
        var fields1 = FieldsOf(field1.Definition?.Type.Named as CompositeType, field1.Node.SelectionSet!);
        var fields2 = FieldsOf(field2.Definition?.Type.Named as CompositeType, field2.Node.SelectionSet!);
        CompareGroups(conflicts, fields1, fields2, areExclusive);
        foreach (var fragment in fields2.Fragments)
        {
            CompareWithFragment(conflicts, fields1, fragment, areExclusive);
        }

        foreach (var fragment in fields1.Fragments)
        {
            CompareWithFragment(conflicts, fields2, fragment, areExclusive);
        }

        foreach (var fragment1 in fields1.Fragments)
        {
            foreach (var fragment2 in fields2.Fragments)
            {
                CompareFragments(conflicts, fragment1, fragment2, areExclusive);
            }
        }

        return conflicts;
    }

    private void CompareGroups(List<FieldConflict> conflicts, SelectionFields fields1, SelectionFields fields2, bool areExclusive)
    {
        foreach (var (responseName, group1) in fields1.Groups)
        {
            if (!TrySpend(1))
            {
                return;
            }

            if (!fields2.Groups.TryGetValue(responseName, out var group2))
            {
                continue;
            }

            foreach (var field1 in group1)
            {
                foreach (var field2 in group2)
                {
                    if (conflicts.Count >= _maxConflicts)
                    {
                        return;
                    }

                    Compare(conflicts, responseName, field1, field2, areExclusive);
                }
            }
        }
    }

    private void Compare(List<FieldConflict> conflicts, string responseName, MergeableField field1, MergeableField field2, bool areExclusive)
    {
        if (!TrySpend(2) || !TryEnter())
        {
            return;
        }

        var nowExclusive = areExclusive || field1.IsExclusiveWith(field2);
        if (ReasonOf(field1, field2, nowExclusive) is { } reason)
        {
            conflicts.Add(new FieldConflict(responseName, reason, [field1.Node], [field2.Node]));
        }
        else if (field1.Node.SelectionSet is not null && field2.Node.SelectionSet is not null)
        {
            var below = FindBetween(field1, field2, nowExclusive);
            if (below.Count > 0)
            {
                conflicts.Add(new FieldConflict(
                    responseName,
                    ReasonOf(below),
                    FieldsOf(field1.Node, below, static c => c.Fields1),
                    FieldsOf(field2.Node, below, static c => c.Fields2)));
            }
        }

        _depth--;
    }

    private static string? ReasonOf(MergeableField field1, MergeableField field2, bool areExclusive)
    {
        if (!areExclusive)
        {
            var (name1, name2) = (field1.Node.Name.Value, field2.Node.Name.Value);
            if (name1 != name2)
            {
                return $"\"{OverlappingFieldsCanBeMergedRule.Abbreviate(name1)}\" and \"{OverlappingFieldsCanBeMergedRule.Abbreviate(name2)}\" are different fields";
            }

            if (field1.Key != field2.Key)
            {
                return "they have differing arguments";
            }
        }

        return field1.Definition?.Type is { } type1 && field2.Definition?.Type is { } type2 && MergeableField.HaveDifferentShapes(type1, type2)
            ? $"they return conflicting types \"{type1}\" and \"{type2}\""
            : null;
    }

    private static string ReasonOf(List<FieldConflict> below)
    {
        var text = "";
        foreach (var conflict in below)
        {
            text += $"{(text.Length == 0 ? "" : " and ")}subfields \"{OverlappingFieldsCanBeMergedRule.Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}";
            if (text.Length > MaxReasonLength)
            {
                break;
            }
        }

        return OverlappingFieldsCanBeMergedRule.Abbreviate(text);
    }

    private static List<FieldNode> FieldsOf(FieldNode field, List<FieldConflict> below, Func<FieldConflict, IReadOnlyList<FieldNode>> side)
    {
        var fields = new List<FieldNode> { field };
        foreach (var conflict in below)
        {
            fields.AddRange(side(conflict).TakeLast(MaxFieldsOfConflict - fields.Count));
            if (fields.Count == MaxFieldsOfConflict)
            {
                break;
            }
        }

        return fields;
    }

    private SelectionFields FieldsOf(FragmentDefinitionNode fragment)
        => FieldsOf(context.Schema.FindType(fragment.TypeCondition) as CompositeType, fragment.SelectionSet);

    private SelectionFields FieldsOf(CompositeType? parentType, SelectionSetNode selectionSet)
    {
        if (!_fields.TryGetValue((parentType, selectionSet), out var fields))
        {
            fields = new SelectionFields(context, parentType, selectionSet);
            _fields.Add((parentType, selectionSet), fields);
        }

        return fields;
    }

    private bool IsNew(object a, object b, bool areExclusive, bool isSymmetric = false)
    {
        if (WasCompared(a, b) || (isSymmetric && WasCompared(b, a)))
        {
            return false;
        }

        _compared[(a, b)] = areExclusive;
        return true;

        bool WasCompared(object x, object y) => _compared.TryGetValue((x, y), out var onlyAsExclusive) && (areExclusive || !onlyAsExclusive);
    }

    private bool TrySpend(int work)
    {
        _remainingWork -= work;
        if (_remainingWork < 0)
        {
            context.AbortForCost();
        }

        return !context.IsAborted;
    }

    private bool TryEnter()
    {
        if (_depth == MaxDepth)
        {
            context.AbortForCost();
            return false;
        }

        _depth++;
        return true;
    }
}
