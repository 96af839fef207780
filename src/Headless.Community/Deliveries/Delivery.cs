namespace Headless.Community;

/// <summary>REQUESTED → CLAIMED → SENT, FAILED or UNREACHABLE. Stored as a number: a value is never changed or given again.</summary>
public enum DeliveryStatus : byte
{
    /// <summary>A connector may claim it once its time has come.</summary>
    Requested = 1,

    /// <summary>A connector is at it, until its lease ends.</summary>
    Claimed = 2,

    Sent = 3,

    /// <summary>It was tried and did not work.</summary>
    Failed = 4,

    /// <summary>The recipient cannot or may not be reached.</summary>
    Unreachable = 5,

    /// <summary>It was called off before anybody claimed it.</summary>
    Cancelled = 6,

    /// <summary>Nobody sent it in time.</summary>
    Expired = 7,
}

/// <summary>Something that is to be sent to one member, or into one group.</summary>
[Unaudited]
public sealed class Delivery : Entity
{
    public const int DetailMaxLength = 500;
    public const int ExternalIdMaxLength = 200;
    public const int ClaimIdMaxLength = 32;

    /// <summary>So many times connectors may try it.</summary>
    public const int MaxAttempts = 5;

    private static readonly StateMachine<DeliveryStatus> s_statuses = new(
        "delivery",
        (DeliveryStatus.Requested, DeliveryStatus.Claimed),
        (DeliveryStatus.Requested, DeliveryStatus.Sent),
        (DeliveryStatus.Requested, DeliveryStatus.Unreachable),
        (DeliveryStatus.Requested, DeliveryStatus.Cancelled),
        (DeliveryStatus.Requested, DeliveryStatus.Expired),
        (DeliveryStatus.Claimed, DeliveryStatus.Requested),
        (DeliveryStatus.Claimed, DeliveryStatus.Sent),
        (DeliveryStatus.Claimed, DeliveryStatus.Failed),
        (DeliveryStatus.Claimed, DeliveryStatus.Unreachable),
        (DeliveryStatus.Claimed, DeliveryStatus.Cancelled));

    public long MailingId { get; init; }

    public Mailing Mailing { get; init; } = null!;

    /// <summary>To whom; null: into the group.</summary>
    public long? MemberId { get; set; }

    public Member? Member { get; set; }

    /// <summary>The group that it goes into, or in which the member is reached.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The account of the member that it goes to; null for what needs none.</summary>
    public long? IdentityId { get; init; }

    public Identity? Identity { get; init; }

    /// <summary>The platform that it goes through; null for SMS and e-mail.</summary>
    public Platform? Platform { get; init; }

    public TouchChannel Channel { get; init; }

    public ContactPurpose Purpose { get; init; }

    public long? ContentItemId { get; init; }

    public ContentItem? ContentItem { get; init; }

    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    public DeliveryStatus Status { get; private set; } = DeliveryStatus.Requested;

    /// <summary>UNREACHABLE: why.</summary>
    public UnreachableReason? Reason { get; private set; }

    /// <summary>What the connector said about it.</summary>
    [PersonalData]
    public string? Detail { get; private set; }

    /// <summary>Not before this moment, UTC.</summary>
    public DateTime SendAt { get; private set; }

    /// <summary>Not from this moment on, UTC.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>The claim that it was given out with last.</summary>
    public string? ClaimId { get; private set; }

    public long? ClaimedById { get; private set; }

    public Operator? ClaimedBy { get; init; }

    /// <summary>CLAIMED: until when, UTC; it can be claimed again afterwards.</summary>
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>How often it was claimed.</summary>
    public int Attempts { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>The connector's or the platform's name for what was sent.</summary>
    [PersonalData]
    public string? ExternalId { get; private set; }

    /// <summary>A delivery that is to be sent, or that cannot be.</summary>
    public static Delivery Request(Mailing mailing, Recipient recipient, DateTime now) => new()
    {
        MailingId = mailing.Id,
        MemberId = recipient.MemberId,
        GroupId = recipient.GroupId,
        IdentityId = recipient.IdentityId,
        Platform = recipient.Platform,
        Channel = mailing.Channel,
        Purpose = mailing.Purpose,
        ContentItemId = mailing.ContentItemId,
        CampaignId = mailing.CampaignId,
        SendAt = mailing.SendAt,
        ExpiresAt = mailing.ExpiresAt,
        Status = recipient.Reason is null ? DeliveryStatus.Requested : DeliveryStatus.Unreachable,
        Reason = recipient.Reason,
        CreatedAt = now,
        UpdatedAt = now,
        Version = 1,
    };

    /// <summary>Gives it to a connector.</summary>
    public void Claim(string claimId, long? byId, DateTime leaseUntil) =>
        (Status, ClaimId, ClaimedById, LeaseUntil, Attempts) = (s_statuses.Step(Status, DeliveryStatus.Claimed), claimId, byId, leaseUntil, Attempts + 1);

    /// <summary>Takes it back from a connector whose lease has ended, or that could not send it now: somebody tries it again, unless it was tried too often.</summary>
    /// <param name="retryAt">Not before this moment, UTC.</param>
    public void Release(DateTime retryAt, string? detail)
    {
        if (Attempts >= MaxAttempts)
        {
            Fail(detail);
            return;
        }

        (Status, LeaseUntil, Detail) = (s_statuses.Step(Status, DeliveryStatus.Requested), null, detail);
        SendAt = retryAt > SendAt ? retryAt : SendAt;
    }

    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void MarkSent(DateTime at, string? externalId, string? detail) =>
        (Status, SentAt, ExternalId, Detail, LeaseUntil) = (s_statuses.Step(Status, DeliveryStatus.Sent), at, externalId, detail, null);

    /// <exception cref="InvalidTransitionException">Nobody has claimed it, or it is over.</exception>
    public void Fail(string? detail) => (Status, Detail, LeaseUntil) = (s_statuses.Step(Status, DeliveryStatus.Failed), detail, null);

    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void MarkUnreachable(UnreachableReason reason, string? detail) =>
        (Status, Reason, Detail, LeaseUntil) = (s_statuses.Step(Status, DeliveryStatus.Unreachable), reason, detail, null);

    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Cancel() => (Status, LeaseUntil) = (s_statuses.Step(Status, DeliveryStatus.Cancelled), null);

    /// <exception cref="InvalidTransitionException">Somebody has claimed it, or it is over.</exception>
    public void Expire() => Status = s_statuses.Step(Status, DeliveryStatus.Expired);
}

/// <summary>Somebody to whom something is to be sent, or a group, and why that cannot be.</summary>
/// <param name="MemberId">The member; null: the group.</param>
/// <param name="GroupId">The group that it goes into, or in which the member is reached.</param>
/// <param name="IdentityId">The account that it goes to.</param>
/// <param name="Platform">The platform that it goes through.</param>
/// <param name="Reason">Why not; null: it can be sent.</param>
public sealed record Recipient(long? MemberId, long? GroupId, long? IdentityId, Platform? Platform, UnreachableReason? Reason);
