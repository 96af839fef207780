using System.Collections.Frozen;

namespace Headless.GraphQL.Language;

/// <summary>Type system definitions and extensions (specification section 3).</summary>
internal ref partial struct DocumentParser
{
    private static readonly FrozenSet<string> DirectiveLocations = FrozenSet.Create(
        StringComparer.Ordinal,
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION");

    /// <summary>Parses a definition, or returns null with nothing taken where the keyword begins none.</summary>
    private TypeSystemDefinitionNode? ParseTypeSystemDefinition(ReadOnlySpan<byte> keyword, in Token start, StringValueNode? description) =>
        keyword.SequenceEqual("directive"u8)
            ? ParseDirectiveDefinition(start, description)
            : ParseSchemaOrType(keyword, start, description, isExtension: false);

    private TypeSystemDefinitionNode ParseTypeSystemExtension(in Token start)
    {
        _lexer.Advance();
        if (_lexer.Token.Kind != TokenKind.Name)
        {
            throw _lexer.Unexpected();
        }

        return ParseSchemaOrType(_lexer.TokenText, start, description: null, isExtension: true) ?? throw _lexer.Unexpected();
    }

    private TypeSystemDefinitionNode? ParseSchemaOrType(
        ReadOnlySpan<byte> keyword, in Token start, StringValueNode? description, bool isExtension)
    {
        if (keyword.SequenceEqual("type"u8))
        {
            return ParseObjectType(start, description, isExtension);
        }

        if (keyword.SequenceEqual("input"u8))
        {
            return ParseInputObjectType(start, description, isExtension);
        }

        if (keyword.SequenceEqual("enum"u8))
        {
            return ParseEnumType(start, description, isExtension);
        }

        if (keyword.SequenceEqual("interface"u8))
        {
            return ParseInterfaceType(start, description, isExtension);
        }

        if (keyword.SequenceEqual("union"u8))
        {
            return ParseUnionType(start, description, isExtension);
        }

        if (keyword.SequenceEqual("scalar"u8))
        {
            return ParseScalarType(start, description, isExtension);
        }

        return keyword.SequenceEqual("schema"u8) ? ParseSchema(start, description, isExtension) : null;
    }

    private SchemaDefinitionNode ParseSchema(in Token start, StringValueNode? description, bool isExtension)
    {
        _lexer.Advance();
        var directives = ParseDirectives(isConst: true);
        var operationTypes = !isExtension || _lexer.Token.Kind == TokenKind.LeftBrace ? ParseOperationTypes() : [];
        RequireContent(isExtension, directives.Length + operationTypes.Length);
        return new SchemaDefinitionNode(LocationFrom(start), description, isExtension, directives, operationTypes);
    }

    private OperationTypeDefinitionNode[] ParseOperationTypes()
    {
        Expect(TokenKind.LeftBrace);
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Token;
            if (start.Kind != TokenKind.Name)
            {
                throw _lexer.Expected(TokenKind.Name.Describe());
            }

            var operation = OperationTypeOf(_lexer.TokenText);
            _lexer.Advance();
            if (operation is null)
            {
                throw _lexer.Unexpected(start);
            }

            Expect(TokenKind.Colon);
            var type = ParseNamedType();
            Push(new OperationTypeDefinitionNode(LocationFrom(start), operation.Value, type));
        }
        while (!TryTake(TokenKind.RightBrace));
        return Pop<OperationTypeDefinitionNode>(mark);
    }

    private ScalarTypeDefinitionNode ParseScalarType(in Token start, StringValueNode? description, bool isExtension)
    {
        _lexer.Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RequireContent(isExtension, directives.Length);
        return new ScalarTypeDefinitionNode(LocationFrom(start), description, isExtension, name, directives);
    }

    private ObjectTypeDefinitionNode ParseObjectType(in Token start, StringValueNode? description, bool isExtension)
    {
        _lexer.Advance();
        var name = ParseName();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RequireContent(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new ObjectTypeDefinitionNode(LocationFrom(start), description, isExtension, name, directives, interfaces, fields);
    }

    private InterfaceTypeDefinitionNode ParseInterfaceType(in Token start, StringValueNode? description, bool isExtension)
    {
        _lexer.Advance();
        var name = ParseName();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RequireContent(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new InterfaceTypeDefinitionNode(LocationFrom(start), description, isExtension, name, directives, interfaces, fields);
    }

    private UnionTypeDefinitionNode ParseUnionType(in Token start, StringValueNode? description, bool isExtension)
    {
        _lexer.Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var types = TryTake(TokenKind.Equals) ? ParseNamedTypes(TokenKind.Pipe) : [];
        RequireContent(isExtension, directives.Length + types.Length);
        return new UnionTypeDefinitionNode(LocationFrom(start), description, isExtension, name, directives, types);
    }

    private EnumTypeDefinitionNode ParseEnumType(in Token start, StringValueNode? description, bool isExtension)
    {
        _lexer.Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = TryTake(TokenKind.LeftBrace) ? ParseEnumValueDefinitions() : [];
        RequireContent(isExtension, directives.Length + values.Length);
        return new EnumTypeDefinitionNode(LocationFrom(start), description, isExtension, name, directives, values);
    }

    private InputObjectTypeDefinitionNode ParseInputObjectType(in Token start, StringValueNode? description, bool isExtension)
    {
        _lexer.Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = TryTake(TokenKind.LeftBrace) ? ParseInputValueDefinitions(TokenKind.RightBrace) : [];
        RequireContent(isExtension, directives.Length + fields.Length);
        return new InputObjectTypeDefinitionNode(LocationFrom(start), description, isExtension, name, directives, fields);
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(in Token start, StringValueNode? description)
    {
        _lexer.Advance();
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = TryTake(TokenKind.LeftParenthesis) ? ParseInputValueDefinitions(TokenKind.RightParenthesis) : [];
        var isRepeatable = TryTakeKeyword("repeatable"u8);
        if (!TryTakeKeyword("on"u8))
        {
            throw _lexer.Expected("\"on\"");
        }

        var locations = ParseDirectiveLocations();
        return new DirectiveDefinitionNode(LocationFrom(start), description, name, arguments, isRepeatable, locations);
    }

    private NameNode[] ParseDirectiveLocations()
    {
        TryTake(TokenKind.Pipe);
        var mark = _pendingCount;
        do
        {
            var token = _lexer.Token;
            var location = ParseName();
            if (!DirectiveLocations.Contains(location.Value))
            {
                throw _lexer.Unexpected(token);
            }

            Push(location);
        }
        while (TryTake(TokenKind.Pipe));
        return Pop<NameNode>(mark);
    }

    private NamedTypeNode[] ParseInterfaces() => TryTakeKeyword("implements"u8) ? ParseNamedTypes(TokenKind.Ampersand) : [];

    private NamedTypeNode[] ParseNamedTypes(TokenKind delimiter)
    {
        TryTake(delimiter);
        var mark = _pendingCount;
        do
        {
            Push(ParseNamedType());
        }
        while (TryTake(delimiter));
        return Pop<NamedTypeNode>(mark);
    }

    private FieldDefinitionNode[] ParseFieldDefinitions()
    {
        if (!TryTake(TokenKind.LeftBrace))
        {
            return [];
        }

        var mark = _pendingCount;
        do
        {
            var start = _lexer.Token;
            var description = ParseDescription();
            var name = ParseName();
            var arguments = TryTake(TokenKind.LeftParenthesis) ? ParseInputValueDefinitions(TokenKind.RightParenthesis) : [];
            Expect(TokenKind.Colon);
            var type = ParseType();
            var directives = ParseDirectives(isConst: true);
            Push(new FieldDefinitionNode(LocationFrom(start), description, name, arguments, type, directives));
        }
        while (!TryTake(TokenKind.RightBrace));
        return Pop<FieldDefinitionNode>(mark);
    }

    private InputValueDefinitionNode[] ParseInputValueDefinitions(TokenKind closing)
    {
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Token;
            var description = ParseDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            var type = ParseType();
            var defaultValue = TryTake(TokenKind.Equals) ? ParseValue(isConst: true) : null;
            var directives = ParseDirectives(isConst: true);
            Push(new InputValueDefinitionNode(LocationFrom(start), description, name, type, defaultValue, directives));
        }
        while (!TryTake(closing));
        return Pop<InputValueDefinitionNode>(mark);
    }

    private EnumValueDefinitionNode[] ParseEnumValueDefinitions()
    {
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Token;
            var description = ParseDescription();
            if (IsAtKeyword("true"u8) || IsAtKeyword("false"u8) || IsAtKeyword("null"u8))
            {
                throw Utf8Lexer.Error(
                    _lexer.Token.Location,
                    $"{_lexer.Describe(_lexer.Token)} is reserved and cannot be used for an enum value.");
            }

            var name = ParseName();
            var directives = ParseDirectives(isConst: true);
            Push(new EnumValueDefinitionNode(LocationFrom(start), description, name, directives));
        }
        while (!TryTake(TokenKind.RightBrace));
        return Pop<EnumValueDefinitionNode>(mark);
    }

    /// <summary>An extension must add something.</summary>
    private readonly void RequireContent(bool isExtension, int count)
    {
        if (isExtension && count == 0)
        {
            throw _lexer.Unexpected();
        }
    }
}
