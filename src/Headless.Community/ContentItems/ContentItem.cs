namespace Headless.Community;

/// <summary>A piece of content in the library.</summary>
public sealed class ContentItem : Entity
{
    public const int TitleMaxLength = 200;
    public const int BodyMaxLength = 100_000;
    public const int TopicMaxLength = 100;
    public const int AudienceMaxLength = 200;
    public const int OriginUrlMaxLength = 2000;
    public const int PermissionMaxLength = 1000;
    public const int ReviewNoteMaxLength = 2000;

    private static readonly StateMachine<ContentStatus> s_statuses = new(
        "content item",
        (ContentStatus.Draft, ContentStatus.InReview),
        (ContentStatus.Draft, ContentStatus.Archived),
        (ContentStatus.InReview, ContentStatus.Approved),
        (ContentStatus.InReview, ContentStatus.Draft),
        (ContentStatus.InReview, ContentStatus.Archived),
        (ContentStatus.Approved, ContentStatus.Published),
        (ContentStatus.Approved, ContentStatus.Draft),
        (ContentStatus.Approved, ContentStatus.Archived),
        (ContentStatus.Published, ContentStatus.Archived));

    private ContentStatus _status = ContentStatus.Draft;
    private long? _reviewerId;
    private string? _reviewNote;
    private DateTime? _publishedAt;

    public required string Title { get; set; }

    public required string Body { get; set; }

    public ContentCategory Category { get; set; } = ContentCategory.Activate;

    public ContentKind Kind { get; set; } = ContentKind.Knowledge;

    public ContentSource Source { get; init; } = ContentSource.Original;

    /// <summary>Where it stands; changed by <see cref="Submit"/>, <see cref="Approve"/>, <see cref="Publish"/> and the rest.</summary>
    public ContentStatus Status
    {
        get => _status;
        init => _status = value;
    }

    public string? Topic { get; set; }

    /// <summary>For whom it is, in words.</summary>
    public string? Audience { get; set; }

    /// <summary>Where a REPOST comes from.</summary>
    public string? OriginUrl { get; set; }

    /// <summary>Who allowed a REPOST, and under which licence.</summary>
    public string? Permission { get; set; }

    public long? AuthorId { get; set; }

    public Operator? Author { get; set; }

    /// <summary>Who approved it or sent it back last.</summary>
    public long? ReviewerId
    {
        get => _reviewerId;
        init => _reviewerId = value;
    }

    public Operator? Reviewer { get; init; }

    /// <summary>What the reviewer said when it was sent back.</summary>
    public string? ReviewNote
    {
        get => _reviewNote;
        init => _reviewNote = value;
    }

    /// <summary>When it was published, UTC.</summary>
    public DateTime? PublishedAt
    {
        get => _publishedAt;
        init => _publishedAt = value;
    }

    /// <summary>Hands a draft in for review.</summary>
    /// <exception cref="InvalidTransitionException">It is not a draft.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.RepostNeedsOriginAndPermission"/> (A-160).</exception>
    public void Submit()
    {
        var next = s_statuses.Step(Status, ContentStatus.InReview);
        if (Source == ContentSource.Repost && (string.IsNullOrWhiteSpace(OriginUrl) || string.IsNullOrWhiteSpace(Permission)))
        {
            throw new DomainException(
                DomainErrorCodes.RepostNeedsOriginAndPermission,
                "A repost quotes somebody else: give its originUrl and the permission under which it may be used.");
        }

        _status = next;
    }

    /// <summary>Accepts it.</summary>
    /// <exception cref="InvalidTransitionException">It is not in review.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ReviewerIsAuthor"/> (A-159).</exception>
    public void Approve(long reviewerId)
    {
        var next = s_statuses.Step(Status, ContentStatus.Approved);
        RequireOtherThanAuthor(reviewerId);
        (_status, _reviewerId, _reviewNote) = (next, reviewerId, null);
    }

    /// <summary>Sends it back to its author with a note; an approval can be taken back so too.</summary>
    /// <exception cref="InvalidTransitionException">It is neither in review nor approved.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ReviewerIsAuthor"/> (A-159).</exception>
    public void Reject(long reviewerId, string note)
    {
        var next = s_statuses.Step(Status, ContentStatus.Draft);
        RequireOtherThanAuthor(reviewerId);
        (_status, _reviewerId, _reviewNote) = (next, reviewerId, note);
    }

    /// <summary>Takes an item that is in review or approved back to work on it.</summary>
    /// <exception cref="InvalidTransitionException">It is neither in review nor approved.</exception>
    public void Revise() => _status = s_statuses.Step(Status, ContentStatus.Draft);

    /// <summary>Publishes an approved item.</summary>
    /// <exception cref="InvalidTransitionException">It is not approved.</exception>
    public void Publish(DateTime at)
    {
        _status = s_statuses.Step(Status, ContentStatus.Published);
        _publishedAt = at;
    }

    /// <summary>Puts it away for good.</summary>
    /// <exception cref="InvalidTransitionException">It is archived already.</exception>
    public void Archive() => _status = s_statuses.Step(Status, ContentStatus.Archived);

    private void RequireOtherThanAuthor(long reviewerId)
    {
        if (reviewerId == AuthorId)
        {
            throw new DomainException(DomainErrorCodes.ReviewerIsAuthor, "Authors do not review their own content: ask a colleague.");
        }
    }
}
