using System.Buffers;
using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>Syntax errors: their wording and their place.</summary>
internal ref partial struct Utf8Lexer
{
    private const int LongestQuote = 100;

    /// <summary>The error that the current token is not what the grammar has here.</summary>
    public readonly GraphQLSyntaxException Unexpected() => Unexpected(Token);

    /// <summary>The error that a token is not what the grammar has where it stands.</summary>
    public readonly GraphQLSyntaxException Unexpected(in Token token) => Error(token.Location, $"Unexpected {Describe(token)}.");

    /// <summary>The error that the current token is not the one named.</summary>
    /// <param name="expected">The token as messages name it.</param>
    public readonly GraphQLSyntaxException Expected(string expected) =>
        Error(Token.Location, $"Expected {expected}, found {Describe(Token)}.");

    /// <summary>The text of the current token, which is ASCII, as messages quote it.</summary>
    public readonly string ShortTokenText => Shorten(Encoding.ASCII.GetString(TokenText));

    public static GraphQLSyntaxException Error(SourceLocation location, string description, string code = SyntaxErrorCodes.SyntaxError) =>
        new($"Syntax Error: {description}", location, code);

    /// <summary>A token as messages name it: its kind, and its value in quotes where it has one.</summary>
    public readonly string Describe(in Token token)
    {
        var text = _source[token.Start..token.End];
        return token.Kind switch
        {
            TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{token.Kind} \"{Shorten(Encoding.ASCII.GetString(text))}\"",
            TokenKind.String => $"String \"{Shorten(StringLiteral.Decode(text, token.HasEscapes))}\"",
            TokenKind.BlockString => $"BlockString \"{Shorten(BlockString.Decode(text))}\"",
            _ => token.Kind.Describe(),
        };
    }

    private readonly GraphQLSyntaxException TooManyTokens() => Error(
        Token.Location,
        $"Document contains more than {_maxTokens} tokens. Parsing aborted.",
        SyntaxErrorCodes.TooManyTokens);

    private readonly GraphQLSyntaxException ErrorAt(int position, string description)
    {
        var column = Utf16Length(_source[_lineStart..position]) + 1;
        return Error(new SourceLocation(position, position, _line, column), description);
    }

    private readonly GraphQLSyntaxException UnexpectedCharacter()
    {
        if (_source[_position] == (byte)'\'')
        {
            return ErrorAt(_position, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        }

        return Rune.DecodeFromUtf8(_source[_position..], out _, out _) == OperationStatus.Done
            ? ErrorAt(_position, $"Unexpected character: {DescribeCharacterAt(_position)}.")
            : InvalidCharacter("Invalid character");
    }

    private readonly GraphQLSyntaxException InvalidCharacter(string context) =>
        ErrorAt(_position, $"{context}: {DescribeCharacterAt(_position)}.");

    /// <summary>A printable ASCII character in quotes, any other by its number.</summary>
    private readonly string DescribeCharacterAt(int position)
    {
        if (position >= _source.Length)
        {
            return TokenKind.EndOfSource.Describe();
        }

        var rest = _source[position..];
        if (Rune.DecodeFromUtf8(rest, out var rune, out _) == OperationStatus.Done)
        {
            return rune.Value switch
            {
                '"' => "'\"'",
                >= 0x20 and <= 0x7E => $"\"{rune}\"",
                _ => $"U+{rune.Value:X4}",
            };
        }

        // The three bytes that a surrogate would have if it were a character, which a .NET string may hold.
        return rest is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..]
            ? $"U+{0xD000 | ((rest[1] & 0x3F) << 6) | (rest[2] & 0x3F):X4}"
            : $"byte 0x{rest[0]:X2} that is not UTF-8";
    }

    /// <summary>At most so many UTF-16 code units of the source.</summary>
    private readonly string TextAt(int position, int length)
    {
        const int mostBytesPerUnit = 3;
        var bytes = _source.Slice(position, Math.Min(length * mostBytesPerUnit, _source.Length - position));
        return Cut(Encoding.UTF8.GetString(bytes), length);
    }

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : Cut(text, LongestQuote) + "…";

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>How many UTF-16 code units bytes make; an invalid sequence counts as far as it looks like a character.</summary>
    public static int Utf16Length(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var value in bytes)
        {
            length += value switch
            {
                < 0x80 or (>= 0xC0 and < 0xF0) => 1,
                >= 0xF0 => 2,
                _ => 0,
            };
        }

        return length;
    }

    /// <summary>Where the character stands before which there are so many UTF-16 code units.</summary>
    public static SourceLocation LocateCharacter(ReadOnlySpan<byte> source, int precedingLength)
    {
        var (position, line, lineStart, remaining) = (0, 1, 0, precedingLength);
        while (remaining > 0 && position < source.Length)
        {
            var isLineEnd = source[position] == '\n'
                || (source[position] == '\r' && (position + 1 == source.Length || source[position + 1] != '\n'));
            remaining -= Utf16Length(source.Slice(position, 1));
            position++;
            if (isLineEnd)
            {
                line++;
                lineStart = position;
            }
        }

        while (position < source.Length && (source[position] & 0xC0) == 0x80)
        {
            position++;
        }

        return new SourceLocation(position, position, line, Utf16Length(source[lineStart..position]) + 1);
    }
}
