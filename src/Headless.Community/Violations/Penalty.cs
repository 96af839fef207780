namespace Headless.Community;

/// <summary>What a violation led to: work for a connector to the platform, or for a person.</summary>
public sealed class Penalty : Entity
{
    public const int FailureMaxLength = 500;
    public const int NoticeMaxLength = 1000;

    private static readonly StateMachine<PenaltyStatus> s_states = new(
        "penalty",
        (PenaltyStatus.Due, PenaltyStatus.Applied),
        (PenaltyStatus.Due, PenaltyStatus.Failed),
        (PenaltyStatus.Due, PenaltyStatus.Cancelled),
        (PenaltyStatus.Failed, PenaltyStatus.Applied),
        (PenaltyStatus.Failed, PenaltyStatus.Due),
        (PenaltyStatus.Failed, PenaltyStatus.Cancelled),
        (PenaltyStatus.Applied, PenaltyStatus.ReversalDue),
        (PenaltyStatus.ReversalDue, PenaltyStatus.Reversed));

    /// <summary>The violation that led to it.</summary>
    public long ViolationId { get; set; }

    public Violation Violation { get; set; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    public long? MembershipId { get; init; }

    public Membership? Membership { get; init; }

    public PenaltyKind Kind { get; init; }

    public PenaltyStatus Status { get; private set; }

    /// <summary>How many strikes there were, with the one that led to it.</summary>
    public int Strikes { get; init; }

    /// <summary>When it fell due, UTC.</summary>
    public DateTime DueAt { get; init; }

    /// <summary>MUTE: for how many minutes.</summary>
    public int? MuteMinutes { get; init; }

    /// <summary>What the group may be told. Personal data: it may name the member.</summary>
    [PersonalData]
    public string? Notice { get; set; }

    /// <summary>When it was carried out, UTC.</summary>
    public DateTime? AppliedAt { get; private set; }

    /// <summary>Who reported that it was.</summary>
    public long? AppliedById { get; private set; }

    public Operator? AppliedBy { get; private set; }

    /// <summary>How often it could not be carried out.</summary>
    public int Failures { get; private set; }

    /// <summary>Why it could not be, the last time.</summary>
    [PersonalData(IsShown = true)]
    public string? FailureReason { get; private set; }

    /// <summary>When it was taken back or undone, UTC.</summary>
    public DateTime? ReversedAt { get; private set; }

    /// <summary>It has been carried out; or undone, where that was due.</summary>
    /// <exception cref="InvalidTransitionException">Neither was due.</exception>
    public void Done(DateTime at, long? byId)
    {
        if (Status == PenaltyStatus.ReversalDue)
        {
            (Status, ReversedAt) = (s_states.Step(Status, PenaltyStatus.Reversed), at);
            return;
        }

        Status = s_states.Step(Status, PenaltyStatus.Applied);
        (AppliedAt, AppliedById, FailureReason) = (at, byId, null);
    }

    /// <summary>It could not be carried out.</summary>
    /// <exception cref="InvalidTransitionException">It was not due.</exception>
    public void Fail(string reason)
    {
        Status = s_states.Step(Status, PenaltyStatus.Failed);
        (Failures, FailureReason) = (Failures + 1, reason);
    }

    /// <summary>Makes it due again.</summary>
    /// <exception cref="InvalidTransitionException">It has not failed.</exception>
    public void Retry() => Status = s_states.Step(Status, PenaltyStatus.Due);

    /// <summary>Takes it back. A warning that was given cannot be undone, so it is taken back by saying so.</summary>
    public void TakeBack(DateTime at)
    {
        if (Status == PenaltyStatus.Applied)
        {
            Status = s_states.Step(Status, PenaltyStatus.ReversalDue);
        }
        else
        {
            (Status, ReversedAt) = (s_states.Step(Status, PenaltyStatus.Cancelled), at);
        }
    }
}
