namespace Headless.Community;

/// <summary>How soon a member's questions are answered. Stored as a number: a value is never changed or given again.</summary>
public enum SupportPriority : byte
{
    /// <summary>In turn.</summary>
    Standard = 1,

    /// <summary>Before the others.</summary>
    High = 2,

    /// <summary>绿色通道, the green channel: at once.</summary>
    GreenChannel = 3,
}
