namespace Headless.Community;

/// <summary>A content item was used in a group: posted, read out, handed over. What cadence is measured by .</summary>
public sealed class ContentUse : Entity
{
    public const int NoteMaxLength = 500;

    public long ContentItemId { get; init; }

    public ContentItem ContentItem { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>The item's category at that time.</summary>
    public ContentCategory Category { get; init; }

    /// <summary>The campaign that it was used for.</summary>
    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime UsedAt { get; init; }

    /// <summary>Who reported it.</summary>
    public long? ReportedById { get; init; }

    public Operator? ReportedBy { get; init; }

    /// <summary>Anything that should be known about it.</summary>
    public string? Note { get; init; }
}
