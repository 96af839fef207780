namespace Headless.Community;

/// <summary>Why points moved. Stored as a number: a value is never changed or given again.</summary>
public enum PointEntryKind : byte
{
    /// <summary>By a rule, for something that the member did.</summary>
    Earned = 1,

    /// <summary>By somebody, for a reason.</summary>
    Granted = 2,

    /// <summary>For checking in, or for a milestone.</summary>
    CheckIn = 3,

    Redeemed = 4,

    /// <summary>They were not redeemed in time.</summary>
    Expired = 5,

    /// <summary>Another entry is taken back.</summary>
    Reversed = 6,
}

/// <summary>One line of a member's ledger. It is never changed: what was wrong is reversed by another line.</summary>
[Unaudited]
public sealed class PointEntry : Entity
{
    public const int NoteMaxLength = 500;
    public const int IdempotencyKeyMaxLength = 200;

    /// <summary>The most that one entry moves.</summary>
    public const long MaxPoints = 1_000_000_000;

    public long ProgramId { get; init; }

    public PointProgram Program { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>The group in which they were earned.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    public PointEntryKind Kind { get; init; }

    /// <summary>How many came in; below zero: went out.</summary>
    public long Points { get; init; }

    /// <summary>How many the member had then, with this entry.</summary>
    public long BalanceAfter { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime OccurredAt { get; init; }

    /// <summary>The day in the programme's time zone.</summary>
    public DateOnly Day { get; init; }

    /// <summary>When what came in is void unless it was redeemed, UTC; null: never.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>What for, for a person.</summary>
    [PersonalData]
    public string? Note { get; init; }

    /// <summary>The rule by which they were earned.</summary>
    public long? RuleId { get; init; }

    public EarningRule? Rule { get; init; }

    /// <summary>The activity for which they were earned; a rule counts it once.</summary>
    public long? ActivityId { get; init; }

    /// <summary>The order for which they were earned.</summary>
    public long? OrderId { get; init; }

    /// <summary>The entry that this one takes back.</summary>
    public long? ReversesId { get; init; }

    public PointEntry? Reverses { get; init; }

    /// <summary>What the caller called it.</summary>
    public string? IdempotencyKey { get; init; }
}
