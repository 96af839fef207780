namespace Headless.Community;

/// <summary>Where a violation stands .</summary>
public enum ViolationStatus : byte
{
    /// <summary>Somebody has to decide.</summary>
    Open = 0,

    /// <summary>It is one: it counts as a strike.</summary>
    Confirmed = 1,

    /// <summary>It is none.</summary>
    Dismissed = 2,

    /// <summary>The member says that it is none.</summary>
    Appealed = 3,

    /// <summary>It stays one.</summary>
    Upheld = 4,

    /// <summary>It was none: strike and penalty are taken back.</summary>
    Overturned = 5,
}

/// <summary>How a violation came to be known.</summary>
public enum ViolationSource : byte
{
    /// <summary>A rule found it.</summary>
    Detected = 0,

    /// <summary>Somebody reported it.</summary>
    Reported = 1,
}

/// <summary>What a penalty does. In the order of their weight.</summary>
public enum PenaltyKind : byte
{
    /// <summary>A warning.</summary>
    Warn = 0,

    /// <summary>They may read but not write for a time.</summary>
    Mute = 1,

    /// <summary>They are removed from the group.</summary>
    Remove = 2,

    /// <summary>They are removed and kept out.</summary>
    Blacklist = 3,
}

/// <summary>Where a penalty stands.</summary>
public enum PenaltyStatus : byte
{
    /// <summary>A connector, or a person, has to carry it out.</summary>
    Due = 0,

    /// <summary>It has been carried out.</summary>
    Applied = 1,

    /// <summary>It could not be carried out.</summary>
    Failed = 2,

    /// <summary>An appeal took it back before it was carried out.</summary>
    Cancelled = 3,

    /// <summary>An appeal took it back: what was carried out has to be undone.</summary>
    ReversalDue = 4,

    /// <summary>It has been undone.</summary>
    Reversed = 5,
}
