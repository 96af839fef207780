namespace Headless.Community;

/// <summary>Whether a member is in a segment or out of it whatever the condition says. Stored as a number: a value is never changed or given again.</summary>
public enum SegmentOverrideKind : byte
{
    /// <summary>In.</summary>
    Include = 1,

    /// <summary>Out.</summary>
    Exclude = 2,
}

/// <summary>A decision of a person that a member is in a segment, or out of it: it outlives every refresh.</summary>
public sealed class SegmentOverride : Entity
{
    public const int ReasonMaxLength = 1000;

    public long SegmentId { get; init; }

    public Segment Segment { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    public SegmentOverrideKind Kind { get; set; }

    /// <summary>Why, in words; mandatory. Personal data: it is about one person.</summary>
    [PersonalData]
    public required string Reason { get; set; }

    /// <summary>Who decided it.</summary>
    public long? DecidedById { get; set; }

    public Operator? DecidedBy { get; init; }
}
