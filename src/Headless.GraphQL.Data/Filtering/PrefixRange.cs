using System.Text;

namespace Headless.GraphQL.Data.Filtering;

/// <summary>
/// The texts that begin with a prefix, as a range in the order of code points: from the prefix itself up to, and without,
/// <see cref="EndOf"/>. An index finds a range; a function of a column it does not.
/// </summary>
internal static class PrefixRange
{
    private const int LastBeforeSurrogates = 0xD7FF;
    private const int FirstAfterSurrogates = 0xE000;
    private const int Last = 0x10FFFF;

    /// <summary>
    /// The least text above all that begin with the prefix: its last code point that has a next one is replaced by that, and what
    /// follows is left out. Null where there is no such text: for the empty prefix and for one of nothing but the last code point; and
    /// for one that holds half of a surrogate pair, which no database keeps as it is.
    /// </summary>
    public static string? EndOf(string prefix)
    {
        for (var end = prefix.Length; end > 0;)
        {
            if (Rune.DecodeLastFromUtf16(prefix.AsSpan(0, end), out var last, out var length) != System.Buffers.OperationStatus.Done)
            {
                return null;
            }

            end -= length;
            if (last.Value != Last)
            {
                var next = last.Value == LastBeforeSurrogates ? FirstAfterSurrogates : last.Value + 1;
                return HasOnlyWholeRunes(prefix.AsSpan(0, end)) ? string.Concat(prefix.AsSpan(0, end), new Rune(next).ToString()) : null;
            }
        }

        return null;
    }

    private static bool HasOnlyWholeRunes(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
