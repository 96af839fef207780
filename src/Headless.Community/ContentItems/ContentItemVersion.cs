namespace Headless.Community;

/// <summary>A text that a content item has or had.</summary>
public sealed class ContentItemVersion
{
    public long Id { get; init; }

    public long ContentItemId { get; init; }

    public ContentItem ContentItem { get; init; } = null!;

    /// <summary>1 for the first text of the item.</summary>
    public int Number { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime WrittenAt { get; init; }

    public long? WrittenById { get; init; }

    public Operator? WrittenBy { get; init; }
}
