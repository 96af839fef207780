namespace Headless.Community;

/// <summary>What a digest is made from. Stored as a number: a value is never changed or given again.</summary>
public enum DigestKind : byte
{
    /// <summary>The best of a group's day .</summary>
    Daily = 1,

    /// <summary>早报: content of the library for the morning .</summary>
    Morning = 2,
}

/// <summary>DRAFT ⇄ APPROVED → DELIVERED; the first two can be DISCARDED. Stored as a number: a value is never changed or given again.</summary>
public enum DigestStatus : byte
{
    /// <summary>It is edited.</summary>
    Draft = 1,

    /// <summary>It is delivered when its time has come.</summary>
    Approved = 2,

    /// <summary>Its deliveries have been requested.</summary>
    Delivered = 3,

    /// <summary>It is not delivered.</summary>
    Discarded = 4,
}

/// <summary>The best of a group's day, or its morning issue: proposed by a published score, edited, and delivered to each member who did not opt out .</summary>
public sealed class Digest : Entity
{
    public const int TitleMaxLength = 100;
    public const int IntroMaxLength = 1000;
    public const int ReasonMaxLength = 500;

    /// <summary>The most items of one.</summary>
    public const int MaxItems = 30;

    /// <summary>Whoever has not got it by then does not get it any more.</summary>
    public static readonly TimeSpan DeliveredWithin = TimeSpan.FromDays(1);

    private static readonly StateMachine<DigestStatus> s_statuses = new(
        "digest",
        (DigestStatus.Draft, DigestStatus.Approved),
        (DigestStatus.Draft, DigestStatus.Discarded),
        (DigestStatus.Approved, DigestStatus.Draft),
        (DigestStatus.Approved, DigestStatus.Delivered),
        (DigestStatus.Approved, DigestStatus.Discarded));

    public DigestKind Kind { get; init; }

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>The day that it is of, in the group's time zone.</summary>
    public DateOnly Date { get; init; }

    /// <summary>What it was proposed from begins then, UTC.</summary>
    public DateTime From { get; init; }

    /// <summary>And ends then, UTC.</summary>
    public DateTime Until { get; init; }

    public required string Title { get; set; }

    /// <summary>What stands before the items.</summary>
    public string? Intro { get; set; }

    /// <summary>PRIVATE_CHAT: to each member by themselves; GROUP: into the group.</summary>
    public TouchChannel Channel { get; init; } = TouchChannel.PrivateChat;

    public DigestStatus Status { get; private set; } = DigestStatus.Draft;

    /// <summary>When it is to be delivered, UTC; null: as soon as it is approved.</summary>
    public DateTime? DeliverAt { get; set; }

    public long? ScheduleId { get; init; }

    /// <summary>What made it; null: somebody did.</summary>
    public DigestSchedule? Schedule { get; init; }

    public DateTime? ApprovedAt { get; private set; }

    public long? ApprovedById { get; private set; }

    /// <summary>Null where its schedule approves by itself.</summary>
    public Operator? ApprovedBy { get; init; }

    public DateTime? DeliveredAt { get; private set; }

    /// <summary>When it was discarded, UTC; another one of the day can be made then.</summary>
    public DateTime? DiscardedAt { get; private set; }

    public string? DiscardReason { get; private set; }

    public List<DigestItem> Items { get; } = [];

    /// <summary>Only a draft is edited.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.DigestNotDraft"/>.</exception>
    public void RequireDraft()
    {
        if (Status != DigestStatus.Draft)
        {
            throw new DomainException(
                DomainErrorCodes.DigestNotDraft, Status == DigestStatus.Approved ? "The digest is approved: take that back with reviseDigest first." : "The digest is over: make another one.");
        }
    }

    /// <summary>It is delivered when its time has come.</summary>
    /// <exception cref="InvalidTransitionException">It is no draft.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.DigestEmpty"/>.</exception>
    public void Approve(DateTime at, long? byId, DateTime deliverAt)
    {
        var next = s_statuses.Step(Status, DigestStatus.Approved);
        if (Items.Count == 0)
        {
            throw new DomainException(DomainErrorCodes.DigestEmpty, "The digest has no items: add some with updateDigest, or discard it.");
        }

        (Status, ApprovedAt, ApprovedById, DeliverAt) = (next, at, byId, deliverAt);
    }

    /// <summary>It is edited again.</summary>
    /// <exception cref="InvalidTransitionException">It is not approved.</exception>
    public void Revise() => (Status, ApprovedAt, ApprovedById) = (s_statuses.Step(Status, DigestStatus.Draft), null, null);

    /// <summary>Its deliveries have been requested.</summary>
    /// <exception cref="InvalidTransitionException">It is not approved.</exception>
    public void MarkDelivered(DateTime at) => (Status, DeliveredAt) = (s_statuses.Step(Status, DigestStatus.Delivered), at);

    /// <summary>It is not delivered.</summary>
    /// <exception cref="InvalidTransitionException">It is delivered or discarded.</exception>
    public void Discard(DateTime at, string? reason) => (Status, DiscardedAt, DiscardReason) = (s_statuses.Step(Status, DigestStatus.Discarded), at, reason);
}

/// <summary>
/// One thing in a digest: a message of the group, a content item, or words of the editor's own. Of a message no text is kept: it is read
/// from the log when it is shown, so that it ends with the retention of messages and with the erasure of whoever said it.
/// </summary>
[Unaudited]
public sealed class DigestItem
{
    public const int TitleMaxLength = 200;
    public const int NoteMaxLength = 1000;
    public const int PartsMaxLength = 200;

    public long Id { get; init; }

    public long DigestId { get; init; }

    public Digest Digest { get; init; } = null!;

    /// <summary>Its place, from 1.</summary>
    public int Position { get; set; }

    /// <summary>The message in the log.</summary>
    public long? ActivityId { get; init; }

    public Activity? Activity { get; init; }

    /// <summary>Who said it.</summary>
    public long? MemberId { get; init; }

    public Member? Member { get; init; }

    public long? ContentItemId { get; init; }

    public ContentItem? ContentItem { get; init; }

    /// <summary>The editor's heading.</summary>
    [PersonalData]
    public string? Title { get; set; }

    /// <summary>What the editor says about it.</summary>
    [PersonalData]
    public string? Note { get; set; }

    /// <summary>What it was proposed with; null: an editor added it.</summary>
    public int? Score { get; init; }

    /// <summary>What the score is made of, see <see cref="DigestScore"/>.</summary>
    public string? ScoreParts { get; init; }

    /// <summary>The version of the rule that it was scored by; 0: it was not.</summary>
    public short ScoreVersion { get; init; }
}
