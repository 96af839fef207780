using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.Limits;

/// <summary><see cref="ValidationOptions.MaxDirectives"/> and <see cref="ValidationOptions.MaxDirectivesPerLocation"/>.</summary>
internal sealed class DirectivesLimit(ValidationContext context) : DocumentLimit(context, "DIRECTIVES_LIMIT")
{
    private int _count;

    protected override void CheckOperation(OperationDefinitionNode operation)
    {
        foreach (var variable in operation.VariableDefinitions)
        {
            Count(variable.Directives);
        }

        Count(operation.Directives);
        Count(operation.SelectionSet);
    }

    protected override void CheckFragment(FragmentDefinitionNode fragment)
    {
        Count(fragment.Directives);
        Count(fragment.SelectionSet);
    }

    private void Count(SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            Count(selection.Directives);
            if (selection is FieldNode { SelectionSet: { } fieldSet })
            {
                Count(fieldSet);
            }
            else if (selection is InlineFragmentNode inline)
            {
                Count(inline.SelectionSet);
            }
        }
    }

    private void Count(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count > Context.Options.MaxDirectivesPerLocation)
        {
            Exceed(
                $"There are {directives.Count} directives at this location; at most {Context.Options.MaxDirectivesPerLocation} are allowed.",
                directives[Context.Options.MaxDirectivesPerLocation]);
        }

        var before = _count;
        _count += directives.Count;
        if (_count > Context.Options.MaxDirectives && before <= Context.Options.MaxDirectives)
        {
            Exceed($"The document has more than the {Context.Options.MaxDirectives} directives that are allowed.", directives[Context.Options.MaxDirectives - before]);
        }
    }
}
