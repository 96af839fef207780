namespace Headless.Community;

/// <summary>
/// Whether a member still sees a group's messages. Muting is the real loss: they stay and are not reached. Stored as a number: a
/// value is never changed or given again.
/// </summary>
public enum AttentionState : byte
{
    /// <summary>The platform has not told.</summary>
    Unknown = 0,

    /// <summary>Reads, and is told of messages.</summary>
    Active = 1,

    /// <summary>Reads, and says nothing; no defect .</summary>
    Silent = 2,

    /// <summary>Has muted or folded the group.</summary>
    Muted = 3,
}
