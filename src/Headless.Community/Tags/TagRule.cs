namespace Headless.Community;

/// <summary>
/// A tag that members are given by themselves: those of a segment. Entering the segment gives it, as by hand; leaving takes it
/// away where <see cref="RemoveWhenEnds"/> says so. A tag has one rule at most.
/// </summary>
public sealed class TagRule : Entity
{
    public long TagId { get; init; }

    public Tag Tag { get; init; } = null!;

    /// <summary>Whose members have the tag.</summary>
    public long SegmentId { get; init; }

    public Segment Segment { get; init; } = null!;

    /// <summary>Whether a member who leaves the segment loses the tag, unless somebody gave it by hand.</summary>
    public bool RemoveWhenEnds { get; set; }

    /// <summary>Whether it is carried out at the moment.</summary>
    public bool IsActive { get; set; } = true;
}
