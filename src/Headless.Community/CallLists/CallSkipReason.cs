namespace Headless.Community;

/// <summary>Why a member is not to be called. Stored as a number: a value is never changed or given again.</summary>
public enum CallSkipReason : byte
{
    /// <summary>They do not want to be called.</summary>
    OptedOut = 1,

    /// <summary>They are kept out of the community.</summary>
    Banned = 2,

    /// <summary>No telephone number is known.</summary>
    NoPhone = 3,

    /// <summary>The list leaves their region out.</summary>
    RegionExcluded = 4,
}
