namespace Headless.Community;

/// <summary>To whom a mailing goes. Stored as a number: a value is never changed or given again.</summary>
public enum MailingAudience : byte
{
    /// <summary>Members who are named.</summary>
    Members = 1,

    /// <summary>Groups: one message into each.</summary>
    Groups = 2,

    /// <summary>Everybody who is in a group now, each by themselves.</summary>
    GroupMembers = 3,

    /// <summary>Everybody who is in a segment now, each by themselves; within a group where one is named.</summary>
    Segment = 4,
}

/// <summary>
/// Something that is to be sent to some people or groups on a channel. It has a <see cref="Delivery"/> for each of them, which
/// connectors claim: nothing is sent from here.
/// </summary>
public sealed class Mailing : Entity
{
    public const int TextMaxLength = 4000;
    public const int ReasonMaxLength = 500;
    public const int IdempotencyKeyMaxLength = 200;

    /// <summary>The most recipients of one that somebody asks for.</summary>
    public const int MaxRecipients = 20_000;

    /// <summary>The most members or groups that are named one by one.</summary>
    public const int MaxNamed = 1_000;

    public MailingAudience Audience { get; init; }

    public TouchChannel Channel { get; init; }

    public ContactPurpose Purpose { get; init; }

    /// <summary>What is said; null: the content item or the digest says it.</summary>
    public string? Text { get; init; }

    public long? ContentItemId { get; init; }

    public ContentItem? ContentItem { get; init; }

    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    public long? SegmentId { get; init; }

    public Segment? Segment { get; init; }

    /// <summary>The group whose members it is for, or within which its recipients are.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The task of a playbook that asked for it.</summary>
    public long? PlaybookTaskId { get; init; }

    public PlaybookTask? PlaybookTask { get; init; }

    /// <summary>The digest that is sent: it says what is said, when it is read.</summary>
    public long? DigestId { get; init; }

    public Digest? Digest { get; init; }

    /// <summary>Not before this moment, UTC.</summary>
    public DateTime SendAt { get; init; }

    /// <summary>Not from this moment on, UTC; null: whenever it can be.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>How many it was for, those who could not be reached included.</summary>
    public int RecipientCount { get; init; }

    /// <summary>How many of them could not be reached when it was requested.</summary>
    public int UnreachableCount { get; init; }

    public long? RequestedById { get; init; }

    /// <summary>Who asked for it; null: the product did, by a playbook.</summary>
    public Operator? RequestedBy { get; init; }

    public DateTime? CancelledAt { get; private set; }

    public string? CancelReason { get; private set; }

    public string? IdempotencyKey { get; init; }

    public List<Delivery> Deliveries { get; } = [];

    /// <summary>Calls it off: what nobody has claimed is not sent.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.MailingCancelled"/>: it was called off before.</exception>
    public void Cancel(string? reason, DateTime at) => (CancelledAt, CancelReason) = CancelledAt is null
        ? (at, reason)
        : throw new DomainException(DomainErrorCodes.MailingCancelled, "The mailing has been cancelled already.");
}
