using System.Buffers;
using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>Reads tokens from UTF-8 bytes (specification section 2.1), each byte once.</summary>
internal ref partial struct Utf8Lexer
{
    private static readonly SearchValues<byte> EndOfPlainComment =
        SearchValues.Create([(byte)'\n', (byte)'\r', .. NonAsciiBytes()]);

    private readonly ReadOnlySpan<byte> _source;
    private readonly int _maxTokens;
    private int _position;
    private int _line;
    private int _lineStart;

    /// <summary>By how many bytes the current line, up to the position, exceeds its length in UTF-16 code units.</summary>
    private int _lineSurplus;

    private int _tokenCount;

    /// <summary>The token that was read last.</summary>
    public Token Token;

    /// <summary>Where the token before <see cref="Token"/> ended.</summary>
    public int PreviousEnd;

    public Utf8Lexer(ReadOnlySpan<byte> source, int maxTokens)
    {
        _source = source;
        _maxTokens = maxTokens;
        _line = 1;
    }

    /// <summary>The bytes of the current token.</summary>
    public readonly ReadOnlySpan<byte> TokenText => _source[Token.Start..Token.End];

    /// <summary>Reads the next token into <see cref="Token"/>; at the end it stays there.</summary>
    public void Advance()
    {
        PreviousEnd = Token.End;
        Read();
        if (Token.Kind != TokenKind.EndOfSource && ++_tokenCount > _maxTokens)
        {
            throw TooManyTokens();
        }
    }

    private void Read()
    {
        var source = _source;
        while (true)
        {
            var position = _position;
            while ((uint)position < (uint)source.Length && source[position] is (byte)' ' or (byte)',' or (byte)'\t')
            {
                position++;
            }

            _position = position;
            if ((uint)position >= (uint)source.Length)
            {
                BeginToken(TokenKind.EndOfSource);
                Token.End = position;
                return;
            }

            var current = source[position];
            if (IsNameStart(current))
            {
                ReadName();
                return;
            }

            switch (current)
            {
                case (byte)'\n' or (byte)'\r':
                    SkipLineTerminator();
                    continue;
                case (byte)'#':
                    SkipComment();
                    continue;
                case (byte)'!':
                    Take(TokenKind.Bang);
                    return;
                case (byte)'$':
                    Take(TokenKind.Dollar);
                    return;
                case (byte)'&':
                    Take(TokenKind.Ampersand);
                    return;
                case (byte)'(':
                    Take(TokenKind.LeftParenthesis);
                    return;
                case (byte)')':
                    Take(TokenKind.RightParenthesis);
                    return;
                case (byte)':':
                    Take(TokenKind.Colon);
                    return;
                case (byte)'=':
                    Take(TokenKind.Equals);
                    return;
                case (byte)'@':
                    Take(TokenKind.At);
                    return;
                case (byte)'[':
                    Take(TokenKind.LeftBracket);
                    return;
                case (byte)']':
                    Take(TokenKind.RightBracket);
                    return;
                case (byte)'{':
                    Take(TokenKind.LeftBrace);
                    return;
                case (byte)'}':
                    Take(TokenKind.RightBrace);
                    return;
                case (byte)'|':
                    Take(TokenKind.Pipe);
                    return;
                case (byte)'.':
                    ReadSpread();
                    return;
                case (byte)'"':
                    ReadStringOrBlockString();
                    return;
                case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                    ReadNumber();
                    return;
            }

            if (current == 0xEF && source[_position..].StartsWith("\uFEFF"u8))
            {
                _position += 3;
                _lineSurplus += 2;
                continue;
            }

            throw UnexpectedCharacter();
        }
    }

    private void BeginToken(TokenKind kind)
    {
        Token.Kind = kind;
        Token.HasEscapes = false;
        Token.Start = _position;
        Token.Line = _line;
        Token.Column = _position - _lineStart - _lineSurplus + 1;
    }

    private void Take(TokenKind kind, int length = 1)
    {
        BeginToken(kind);
        Token.End = _position += length;
    }

    private void SkipLineTerminator()
    {
        var isPair = _source[_position] == (byte)'\r' && ByteAt(_position + 1) == '\n';
        _position += isPair ? 2 : 1;
        _line++;
        _lineStart = _position;
        _lineSurplus = 0;
    }

    private void SkipComment()
    {
        while (true)
        {
            var length = _source[_position..].IndexOfAny(EndOfPlainComment);
            if (length < 0)
            {
                _position = _source.Length;
                return;
            }

            _position += length;
            if (_source[_position] < 0x80)
            {
                return;
            }

            SkipNonAscii("Invalid character");
        }
    }

    private void ReadName()
    {
        BeginToken(TokenKind.Name);
        var source = _source;
        var end = _position + 1;
        while ((uint)end < (uint)source.Length && IsNameContinue(source[end]))
        {
            end++;
        }

        Token.End = _position = end;
    }

    private void ReadSpread()
    {
        var next = ByteAt(_position + 1);
        if (next == '.')
        {
            if (ByteAt(_position + 2) != '.')
            {
                throw ErrorAt(_position, "Unexpected \"..\", did you mean \"...\"?");
            }

            Take(TokenKind.Spread, 3);
            return;
        }

        if (IsDigit(next))
        {
            var digits = Encoding.ASCII.GetString(_source[(_position + 1)..SkipDigits(_position + 1)]);
            throw ErrorAt(_position, $"Invalid number, expected digit before \".\", did you mean \"0.{Shorten(digits)}\"?");
        }

        throw UnexpectedCharacter();
    }

    private void ReadNumber()
    {
        BeginToken(TokenKind.Int);
        var position = _position;
        if (ByteAt(position) == '-')
        {
            position++;
        }

        if (ByteAt(position) == '0')
        {
            position++;
            if (IsDigit(ByteAt(position)))
            {
                throw ErrorAt(position, $"Invalid number, unexpected digit after 0: {DescribeCharacterAt(position)}.");
            }
        }
        else
        {
            position = SkipDigits(position);
        }

        if (ByteAt(position) == '.')
        {
            Token.Kind = TokenKind.Float;
            position = SkipDigits(position + 1);
        }

        if (ByteAt(position) is 'e' or 'E')
        {
            Token.Kind = TokenKind.Float;
            position++;
            if (ByteAt(position) is '+' or '-')
            {
                position++;
            }

            position = SkipDigits(position);
        }

        // A number may not run into a name or another number: "0xF1", "1.2.3" and "3e4f" are errors, not two tokens.
        var following = ByteAt(position);
        if (following == '.' || IsNameStart(following))
        {
            throw ErrorAt(position, $"Invalid number, expected digit but got: {DescribeCharacterAt(position)}.");
        }

        Token.End = _position = position;
    }

    private readonly int SkipDigits(int position)
    {
        if (!IsDigit(ByteAt(position)))
        {
            throw ErrorAt(position, $"Invalid number, expected digit but got: {DescribeCharacterAt(position)}.");
        }

        do
        {
            position++;
        }
        while (IsDigit(ByteAt(position)));
        return position;
    }

    /// <summary>Passes one character outside ASCII.</summary>
    /// <param name="context">How the error begins if the bytes are not a Unicode scalar value.</param>
    private void SkipNonAscii(string context)
    {
        if (Rune.DecodeFromUtf8(_source[_position..], out var rune, out var length) != OperationStatus.Done)
        {
            throw InvalidCharacter(context);
        }

        _position += length;
        _lineSurplus += length - rune.Utf16SequenceLength;
    }

    /// <summary>The byte at an offset, or -1 past the end.</summary>
    private readonly int ByteAt(int position) => (uint)position < (uint)_source.Length ? _source[position] : -1;

    private static bool IsDigit(int character) => (uint)(character - '0') <= 9;

    private static bool IsNameStart(int character) => (uint)((character | 0x20) - 'a') <= 'z' - 'a' || character == '_';

    private static bool IsNameContinue(int character) => IsNameStart(character) || IsDigit(character);

    private static IEnumerable<byte> NonAsciiBytes() => Enumerable.Range(0x80, 0x80).Select(value => (byte)value);
}
