namespace Headless.Community;

/// <summary>Members to be called for one purpose, shared out among callers by region, in rounds .</summary>
public sealed class CallList : Entity
{
    public const int NameMaxLength = 200;
    public const int ScriptMaxLength = 4000;
    public const int IdempotencyKeyMaxLength = 200;

    /// <summary>The most members of one round.</summary>
    public const int MaxEntries = 20_000;

    private static readonly StateMachine<CallListStatus> s_statuses = new("call list", (CallListStatus.Open, CallListStatus.Closed));

    private CallListStatus _status = CallListStatus.Open;
    private int _round = 1;
    private DateTime? _closedAt;

    public required string Name { get; set; }

    /// <summary>What callers should say and ask.</summary>
    public string? Script { get; set; }

    /// <summary>The campaign that it is for.</summary>
    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>Who made it, and is in charge of it.</summary>
    public long? CreatedById { get; init; }

    public Operator? CreatedBy { get; init; }

    /// <summary>What its maker called it, so that making it again is noticed.</summary>
    public string? IdempotencyKey { get; init; }

    public CallListStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>The round that is being called, from 1.</summary>
    public int Round
    {
        get => _round;
        init => _round = value;
    }

    /// <summary>When it was closed, UTC.</summary>
    public DateTime? ClosedAt
    {
        get => _closedAt;
        init => _closedAt = value;
    }

    /// <summary>Who calls which region.</summary>
    public List<CallRule> Rules { get; } = [];

    /// <summary>The members, once for each round.</summary>
    public List<CallEntry> Entries { get; } = [];

    /// <summary>Takes nothing from a list that is closed.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CallListClosed"/>.</exception>
    public void RequireOpen()
    {
        if (Status != CallListStatus.Open)
        {
            throw new DomainException(DomainErrorCodes.CallListClosed, $"The call list was closed at {ClosedAt:O}: make another one.");
        }
    }

    /// <summary>Begins the next round.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CallListClosed"/>.</exception>
    public void OpenRound()
    {
        RequireOpen();
        _round++;
    }

    /// <summary>Ends the work on it; what came of the calls stays.</summary>
    /// <exception cref="InvalidTransitionException">It is closed already.</exception>
    public void Close(DateTime at)
    {
        _status = s_statuses.Step(Status, CallListStatus.Closed);
        _closedAt = at;
    }
}
