using System.Text;

namespace Headless.Community.Moderation.Matching;

/// <summary>Where words in the letters of an alphabet begin and end. Ideographs, kana and syllables of Hangul have no such place.</summary>
internal static class WordBoundary
{
    /// <summary>Whether neither end of a part of a text lies within a word.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text, int start, int end) => IsBoundary(text, start) && IsBoundary(text, end);

    private static bool IsBoundary(ReadOnlySpan<char> text, int place)
    {
        Rune.DecodeLastFromUtf16(text[..place], out var before, out _);
        Rune.DecodeFromUtf16(text[place..], out var after, out _);
        return place == 0 || place == text.Length || !IsAlphabetic(before) || !IsAlphabetic(after);
    }

    private static bool IsAlphabetic(Rune rune) => Rune.IsLetterOrDigit(rune) && rune.Value is < 0x1100
        or (> 0x11FF and < 0x2E80)
        or (> 0x9FFF and < 0xA960)
        or (> 0xA97C and < 0xAC00)
        or (> 0xD7FF and < 0xF900)
        or (> 0xFAFF and < 0xFF66)
        or (> 0xFFDC and < 0x20000);
}
