namespace Headless.Community;

/// <summary>How a red packet is shared out. Stored as a number: a value is never changed or given again.</summary>
public enum RedPacketSplit : byte
{
    /// <summary>The same for everybody, to the cent.</summary>
    Equal = 1,

    /// <summary>拼手气: by chance, from a seed.</summary>
    Random = 2,
}

/// <summary>Where a red packet stands: OPEN → FINISHED or EXPIRED. Stored as a number: a value is never changed or given again.</summary>
public enum RedPacketStatus : byte
{
    Open = 1,

    /// <summary>Every part was claimed.</summary>
    Finished = 2,

    /// <summary>Its time was over; what was not claimed went back to the budget.</summary>
    Expired = 3,
}

/// <summary>Money that the members of a group grab, for a reason, from a budget that it was reserved in.</summary>
public sealed class RedPacketDrop : Entity
{
    public const int TitleMaxLength = 100;
    public const int MaxParts = 500;
    public const int IdempotencyKeyMaxLength = 200;

    private static readonly StateMachine<RedPacketStatus> s_statuses = new(
        "red packet", (RedPacketStatus.Open, RedPacketStatus.Finished), (RedPacketStatus.Open, RedPacketStatus.Expired));

    private RedPacketStatus _status = RedPacketStatus.Open;

    public long BudgetId { get; init; }

    public IncentiveBudget Budget { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>What members read on it, such as the event and its time.</summary>
    public required string Title { get; init; }

    public IncentiveReason Reason { get; init; }

    public decimal Amount { get; init; }

    public required string Currency { get; init; }

    public int PartCount { get; init; }

    public RedPacketSplit Split { get; init; }

    /// <summary>What chance began with: with it the parts can be computed again.</summary>
    public long Seed { get; init; }

    public DateTime ExpiresAt { get; init; }

    public RedPacketStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>How many parts were claimed: kept by guarded statements.</summary>
    public int ClaimedCount { get; init; }

    public decimal ClaimedAmount { get; init; }

    public string? IdempotencyKey { get; init; }

    public List<RedPacketPart> Parts { get; } = [];

    /// <summary>Every part was claimed.</summary>
    public void Finish() => _status = s_statuses.Step(Status, RedPacketStatus.Finished);

    /// <summary>Its time is over.</summary>
    public void Expire() => _status = s_statuses.Step(Status, RedPacketStatus.Expired);
}

/// <summary>A part of a red packet, and who claimed it.</summary>
public sealed class RedPacketPart
{
    public long Id { get; init; }

    public long DropId { get; init; }

    public RedPacketDrop Drop { get; init; } = null!;

    /// <summary>In which turn it is claimed, from 0.</summary>
    public int Number { get; init; }

    public decimal Amount { get; init; }

    /// <summary>Who claimed it; null: nobody has.</summary>
    public long? MemberId { get; init; }

    public Member? Member { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime? ClaimedAt { get; init; }
}
