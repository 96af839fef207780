namespace Headless.Community;

/// <summary>Where a gift stands: SENT → RECEIVED or RETURNED. Stored as a number: a value is never changed or given again.</summary>
public enum GiftStatus : byte
{
    Sent = 1,
    Received = 2,
    Returned = 3,
}

/// <summary>A thing that a member is sent, for a reason .</summary>
public sealed class Gift : Entity
{
    public const int NameMaxLength = 200;
    public const int NoteMaxLength = 500;
    public const int IdempotencyKeyMaxLength = 200;
    public const int MaxQuantity = 10_000;

    private static readonly StateMachine<GiftStatus> s_statuses = new("gift", (GiftStatus.Sent, GiftStatus.Received), (GiftStatus.Sent, GiftStatus.Returned));

    private GiftStatus _status = GiftStatus.Sent;
    private DateTime? _closedAt;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>The group for which it was sent.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The budget that paid for it.</summary>
    public long? BudgetId { get; init; }

    public IncentiveBudget? Budget { get; init; }

    /// <summary>What it is.</summary>
    public required string Name { get; init; }

    public int Quantity { get; init; } = 1;

    /// <summary>What all of it cost, in <see cref="Currency"/>.</summary>
    public decimal Cost { get; init; }

    public required string Currency { get; init; }

    public IncentiveReason Reason { get; init; }

    [PersonalData]
    public string? Note { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTime SentAt { get; init; }

    public GiftStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>When it was received or came back, UTC.</summary>
    public DateTime? ClosedAt
    {
        get => _closedAt;
        init => _closedAt = value;
    }

    public string? IdempotencyKey { get; init; }

    /// <summary>The member has it.</summary>
    /// <exception cref="InvalidTransitionException">It is not SENT.</exception>
    public void Receive(DateTime at) => (_status, _closedAt) = (s_statuses.Step(Status, GiftStatus.Received), at);

    /// <summary>It came back.</summary>
    /// <exception cref="InvalidTransitionException">It is not SENT.</exception>
    public void Return(DateTime at) => (_status, _closedAt) = (s_statuses.Step(Status, GiftStatus.Returned), at);
}
