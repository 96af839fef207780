namespace Headless.Community.Ingestion;

/// <summary>What a reported activity is.</summary>
public enum ActivityInputKind
{
    /// <summary>Somebody came into a group.</summary>
    Join,

    /// <summary>Somebody left a group or was removed.</summary>
    Leave,

    /// <summary>Somebody said something in a group.</summary>
    Message,

    /// <summary>Somebody goes by another name, or by another account, from now on.</summary>
    Rename,

    /// <summary>Somebody bought something.</summary>
    Order,

    /// <summary>A content item was shown to somebody.</summary>
    ContentExposed,

    /// <summary>Somebody opened a content item.</summary>
    ContentOpened,

    /// <summary>Somebody read or watched a content item to the end.</summary>
    ContentCompleted,

    /// <summary>Somebody commented on a content item.</summary>
    ContentCommented,

    /// <summary>Somebody liked a content item.</summary>
    ContentLiked,

    /// <summary>Somebody passed a content item on.</summary>
    ContentShared,

    /// <summary>Somebody followed the brand after reading a content item.</summary>
    ContentFollowed,
}

/// <summary>A group, by its id here or by its platform and its id there.</summary>
public sealed record GroupReference(long? Id = null, Platform? Platform = null, string? ExternalId = null);

/// <summary>An account on a platform, and what it calls itself there.</summary>
public sealed record IdentityReference(Platform Platform, string ExternalId, string? DisplayName = null);

/// <summary>Something that happened outside, as an integration or an import reports it. Which fields a kind needs, each says.</summary>
public sealed record ActivityInput
{
    public required ActivityInputKind Kind { get; init; }

    /// <summary>Its id in the reporting system. (source, external id) makes a second report of it change nothing.</summary>
    public required string ExternalId { get; init; }

    /// <summary>When it happened. At most <see cref="ActivityIngestion.ClockTolerance"/> ahead of this machine's clock.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Where it happened: needed by JOIN, LEAVE and MESSAGE.</summary>
    public GroupReference? Group { get; init; }

    /// <summary>Who did it: needed by all kinds but ORDER, whose buyer may be unknown.</summary>
    public IdentityReference? Member { get; init; }

    /// <summary>MESSAGE and CONTENT_COMMENTED: what was said; null or empty for a picture, a sticker, a voice message.</summary>
    public string? Text { get; init; }

    /// <summary>MESSAGE: what it is made of; TEXT where not given and there is a text.</summary>
    public MessageContentType? ContentType { get; init; }

    /// <summary>
    /// MESSAGE: the external id of the message of the same source that it answers. A message that the log does not know, or knows later, may be
    /// answered, too.
    /// </summary>
    public string? ReplyTo { get; init; }

    /// <summary>JOIN: how they came, technically.</summary>
    public JoinSource? JoinSource { get; init; }

    /// <summary>JOIN: why they came.</summary>
    public JoinReason? JoinReason { get; init; }

    /// <summary>JOIN: the channel in the brand's own words.</summary>
    public string? JoinChannel { get; init; }

    /// <summary>JOIN: anything else.</summary>
    public string? JoinNote { get; init; }

    /// <summary>JOIN: who brought them; becomes a member where not known yet.</summary>
    public IdentityReference? InvitedBy { get; init; }

    /// <summary>JOIN: the code of the entry point through which they came; its channel is theirs.</summary>
    public string? EntryPointCode { get; init; }

    /// <summary>JOIN: the campaign that made them come, by its id here.</summary>
    public long? CampaignId { get; init; }

    /// <summary>CONTENT_…: the content item, by its id here. JOIN: the content that made them come.</summary>
    public long? ContentItemId { get; init; }

    /// <summary>JOIN: the KOL whose pull made them come; becomes a member where not known yet.</summary>
    public IdentityReference? Kol { get; init; }

    /// <summary>LEAVE: who ended the stay; UNKNOWN when not given.</summary>
    public LeaveKind? LeaveKind { get; init; }

    /// <summary>LEAVE: why.</summary>
    public string? LeaveReason { get; init; }

    /// <summary>LEAVE: where the reason comes from; DECLARED for a reason without, NONE without a reason.</summary>
    public LeaveReasonSource? LeaveReasonSource { get; init; }

    /// <summary>RENAME: the new name; <see cref="NewExternalId"/> stands in for it.</summary>
    public string? NewName { get; init; }

    /// <summary>RENAME: the account's new id on the platform, where renaming changes it, as on IRC. Both ids lead to the member.</summary>
    public string? NewExternalId { get; init; }

    /// <summary>ORDER: what was paid, not negative, in <see cref="Currency"/>, with at most four decimal places.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ORDER: the ISO 4217 code of <see cref="Amount"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>ORDER: how many pieces; 1 when not given.</summary>
    public int? Quantity { get; init; }

    /// <summary>ORDER: where it stands; PAID when not given.</summary>
    public OrderStatus? Status { get; init; }

    /// <summary>Further details for the log, a JSON object.</summary>
    public string? Data { get; init; }
}
