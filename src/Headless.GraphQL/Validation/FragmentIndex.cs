using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation;

/// <summary>The fragments of a document by name and what they spread. Nothing here recurses from fragment to fragment.</summary>
internal sealed class FragmentIndex
{
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<FragmentDefinitionNode>> _reachable = new(ReferenceEqualityComparer.Instance);

    public FragmentIndex(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                _byName[fragment.Name.Value] = fragment;
            }
        }
    }

    public int Count => _byName.Count;

    /// <summary>The fragment of that name; of several the last, null when there is none.</summary>
    public FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>All spreads below a selection set, not those inside the fragments they name; the order is the reference implementation's, whose errors depend on it.</summary>
    public IReadOnlyList<FragmentSpreadNode> GetSpreads(SelectionSetNode selectionSet)
    {
        if (_spreads.TryGetValue(selectionSet, out var known))
        {
            return known;
        }

        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>();
        pending.Push(selectionSet);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } fieldSet }:
                        pending.Push(fieldSet);
                        break;
                    case InlineFragmentNode inline:
                        pending.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        _spreads.Add(selectionSet, spreads);
        return spreads;
    }

    /// <summary>The fragments that an operation spreads, directly or through others, each once, nearest first.</summary>
    public IReadOnlyList<FragmentDefinitionNode> GetReachable(OperationDefinitionNode operation)
    {
        if (_reachable.TryGetValue(operation, out var known))
        {
            return known;
        }

        var fragments = GetReachable([operation.SelectionSet]);
        _reachable.Add(operation, fragments);
        return fragments;
    }

    /// <summary>The fragments that several selection sets spread, directly or through others, each once, nearest first.</summary>
    public IReadOnlyList<FragmentDefinitionNode> GetReachable(IEnumerable<SelectionSetNode> roots)
    {
        var fragments = new List<FragmentDefinitionNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots)
        {
            Add(root);
        }

        for (var index = 0; index < fragments.Count; index++)
        {
            Add(fragments[index].SelectionSet);
        }

        return fragments;

        void Add(SelectionSetNode selectionSet)
        {
            foreach (var spread in GetSpreads(selectionSet))
            {
                if (seen.Add(spread.Name.Value) && Find(spread.Name.Value) is { } fragment)
                {
                    fragments.Add(fragment);
                }
            }
        }
    }
}
