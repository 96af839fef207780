using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.Limits;

/// <summary>
/// Holds a document to the limits of <see cref="ValidationOptions"/>, each with one error at most. Every limit counts what a
/// fragment holds once and from then on adds the number, so that fragments that spread fragments cost nothing.
/// </summary>
internal static class DocumentLimits
{
    public static void Check(ValidationContext context)
    {
        var definitions = context.Document.Definitions.OfType<ExecutableDefinitionNode>().ToArray();
        var fragments = FragmentOrder
            .DependenciesFirst(context.Fragments, definitions.Select(SelectionSetOf), new HashSet<string>(StringComparer.Ordinal))
            .ToArray();

        // The number of fields bounds the work of what follows.
        DocumentLimit[] limits =
        [
            new IntrospectionSwitch(context),
            new DirectivesLimit(context),
            new SelectionDepthLimit(context),
            new ExpandedFieldsLimit(context),
            new AliasesLimit(context),
            new DuplicateResponseNamesLimit(context),
        ];
        foreach (var limit in limits)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            limit.Check(definitions, fragments);
            if (context.Errors.Count > 0)
            {
                return;
            }
        }
    }

    private static SelectionSetNode SelectionSetOf(ExecutableDefinitionNode definition) => definition switch
    {
        OperationDefinitionNode operation => operation.SelectionSet,
        FragmentDefinitionNode fragment => fragment.SelectionSet,
        _ => throw new ArgumentException("An executable definition is an operation or a fragment.", nameof(definition)),
    };
}
