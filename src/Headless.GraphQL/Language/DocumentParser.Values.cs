using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>Values and type references (specification sections 2.9 and 2.11).</summary>
internal ref partial struct DocumentParser
{
    /// <summary>Parses a value.</summary>
    /// <param name="isConst">Whether variables are refused.</param>
    public ValueNode ParseValue(bool isConst)
    {
        var token = _lexer.Token;
        switch (token.Kind)
        {
            case TokenKind.LeftBracket:
                return ParseList(isConst);
            case TokenKind.LeftBrace:
                return ParseObject(isConst);
            case TokenKind.Dollar when isConst:
                throw VariableInConstant(token);
            case TokenKind.Dollar:
                return ParseVariable();
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Int:
                var integer = new IntValueNode(token.Location, Encoding.ASCII.GetString(_lexer.TokenText));
                _lexer.Advance();
                return integer;
            case TokenKind.Float:
                var number = new FloatValueNode(token.Location, Encoding.ASCII.GetString(_lexer.TokenText));
                _lexer.Advance();
                return number;
            case TokenKind.Name:
                return ParseNamedValue();
            default:
                throw _lexer.Unexpected();
        }
    }

    /// <summary>Parses a type reference.</summary>
    public TypeNode ParseType()
    {
        var start = _lexer.Token;
        TypeNode type;
        if (start.Kind == TokenKind.LeftBracket)
        {
            Enter(start);
            _lexer.Advance();
            var itemType = ParseType();
            Expect(TokenKind.RightBracket);
            Leave();
            type = new ListTypeNode(LocationFrom(start), itemType);
        }
        else
        {
            type = ParseNamedType();
        }

        return TryTake(TokenKind.Bang) ? new NonNullTypeNode(LocationFrom(start), type) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name.Location, name);
    }

    private VariableNode ParseVariable()
    {
        var start = _lexer.Token;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new VariableNode(LocationFrom(start), name);
    }

    private StringValueNode ParseString()
    {
        var token = _lexer.Token;
        var isBlock = token.Kind == TokenKind.BlockString;
        var value = isBlock ? BlockString.Decode(_lexer.TokenText) : StringLiteral.Decode(_lexer.TokenText, token.HasEscapes);
        _lexer.Advance();
        return new StringValueNode(token.Location, value, isBlock);
    }

    private ValueNode ParseNamedValue()
    {
        var location = _lexer.Token.Location;
        var text = _lexer.TokenText;
        ValueNode value = text switch
        {
            _ when text.SequenceEqual("true"u8) => new BooleanValueNode(location, true),
            _ when text.SequenceEqual("false"u8) => new BooleanValueNode(location, false),
            _ when text.SequenceEqual("null"u8) => new NullValueNode(location),
            _ => new EnumValueNode(location, NameTable.Get(text)),
        };
        _lexer.Advance();
        return value;
    }

    private ListValueNode ParseList(bool isConst)
    {
        var start = _lexer.Token;
        Enter(start);
        _lexer.Advance();
        var mark = _pendingCount;
        while (!TryTake(TokenKind.RightBracket))
        {
            Push(ParseValue(isConst));
        }

        Leave();
        return new ListValueNode(LocationFrom(start), Pop<ValueNode>(mark));
    }

    private ObjectValueNode ParseObject(bool isConst)
    {
        var start = _lexer.Token;
        Enter(start);
        _lexer.Advance();
        var mark = _pendingCount;
        while (!TryTake(TokenKind.RightBrace))
        {
            var fieldStart = _lexer.Token;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConst);
            Push(new ObjectFieldNode(LocationFrom(fieldStart), name, value));
        }

        Leave();
        return new ObjectValueNode(LocationFrom(start), Pop<ObjectFieldNode>(mark));
    }

    private GraphQLSyntaxException VariableInConstant(in Token dollar)
    {
        _lexer.Advance();
        return _lexer.Token.Kind == TokenKind.Name
            ? Utf8Lexer.Error(dollar.Location, $"Unexpected variable \"${_lexer.ShortTokenText}\" in constant value.")
            : _lexer.Unexpected(dollar);
    }
}
