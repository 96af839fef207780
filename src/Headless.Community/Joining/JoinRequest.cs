namespace Headless.Community;

/// <summary>Somebody asked to come into a group: PENDING until it is decided, taken back or too old. An account has one PENDING request for a group at a time.</summary>
public sealed class JoinRequest : Entity
{
    public const int NoteMaxLength = 1000;
    public const int ReasonMaxLength = 1000;

    private static readonly StateMachine<JoinRequestStatus> s_statuses = new(
        "join request",
        (JoinRequestStatus.Pending, JoinRequestStatus.Approved),
        (JoinRequestStatus.Pending, JoinRequestStatus.Rejected),
        (JoinRequestStatus.Pending, JoinRequestStatus.Expired),
        (JoinRequestStatus.Pending, JoinRequestStatus.Withdrawn),
        (JoinRequestStatus.Approved, JoinRequestStatus.Withdrawn));

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    public Platform Platform { get; init; }

    /// <summary>The account that asks.</summary>
    [PersonalData]
    public string? AccountExternalId { get; set; }

    /// <summary>What it calls itself.</summary>
    [PersonalData]
    public string? DisplayName { get; set; }

    /// <summary>The member who has the account; null while nobody has.</summary>
    public long? MemberId { get; set; }

    public Member? Member { get; init; }

    public JoinRequestStatus Status { get; private set; } = JoinRequestStatus.Pending;

    /// <summary>When it was asked, UTC.</summary>
    public DateTime RequestedAt { get; init; }

    /// <summary>When it is too old to be decided, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>What they said.</summary>
    [PersonalData]
    public string? Note { get; set; }

    /// <summary>The member who recommends or invites them.</summary>
    public long? InvitedById { get; init; }

    public Member? InvitedBy { get; init; }

    /// <summary>The operator who invites them.</summary>
    public long? InvitedByOperatorId { get; init; }

    public Operator? InvitedByOperator { get; init; }

    /// <summary>The order that paid the fee.</summary>
    public long? OrderId { get; init; }

    public Order? Order { get; init; }

    /// <summary>The campaign that they took part in.</summary>
    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>When it was decided, expired or was taken back, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    public long? DecidedById { get; private set; }

    public Operator? DecidedBy { get; private set; }

    /// <summary>Why, for the one who asks.</summary>
    [PersonalData]
    public string? DecisionReason { get; private set; }

    /// <summary>Whether it was approved although a requirement was not met.</summary>
    public bool IsException { get; private set; }

    /// <summary>When they came in, UTC; null: not yet.</summary>
    public DateTime? JoinedAt { get; set; }

    /// <summary>What was sent along to show that the requirements are met.</summary>
    public JoinEvidence Evidence => new(InvitedById, InvitedByOperatorId, OrderId, CampaignId);

    /// <summary>Lets them in.</summary>
    /// <param name="isException">Whether a requirement is not met; then there has to be a reason.</param>
    /// <exception cref="InvalidTransitionException">It is not PENDING.</exception>
    public void Approve(long? byId, string? reason, bool isException, DateTime at)
    {
        Decide(JoinRequestStatus.Approved, byId, reason, at);
        IsException = isException;
    }

    /// <exception cref="InvalidTransitionException">It is not PENDING.</exception>
    public void Reject(long? byId, string reason, DateTime at) => Decide(JoinRequestStatus.Rejected, byId, reason, at);

    /// <exception cref="InvalidTransitionException">It is not PENDING.</exception>
    public void Expire(DateTime at) => Decide(JoinRequestStatus.Expired, null, null, at);

    /// <summary>The one who asked does not want any more.</summary>
    /// <exception cref="InvalidTransitionException">It was rejected, has expired or was taken back already.</exception>
    public void Withdraw(long? byId, string? reason, DateTime at) => Decide(JoinRequestStatus.Withdrawn, byId, reason, at);

    private void Decide(JoinRequestStatus status, long? byId, string? reason, DateTime at)
    {
        Status = s_statuses.Step(Status, status);
        (DecidedAt, DecidedById, DecisionReason) = (at, byId, reason);
    }
}

/// <summary>Where a join request stands. Stored as a number: a value is never changed or given again.</summary>
public enum JoinRequestStatus : byte
{
    Pending = 1,
    Approved = 2,
    Rejected = 3,

    /// <summary>Nobody decided in time.</summary>
    Expired = 4,

    /// <summary>The one who asked took it back.</summary>
    Withdrawn = 5,
}

/// <summary>What speaks for letting somebody in.</summary>
/// <param name="InvitedById">The member who recommends or invites them.</param>
/// <param name="InvitedByOperatorId">The operator who invites them.</param>
/// <param name="OrderId">The order that paid the fee.</param>
/// <param name="CampaignId">The campaign that they took part in.</param>
public readonly record struct JoinEvidence(long? InvitedById, long? InvitedByOperatorId, long? OrderId, long? CampaignId);
