namespace Headless.GraphQL.Language;

/// <summary>Operations, fragments and selections.</summary>
internal sealed partial class SyntaxWriter
{
    private void WriteOperation(OperationDefinitionNode operation)
    {
        WriteDescription(operation.Description);
        var canBeShorthand = operation.Operation == OperationType.Query
            && operation is { Description: null, Name: null, VariableDefinitions: [], Directives: [] }
            && (_previous is null || !IsOpen(_previous));
        if (!canBeShorthand)
        {
            _text.Append(Keyword(operation.Operation));
            if (operation.Name is not null || operation.VariableDefinitions.Count > 0)
            {
                _text.Append(' ').Append(operation.Name?.Value);
                WriteVariableDefinitions(operation.VariableDefinitions);
            }

            WriteDirectives(operation.Directives);
            _text.Append(' ');
        }

        WriteSelectionSet(operation.SelectionSet);
    }

    /// <summary>Whether braces that come next would be read as its fields, values or operation types: it has none.</summary>
    private static bool IsOpen(DefinitionNode definition) => definition is
        ObjectTypeDefinitionNode { Fields: [] } or InterfaceTypeDefinitionNode { Fields: [] } or InputObjectTypeDefinitionNode { Fields: [] }
        or EnumTypeDefinitionNode { Values: [] } or SchemaDefinitionNode { OperationTypes: [] };

    private void WriteVariableDefinitions(IReadOnlyList<VariableDefinitionNode> variables)
    {
        if (variables.Count == 0)
        {
            return;
        }

        if (variables.Any(variable => _widths.IsMultiline(variable.Description, variable.DefaultValue, variable.Directives)))
        {
            // The reference implementation does not indent these.
            _text.Append('(');
            foreach (var variable in variables)
            {
                WriteLineBreak();
                WriteVariableDefinition(variable);
            }

            WriteLineBreak();
        }
        else
        {
            _text.Append('(');
            WriteSeparated(variables, ", ", WriteVariableDefinition);
        }

        _text.Append(')');
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        WriteValue(variable.Variable);
        WriteTypeAndDefault(variable.Type, variable.DefaultValue, variable.Directives);
    }

    private void WriteTypeAndDefault(TypeNode type, ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives)
    {
        _text.Append(": ");
        WriteType(type);
        if (defaultValue is not null)
        {
            _text.Append(" = ");
            WriteValue(defaultValue);
        }

        WriteDirectives(directives);
    }

    private void WriteFragmentDefinition(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        _text.Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name.Value);
        WriteDirectives(fragment.Directives);
        _text.Append(' ');
        WriteSelectionSet(fragment.SelectionSet);
    }

    private void WriteSelectionSet(SelectionSetNode selectionSet)
    {
        Enter();
        if (selectionSet.Selections.Count == 0)
        {
            _text.Append("{}");
        }
        else
        {
            WriteLines('{', selectionSet.Selections, '}', WriteSelection);
        }

        Leave();
    }

    private void WriteSelection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                _text.Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                WriteInlineFragment(fragment);
                break;
            default:
                throw new ArgumentException($"{selection.GetType().Name} is not a selection of the grammar.", nameof(selection));
        }
    }

    private void WriteField(FieldNode field)
    {
        var prefixLength = field.Name.Value.Length;
        if (field.Alias is { } alias)
        {
            _text.Append(alias.Value).Append(": ");
            prefixLength += alias.Value.Length + 2;
        }

        _text.Append(field.Name.Value);
        if (field.Arguments.Count > 0)
        {
            WriteFieldArguments(prefixLength, field.Arguments);
        }

        WriteDirectives(field.Directives);
        if (field.SelectionSet is not null)
        {
            _text.Append(' ');
            WriteSelectionSet(field.SelectionSet);
        }
    }

    private void WriteFieldArguments(int prefixLength, IReadOnlyList<ArgumentNode> arguments)
    {
        if (_widths.AreBroken(prefixLength, arguments))
        {
            WriteLines('(', arguments, ')', WriteArgument);
        }
        else
        {
            _text.Append('(');
            WriteSeparated(arguments, ", ", WriteArgument);
            _text.Append(')');
        }
    }

    private void WriteInlineFragment(InlineFragmentNode fragment)
    {
        _text.Append("...");
        if (fragment.TypeCondition is not null)
        {
            _text.Append(" on ").Append(fragment.TypeCondition.Name.Value);
        }

        WriteDirectives(fragment.Directives);
        _text.Append(' ');
        WriteSelectionSet(fragment.SelectionSet);
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "There are three operation types."),
    };
}
