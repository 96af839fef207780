namespace Headless.Community;

/// <summary>A group, a stay in a group or a content item has a tag: exactly one of the three keys is there. What members have is <see cref="MemberTag"/>.</summary>
public sealed class ItemTag
{
    public long Id { get; init; }

    public long TagId { get; init; }

    public Tag Tag { get; init; } = null!;

    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    public long? MembershipId { get; init; }

    public Membership? Membership { get; init; }

    public long? ContentItemId { get; init; }

    public ContentItem? ContentItem { get; init; }

    /// <summary>What gave it.</summary>
    public TagSource Source { get; init; } = TagSource.Manual;

    /// <summary>Who gave it, when it was a person.</summary>
    public long? AddedById { get; init; }

    public Operator? AddedBy { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTime AddedAt { get; init; }

    /// <summary>Until when, UTC; null: for good.</summary>
    public DateTime? ExpiresAt { get; set; }
}
