namespace Headless.Community;

/// <summary>RUNNING → COMPLETED or STOPPED. Stored as a number: a value is never changed or given again.</summary>
public enum PlaybookRunStatus : byte
{
    Running = 1,

    /// <summary>Nothing of it is left to do.</summary>
    Completed = 2,

    /// <summary>It ended early; what was still to be done is cancelled.</summary>
    Stopped = 3,
}

/// <summary>A playbook that was applied to a group, a member's stay or a group of a campaign.</summary>
public sealed class PlaybookRun : Entity
{
    public const int KeyMaxLength = 100;
    public const int ReasonMaxLength = 500;

    private static readonly StateMachine<PlaybookRunStatus> s_statuses = new(
        "playbook run",
        (PlaybookRunStatus.Running, PlaybookRunStatus.Completed),
        (PlaybookRunStatus.Running, PlaybookRunStatus.Stopped));

    public long PlaybookId { get; init; }

    public Playbook Playbook { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>Who joined.</summary>
    public long? MemberId { get; set; }

    public Member? Member { get; set; }

    /// <summary>Their stay, which ends the run when it ends.</summary>
    public long? MembershipId { get; init; }

    public Membership? Membership { get; init; }

    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>The moment that its days are counted from, UTC.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>The IANA time zone in which its times of day are meant.</summary>
    public required string TimeZone { get; init; }

    public PlaybookRunStatus Status { get; private set; } = PlaybookRunStatus.Running;

    /// <summary>What ends it early, as the playbook said when it was applied.</summary>
    public PlaybookStop StopFlags { get; init; }

    /// <summary>Why it ended early.</summary>
    public PlaybookStop? StoppedBy { get; private set; }

    /// <summary>What somebody said who stopped it.</summary>
    [PersonalData]
    public string? StopReason { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>What it was applied to, so that it is applied only once; null once somebody has stopped it, who may apply it again.</summary>
    public string? Key { get; private set; }

    /// <summary>The last activity before it began: what ends it comes after.</summary>
    public long AfterActivityId { get; init; }

    public List<PlaybookTask> Tasks { get; } = [];

    /// <summary>Begins a run.</summary>
    public static PlaybookRun Begin(
        Playbook playbook, string key, long groupId, DateTime startsAt, string timeZone, long afterActivityId, Membership? stay = null, long? campaignId = null) => new()
    {
        Playbook = playbook,
        PlaybookId = playbook.Id,
        Key = key,
        GroupId = groupId,
        MemberId = stay?.MemberId,
        MembershipId = stay?.Id,
        CampaignId = campaignId,
        StartsAt = startsAt,
        TimeZone = timeZone,
        StopFlags = playbook.StopFlags,
        AfterActivityId = afterActivityId,
    };

    /// <summary>Nothing is left to do.</summary>
    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Complete(DateTime at) => (Status, EndedAt) = (s_statuses.Step(Status, PlaybookRunStatus.Completed), at);

    /// <summary>Ends it early, with every open task of <see cref="Tasks"/>, which have to be loaded.</summary>
    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Stop(PlaybookStop by, string? reason, DateTime at)
    {
        (Status, StoppedBy, StopReason, EndedAt) = (s_statuses.Step(Status, PlaybookRunStatus.Stopped), by, reason, at);
        Key = by == PlaybookStop.ByHand ? null : Key;
        foreach (var task in Tasks.Where(task => task.IsOpen))
        {
            task.Cancel();
        }
    }

    /// <summary>Counts its days from another moment: what is still PLANNED moves with it. <see cref="Tasks"/> have to be loaded.</summary>
    public void MoveTo(DateTime startsAt)
    {
        StartsAt = startsAt;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        foreach (var task in Tasks.Where(task => task.Status == PlaybookTaskStatus.Planned))
        {
            task.MoveTo(PlaybookPlanning.TimeOf(startsAt, zone, task.DayOffset, task.Minute));
        }
    }
}

/// <summary>PLANNED → DUE → OVERDUE; done or cancelled from each of them. Stored as a number: a value is never changed or given again.</summary>
public enum PlaybookTaskStatus : byte
{
    /// <summary>Its time has not come.</summary>
    Planned = 1,

    /// <summary>It is to be done now.</summary>
    Due = 2,

    /// <summary>It should have been done by now.</summary>
    Overdue = 3,
    Done = 4,
    Cancelled = 5,
}

/// <summary>A step with a date: something that is to be done for a group, a member or a campaign, with what shows that it was .</summary>
/// <remarks>It says what its step said when it was planned: whoever changes the playbook changes no task.</remarks>
public sealed class PlaybookTask : Entity
{
    public const int EvidenceMaxLength = 2000;

    private static readonly StateMachine<PlaybookTaskStatus> s_statuses = new(
        "playbook task",
        (PlaybookTaskStatus.Planned, PlaybookTaskStatus.Due),
        (PlaybookTaskStatus.Planned, PlaybookTaskStatus.Done),
        (PlaybookTaskStatus.Planned, PlaybookTaskStatus.Cancelled),
        (PlaybookTaskStatus.Due, PlaybookTaskStatus.Overdue),
        (PlaybookTaskStatus.Due, PlaybookTaskStatus.Done),
        (PlaybookTaskStatus.Due, PlaybookTaskStatus.Cancelled),
        (PlaybookTaskStatus.Overdue, PlaybookTaskStatus.Done),
        (PlaybookTaskStatus.Overdue, PlaybookTaskStatus.Cancelled));

    public long RunId { get; init; }

    public PlaybookRun Run { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    public long? MemberId { get; set; }

    public Member? Member { get; set; }

    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    public PlaybookStepKind Kind { get; init; }

    public required string Title { get; init; }

    public string? Instructions { get; init; }

    public int DayOffset { get; init; }

    public int? Minute { get; init; }

    public PlaybookAudience Audience { get; init; }

    public long? SegmentId { get; init; }

    public Segment? Segment { get; init; }

    public TouchChannel Channel { get; init; }

    public ContactPurpose Purpose { get; init; }

    public long? ContentItemId { get; init; }

    public ContentItem? ContentItem { get; init; }

    /// <summary>When it is to be done, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>When it becomes overdue, UTC.</summary>
    public DateTime OverdueAt { get; private set; }

    public PlaybookTaskStatus Status { get; private set; } = PlaybookTaskStatus.Planned;

    /// <summary>Who is to do it; null: whoever of the group's staff comes first.</summary>
    public long? AssigneeId { get; private set; }

    public Operator? Assignee { get; init; }

    /// <summary>What shows that it was done: a link, a message.</summary>
    [PersonalData]
    public string? Evidence { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public long? DoneById { get; private set; }

    public Operator? DoneBy { get; init; }

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => Status is PlaybookTaskStatus.Planned or PlaybookTaskStatus.Due or PlaybookTaskStatus.Overdue;

    /// <summary>Makes a step a task.</summary>
    public static PlaybookTask Plan(PlaybookRun run, PlaybookStep step, DateTime dueAt) => new()
    {
        Run = run,
        GroupId = run.GroupId,
        MemberId = run.MemberId,
        CampaignId = run.CampaignId,
        Kind = step.Kind,
        Title = step.Title,
        Instructions = step.Instructions,
        DayOffset = step.DayOffset,
        Minute = step.Minute,
        Audience = step.Audience,
        SegmentId = step.SegmentId,
        Channel = step.Channel,
        Purpose = step.Purpose,
        ContentItemId = step.ContentItemId,
        DueAt = dueAt,
        OverdueAt = dueAt.AddMinutes(step.GraceMinutes),
    };

    /// <exception cref="InvalidTransitionException">It was due, or is over.</exception>
    public void FallDue() => Status = s_statuses.Step(Status, PlaybookTaskStatus.Due);

    /// <exception cref="InvalidTransitionException">It is not due, or is over.</exception>
    public void FallOverdue() => Status = s_statuses.Step(Status, PlaybookTaskStatus.Overdue);

    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Complete(string? evidence, long? byId, DateTime at) =>
        (Status, Evidence, DoneById, DoneAt) = (s_statuses.Step(Status, PlaybookTaskStatus.Done), evidence, byId, at);

    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Cancel() => Status = s_statuses.Step(Status, PlaybookTaskStatus.Cancelled);

    /// <summary>Says who is to do it.</summary>
    /// <exception cref="InvalidTransitionException">It is over.</exception>
    public void Assign(long? operatorId)
    {
        if (!IsOpen)
        {
            s_statuses.Step(Status, PlaybookTaskStatus.Due);
        }

        AssigneeId = operatorId;
    }

    /// <summary>What the product does by itself nobody reports as done, unless it has fallen to staff.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.PlaybookTaskIsAutomatic"/>.</exception>
    public void RequireStaff()
    {
        if (Kind != PlaybookStepKind.Staff && Status == PlaybookTaskStatus.Planned)
        {
            throw new DomainException(DomainErrorCodes.PlaybookTaskIsAutomatic, "The task is a DELIVERY, which is done by itself when its time has come.");
        }
    }

    /// <summary>Puts one that is still planned at another time.</summary>
    public void MoveTo(DateTime dueAt) => (DueAt, OverdueAt) = (dueAt, dueAt + (OverdueAt - DueAt));
}

/// <summary>How far the log has been read for playbooks. One row.</summary>
[Unaudited]
public sealed class PlaybookState
{
    public const int SingleId = 1;

    public int Id { get; init; } = SingleId;

    public long LastActivityId { get; set; }
}
