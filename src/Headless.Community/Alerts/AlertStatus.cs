namespace Headless.Community;

/// <summary>
/// Where an alert stands: OPEN → ACKNOWLEDGED → RESOLVED, OPEN → RESOLVED, and back from ACKNOWLEDGED to OPEN when it becomes more
/// severe. Stored as a number: a value is never changed or given again.
/// </summary>
public enum AlertStatus : byte
{
    /// <summary>The condition holds and nobody has taken it on.</summary>
    Open = 1,

    /// <summary>The condition holds and somebody has taken it on.</summary>
    Acknowledged = 2,

    /// <summary>The condition has ended. Should it begin again, that is another alert.</summary>
    Resolved = 3,
}
