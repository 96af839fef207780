namespace Headless.Community;

/// <summary>One member in one round of a call list, with who is to call them and what came of it .</summary>
public sealed class CallEntry : Entity
{
    private static readonly StateMachine<CallStatus> s_statuses = new(
        "call",
        [
            .. From(CallStatus.Pending, CallStatus.NoAnswer, CallStatus.Reached, CallStatus.Accepted, CallStatus.Refused, CallStatus.WrongNumber),
            .. From(CallStatus.NoAnswer, CallStatus.NoAnswer, CallStatus.Reached, CallStatus.Accepted, CallStatus.Refused, CallStatus.WrongNumber),
            .. From(CallStatus.Reached, CallStatus.NoAnswer, CallStatus.Reached, CallStatus.Accepted, CallStatus.Refused),
            .. From(CallStatus.Accepted, CallStatus.Refused),
            .. From(CallStatus.Refused, CallStatus.Accepted),
        ]);

    private CallStatus _status = CallStatus.Pending;
    private long? _operatorId;
    private int _attemptCount;
    private DateTime? _lastAttemptAt;
    private DateTime? _nextCallAt;

    public long CallListId { get; init; }

    public CallList CallList { get; init; } = null!;

    /// <summary>The round, from 1.</summary>
    public int Round { get; init; } = 1;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>The member's region when they were put on the list.</summary>
    [PersonalData(IsShown = true)]
    public string? Region { get; init; }

    /// <summary>Who is to call; null only for who is left out.</summary>
    public long? OperatorId
    {
        get => _operatorId;
        init => _operatorId = value;
    }

    public Operator? Operator { get; init; }

    /// <summary>Who put the member on the list.</summary>
    public long? AddedById { get; init; }

    public Operator? AddedBy { get; init; }

    public CallStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>Why they are left out.</summary>
    public CallSkipReason? SkipReason { get; init; }

    /// <summary>How often they were called in this round.</summary>
    public int AttemptCount
    {
        get => _attemptCount;
        init => _attemptCount = value;
    }

    /// <summary>When they were last called in this round, UTC.</summary>
    public DateTime? LastAttemptAt
    {
        get => _lastAttemptAt;
        init => _lastAttemptAt = value;
    }

    /// <summary>When to call again, UTC; null: any time.</summary>
    public DateTime? NextCallAt
    {
        get => _nextCallAt;
        init => _nextCallAt = value;
    }

    public List<CallAttempt> Attempts { get; } = [];

    /// <summary>Whether there is something left to call for.</summary>
    public bool IsOpen => Status is CallStatus.Pending or CallStatus.NoAnswer or CallStatus.Reached;

    /// <summary>Records a call. <see cref="CallList"/> must be loaded.</summary>
    /// <param name="outcome">What came of it; not PENDING or SKIPPED.</param>
    /// <param name="at">When it was made, UTC.</param>
    /// <param name="callerId">Who called.</param>
    /// <param name="note">What was said. Personal data.</param>
    /// <param name="nextCallAt">When to call again, UTC; only where there is a reason to.</param>
    /// <param name="idempotencyKey">What the reporter called it.</param>
    /// <exception cref="InvalidTransitionException">That cannot follow what came of the calls before.</exception>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.CallListClosed"/>; <see cref="DomainErrorCodes.CallRoundOver"/>;
    /// <see cref="DomainErrorCodes.NoFurtherCall"/>: a time to call again after an outcome that is final;
    /// <see cref="DomainErrorCodes.InvalidInterval"/>: it is not after the call.
    /// </exception>
    public CallAttempt Record(CallStatus outcome, DateTime at, long? callerId, string? note = null, DateTime? nextCallAt = null, string? idempotencyKey = null)
    {
        CallList.RequireOpen();
        if (Round != CallList.Round)
        {
            throw new DomainException(
                DomainErrorCodes.CallRoundOver, $"Round {Round} is over: record the call on the member's entry of round {CallList.Round}.");
        }

        var next = s_statuses.Step(Status, outcome);
        if (nextCallAt is not null && next is not (CallStatus.NoAnswer or CallStatus.Reached))
        {
            throw new DomainException(DomainErrorCodes.NoFurtherCall, "There is nothing left to call for after that outcome: leave nextCallAt out.");
        }

        Interval.Require(at, nextCallAt, "calledAt", "nextCallAt");
        _status = next;
        _attemptCount++;
        _lastAttemptAt = LastAttemptAt > at ? LastAttemptAt : at;
        _nextCallAt = nextCallAt;
        var attempt = new CallAttempt
        {
            CallEntry = this, CallEntryId = Id, MemberId = MemberId, OperatorId = callerId, Outcome = outcome, CalledAt = at, Note = note, NextCallAt = nextCallAt,
            IdempotencyKey = idempotencyKey,
        };
        Attempts.Add(attempt);
        return attempt;
    }

    /// <summary>Gives the call to another caller.</summary>
    public void Reassign(long operatorId) => _operatorId = operatorId;

    private static IEnumerable<(CallStatus From, CallStatus To)> From(CallStatus from, params CallStatus[] to) => to.Select(step => (from, step));
}
