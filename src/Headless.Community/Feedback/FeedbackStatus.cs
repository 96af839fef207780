namespace Headless.Community;

/// <summary>Where feedback stands. Stored as a number: a value is never changed or given again.</summary>
public enum FeedbackStatus : byte
{
    /// <summary>Nobody has looked at it.</summary>
    Open = 1,

    /// <summary>Somebody deals with it.</summary>
    Triaged = 2,

    Resolved = 3,
    Declined = 4,
}
