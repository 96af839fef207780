namespace Headless.Community.Ingestion;

/// <summary>
/// Which messages are effective 有效发言 (A-221, A.12 #6), version 1: not from an account that staff or a machine controls, not a
/// command (<c>/x</c> or <c>!x</c>, where x is a letter or a digit), not emoji or punctuation only, at least two letters or one
/// CJK character, not a repeat of the previous message that was recorded of the sender in the group. Later versions are <see cref="EffectiveMessageRuleVersion"/>.
/// </summary>
public static class EffectiveMessageRule
{
    /// <summary>The number of the version that is told here.</summary>
    public const short Version = 1;

    /// <summary>Judges a message. Allocates nothing.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="account">Who is behind the account.</param>
    /// <param name="previousHash">The <see cref="Hash"/> of the sender's previous message in the group; null: there is none.</param>
    public static MessageVerdict Judge(ReadOnlySpan<char> text, AccountKind account, long? previousHash) =>
        account != AccountKind.Customer ? MessageVerdict.ExcludedAccount : EffectiveMessageConditions.First.Judge(text, null, previousHash);

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
}
