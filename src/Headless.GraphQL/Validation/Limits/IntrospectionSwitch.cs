using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.Limits;

/// <summary><see cref="ValidationOptions.AllowIntrospection"/>: refuses <c>__schema</c> and <c>__type</c> where introspection is off; <c>__typename</c> is always allowed.</summary>
internal sealed class IntrospectionSwitch(ValidationContext context) : DocumentLimit(context, "INTROSPECTION_DISABLED")
{
    protected override void CheckOperation(OperationDefinitionNode operation) => Check(operation.SelectionSet);

    protected override void CheckFragment(FragmentDefinitionNode fragment) => Check(fragment.SelectionSet);

    private void Check(SelectionSetNode selectionSet)
    {
        if (Context.Options.AllowIntrospection)
        {
            return;
        }

        foreach (var selection in selectionSet.Selections)
        {
            if (selection is FieldNode { Name.Value: "__schema" or "__type" } introspection)
            {
                Exceed($"GraphQL introspection has been disabled, but the requested query contained the field \"{introspection.Name.Value}\".", introspection);
            }
            else if (selection is FieldNode { SelectionSet: { } fieldSet })
            {
                Check(fieldSet);
            }
            else if (selection is InlineFragmentNode inline)
            {
                Check(inline.SelectionSet);
            }
        }
    }
}
