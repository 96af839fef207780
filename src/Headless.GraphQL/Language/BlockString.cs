using System.Buffers;
using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>Block strings (specification section 2.9.4, "Block Strings"): their value, and the literal for a value.</summary>
internal static class BlockString
{
    private const string Quotes = "\"\"\"";
    private const string EscapedQuotes = "\\\"\"\"";
    private const int LongestSingleLine = 70;

    /// <summary>The value of a block string token that the lexer has accepted.</summary>
    /// <param name="literal">The token's bytes, quotes included.</param>
    public static string Decode(ReadOnlySpan<byte> literal)
    {
        var content = literal[3..^3];
        var (first, last, indentation) = Measure(content);
        if (last < 0)
        {
            return string.Empty;
        }

        var characters = ArrayPool<char>.Shared.Rent(content.Length);
        try
        {
            var length = 0;
            for (var index = 0; index <= last; index++)
            {
                var line = TakeLine(ref content, out _);
                if (index < first)
                {
                    continue;
                }

                if (index > first)
                {
                    characters[length++] = '\n';
                }

                if (index > 0)
                {
                    line = line[Math.Min(indentation, line.Length)..];
                }

                length += DecodeLine(line, characters.AsSpan(length));
            }

            return new string(characters, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>Whether a value survives being written as a block string and read again.</summary>
    public static bool IsPrintable(string value)
    {
        if (value.Length == 0)
        {
            return true;
        }

        var isLineBlank = true;
        var isLineIndented = false;
        var isEveryLineIndented = true;
        var hasSeveralLines = false;
        foreach (var character in value)
        {
            switch (character)
            {
                case '\n':
                    if (isLineBlank && !hasSeveralLines)
                    {
                        return false; // a blank first line would be removed
                    }

                    hasSeveralLines = true;
                    isLineBlank = true;
                    isLineIndented = false;
                    break;
                case ' ' or '\t':
                    isLineIndented |= isLineBlank;
                    break;
                case < '\u0010':
                    return false; // among them the carriage return, which would become a line feed
                default:
                    isEveryLineIndented &= isLineIndented;
                    isLineBlank = false;
                    break;
            }
        }

        // A blank last line and an indentation common to all lines would be removed.
        return !isLineBlank && !(isEveryLineIndented && hasSeveralLines);
    }

    /// <summary>The literal for a value, quotes included, lines separated by line feeds and not indented.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace(Quotes, EscapedQuotes, StringComparison.Ordinal);
        var isSingleLine = !escaped.AsSpan().ContainsAny('\n', '\r');
        var endsInQuotes = escaped.EndsWith(EscapedQuotes, StringComparison.Ordinal);

        // Without these line breaks the closing quotes, or the first line's indentation, would be read otherwise.
        var needsLastBreak = (value.EndsWith('"') && !endsInQuotes) || value.EndsWith('\\');
        var needsFirstBreak = !isSingleLine && EveryLaterLineIsIndentedOrEmpty(escaped);

        var isSpread = !isSingleLine || value.Length > LongestSingleLine || needsLastBreak || needsFirstBreak || endsInQuotes;
        var keepsFirstLine = isSingleLine && value is [' ' or '\t', ..];
        var firstBreak = (isSpread && !keepsFirstLine) || needsFirstBreak ? "\n" : string.Empty;
        var lastBreak = isSpread || needsLastBreak ? "\n" : string.Empty;
        return string.Concat(Quotes + firstBreak, escaped, lastBreak + Quotes);
    }

    /// <summary>The first and last line that are not blank, -1 if there is none, and the indentation to remove from all but line 0.</summary>
    private static (int First, int Last, int Indentation) Measure(ReadOnlySpan<byte> content)
    {
        var (first, last, indentation) = (-1, -1, int.MaxValue);
        var isLastLine = false;
        for (var index = 0; !isLastLine; index++)
        {
            var line = TakeLine(ref content, out isLastLine);
            var lineIndentation = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
            if (lineIndentation < 0)
            {
                continue;
            }

            first = first < 0 ? index : first;
            last = index;
            if (index > 0)
            {
                indentation = Math.Min(indentation, lineIndentation);
            }
        }

        return (first, last, indentation);
    }

    /// <summary>Splits off a line; the last one is that which no line terminator follows.</summary>
    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> content, out bool isLastLine)
    {
        var end = content.IndexOfAny((byte)'\n', (byte)'\r');
        isLastLine = end < 0;
        if (isLastLine)
        {
            return content;
        }

        var line = content[..end];
        content = content[(content[end..].StartsWith("\r\n"u8) ? end + 2 : end + 1)..];
        return line;
    }

    private static int DecodeLine(ReadOnlySpan<byte> line, Span<char> target)
    {
        var length = 0;
        while (line.IndexOf("\\\"\"\""u8) is >= 0 and var escape)
        {
            length += Encoding.UTF8.GetChars(line[..escape], target[length..]);
            Quotes.CopyTo(target[length..]);
            length += Quotes.Length;
            line = line[(escape + EscapedQuotes.Length)..];
        }

        return length + Encoding.UTF8.GetChars(line, target[length..]);
    }

    private static bool EveryLaterLineIsIndentedOrEmpty(string text)
    {
        for (var index = 1; index < text.Length; index++)
        {
            if (text[index - 1] is '\n' or '\r' && text[index] is not (' ' or '\t' or '\n' or '\r'))
            {
                return false;
            }
        }

        return true;
    }
}
