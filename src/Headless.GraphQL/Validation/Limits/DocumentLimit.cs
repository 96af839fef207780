using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.Limits;

/// <summary>A limit while it checks one document; after its first error it looks no further.</summary>
internal abstract class DocumentLimit(ValidationContext context, string code)
{
    private bool _isExceeded;

    protected ValidationContext Context { get; } = context;

    /// <summary>Checks the definitions in their order.</summary>
    /// <param name="definitions">The operations and fragments in document order.</param>
    /// <param name="fragments">The fragments that are spread somewhere, each after those that it spreads.</param>
    public void Check(IReadOnlyList<ExecutableDefinitionNode> definitions, IReadOnlyList<FragmentDefinitionNode> fragments)
    {
        foreach (var fragment in fragments)
        {
            Measure(fragment);
        }

        foreach (var definition in definitions)
        {
            if (_isExceeded)
            {
                return;
            }

            switch (definition)
            {
                case OperationDefinitionNode operation:
                    CheckOperation(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    CheckFragment(fragment);
                    break;
            }
        }
    }

    /// <summary>Takes the measure of a fragment once, with those of the fragments that it spreads at hand.</summary>
    protected virtual void Measure(FragmentDefinitionNode fragment)
    {
    }

    protected abstract void CheckOperation(OperationDefinitionNode operation);

    protected abstract void CheckFragment(FragmentDefinitionNode fragment);

    /// <summary>Calls an action for a selection set and for those of the fields in it, at every level; inline fragments belong to the set around them.</summary>
    protected static void ForEachSelectionSet(SelectionSetNode selectionSet, Action<SelectionSetNode> check)
    {
        check(selectionSet);
        ForEachFieldsSet(selectionSet, check);
    }

    private static void ForEachFieldsSet(SelectionSetNode selectionSet, Action<SelectionSetNode> check)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is FieldNode { SelectionSet: { } fieldSet })
            {
                ForEachSelectionSet(fieldSet, check);
            }
            else if (selection is InlineFragmentNode inline)
            {
                ForEachFieldsSet(inline.SelectionSet, check);
            }
        }
    }

    protected void Exceed(string message, SyntaxNode node)
    {
        if (!_isExceeded)
        {
            _isExceeded = true;
            Context.Report(new ValidationError(message, [node.Location], code, Section: null, SpecifiedBy: null));
        }
    }
}
