namespace Headless.Community;

/// <summary>Who ended a stay. Stored as a number: a value is never changed or given again.</summary>
public enum LeaveKind : byte
{
    /// <summary>The member left.</summary>
    Self = 1,

    /// <summary>Somebody removed the member.</summary>
    Removed = 2,

    Unknown = 3,
}
