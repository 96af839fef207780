namespace Headless.Community;

/// <summary>What an alert is about. Stored as a number: a value is never changed or given again.</summary>
public enum AlertKind : short
{
    /// <summary>A group is nearly as full as it can be .</summary>
    CapacityNear = 1,

    /// <summary>A group was made long before its first campaign .</summary>
    FirstActivityTooFar = 2,

    /// <summary>Nobody of a group's staff has said anything for days .</summary>
    NoActiveStaff = 20,

    /// <summary>Somebody owns more groups than fill a working day .</summary>
    OwnerLoad = 21,
}
