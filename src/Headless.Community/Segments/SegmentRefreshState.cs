namespace Headless.Community;

/// <summary>Up to where segments and automatic tags are right. One row.</summary>
[Unaudited]
public sealed class SegmentRefreshState
{
    /// <summary>The only key.</summary>
    public const int SingleId = 1;

    public int Id { get; init; } = SingleId;

    /// <summary>The last activity whose member has been looked at.</summary>
    public long LastActivityId { get; set; }

    /// <summary>The moment up to which the going on of time has been looked at, UTC.</summary>
    public DateTime TimeAt { get; set; }
}
