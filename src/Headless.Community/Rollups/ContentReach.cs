namespace Headless.Community;

/// <summary>
/// What became of a content item with one person: when it first reached them, when they first opened it, and so on, and how
/// often. Kept with the log; building it again from the log gives the same.
/// </summary>
[Unaudited]
public sealed class ContentReach
{
    public long Id { get; init; }

    public long ContentItemId { get; init; }

    public long MemberId { get; init; }

    /// <summary>The group of the first thing that happened in one; null: nothing did.</summary>
    public long? GroupId { get; set; }

    /// <summary>When that was, UTC.</summary>
    public DateTime? GroupAt { get; set; }

    /// <summary>When it was first delivered or shown to them, UTC.</summary>
    public DateTime? ReachedAt { get; set; }

    public DateTime? OpenedAt { get; set; }

    /// <summary>When they first read or watched it to the end, UTC.</summary>
    public DateTime? CompletedAt { get; set; }

    public DateTime? CommentedAt { get; set; }

    public DateTime? LikedAt { get; set; }

    public DateTime? SharedAt { get; set; }

    /// <summary>When they first followed the brand after reading it, UTC.</summary>
    public DateTime? FollowedAt { get; set; }

    public int Deliveries { get; set; }

    public int Exposures { get; set; }

    public int Opens { get; set; }

    public int Completions { get; set; }

    public int Comments { get; set; }

    public int Likes { get; set; }

    public int Shares { get; set; }

    public int Follows { get; set; }

    /// <summary>Adds something that happened. In whatever order things are reported, the sums and first times are the same.</summary>
    public void Add(ActivityKind kind, DateTime at, long? groupId)
    {
        if (groupId is not null && (GroupAt is null || at < GroupAt))
        {
            (GroupId, GroupAt) = (groupId, at);
        }

        switch (kind)
        {
            case ActivityKind.DeliverySent:
                Deliveries++;
                ReachedAt = First(ReachedAt, at);
                break;
            case ActivityKind.ContentExposed:
                Exposures++;
                ReachedAt = First(ReachedAt, at);
                break;
            case ActivityKind.ContentOpened:
                Opens++;
                OpenedAt = First(OpenedAt, at);
                break;
            case ActivityKind.ContentCompleted:
                Completions++;
                CompletedAt = First(CompletedAt, at);
                break;
            case ActivityKind.ContentCommented:
                Comments++;
                CommentedAt = First(CommentedAt, at);
                break;
            case ActivityKind.ContentLiked:
                Likes++;
                LikedAt = First(LikedAt, at);
                break;
            case ActivityKind.ContentShared:
                Shares++;
                SharedAt = First(SharedAt, at);
                break;
            case ActivityKind.ContentFollowed:
                Follows++;
                FollowedAt = First(FollowedAt, at);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    private static DateTime First(DateTime? known, DateTime at) => known is { } before && before <= at ? before : at;
}
