using Headless.GraphQL.Language;
using Headless.GraphQL.Validation.FieldMerging;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>
/// Fields with the same response name can be answered by one value (specification section 5.3.2). Whether all can is decided
/// for the whole document in near-linear time by <see cref="FieldMergeCheck"/>; only a document where some cannot is searched
/// pair by pair, by <see cref="FieldConflictFinder"/>, for the messages that say which and why.
/// </summary>
internal sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule(context)
{
    private const int MaxReasonLength = 1_000;

    private FieldConflictFinder? _conflictFinder;

    public override void EnterDocument(DocumentNode document)
    {
        if (!new FieldMergeCheck(Context).AllFieldsMerge(document))
        {
            _conflictFinder = new FieldConflictFinder(Context);
        }
    }

    public override void EnterSelectionSet(SelectionSetNode selectionSet)
    {
        if (_conflictFinder is null || selectionSet.Selections is [] or [not InlineFragmentNode])
        {
            return;
        }

        foreach (var conflict in _conflictFinder.FindWithin(Context.ParentType, selectionSet))
        {
            Report(
                $"Fields \"{Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.Fields1, .. conflict.Fields2]);
        }
    }

    public static string Abbreviate(string text) => text.Length > MaxReasonLength ? text[..MaxReasonLength] + "..." : text;
}
