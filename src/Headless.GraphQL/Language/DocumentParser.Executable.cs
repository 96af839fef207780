namespace Headless.GraphQL.Language;

/// <summary>Operations, fragments and selections (specification sections 2.3 to 2.8 and 2.10).</summary>
internal ref partial struct DocumentParser
{
    private static OperationType? OperationTypeOf(ReadOnlySpan<byte> keyword)
    {
        if (keyword.SequenceEqual("query"u8))
        {
            return OperationType.Query;
        }

        if (keyword.SequenceEqual("mutation"u8))
        {
            return OperationType.Mutation;
        }

        return keyword.SequenceEqual("subscription"u8) ? OperationType.Subscription : null;
    }

    private OperationDefinitionNode ParseShorthand()
    {
        var start = _lexer.Token;
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(
            LocationFrom(start), null, OperationType.Query, null, [], [], selectionSet, isShorthand: true);
    }

    private OperationDefinitionNode ParseOperation(in Token start, StringValueNode? description, OperationType operation)
    {
        _lexer.Advance();
        var name = _lexer.Token.Kind == TokenKind.Name ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(
            LocationFrom(start), description, operation, name, variables, directives, selectionSet, isShorthand: false);
    }

    private VariableDefinitionNode[] ParseVariableDefinitions()
    {
        if (!TryTake(TokenKind.LeftParenthesis))
        {
            return [];
        }

        var mark = _pendingCount;
        do
        {
            var start = _lexer.Token;
            var description = ParseDescription();
            var variable = ParseVariable();
            Expect(TokenKind.Colon);
            var type = ParseType();
            var defaultValue = TryTake(TokenKind.Equals) ? ParseValue(isConst: true) : null;
            var directives = ParseDirectives(isConst: true);
            Push(new VariableDefinitionNode(LocationFrom(start), description, variable, type, defaultValue, directives));
        }
        while (!TryTake(TokenKind.RightParenthesis));
        return Pop<VariableDefinitionNode>(mark);
    }

    private FragmentDefinitionNode ParseFragmentDefinition(in Token start, StringValueNode? description)
    {
        _lexer.Advance();
        if (IsAtKeyword("on"u8))
        {
            throw _lexer.Unexpected();
        }

        var name = ParseName();
        if (!TryTakeKeyword("on"u8))
        {
            throw _lexer.Expected("\"on\"");
        }

        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(LocationFrom(start), description, name, typeCondition, directives, selectionSet);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _lexer.Token;
        Enter(start);
        Expect(TokenKind.LeftBrace);
        var mark = _pendingCount;
        do
        {
            Push(_lexer.Token.Kind == TokenKind.Spread ? ParseFragment() : ParseField());
        }
        while (!TryTake(TokenKind.RightBrace));
        Leave();
        return new SelectionSetNode(LocationFrom(start), Pop<SelectionNode>(mark));
    }

    private FieldNode ParseField()
    {
        var start = _lexer.Token;
        var name = ParseName();
        NameNode? alias = null;
        if (TryTake(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selectionSet = _lexer.Token.Kind == TokenKind.LeftBrace ? ParseSelectionSet() : null;
        return new FieldNode(LocationFrom(start), alias, name, arguments, directives, selectionSet);
    }

    private SelectionNode ParseFragment()
    {
        var start = _lexer.Token;
        _lexer.Advance();
        var hasTypeCondition = TryTakeKeyword("on"u8);
        if (!hasTypeCondition && _lexer.Token.Kind == TokenKind.Name)
        {
            var name = ParseName();
            var spreadDirectives = ParseDirectives(isConst: false);
            return new FragmentSpreadNode(LocationFrom(start), name, spreadDirectives);
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(LocationFrom(start), typeCondition, directives, selectionSet);
    }
}
