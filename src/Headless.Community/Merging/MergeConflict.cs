namespace Headless.Community.Merging;

/// <summary>Which of two values a merge keeps.</summary>
public enum MergeChoice
{
    /// <summary>The winner's.</summary>
    Winner,

    /// <summary>The loser's.</summary>
    Loser,

    /// <summary>Both as one: of stays that overlap, one from the first beginning to the last end.</summary>
    Unite,
}

/// <summary>What two records disagree about.</summary>
public enum MergeConflictKind
{
    /// <summary>A field of the member.</summary>
    Field,

    Tier,

    /// <summary>The value of an attribute.</summary>
    Attribute,

    /// <summary>Whether they want to be contacted on a channel for a purpose.</summary>
    ContactPreference,

    /// <summary>Tags of a group that allows one at a time.</summary>
    ExclusiveTag,

    /// <summary>Stays in one group that overlap.</summary>
    Stay,

    /// <summary>The account to reach them by.</summary>
    PrimaryIdentity,
}

/// <summary>Something that a merge of two records has to decide.</summary>
/// <param name="Key">Names it in the resolutions.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Subject">What it is, for a person: a field, an attribute, a group.</param>
/// <param name="WinnerValue">What the winner has, for a person.</param>
/// <param name="LoserValue">What the loser has, for a person.</param>
/// <param name="Proposal">What is proposed.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record MergeConflict(
    string Key, MergeConflictKind Kind, string Subject, string WinnerValue, string LoserValue, MergeChoice Proposal, IReadOnlyList<MergeChoice> Choices)
{
    internal static IReadOnlyList<MergeChoice> OneOfTwo { get; } = [MergeChoice.Winner, MergeChoice.Loser];
}

/// <summary>Resolutions that do not fit the conflicts. Nothing has been changed.</summary>
public sealed class MergeUnresolvedException(IReadOnlyList<(string Key, string Code, string Message)> problems)
    : Exception("The resolutions do not fit the conflicts.")
{
    /// <summary>The conflict at fault, CONFLICT_UNRESOLVED, CHOICE_IMPOSSIBLE or NO_SUCH_CONFLICT, and what to do about it.</summary>
    public IReadOnlyList<(string Key, string Code, string Message)> Problems { get; } = problems;
}
