namespace Headless.Community;

/// <summary>
/// One stay of a member in a segment: who leaves and returns has two. A member has at most one open stay in a segment, which the
/// database guarantees. The rows are written in bulk by the refresh, never by hand.
/// </summary>
public sealed class SegmentMember
{
    public long Id { get; init; }

    public long SegmentId { get; init; }

    public Segment Segment { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>When the member was found to belong to it, UTC.</summary>
    public DateTime EnteredAt { get; init; }

    public SegmentCause EnteredBy { get; init; }

    /// <summary>When the member was found to belong to it no more, UTC; null while the stay lasts.</summary>
    public DateTime? LeftAt { get; init; }

    public SegmentCause? LeftBy { get; init; }
}
