namespace Headless.Community;

/// <summary>Whether a segment follows its condition. Stored as a number: a value is never changed or given again.</summary>
public enum SegmentMode : byte
{
    /// <summary>Members enter and leave as they come to fulfil the condition and cease to.</summary>
    Live = 1,

    /// <summary>The members are those of the moment at which it was frozen; only by hand do they change.</summary>
    Frozen = 2,
}
