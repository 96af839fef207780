using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.Limits;

/// <summary><see cref="ValidationOptions.MaxAliases"/>, counted for each selection set with its fragments, as often as each is spread.</summary>
internal sealed class AliasesLimit(ValidationContext context) : DocumentLimit(context, "ALIASES_LIMIT")
{
    private const long Ceiling = 1L << 48;

    private readonly Dictionary<string, long> _fragmentAliases = new(StringComparer.Ordinal);

    protected override void Measure(FragmentDefinitionNode fragment) => _fragmentAliases[fragment.Name.Value] = CountOf(fragment.SelectionSet);

    protected override void CheckOperation(OperationDefinitionNode operation) => ForEachSelectionSet(operation.SelectionSet, Check);

    protected override void CheckFragment(FragmentDefinitionNode fragment) => ForEachSelectionSet(fragment.SelectionSet, Check);

    private void Check(SelectionSetNode selectionSet)
    {
        if (CountOf(selectionSet) > Context.Options.MaxAliases)
        {
            Exceed($"This selection set has more than the {Context.Options.MaxAliases} aliases that are allowed.", selectionSet);
        }
    }

    /// <summary>The aliases of the set itself and of its fragments, not those of its fields' sets.</summary>
    private long CountOf(SelectionSetNode selectionSet)
    {
        var count = 0L;
        foreach (var selection in selectionSet.Selections)
        {
            count += selection switch
            {
                FieldNode { Alias: not null } => 1,
                InlineFragmentNode inline => CountOf(inline.SelectionSet),
                FragmentSpreadNode spread => _fragmentAliases.GetValueOrDefault(spread.Name.Value),
                _ => 0,
            };
            count = Math.Min(count, Ceiling);
        }

        return count;
    }
}
