using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.Limits;

/// <summary><see cref="ValidationOptions.MaxSelectionDepth"/>. Below <c>__schema</c> and <c>__type</c>, <see cref="Rules.MaxIntrospectionDepthRule"/> counts.</summary>
internal sealed class SelectionDepthLimit(ValidationContext context) : DocumentLimit(context, "SELECTION_DEPTH_LIMIT")
{
    private readonly Dictionary<string, int> _fragmentDepths = new(StringComparer.Ordinal);

    protected override void Measure(FragmentDefinitionNode fragment) => _fragmentDepths[fragment.Name.Value] = DepthOf(fragment.SelectionSet);

    protected override void CheckOperation(OperationDefinitionNode operation) => Check(operation.SelectionSet, operation);

    protected override void CheckFragment(FragmentDefinitionNode fragment) => Check(fragment.SelectionSet, fragment);

    private void Check(SelectionSetNode selectionSet, SyntaxNode definition)
    {
        var depth = DepthOf(selectionSet);
        if (depth > Context.Options.MaxSelectionDepth)
        {
            Exceed($"Fields are nested {depth} levels deep; at most {Context.Options.MaxSelectionDepth} are allowed.", definition);
        }
    }

    private int DepthOf(SelectionSetNode selectionSet)
    {
        var deepest = 0;
        foreach (var selection in selectionSet.Selections)
        {
            var depth = selection switch
            {
                FieldNode { SelectionSet: { } fieldSet, Name.Value: not ("__schema" or "__type") } => 1 + DepthOf(fieldSet),
                FieldNode => 1,
                InlineFragmentNode inline => DepthOf(inline.SelectionSet),
                FragmentSpreadNode spread => _fragmentDepths.GetValueOrDefault(spread.Name.Value),
                _ => 0,
            };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
