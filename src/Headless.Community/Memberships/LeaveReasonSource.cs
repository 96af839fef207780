namespace Headless.Community;

/// <summary>Where the reason of a leave comes from. Stored as a number: a value is never changed or given again.</summary>
public enum LeaveReasonSource : byte
{
    /// <summary>The member, or whoever removed them, said so.</summary>
    Declared = 1,

    /// <summary>Somebody concluded it.</summary>
    Inferred = 2,

    /// <summary>No reason is known.</summary>
    None = 3,
}
