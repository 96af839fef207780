using System.Buffers;
using System.Runtime.CompilerServices;

namespace Headless.GraphQL.Language;

/// <summary>A recursive-descent parser with one token of lookahead; every rule that recurses counts its depth.</summary>
/// <remarks>
/// A rule begins with its first token current and ends with the token after its last one current.
/// The members of a list are collected on one stack, shared by all nested lists, and copied to an array of
/// their exact number when the list ends.
/// </remarks>
internal ref partial struct DocumentParser
{
    private readonly ParserOptions _options;
    private Utf8Lexer _lexer;
    private SyntaxNode[] _pending = ArrayPool<SyntaxNode>.Shared.Rent(64);
    private int _pendingCount;
    private int _depth;

    public DocumentParser(ReadOnlySpan<byte> source, ParserOptions options)
    {
        _options = options;
        _lexer = new Utf8Lexer(source, options.MaxTokens);
    }

    /// <summary>Reads the first token.</summary>
    public void Begin() => _lexer.Advance();

    /// <summary>Requires the end of the source.</summary>
    public void End() => Expect(TokenKind.EndOfSource);

    public readonly void ReturnBuffers() => ArrayPool<SyntaxNode>.Shared.Return(_pending, clearArray: true);

    public DocumentNode ParseDocument()
    {
        var start = _lexer.Token;
        var mark = _pendingCount;
        do
        {
            Push(ParseDefinition());
        }
        while (_lexer.Token.Kind != TokenKind.EndOfSource);
        return new DocumentNode(LocationFrom(start), Pop<DefinitionNode>(mark));
    }

    private DefinitionNode ParseDefinition()
    {
        var start = _lexer.Token;
        if (start.Kind == TokenKind.LeftBrace)
        {
            return ParseShorthand();
        }

        var description = ParseDescription();
        if (description is not null && _lexer.Token.Kind == TokenKind.LeftBrace)
        {
            throw Utf8Lexer.Error(
                description.Location,
                "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        if (_lexer.Token.Kind != TokenKind.Name)
        {
            throw _lexer.Unexpected();
        }

        var keyword = _lexer.TokenText;
        if (_options.AllowTypeSystemDefinitions && ParseTypeSystemDefinition(keyword, start, description) is { } typeSystemDefinition)
        {
            return typeSystemDefinition;
        }

        if (keyword.SequenceEqual("fragment"u8))
        {
            return ParseFragmentDefinition(start, description);
        }

        if (OperationTypeOf(keyword) is { } operation)
        {
            return ParseOperation(start, description, operation);
        }

        if (description is not null)
        {
            throw Utf8Lexer.Error(
                description.Location,
                "Unexpected description, only GraphQL definitions support descriptions.");
        }

        if (_options.AllowTypeSystemDefinitions && keyword.SequenceEqual("extend"u8))
        {
            return ParseTypeSystemExtension(start);
        }

        throw _lexer.Unexpected();
    }

    private StringValueNode? ParseDescription() =>
        _lexer.Token.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private NameNode ParseName()
    {
        if (_lexer.Token.Kind != TokenKind.Name)
        {
            throw _lexer.Expected(TokenKind.Name.Describe());
        }

        var name = new NameNode(_lexer.Token.Location, NameTable.Get(_lexer.TokenText));
        _lexer.Advance();
        return name;
    }

    private DirectiveNode[] ParseDirectives(bool isConst)
    {
        if (_lexer.Token.Kind != TokenKind.At)
        {
            return [];
        }

        var mark = _pendingCount;
        do
        {
            var start = _lexer.Token;
            _lexer.Advance();
            var name = ParseName();
            var arguments = ParseArguments(isConst);
            Push(new DirectiveNode(LocationFrom(start), name, arguments));
        }
        while (_lexer.Token.Kind == TokenKind.At);
        return Pop<DirectiveNode>(mark);
    }

    private ArgumentNode[] ParseArguments(bool isConst)
    {
        if (!TryTake(TokenKind.LeftParenthesis))
        {
            return [];
        }

        var mark = _pendingCount;
        do
        {
            var start = _lexer.Token;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConst);
            Push(new ArgumentNode(LocationFrom(start), name, value));
        }
        while (!TryTake(TokenKind.RightParenthesis));
        return Pop<ArgumentNode>(mark);
    }

    /// <summary>The location from a token to the last one taken.</summary>
    private readonly SourceLocation LocationFrom(in Token start) => new(start.Start, _lexer.PreviousEnd, start.Line, start.Column);

    private bool TryTake(TokenKind kind)
    {
        if (_lexer.Token.Kind != kind)
        {
            return false;
        }

        _lexer.Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (_lexer.Token.Kind != kind)
        {
            throw _lexer.Expected(kind.Describe());
        }

        _lexer.Advance();
    }

    private readonly bool IsAtKeyword(ReadOnlySpan<byte> keyword) =>
        _lexer.Token.Kind == TokenKind.Name && _lexer.TokenText.SequenceEqual(keyword);

    private bool TryTakeKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!IsAtKeyword(keyword))
        {
            return false;
        }

        _lexer.Advance();
        return true;
    }

    /// <summary>Counts one more level of nesting, which the token is to open.</summary>
    private void Enter(in Token opening)
    {
        if (++_depth > _options.MaxDepth)
        {
            throw TooDeep(opening);
        }
    }

    private void Leave() => _depth--;

    private readonly GraphQLSyntaxException TooDeep(in Token opening) => Utf8Lexer.Error(
        opening.Location,
        $"Document is nested deeper than {_options.MaxDepth} levels. Parsing aborted.",
        SyntaxErrorCodes.DocumentTooDeep);

    private void Push(SyntaxNode node)
    {
        if (_pendingCount == _pending.Length)
        {
            var larger = ArrayPool<SyntaxNode>.Shared.Rent(_pending.Length * 2);
            _pending.CopyTo(larger, 0);
            ArrayPool<SyntaxNode>.Shared.Return(_pending, clearArray: true);
            _pending = larger;
        }

        _pending[_pendingCount++] = node;
    }

    /// <summary>Takes what was pushed since there were so many nodes, all of one type.</summary>
    private TNode[] Pop<TNode>(int mark)
        where TNode : SyntaxNode
    {
        var pending = _pending.AsSpan(mark, _pendingCount - mark);
        var nodes = new TNode[pending.Length];
        for (var index = 0; index < nodes.Length; index++)
        {
            // Storing to the array checks the type; a cast would check it once more.
            nodes[index] = Unsafe.As<TNode>(pending[index]);
        }

        _pendingCount = mark;
        return nodes;
    }
}
