namespace Headless.Community;

/// <summary>A text that an announcement has or had. Rows are only ever added.</summary>
public sealed class AnnouncementVersion
{
    public long Id { get; init; }

    public long AnnouncementId { get; init; }

    public Announcement Announcement { get; init; } = null!;

    /// <summary>1 for the first text.</summary>
    public int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime WrittenAt { get; init; }

    /// <summary>Who wrote it; null: nobody in particular.</summary>
    public long? WrittenById { get; init; }

    public Operator? WrittenBy { get; init; }
}
