namespace Headless.Community;

/// <summary>When a campaign takes place again and again, and what is said and done before .</summary>
public sealed class CampaignPlan : Entity
{
    public const int TextMaxLength = 1000;
    public const int MaxDurationInMinutes = 31 * 24 * 60;
    public const int MaxDaysBefore = 60;
    public const int MinutesOfDay = 24 * 60;
    public const int MaxSteps = 20;

    /// <summary>The most announcements that count down to one occurrence.</summary>
    public const int MaxCountdowns = 24;

    public long CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    /// <summary>The rule of RFC 5545.</summary>
    public required string Rule { get; set; }

    /// <summary>The local day from which the rule counts.</summary>
    public DateOnly FirstOn { get; set; }

    /// <summary>The last local day on which it takes place.</summary>
    public DateOnly LastOn { get; set; }

    /// <summary>Whether the rule says no end, so that it was given one.</summary>
    public bool IsEndAssumed { get; set; }

    /// <summary>The local time at which each begins, in minutes since midnight.</summary>
    public int StartMinute { get; set; }

    public int DurationInMinutes { get; set; }

    /// <summary>How many minutes before an occurrence the countdown begins; null: there is none .</summary>
    public int? CountdownFromMinutes { get; set; }

    /// <summary>The minutes between two announcements of it.</summary>
    public int? CountdownEveryMinutes { get; set; }

    public string? CountdownText { get; set; }

    public List<CampaignStep> Steps { get; } = [];
}

/// <summary>What is planned for a campaign. Stored as a number: a value is never changed or given again.</summary>
public enum CampaignStepKind : byte
{
    /// <summary>Members are told of it, in every group of the campaign .</summary>
    Notice = 1,

    /// <summary>Members are told how long it is until then .</summary>
    Countdown = 2,

    /// <summary>Staff send a red packet that names the time .</summary>
    RedPacket = 3,

    /// <summary>Staff show what is coming .</summary>
    Teaser = 4,
}

/// <summary>Something that is said or done so many days before each occurrence of a campaign, at a local time.</summary>
public sealed class CampaignStep
{
    public long Id { get; init; }

    public long CampaignPlanId { get; init; }

    public CampaignPlan CampaignPlan { get; init; } = null!;

    public CampaignStepKind Kind { get; init; }

    /// <summary>0: on the day itself.</summary>
    public int DaysBefore { get; init; }

    /// <summary>The local time, in minutes since midnight.</summary>
    public int Minute { get; init; }

    public required string Text { get; init; }
}

/// <summary>PLANNED → RUNNING → ENDED, or CANCELLED. Stored as a number: a value is never changed or given again.</summary>
public enum OccurrenceStatus : byte
{
    Planned = 1,
    Running = 2,
    Ended = 3,
    Cancelled = 4,
}

/// <summary>A campaign takes place once.</summary>
public sealed class CampaignOccurrence : Entity
{
    private static readonly StateMachine<OccurrenceStatus> s_statuses = new(
        "occurrence",
        (OccurrenceStatus.Planned, OccurrenceStatus.Running),
        (OccurrenceStatus.Planned, OccurrenceStatus.Cancelled),
        (OccurrenceStatus.Running, OccurrenceStatus.Ended),
        (OccurrenceStatus.Running, OccurrenceStatus.Cancelled));

    public long CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    /// <summary>The local day that the rule gives it; it keeps it when it is moved.</summary>
    public DateOnly On { get; init; }

    public OccurrenceStatus Status { get; private set; } = OccurrenceStatus.Planned;

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>UTC; this moment is no longer part of it.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>Whether it is at another time than the rule says.</summary>
    public bool IsMoved { get; private set; }

    public string? CancelReason { get; private set; }

    public List<CampaignTask> Tasks { get; } = [];

    public static CampaignOccurrence Plan(Campaign campaign, DateOnly on, DateTime startsAt, int minutes) =>
        new() { Campaign = campaign, CampaignId = campaign.Id, On = on, StartsAt = startsAt, EndsAt = startsAt.AddMinutes(minutes) };

    /// <exception cref="InvalidTransitionException">It began, or is cancelled.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CampaignStartsInPast"/>, <see cref="DomainErrorCodes.InvalidInterval"/>.</exception>
    public void Move(DateTime startsAt, DateTime endsAt, DateTime now)
    {
        s_statuses.Step(Status, OccurrenceStatus.Running);
        Interval.Require(startsAt, endsAt, "startsAt", "endsAt");
        if (startsAt < now)
        {
            throw new DomainException(DomainErrorCodes.CampaignStartsInPast, "startsAt has passed: move it to a time in the future.");
        }

        (StartsAt, EndsAt, IsMoved) = (startsAt, endsAt, true);
    }

    /// <exception cref="InvalidTransitionException">It began, or is cancelled.</exception>
    public void Begin() => Status = s_statuses.Step(Status, OccurrenceStatus.Running);

    /// <exception cref="InvalidTransitionException">It does not run.</exception>
    public void End() => Status = s_statuses.Step(Status, OccurrenceStatus.Ended);

    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Cancel(string? reason) => (Status, CancelReason) = (s_statuses.Step(Status, OccurrenceStatus.Cancelled), reason);
}

/// <summary>PLANNED → DUE → DONE; what the product does by itself goes from PLANNED to DONE. Stored as a number.</summary>
public enum CampaignTaskStatus : byte
{
    Planned = 1,

    /// <summary>Staff have to do it now.</summary>
    Due = 2,
    Done = 3,
    Cancelled = 4,
}

/// <summary>Something to be said or done at a time, before a campaign takes place.</summary>
public sealed class CampaignTask : Entity
{
    public const int EvidenceMaxLength = 1000;

    private static readonly StateMachine<CampaignTaskStatus> s_statuses = new(
        "task",
        (CampaignTaskStatus.Planned, CampaignTaskStatus.Due),
        (CampaignTaskStatus.Planned, CampaignTaskStatus.Done),
        (CampaignTaskStatus.Planned, CampaignTaskStatus.Cancelled),
        (CampaignTaskStatus.Due, CampaignTaskStatus.Done),
        (CampaignTaskStatus.Due, CampaignTaskStatus.Cancelled));

    public long CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    public long OccurrenceId { get; init; }

    public CampaignOccurrence Occurrence { get; init; } = null!;

    public CampaignStepKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public DateTime DueAt { get; init; }

    public required string Text { get; init; }

    public CampaignTaskStatus Status { get; private set; } = CampaignTaskStatus.Planned;

    /// <summary>What shows that it was done: a link, a message.</summary>
    public string? Evidence { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public long? DoneById { get; private set; }

    public Operator? DoneBy { get; init; }

    /// <summary>Whether the product does it: it announces; red packets and teasers are for staff.</summary>
    public bool IsAutomatic => Kind is CampaignStepKind.Notice or CampaignStepKind.Countdown;

    /// <exception cref="InvalidTransitionException">It was due, or is over.</exception>
    public void FallDue() => Status = s_statuses.Step(Status, CampaignTaskStatus.Due);

    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Complete(string? evidence, long? byId, DateTime at) =>
        (Status, Evidence, DoneById, DoneAt) = (s_statuses.Step(Status, CampaignTaskStatus.Done), evidence, byId, at);

    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Cancel() => Status = s_statuses.Step(Status, CampaignTaskStatus.Cancelled);
}
