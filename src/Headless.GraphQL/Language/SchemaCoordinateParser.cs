using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>Reads schema coordinates, whose grammar has punctuators and names and no ignored tokens.</summary>
internal ref struct SchemaCoordinateParser
{
    private const int LongestQuote = 100;
    private const char EndOfText = '\0';

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    public SchemaCoordinateParser(ReadOnlySpan<char> text) => _text = text;

    public SchemaCoordinate Parse()
    {
        var isDirective = TryTake('@');
        var name = TakeName();
        var memberName = !isDirective && TryTake('.') ? TakeName() : null;
        string? argumentName = null;
        if ((isDirective || memberName is not null) && TryTake('('))
        {
            argumentName = TakeName();
            Take(':');
            Take(')');
        }

        if (_position < _text.Length)
        {
            throw Expected("<EOF>");
        }

        return (isDirective, memberName, argumentName) switch
        {
            (true, _, null) => new DirectiveCoordinate(name),
            (true, _, _) => new DirectiveArgumentCoordinate(name, argumentName),
            (_, null, _) => new TypeCoordinate(name),
            (_, _, null) => new MemberCoordinate(name, memberName),
            _ => new ArgumentCoordinate(name, memberName, argumentName),
        };
    }

    private readonly char Current => _position < _text.Length ? _text[_position] : EndOfText;

    private bool TryTake(char punctuator)
    {
        if (Current != punctuator)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void Take(char punctuator)
    {
        if (!TryTake(punctuator))
        {
            throw Expected($"\"{punctuator}\"");
        }
    }

    private string TakeName()
    {
        var length = NameLength();
        if (length == 0)
        {
            throw Expected("Name");
        }

        var name = _text.Slice(_position, length).ToString();
        _position += length;
        return name;
    }

    private readonly int NameLength()
    {
        if (!char.IsAsciiLetter(Current) && Current != '_')
        {
            return 0;
        }

        var rest = _text[_position..];
        var length = 1;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '_'))
        {
            length++;
        }

        return length;
    }

    private readonly GraphQLSyntaxException Expected(string expected)
    {
        if (_position == _text.Length)
        {
            return Error($"Expected {expected}, found <EOF>.");
        }

        if (Current is '.' or '(' or ')' or ':' or '@')
        {
            return Error($"Expected {expected}, found \"{Current}\".");
        }

        var length = NameLength();
        if (length > 0)
        {
            var name = _text.Slice(_position, Math.Min(length, LongestQuote)).ToString();
            return Error($"Expected {expected}, found Name \"{name}{(length > LongestQuote ? "…" : string.Empty)}\".");
        }

        var isCharacter = Rune.DecodeFromUtf16(_text[_position..], out var rune, out _) == System.Buffers.OperationStatus.Done;
        var value = isCharacter ? rune.Value : Current;
        var description = value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)value}\"",
            _ => $"U+{value:X4}",
        };
        return Error($"Invalid character: {description}.");
    }

    private readonly GraphQLSyntaxException Error(string description)
    {
        // Line terminators are no part of a coordinate, so that what precedes an error is one line of ASCII.
        var location = new SourceLocation(_position, _position, Line: 1, _position + 1);
        return Utf8Lexer.Error(location, description);
    }
}
