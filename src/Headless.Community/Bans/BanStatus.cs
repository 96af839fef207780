namespace Headless.Community;

/// <summary>Whether a ban holds.</summary>
public enum BanStatus
{
    /// <summary>It holds.</summary>
    Active = 0,

    /// <summary>Its time is over.</summary>
    Expired = 1,

    /// <summary>Somebody ended it.</summary>
    Lifted = 2,
}
