using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, directly or through others (specification section 5.5.2.2).</summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <summary>A depth-first search with a stack of its own: a chain of fragments may be as long as the document.</summary>
    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        if (!_visited.Add(fragment.Name.Value))
        {
            return;
        }

        var path = new List<FragmentSpreadNode>();
        var indexInPath = new Dictionary<string, int>(StringComparer.Ordinal) { [fragment.Name.Value] = 0 };
        var stack = new Stack<(string Name, IEnumerator<FragmentSpreadNode> Spreads)>();
        stack.Push((fragment.Name.Value, SpreadsOf(fragment)));
        while (stack.TryPeek(out var current))
        {
            if (!current.Spreads.MoveNext())
            {
                stack.Pop();
                indexInPath.Remove(current.Name);
                if (path.Count > 0)
                {
                    path.RemoveAt(path.Count - 1);
                }

                continue;
            }

            var spread = current.Spreads.Current;
            var name = spread.Name.Value;
            path.Add(spread);
            if (indexInPath.TryGetValue(name, out var cycleStart))
            {
                ReportCycle(name, path[cycleStart..]);
            }
            else if (Context.Fragments.Find(name) is { } next && _visited.Add(name))
            {
                indexInPath.Add(name, path.Count);
                stack.Push((name, SpreadsOf(next)));
                continue;
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    private void ReportCycle(string name, List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Select(static s => $"\"{s.Name.Value}\""));
        Report($"Cannot spread fragment \"{name}\" within itself{(via.Length > 0 ? " via " + via : "")}.", cycle);
    }

    private IEnumerator<FragmentSpreadNode> SpreadsOf(FragmentDefinitionNode fragment)
        => Context.Fragments.GetSpreads(fragment.SelectionSet).GetEnumerator();
}
