using System.Globalization;
using System.Text;

namespace Headless.Community.Moderation.Matching;

/// <summary>
/// Text as words are compared in: NFKC (full and half width are one, ㍿ is 株式会社), without case, without characters that do not
/// show. Most characters fold by themselves, which one table answers; the few that change with their neighbours are named by it.
/// </summary>
internal static class TextFolding
{
    /// <summary>In <see cref="Table"/>: the character does not show and is left out.</summary>
    public const char Unseen = '\uFFFF';

    /// <summary>In <see cref="Table"/>: it folds to several characters, joins the one before it, or is half of a pair.</summary>
    public const char Joined = '\uFFFE';

    /// <summary>The most that one character becomes in NFKC (U+FDFA) and more.</summary>
    private const int MaxExpansion = 18;

    private static readonly Lazy<char[]> s_table = new(BuildTable);
    private static readonly Lazy<ulong[]> s_plain = new(BuildPlain);

    /// <summary>What each UTF-16 unit folds to by itself, or <see cref="Unseen"/> or <see cref="Joined"/>.</summary>
    public static char[] Table => s_table.Value;

    /// <summary>A whole text, folded.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var unit in text.Replace("\uFFFE", string.Empty, StringComparison.Ordinal).Normalize(NormalizationForm.FormKC))
        {
            if (FoldCase(unit) is var lower && !IsUnseen(unit))
            {
                folded.Append(lower);
            }
        }

        return folded.ToString();
    }

    /// <summary>
    /// The end of what begins at a place and folds together: a character and all that joins it. For a place at which neither the
    /// unit nor the next one is <see cref="Joined"/> it is the next place.
    /// </summary>
    public static int EndOfCluster(ReadOnlySpan<char> text, int start)
    {
        var end = start + LengthOfRune(text, start);
        while (end < text.Length && Table[text[end]] == Joined && JoinsPrevious(text, end))
        {
            end += LengthOfRune(text, end);
        }

        return end;
    }

    /// <summary>Folds what <see cref="EndOfCluster"/> found; the rest of the destination is not touched.</summary>
    /// <returns>How many units it became.</returns>
    public static int FoldCluster(ReadOnlySpan<char> cluster, Span<char> destination)
    {
        if (cluster.Length == 2 && IsPlainPair(cluster[0], cluster[1]))
        {
            cluster.CopyTo(destination);
            return 2;
        }

        if (!TryNormalize(cluster, destination, out var length))
        {
            // Half of a pair: as it is.
            cluster.CopyTo(destination);
            length = cluster.Length;
        }

        var written = 0;
        for (var place = 0; place < length; place++)
        {
            if (!IsUnseen(destination[place]))
            {
                destination[written++] = FoldCase(destination[place]);
            }
        }

        return written;
    }

    /// <summary>The room that a cluster of a length may need.</summary>
    public static int RoomFor(int length) => length * MaxExpansion;

    /// <summary>Whether a folded character is neither letter nor digit: what people put between the letters of a word to hide it.</summary>
    public static bool IsSeparator(char unit) => !char.IsLetterOrDigit(unit) && !char.IsSurrogate(unit) && !IsMark(CharUnicodeInfo.GetUnicodeCategory(unit));

    private static int LengthOfRune(ReadOnlySpan<char> text, int start) =>
        char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1;

    /// <summary>Whether a character may become one with the character before it: a mark, or the vowel or the end of a Hangul syllable.</summary>
    private static bool JoinsPrevious(ReadOnlySpan<char> text, int place)
    {
        Span<char> normal = stackalloc char[RoomFor(2)];
        return TryNormalize(text.Slice(place, LengthOfRune(text, place)), normal, out var length) && length > 0 && JoinsPrevious(normal[..length]);
    }

    private static bool JoinsPrevious(ReadOnlySpan<char> normal) =>
        normal[0] is >= '\u1160' and <= '\u11FF' or >= '\uD7B0' and <= '\uD7FF'
        || IsMark(normal.Length > 1 && char.IsSurrogatePair(normal[0], normal[1])
            ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(normal[0], normal[1]))
            : CharUnicodeInfo.GetUnicodeCategory(normal[0]));

    /// <summary>False for half of a pair and for U+FFFE, which is no character: they have no normal form.</summary>
    private static bool TryNormalize(ReadOnlySpan<char> text, Span<char> normal, out int length)
    {
        length = 0;
        return StorableText.Is(text) && !text.Contains('\uFFFE') && text.TryNormalize(normal, out length, NormalizationForm.FormKC);
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Format characters, selectors of variants, the joiner of graphemes, and what is no character.</summary>
    private static bool IsUnseen(char unit) =>
        CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.Format || unit is >= '\uFE00' and <= '\uFE0F' or '\u034F' or >= '\u180B' and <= '\u180F' or >= '\uFFFE';

    /// <summary>By way of the capital, so that σ and ς are one.</summary>
    private static char FoldCase(char unit) => char.ToLowerInvariant(char.ToUpperInvariant(unit));

    /// <summary>Whether a pair is a character that folds to itself and joins none: most emoji, rare ideographs.</summary>
    private static bool IsPlainPair(char high, char low)
    {
        if (!char.IsSurrogatePair(high, low))
        {
            return false;
        }

        var rune = char.ConvertToUtf32(high, low);
        return rune switch
        {
            < 0x20000 => (s_plain.Value[(rune - 0x10000) >> 6] >> (rune & 63) & 1) != 0,
            >= 0x2F800 and < 0x2FA20 => false,
            _ => rune < 0x40000,
        };
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        Span<char> normal = stackalloc char[RoomFor(1)];
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var unit = (char)code;
            table[code] = IsUnseen(unit) ? Unseen
                : unit < 0x80 ? FoldCase(unit)
                : TryNormalize(new ReadOnlySpan<char>(in unit), normal, out var length) && length == 1 && !JoinsPrevious(normal[..1])
                    ? FoldCase(normal[0])
                    : Joined;
        }

        return table;
    }

    private static ulong[] BuildPlain()
    {
        var plain = new ulong[0x10000 / 64];
        Span<char> normal = stackalloc char[RoomFor(2)];
        Span<char> rune = stackalloc char[2];
        for (var code = 0x10000; code < 0x20000; code++)
        {
            new Rune(code).EncodeToUtf16(rune);
            var category = CharUnicodeInfo.GetUnicodeCategory(code);
            if (!IsMark(category) && category != UnicodeCategory.Format
                && ((ReadOnlySpan<char>)rune).TryNormalize(normal, out var length, NormalizationForm.FormKC) && normal[..length].SequenceEqual(rune))
            {
                plain[(code - 0x10000) >> 6] |= 1UL << (code & 63);
            }
        }

        return plain;
    }
}
