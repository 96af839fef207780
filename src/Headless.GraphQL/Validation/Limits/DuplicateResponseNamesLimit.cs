using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.Limits;

/// <summary>
/// <see cref="ValidationOptions.MaxDuplicateResponseNames"/>, counted for each selection set with its fragments, as often as
/// each is spread. Adding up what the most frequent name of each part comes to gives a bound; names are counted one by one
/// only where the bound exceeds the limit.
/// </summary>
internal sealed class DuplicateResponseNamesLimit(ValidationContext context) : DocumentLimit(context, "DUPLICATE_RESPONSE_NAMES_LIMIT")
{
    private const long Ceiling = 1L << 48;

    private readonly Dictionary<string, long> _fragmentBounds = new(StringComparer.Ordinal);

    protected override void Measure(FragmentDefinitionNode fragment) => _fragmentBounds[fragment.Name.Value] = MostFrequent(fragment.SelectionSet);

    protected override void CheckOperation(OperationDefinitionNode operation) => ForEachSelectionSet(operation.SelectionSet, Check);

    protected override void CheckFragment(FragmentDefinitionNode fragment) => ForEachSelectionSet(fragment.SelectionSet, Check);

    private void Check(SelectionSetNode selectionSet)
    {
        if (MostFrequent(selectionSet) > Context.Options.MaxDuplicateResponseNames)
        {
            Exceed($"This selection set has a response name more than the {Context.Options.MaxDuplicateResponseNames} times that are allowed.", selectionSet);
        }
    }

    /// <summary>How often the most frequent response name occurs, or a bound of that which is within the limit exactly where the number is.</summary>
    private long MostFrequent(SelectionSetNode selectionSet)
    {
        var own = new Dictionary<string, long>(StringComparer.Ordinal);
        var spreads = new Dictionary<string, long>(StringComparer.Ordinal);
        Count(selectionSet, 1, own, spreads);
        var bound = own.Values.DefaultIfEmpty().Max();
        foreach (var (name, times) in spreads)
        {
            bound = Math.Min(Ceiling, bound + (times * _fragmentBounds.GetValueOrDefault(name)));
        }

        if (bound <= Context.Options.MaxDuplicateResponseNames
            || spreads.Count == 0
            || spreads.Keys.Any(name => _fragmentBounds.GetValueOrDefault(name) > Context.Options.MaxDuplicateResponseNames))
        {
            return bound;
        }

        return CountExactly(selectionSet).Values.DefaultIfEmpty().Max();
    }

    /// <summary>Adds every fragment's names as often as it is spread in all, those that spread others first.</summary>
    private Dictionary<string, long> CountExactly(SelectionSetNode selectionSet)
    {
        var names = new Dictionary<string, long>(StringComparer.Ordinal);
        var spreads = new Dictionary<string, long>(StringComparer.Ordinal);
        Count(selectionSet, 1, names, spreads);
        foreach (var fragment in FragmentOrder.DependenciesFirst(Context.Fragments, selectionSet).Reverse())
        {
            if (spreads.Remove(fragment.Name.Value, out var times))
            {
                Count(fragment.SelectionSet, times, names, spreads);
            }
        }

        return names;
    }

    private static void Count(SelectionSetNode selectionSet, long times, Dictionary<string, long> names, Dictionary<string, long> spreads)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    Add(names, field.ResponseName);
                    break;
                case FragmentSpreadNode spread:
                    Add(spreads, spread.Name.Value);
                    break;
                case InlineFragmentNode inline:
                    Count(inline.SelectionSet, times, names, spreads);
                    break;
            }
        }

        void Add(Dictionary<string, long> counts, string name) => counts[name] = Math.Min(Ceiling, counts.GetValueOrDefault(name) + times);
    }
}
