using System.Buffers;

namespace Headless.GraphQL.Language;

/// <summary>String tokens (specification section 2.9.4): finds their end and refuses what may not stand in them.</summary>
internal ref partial struct Utf8Lexer
{
    private const string InvalidInString = "Invalid character within String";

    private static readonly SearchValues<byte> NotableInString =
        SearchValues.Create([(byte)'"', (byte)'\\', (byte)'\n', (byte)'\r', .. NonAsciiBytes()]);

    private void ReadStringOrBlockString()
    {
        if (_source[_position..].StartsWith("\"\"\""u8))
        {
            ReadBlockString();
        }
        else
        {
            ReadString();
        }
    }

    private void ReadString()
    {
        BeginToken(TokenKind.String);
        _position++;
        while (true)
        {
            MoveToNotable();
            switch (ByteAt(_position))
            {
                case '"':
                    Token.End = ++_position;
                    return;
                case '\\':
                    Token.HasEscapes = true;
                    _position += EscapeLength(_position);
                    break;
                case -1 or '\n' or '\r':
                    throw ErrorAt(_position, "Unterminated string.");
                default:
                    SkipNonAscii(InvalidInString);
                    break;
            }
        }
    }

    private void ReadBlockString()
    {
        BeginToken(TokenKind.BlockString);
        _position += 3;
        while (true)
        {
            MoveToNotable();
            switch (ByteAt(_position))
            {
                case '"' when _source[_position..].StartsWith("\"\"\""u8):
                    Token.End = _position += 3;
                    return;
                case '\\' when _source[_position..].StartsWith("\\\"\"\""u8):
                    _position += 4;
                    break;
                case '"' or '\\':
                    _position++;
                    break;
                case '\n' or '\r':
                    SkipLineTerminator();
                    break;
                case -1:
                    throw ErrorAt(_position, "Unterminated string.");
                default:
                    SkipNonAscii(InvalidInString);
                    break;
            }
        }
    }

    private void MoveToNotable()
    {
        var length = _source[_position..].IndexOfAny(NotableInString);
        _position = length < 0 ? _source.Length : _position + length;
    }

    /// <summary>How many bytes the escape sequence at an offset takes.</summary>
    private readonly int EscapeLength(int position) => ByteAt(position + 1) switch
    {
        'u' when ByteAt(position + 2) == '{' => VariableWidthEscapeLength(position),
        'u' => FixedWidthEscapeLength(position),
        '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' => 2,
        _ => throw ErrorAt(position, $"Invalid character escape sequence: \"{TextAt(position, 2)}\"."),
    };

    private readonly int VariableWidthEscapeLength(int position)
    {
        const int longest = 12; // \u{ and }, and eight digits between them: more cannot be a code point without leading zeros
        var point = 0;
        var length = 3;
        while (length < longest)
        {
            var character = ByteAt(position + length++);
            if (character == '}')
            {
                if (length >= 5 && IsScalarValue(point))
                {
                    return length;
                }

                break;
            }

            point = (point << 4) | HexDigit(character);
            if (point < 0)
            {
                break;
            }
        }

        throw ErrorAt(position, $"Invalid Unicode escape sequence: \"{TextAt(position, length)}\".");
    }

    private readonly int FixedWidthEscapeLength(int position)
    {
        var unit = HexUnit(position + 2);
        if (IsScalarValue(unit))
        {
            return 6;
        }

        // A leading surrogate must be followed at once by a trailing one, which makes the pair a scalar value.
        if (unit is >= 0xD800 and <= 0xDBFF
            && ByteAt(position + 6) == '\\'
            && ByteAt(position + 7) == 'u'
            && HexUnit(position + 8) is >= 0xDC00 and <= 0xDFFF)
        {
            return 12;
        }

        throw ErrorAt(position, $"Invalid Unicode escape sequence: \"{TextAt(position, 6)}\".");
    }

    /// <summary>The value of four hexadecimal digits, negative if one of them is none.</summary>
    private readonly int HexUnit(int position) =>
        (HexDigit(ByteAt(position)) << 12)
        | (HexDigit(ByteAt(position + 1)) << 8)
        | (HexDigit(ByteAt(position + 2)) << 4)
        | HexDigit(ByteAt(position + 3));

    private static int HexDigit(int character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'F' => character - 'A' + 10,
        >= 'a' and <= 'f' => character - 'a' + 10,
        _ => -1,
    };

    private static bool IsScalarValue(int point) => point is (>= 0 and <= 0xD7FF) or (>= 0xE000 and <= 0x10FFFF);
}
