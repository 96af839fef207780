using System.Buffers;
using System.Globalization;
using System.Text;

namespace Headless.Community;

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

    /// <summary>It has fewer letters and fewer CJK characters than are needed, or is shorter than it has to be.</summary>
    TooShort,

    /// <summary>It says what the sender's previous message in the group said.</summary>
    Repeat,

    /// <summary>It is one of the texts that never count.</summary>
    ExcludedText,

    /// <summary>It is of a kind that never counts.</summary>
    ExcludedContentType,
}

/// <summary>
/// The conditions of one version of the rule for effective messages (A-221, A.12 #6). White space around a text does not count. A CJK character is a
/// Han character, kana, bopomofo or a Hangul syllable. Accounts that staff or machines control never count, whatever the conditions.
/// </summary>
public sealed class EffectiveMessageConditions
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _excludedTexts;

    /// <param name="minLetters">So many letters make a message, from 1.</param>
    /// <param name="minCjkCharacters">So do so many CJK characters, from 1.</param>
    /// <param name="minLength">It has at least so many characters (Unicode code points) besides.</param>
    /// <param name="excludesCommands">Whether what begins with <c>/</c> or <c>!</c> and a letter or digit is left out.</param>
    /// <param name="excludesRepeats">Whether the sender's previous message in the group said again is left out.</param>
    /// <param name="excludedTexts">Whole texts that never count, whatever their case.</param>
    /// <param name="excludedContentTypes">Kinds that never count, together.</param>
    public EffectiveMessageConditions(
        int minLetters, int minCjkCharacters, int minLength, bool excludesCommands, bool excludesRepeats, IReadOnlyCollection<string> excludedTexts, MessageContentType excludedContentTypes)
    {
        (MinLetters, MinCjkCharacters, MinLength) = (minLetters, minCjkCharacters, minLength);
        (ExcludesCommands, ExcludesRepeats, ExcludedContentTypes) = (excludesCommands, excludesRepeats, excludedContentTypes);
        if (excludedTexts.Count > 0)
        {
            _excludedTexts = new HashSet<string>(excludedTexts, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>Those of version 1: two letters or one CJK character, no command, no repeat.</summary>
    public static EffectiveMessageConditions First { get; } = new(2, 1, 0, true, true, [], default);

    public int MinLetters { get; }

    public int MinCjkCharacters { get; }

    public int MinLength { get; }

    public bool ExcludesCommands { get; }

    public bool ExcludesRepeats { get; }

    public MessageContentType ExcludedContentTypes { get; }

    /// <summary>Judges a message of an account that counts. Allocates nothing.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="contentType">What the message is made of; null: nobody said.</param>
    /// <param name="previousHash">The <see cref="Ingestion.EffectiveMessageRule.Hash"/> of the sender's previous message in the group; null: there is none.</param>
    public MessageVerdict Judge(ReadOnlySpan<char> text, MessageContentType? contentType, long? previousHash)
    {
        var verdict = JudgeContent(text.Trim(), contentType);
        return verdict == MessageVerdict.Effective && ExcludesRepeats && previousHash == Ingestion.EffectiveMessageRule.Hash(text) ? MessageVerdict.Repeat : verdict;
    }

    private MessageVerdict JudgeContent(ReadOnlySpan<char> text, MessageContentType? contentType)
    {
        if (contentType is { } type && (ExcludedContentTypes & type) != 0)
        {
            return MessageVerdict.ExcludedContentType;
        }

        if (ExcludesCommands && text.Length >= 2 && text[0] is '/' or '!' && char.IsLetterOrDigit(text[1]))
        {
            return MessageVerdict.Command;
        }

        if (_excludedTexts is { } excluded && excluded.Contains(text))
        {
            return MessageVerdict.ExcludedText;
        }

        var (letters, cjk, length, hasDigit) = (0, 0, 0, false);
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var units) == OperationStatus.Done)
            {
                if (IsCjk(rune.Value))
                {
                    cjk++;
                }
                else if (Rune.IsLetter(rune))
                {
                    letters++;
                }
                else
                {
                    hasDigit |= Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
                }
            }

            length++;
            if (length >= MinLength && (cjk >= MinCjkCharacters || letters >= MinLetters))
            {
                return MessageVerdict.Effective;
            }

            text = text[units..];
        }

        return letters > 0 || cjk > 0 || hasDigit ? MessageVerdict.TooShort : MessageVerdict.NoWords;
    }

    /// <summary>Blocks by the Unicode Standard; all of planes 2 and 3 is set aside for Han.</summary>
    internal static bool IsCjk(int codePoint) => codePoint
        is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFD)
        or (>= 0x3041 and <= 0x3096) or (>= 0x30A1 and <= 0x30FA) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9D)
        or (>= 0x3105 and <= 0x312F) or (>= 0x31A0 and <= 0x31BF) or (>= 0xAC00 and <= 0xD7A3) or 0x3005 or 0x3007;
}
