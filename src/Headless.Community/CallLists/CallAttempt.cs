namespace Headless.Community;

/// <summary>One call of one member. It is never changed.</summary>
public sealed class CallAttempt : Entity
{
    public const int NoteMaxLength = 2000;
    public const int IdempotencyKeyMaxLength = 200;

    public long CallEntryId { get; init; }

    public CallEntry CallEntry { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>Who called.</summary>
    public long? OperatorId { get; init; }

    public Operator? Operator { get; init; }

    /// <summary>What came of it.</summary>
    public CallStatus Outcome { get; init; } = CallStatus.NoAnswer;

    /// <summary>When, UTC.</summary>
    public DateTime CalledAt { get; init; }

    /// <summary>What was said.</summary>
    [PersonalData]
    public string? Note { get; set; }

    /// <summary>When to call again, as it was decided then, UTC.</summary>
    public DateTime? NextCallAt { get; init; }

    /// <summary>What the reporter called it; unique within the entry.</summary>
    public string? IdempotencyKey { get; init; }
}
