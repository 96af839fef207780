namespace Headless.Community;

/// <summary>A piece of content in the library.</summary>
public sealed class ContentItem : Entity
{
    public const int TitleMaxLength = 200;
    public const int BodyMaxLength = 100_000;
    public const int TopicMaxLength = 100;
    public const int AudienceMaxLength = 200;
    public const int OutlineMaxLength = 10_000;
    public const int KeyPointsMaxLength = 10_000;
    public const int BriefMaxLength = 10_000;
    public const int InviteeNameMaxLength = 200;
    public const int OriginUrlMaxLength = 2000;
    public const int PermissionMaxLength = 1000;
    public const int ReviewNoteMaxLength = 2000;

    private ContentStatus _status = ContentStatus.Draft;
    private string _title = null!;
    private string _body = string.Empty;
    private long? _reviewerId;
    private string? _reviewNote;
    private DateTime? _publishedAt;

    public required string Title
    {
        get => _title;
        init => _title = value;
    }

    /// <summary>The text; empty until it is written. Changed by <see cref="Rewrite"/>, which keeps what it said before.</summary>
    public string Body
    {
        get => _body;
        init => _body = value;
    }

    /// <summary>The number of the present version of title and body; 0 where none has been kept yet.</summary>
    public int TextVersion { get; private set; }

    public ContentCategory Category { get; set; } = ContentCategory.Activate;

    public ContentKind Kind { get; set; } = ContentKind.Knowledge;

    public ContentSource Source { get; init; } = ContentSource.Original;

    /// <summary>Where it stands; changed by the steps below.</summary>
    public ContentStatus Status
    {
        get => _status;
        init => _status = value;
    }

    public string? Topic { get; set; }

    /// <summary>For whom it is, in words.</summary>
    public string? Audience { get; set; }

    /// <summary>ORIGINAL: what it will say, in which order.</summary>
    public string? Outline { get; set; }

    /// <summary>ORIGINAL: what nobody may miss in it.</summary>
    public string? KeyPoints { get; set; }

    /// <summary>SOLICITED: what is wanted.</summary>
    public string? Brief { get; set; }

    /// <summary>SOLICITED: the member who was asked for it.</summary>
    public long? InviteeId { get; private set; }

    public Member? Invitee { get; init; }

    /// <summary>SOLICITED: who was asked for it, where they are no member.</summary>
    [PersonalData]
    public string? InviteeName { get; private set; }

    /// <summary>SOLICITED: when it is to be there, UTC.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>SOLICITED: when it came, UTC.</summary>
    public DateTime? ReceivedAt { get; private set; }

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

    /// <summary>How often it was used in a group: kept in the transaction of each use, so that lists are ordered by it from an index.</summary>
    public int UsageCount { get; init; }

    /// <summary>When it was last used in a group, UTC.</summary>
    public DateTime? LastUsedAt { get; init; }

    /// <summary>By which version of <see cref="Search.SearchTokens"/> it can be found; 0: it is still to be made findable.</summary>
    public int IndexVersion { get; set; }

    public List<ContentItemVersion> Versions { get; } = [];

    /// <summary>What it is found by, with what each weighs; nothing once it is archived.</summary>
    public IReadOnlyDictionary<string, int> Tokens() => Status == ContentStatus.Archived
        ? new Dictionary<string, int>()
        : Search.SearchTokens.Weigh((Title, 20), (Topic, 8), (Audience, 4), (Outline, 2), (KeyPoints, 2), (Brief, 2), (Body, 1));

    /// <summary>Whether it is late: asked for, due and not there.</summary>
    public bool IsOverdue(DateTime at) => Status == ContentStatus.Invited && DueAt < at;

    /// <summary>Says something else, and keeps every text that it has had (title and body).</summary>
    public void Rewrite(string title, string body, long? writerId, DateTime at)
    {
        if (title == Title && body == Body && (TextVersion > 0 || body.Length == 0))
        {
            return;
        }

        if (TextVersion == 0 && Body.Length > 0 && (title != Title || body != Body))
        {
            Keep(AuthorId, at);
        }

        (_title, _body) = (title, body);
        if (body.Length > 0)
        {
            Keep(writerId, at);
        }
    }

    /// <summary>Goes on to the next stage of an ORIGINAL: TOPIC → OUTLINE → KEY_POINTS → DRAFT. What a stage is for has to be there.</summary>
    /// <exception cref="InvalidTransitionException">There is no next stage of writing.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ContentStageIncomplete"/>.</exception>
    public void Advance()
    {
        var (next, made, name) = Status switch
        {
            ContentStatus.Topic => (ContentStatus.Outline, Topic, "topic"),
            ContentStatus.Outline => (ContentStatus.KeyPoints, Outline, "outline"),
            _ => (ContentStatus.Draft, KeyPoints, "keyPoints"),
        };
        next = ContentWorkflow.Of(Source).Step(Status, next, ContentStatus.Topic, ContentStatus.Outline, ContentStatus.KeyPoints);
        RequireMade(made, name);
        _status = next;
    }

    /// <summary>Goes back to the stage of writing before.</summary>
    /// <exception cref="InvalidTransitionException">There is none.</exception>
    public void StepBack() => _status = ContentWorkflow.Of(Source).Step(
        Status,
        Status switch { ContentStatus.Outline => ContentStatus.Topic, ContentStatus.KeyPoints => ContentStatus.Outline, _ => ContentStatus.KeyPoints },
        ContentStatus.Outline,
        ContentStatus.KeyPoints,
        ContentStatus.Draft);

    /// <summary>Asks somebody for it.</summary>
    /// <exception cref="InvalidTransitionException">It is not SOLICITED, or somebody was asked.</exception>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.ContentStageIncomplete"/>: there is no brief. <see cref="DomainErrorCodes.InviteeRequired"/>.
    /// <see cref="DomainErrorCodes.DueInPast"/>.
    /// </exception>
    public void Invite(long? memberId, string? name, DateTime dueAt, DateTime now)
    {
        var next = ContentWorkflow.Of(Source).Step(Status, ContentStatus.Invited);
        RequireMade(Brief, "brief");
        if ((memberId is null) == string.IsNullOrWhiteSpace(name))
        {
            throw new DomainException(DomainErrorCodes.InviteeRequired, "Give either inviteeId, a member, or inviteeName, somebody else.");
        }

        if (dueAt <= now)
        {
            throw new DomainException(DomainErrorCodes.DueInPast, "dueAt lies in the past: give a time by which it can be there.");
        }

        (_status, InviteeId, InviteeName, DueAt) = (next, memberId, name, dueAt);
    }

    /// <summary>Whoever was asked does not deliver: somebody else can be asked.</summary>
    /// <exception cref="InvalidTransitionException">Nobody was asked.</exception>
    public void Decline() =>
        (_status, InviteeId, InviteeName, DueAt) = (ContentWorkflow.Of(Source).Step(Status, ContentStatus.Brief), null, null, null);

    /// <summary>What was asked for has come.</summary>
    /// <exception cref="InvalidTransitionException">Nobody was asked.</exception>
    public void Receive(string title, string body, string? permission, long? writerId, DateTime at)
    {
        _status = ContentWorkflow.Of(Source).Step(Status, ContentStatus.Received);
        (ReceivedAt, Permission) = (at, permission ?? Permission);
        Rewrite(title, body, writerId, at);
    }

    /// <summary>Hands it in for review.</summary>
    /// <exception cref="InvalidTransitionException">It is not written yet, or beyond that.</exception>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.RepostNeedsOriginAndPermission"/> (A-160); <see cref="DomainErrorCodes.ContentStageIncomplete"/>.
    /// </exception>
    public void Submit()
    {
        var next = ContentWorkflow.Of(Source).Step(Status, ContentStatus.InReview);
        if (Source == ContentSource.Repost && (string.IsNullOrWhiteSpace(OriginUrl) || string.IsNullOrWhiteSpace(Permission)))
        {
            throw new DomainException(
                DomainErrorCodes.RepostNeedsOriginAndPermission,
                "A repost quotes somebody else: give its originUrl and the permission under which it may be used.");
        }

        RequireMade(Body, "body");
        _status = next;
    }

    /// <summary>Accepts it.</summary>
    /// <exception cref="InvalidTransitionException">It is not in review.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ReviewerIsAuthor"/> (A-159).</exception>
    public void Approve(long reviewerId)
    {
        var next = ContentWorkflow.Of(Source).Step(Status, ContentStatus.Approved);
        RequireOtherThanAuthor(reviewerId);
        (_status, _reviewerId, _reviewNote) = (next, reviewerId, null);
    }

    /// <summary>Sends it back to its author with a note; an approval can be taken back so too.</summary>
    /// <exception cref="InvalidTransitionException">It is neither in review nor approved.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ReviewerIsAuthor"/> (A-159).</exception>
    public void Reject(long reviewerId, string note)
    {
        var next = BackToDraft();
        RequireOtherThanAuthor(reviewerId);
        (_status, _reviewerId, _reviewNote) = (next, reviewerId, note);
    }

    /// <summary>Takes an item that is in review or approved back to work on it.</summary>
    /// <exception cref="InvalidTransitionException">It is neither in review nor approved.</exception>
    public void Revise() => _status = BackToDraft();

    /// <summary>Publishes an approved item.</summary>
    /// <exception cref="InvalidTransitionException">It is not approved.</exception>
    public void Publish(DateTime at)
    {
        _status = ContentWorkflow.Of(Source).Step(Status, ContentStatus.Published);
        _publishedAt = at;
    }

    /// <summary>Puts it away for good.</summary>
    /// <exception cref="InvalidTransitionException">It is archived already.</exception>
    public void Archive() => _status = ContentWorkflow.Of(Source).Step(Status, ContentStatus.Archived);

    /// <summary>Only what is published is used in groups.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ContentNotPublished"/>.</exception>
    public void RequireUsable()
    {
        if (Status != ContentStatus.Published)
        {
            throw new DomainException(DomainErrorCodes.ContentNotPublished, "Only what is PUBLISHED is used in groups: have it reviewed and publish it first.");
        }
    }

    private ContentStatus BackToDraft() =>
        ContentWorkflow.Of(Source).Step(Status, ContentStatus.Draft, ContentStatus.InReview, ContentStatus.Approved);

    private void Keep(long? writerId, DateTime at)
    {
        TextVersion++;
        Versions.Add(new ContentItemVersion { ContentItem = this, ContentItemId = Id, Number = TextVersion, Title = Title, Body = Body, WrittenById = writerId, WrittenAt = at });
    }

    private static void RequireMade(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new DomainException(DomainErrorCodes.ContentStageIncomplete, $"This stage is for its {name}, which is empty: write it first.");
        }
    }

    private void RequireOtherThanAuthor(long reviewerId)
    {
        if (reviewerId == AuthorId)
        {
            throw new DomainException(DomainErrorCodes.ReviewerIsAuthor, "Authors do not review their own content: ask a colleague.");
        }
    }
}
