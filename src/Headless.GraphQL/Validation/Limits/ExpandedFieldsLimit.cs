using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.Limits;

/// <summary><see cref="ValidationOptions.MaxExpandedFields"/>: counted by adding and never by expanding, since fragments that spread fragments twice each double the number.</summary>
internal sealed class ExpandedFieldsLimit(ValidationContext context) : DocumentLimit(context, "EXPANDED_FIELDS_LIMIT")
{
    /// <summary>Sums stop growing here, far above every limit and far below an overflow.</summary>
    private const long Ceiling = 1L << 48;

    private readonly Dictionary<string, long> _fragmentFields = new(StringComparer.Ordinal);

    protected override void Measure(FragmentDefinitionNode fragment) => _fragmentFields[fragment.Name.Value] = CountOf(fragment.SelectionSet);

    protected override void CheckOperation(OperationDefinitionNode operation) => Check(operation.SelectionSet, operation);

    protected override void CheckFragment(FragmentDefinitionNode fragment) => Check(fragment.SelectionSet, fragment);

    private void Check(SelectionSetNode selectionSet, SyntaxNode definition)
    {
        if (CountOf(selectionSet) > Context.Options.MaxExpandedFields)
        {
            Exceed($"With its fragments expanded, this selects more than the {Context.Options.MaxExpandedFields} fields that are allowed.", definition);
        }
    }

    private long CountOf(SelectionSetNode selectionSet)
    {
        var count = 0L;
        foreach (var selection in selectionSet.Selections)
        {
            count += selection switch
            {
                FieldNode { SelectionSet: { } fieldSet } => 1 + CountOf(fieldSet),
                FieldNode => 1,
                InlineFragmentNode inline => CountOf(inline.SelectionSet),
                FragmentSpreadNode spread => _fragmentFields.GetValueOrDefault(spread.Name.Value),
                _ => 0,
            };
            count = Math.Min(count, Ceiling);
        }

        return count;
    }
}
