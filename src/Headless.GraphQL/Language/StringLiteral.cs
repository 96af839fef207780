using System.Buffers;
using System.Globalization;
using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>The value of string tokens that the lexer has accepted, and the literal for a value (specification section 2.9.4).</summary>
internal static class StringLiteral
{
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create(['"', '\\', .. ControlCharacters(0x00, 0x1F), .. ControlCharacters(0x7F, 0x9F)]);

    /// <summary>The value of a quoted string.</summary>
    /// <param name="literal">The token's bytes, quotes included.</param>
    /// <param name="hasEscapes">Whether there is a backslash in it.</param>
    public static string Decode(ReadOnlySpan<byte> literal, bool hasEscapes)
    {
        var content = literal[1..^1];
        return hasEscapes ? DecodeEscapes(content) : Encoding.UTF8.GetString(content);
    }

    /// <summary>Appends the literal for a value, quotes included.</summary>
    public static void Append(StringBuilder target, string value)
    {
        target.Append('"');
        var rest = value.AsSpan();
        while (rest.IndexOfAny(Escaped) is >= 0 and var plain)
        {
            target.Append(rest[..plain]);
            AppendEscaped(target, rest[plain]);
            rest = rest[(plain + 1)..];
        }

        target.Append(rest).Append('"');
    }

    private static string DecodeEscapes(ReadOnlySpan<byte> content)
    {
        // No character takes fewer bytes in the source than it has UTF-16 code units.
        var characters = ArrayPool<char>.Shared.Rent(content.Length);
        try
        {
            var length = 0;
            while (content.IndexOf((byte)'\\') is >= 0 and var plain)
            {
                length += Encoding.UTF8.GetChars(content[..plain], characters.AsSpan(length));
                content = content[(plain + 1)..];
                length += DecodeEscape(ref content, characters.AsSpan(length));
            }

            length += Encoding.UTF8.GetChars(content, characters.AsSpan(length));
            return new string(characters, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>Writes what the escape sequence stands for and moves past it.</summary>
    private static int DecodeEscape(ref ReadOnlySpan<byte> content, Span<char> target)
    {
        var kind = content[0];
        content = content[1..];
        if (kind != (byte)'u')
        {
            target[0] = kind switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                _ => (char)kind,
            };
            return 1;
        }

        ReadOnlySpan<byte> digits;
        if (content[0] == (byte)'{')
        {
            var end = content.IndexOf((byte)'}');
            digits = content[1..end];
            content = content[(end + 1)..];
        }
        else
        {
            digits = content[..4];
            content = content[4..];
        }

        var point = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (point > char.MaxValue)
        {
            return new Rune(point).EncodeToUtf16(target);
        }

        target[0] = (char)point;
        return 1;
    }

    private static void AppendEscaped(StringBuilder target, char character)
    {
        target.Append('\\');
        switch (character)
        {
            case '"' or '\\':
                target.Append(character);
                break;
            case '\b':
                target.Append('b');
                break;
            case '\f':
                target.Append('f');
                break;
            case '\n':
                target.Append('n');
                break;
            case '\r':
                target.Append('r');
                break;
            case '\t':
                target.Append('t');
                break;
            default:
                target.Append(CultureInfo.InvariantCulture, $"u{(int)character:X4}");
                break;
        }
    }

    private static IEnumerable<char> ControlCharacters(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(value => (char)value);
}
