namespace Headless.Community;

/// <summary>What becomes of a wish. Stored as a number: a value is never changed or given again.</summary>
public enum WishStatus : byte
{
    /// <summary>Nobody has decided about it.</summary>
    Open = 1,

    /// <summary>It is going to be fulfilled.</summary>
    Planned = 2,

    Fulfilled = 3,
    Declined = 4,
}
