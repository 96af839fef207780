namespace Headless.Community;

/// <summary>
/// What a group is for; it may be for several things (A.12 #11). Stored as the sum of its numbers: a value is never changed
/// or given again.
/// </summary>
[Flags]
public enum GroupPurpose : byte
{
    /// <summary>拉新: win new people.</summary>
    Acquire = 1,

    /// <summary>留存: keep people.</summary>
    Retain = 2,

    /// <summary>转化: sell.</summary>
    Convert = 4,

    /// <summary>促活: keep people talking.</summary>
    Activate = 8,
}
