namespace Headless.Community;

/// <summary>Who says it. Stored as a number: a value is never changed or given again.</summary>
public enum PlatformRowOrigin : byte
{
    /// <summary>Came with the product; changed by an upgrade only.</summary>
    Shipped = 1,

    /// <summary>The organisation's own, which goes before what was shipped. An upgrade leaves it alone.</summary>
    Organisation = 2,
}
