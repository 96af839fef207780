using System.Buffers;
using System.Globalization;
using System.Text;

namespace Headless.Community.Ingestion;

/// <summary>What the rule says about a message.</summary>
public enum MessageVerdict
{
    /// <summary>It counts as effective.</summary>
    Effective,

    /// <summary>The account is a staff, service, vest, atmosphere or bot account.</summary>
    ExcludedAccount,

    /// <summary>It is a command to a machine: <c>/help</c>, <c>!dns</c>.</summary>
    Command,

    /// <summary>It has no letter and no digit: emoji, punctuation, nothing at all.</summary>
    NoWords,

    /// <summary>It has fewer than two letters and no CJK character.</summary>
    TooShort,

    /// <summary>It says what the sender's previous message in the group said.</summary>
    Repeat,
}

/// <summary>
/// Which messages are effective 有效发言 (A-221, A.12 #6), version 1: not from an account that staff or a machine controls, not a
/// command (<c>/x</c> or <c>!x</c>, where x is a letter or a digit), not emoji or punctuation only, at least two letters or one
/// CJK character, not a repeat of the previous message that was recorded of the sender in the group. White space around a text does
/// not count. A CJK character is a Han character, kana, bopomofo or a Hangul syllable.
/// </summary>
public static class EffectiveMessageRule
{
    /// <summary>Raised whenever the same messages would be judged differently.</summary>
    public const short Version = 1;

    private const int LettersNeeded = 2;

    /// <summary>Judges a message. Allocates nothing.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="account">Who is behind the account.</param>
    /// <param name="previousHash">The <see cref="Hash"/> of the sender's previous message in the group; null: there is none.</param>
    public static MessageVerdict Judge(ReadOnlySpan<char> text, AccountKind account, long? previousHash)
    {
        if (account != AccountKind.Customer)
        {
            return MessageVerdict.ExcludedAccount;
        }

        var verdict = JudgeContent(text.Trim());
        return verdict == MessageVerdict.Effective && previousHash == Hash(text) ? MessageVerdict.Repeat : verdict;
    }

    /// <summary>A hash by which repeats are found, the same in every process (FNV-1a, 64 bits, over UTF-16 units).</summary>
    public static long Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text.Trim())
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return unchecked((long)hash);
    }

    private static MessageVerdict JudgeContent(ReadOnlySpan<char> text)
    {
        if (text.Length >= 2 && text[0] is '/' or '!' && char.IsLetterOrDigit(text[1]))
        {
            return MessageVerdict.Command;
        }

        var letters = 0;
        var hasDigit = false;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done)
            {
                if (IsCjk(rune.Value))
                {
                    return MessageVerdict.Effective;
                }

                if (Rune.IsLetter(rune) && ++letters == LettersNeeded)
                {
                    return MessageVerdict.Effective;
                }

                hasDigit |= Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
            }

            text = text[length..];
        }

        return letters > 0 || hasDigit ? MessageVerdict.TooShort : MessageVerdict.NoWords;
    }

    /// <summary>Blocks by the Unicode Standard; all of planes 2 and 3 is set aside for Han.</summary>
    internal static bool IsCjk(int codePoint) => codePoint
        is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFD)
        or (>= 0x3041 and <= 0x3096) or (>= 0x30A1 and <= 0x30FA) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9D)
        or (>= 0x3105 and <= 0x312F) or (>= 0x31A0 and <= 0x31BF) or (>= 0xAC00 and <= 0xD7A3) or 0x3005 or 0x3007;
}
