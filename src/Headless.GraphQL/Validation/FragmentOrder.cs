using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation;

/// <summary>Orders fragments so that what is computed for one can use what was computed for those it spreads.</summary>
internal static class FragmentOrder
{
    /// <summary>
    /// The fragments that a selection set reaches, each once and after those that it spreads; where they form a cycle, one of
    /// them comes before one that it spreads. Uses a stack of its own: a chain of fragments may be as long as the document.
    /// </summary>
    public static IEnumerable<FragmentDefinitionNode> DependenciesFirst(FragmentIndex fragments, SelectionSetNode root)
        => DependenciesFirst(fragments, [root], new HashSet<string>(StringComparer.Ordinal));

    /// <summary>The same for several selection sets together, without the fragments that were seen before.</summary>
    public static IEnumerable<FragmentDefinitionNode> DependenciesFirst(FragmentIndex fragments, IEnumerable<SelectionSetNode> roots, HashSet<string> seen)
    {
        var stack = new Stack<(FragmentDefinitionNode? Fragment, IEnumerator<FragmentSpreadNode> Spreads)>();
        foreach (var root in roots)
        {
            stack.Push((null, fragments.GetSpreads(root).GetEnumerator()));
            while (stack.TryPeek(out var current))
            {
                if (!current.Spreads.MoveNext())
                {
                    stack.Pop();
                    if (current.Fragment is not null)
                    {
                        yield return current.Fragment;
                    }
                }
                else if (seen.Add(current.Spreads.Current.Name.Value) && fragments.Find(current.Spreads.Current.Name.Value) is { } fragment)
                {
                    stack.Push((fragment, fragments.GetSpreads(fragment.SelectionSet).GetEnumerator()));
                }
            }
        }
    }
}
