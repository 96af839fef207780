namespace Headless.Community;

/// <summary>What came of a consultation: OPEN → ORDERED or DECLINED. Stored as a number: a value is never changed or given again.</summary>
public enum ConsultationOutcome : byte
{
    Open = 1,
    Ordered = 2,
    Declined = 3,
}

/// <summary>A member asked before buying .</summary>
public sealed class Consultation : Entity
{
    public const int TopicMaxLength = 200;
    public const int NoteMaxLength = 2000;
    public const int IdempotencyKeyMaxLength = 200;

    private static readonly StateMachine<ConsultationOutcome> s_outcomes = new(
        "consultation", (ConsultationOutcome.Open, ConsultationOutcome.Ordered), (ConsultationOutcome.Open, ConsultationOutcome.Declined));

    private ConsultationOutcome _outcome = ConsultationOutcome.Open;
    private DateTime? _closedAt;
    private long? _orderId;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>The group in which, or because of which, they asked.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    public long? ProductId { get; init; }

    public Product? Product { get; init; }

    /// <summary>What it was about, in a word that many share.</summary>
    public required string Topic { get; init; }

    /// <summary>What they asked.</summary>
    [PersonalData]
    public string? Note { get; init; }

    public ContactChannel Channel { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime ConsultedAt { get; init; }

    public ConsultationOutcome Outcome
    {
        get => _outcome;
        init => _outcome = value;
    }

    /// <summary>When it came to that, UTC.</summary>
    public DateTime? ClosedAt
    {
        get => _closedAt;
        init => _closedAt = value;
    }

    /// <summary>What they bought.</summary>
    public long? OrderId
    {
        get => _orderId;
        init => _orderId = value;
    }

    public Order? Order { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>Says what came of it.</summary>
    /// <exception cref="InvalidTransitionException">It is not OPEN.</exception>
    public void Close(ConsultationOutcome outcome, DateTime at, long? orderId) => (_outcome, _closedAt, _orderId) = (s_outcomes.Step(Outcome, outcome), at, orderId);
}
