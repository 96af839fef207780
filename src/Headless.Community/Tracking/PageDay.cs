namespace Headless.Community;

/// <summary>Views and visitors of a page, or the clicks on one of its links, on a day of the reporting time zone.</summary>
[Unaudited]
public sealed class PageDay
{
    public long PageId { get; init; }

    public TrackedPage Page { get; init; } = null!;

    /// <summary>0: the page itself.</summary>
    public long LinkId { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>PV.</summary>
    public long Views { get; set; }

    /// <summary>UV of that day.</summary>
    public long Visitors { get; set; }
}

/// <summary>
/// That somebody was on a page on a day: what keeps a second visit from counting as a second visitor. Their key is a hash with the day's
/// salt and the page, and goes when late reports of the day can come no more; nothing tells who they were, or that they came on another day.
/// </summary>
[Unaudited]
public sealed class PageVisitor
{
    public const int KeyMaxLength = 22;

    public long Id { get; init; }

    public long PageId { get; init; }

    /// <summary>0: the page itself.</summary>
    public long LinkId { get; init; }

    public DateOnly Day { get; init; }

    public required string Key { get; init; }

    /// <summary>How often, up to <see cref="PageViewCounting.MaxViews"/>.</summary>
    public int Views { get; set; }
}

/// <summary>The secret of a day that visitors' keys are made with. Forgotten with them.</summary>
[Unaudited]
public sealed class VisitorSalt
{
    public DateOnly Day { get; init; }

    [Secret]
    public required byte[] Salt { get; init; }
}
