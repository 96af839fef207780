namespace Headless.Community;

/// <summary>Why a member entered a segment or left it. Stored as a number: a value is never changed or given again.</summary>
public enum SegmentCause : byte
{
    /// <summary>The member came to fulfil the condition, or ceased to.</summary>
    Condition = 1,

    /// <summary>Somebody put the member in by hand, or took that back.</summary>
    ManualInclude = 2,

    /// <summary>Somebody kept the member out by hand, or took that back.</summary>
    ManualExclude = 3,

    /// <summary>The segment is a frozen copy and took the member over from its original.</summary>
    Freeze = 4,
}
