namespace Headless.Community;

/// <summary>What has come of a call. Stored as a number: a value is never changed or given again.</summary>
public enum CallStatus : byte
{
    /// <summary>Nobody has called yet.</summary>
    Pending = 1,

    /// <summary>Nobody answered.</summary>
    NoAnswer = 2,

    /// <summary>They answered and have not decided.</summary>
    Reached = 3,

    Accepted = 4,
    Refused = 5,

    /// <summary>The number is not theirs.</summary>
    WrongNumber = 6,

    /// <summary>Left out of the list: not to be called, for the reason of <see cref="CallSkipReason"/>.</summary>
    Skipped = 7,
}
