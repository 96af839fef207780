namespace Headless.Community;

/// <summary>Where content comes from. Stored as a number: a value is never changed or given again.</summary>
public enum ContentSource : byte
{
    /// <summary>Written here.</summary>
    Original = 1,

    /// <summary>Somebody else's, with their permission.</summary>
    Repost = 2,

    /// <summary>Commissioned from a user or KOL.</summary>
    Solicited = 3,
}
