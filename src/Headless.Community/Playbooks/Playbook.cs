namespace Headless.Community;

/// <summary>What a playbook is applied to, and with it the moment that its days are counted from. Stored as a number: a value is never changed or given again.</summary>
public enum PlaybookTarget : byte
{
    /// <summary>A group, from a moment that is chosen.</summary>
    Group = 1,

    /// <summary>A member's stay in a group, from the joining.</summary>
    Join = 2,

    /// <summary>The groups of a campaign, from its start; days before it are negative.</summary>
    Campaign = 3,
}

/// <summary>DRAFT → ACTIVE → ARCHIVED. Stored as a number: a value is never changed or given again.</summary>
public enum PlaybookStatus : byte
{
    Draft = 1,

    /// <summary>It can be applied, and applies itself to joins in its groups.</summary>
    Active = 2,

    /// <summary>It is not applied any more; what it has planned goes on.</summary>
    Archived = 3,
}

/// <summary>What ends a run before its steps are done. Stored as flags: a value is never changed or given again.</summary>
[Flags]
public enum PlaybookStop
{
    /// <summary>The member has left the group.</summary>
    MemberLeft = 1,

    /// <summary>The member has bought something.</summary>
    MemberBought = 2,

    /// <summary>The member is kept out.</summary>
    MemberBlacklisted = 4,

    /// <summary>The group was closed or archived.</summary>
    GroupClosed = 8,

    /// <summary>The campaign was called off.</summary>
    CampaignCancelled = 16,

    /// <summary>Somebody stopped it; no condition.</summary>
    ByHand = 32,
}

/// <summary>SOP, a playbook: what is done when, for whom and with what material, as a pattern. Applied, its steps become dated tasks.</summary>
public sealed class Playbook : Entity
{
    public const int NameMaxLength = 200;
    public const int DescriptionMaxLength = 2000;
    public const int MaxSteps = 100;
    public const int MaxGroups = 500;

    private static readonly StateMachine<PlaybookStatus> s_statuses = new(
        "playbook",
        (PlaybookStatus.Draft, PlaybookStatus.Active),
        (PlaybookStatus.Draft, PlaybookStatus.Archived),
        (PlaybookStatus.Active, PlaybookStatus.Draft),
        (PlaybookStatus.Active, PlaybookStatus.Archived));

    /// <summary>Unique.</summary>
    public required string Name { get; set; }

    public string? Description { get; set; }

    public PlaybookTarget Target { get; init; }

    public PlaybookStatus Status { get; private set; } = PlaybookStatus.Draft;

    /// <summary><see cref="StopsOn"/> as it is stored.</summary>
    public PlaybookStop StopFlags { get; set; }

    /// <summary>What ends its runs early.</summary>
    public IReadOnlyList<PlaybookStop> StopsOn
    {
        get => Flags.ToList(StopFlags);
        set => StopFlags = RequireFit(Target, Flags.FromList(value));
    }

    /// <summary>The last activity before it was activated: only joins after it count.</summary>
    public long AfterActivityId { get; private set; }

    public List<PlaybookStep> Steps { get; } = [];

    /// <summary>The groups in which it applies itself to everybody who joins.</summary>
    public List<PlaybookGroup> Groups { get; } = [];

    /// <summary>What ends a run of a target unless somebody says otherwise.</summary>
    public static PlaybookStop DefaultStops(PlaybookTarget target) => target switch
    {
        PlaybookTarget.Join => PlaybookStop.MemberLeft | PlaybookStop.MemberBlacklisted | PlaybookStop.GroupClosed,
        PlaybookTarget.Campaign => PlaybookStop.CampaignCancelled | PlaybookStop.GroupClosed,
        _ => PlaybookStop.GroupClosed,
    };

    /// <summary>Makes it applicable.</summary>
    /// <param name="lastActivityId">The end of the log: who joined before is left alone.</param>
    /// <exception cref="InvalidTransitionException">It is no draft.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.PlaybookHasNoSteps"/>.</exception>
    public void Activate(int steps, long lastActivityId)
    {
        var next = s_statuses.Step(Status, PlaybookStatus.Active);
        if (steps == 0)
        {
            throw new DomainException(DomainErrorCodes.PlaybookHasNoSteps, "The playbook has no steps: set them with setPlaybookSteps first.");
        }

        (Status, AfterActivityId) = (next, lastActivityId);
    }

    /// <summary>Takes it back to be worked on: until it is activated again it is applied to nothing.</summary>
    /// <exception cref="InvalidTransitionException">It is not active.</exception>
    public void Deactivate() => Status = s_statuses.Step(Status, PlaybookStatus.Draft);

    /// <exception cref="InvalidTransitionException">It is archived already.</exception>
    public void Archive() => Status = s_statuses.Step(Status, PlaybookStatus.Archived);

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.PlaybookNotActive"/>.</exception>
    public void RequireActive()
    {
        if (Status != PlaybookStatus.Active)
        {
            throw new DomainException(DomainErrorCodes.PlaybookNotActive, "Only an ACTIVE playbook is applied: activate it first.");
        }
    }

    /// <summary>Its steps change as long as nobody applies them.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.PlaybookNotDraft"/>.</exception>
    public void RequireDraft()
    {
        if (Status != PlaybookStatus.Draft)
        {
            throw new DomainException(DomainErrorCodes.PlaybookNotDraft, "The steps of a playbook change while it is a DRAFT: take an ACTIVE one back with deactivatePlaybook. What it has planned stays.");
        }
    }

    private static PlaybookStop RequireFit(PlaybookTarget target, PlaybookStop stops)
    {
        var possible = target switch
        {
            PlaybookTarget.Join => PlaybookStop.MemberLeft | PlaybookStop.MemberBought | PlaybookStop.MemberBlacklisted | PlaybookStop.GroupClosed,
            PlaybookTarget.Campaign => PlaybookStop.CampaignCancelled | PlaybookStop.GroupClosed,
            _ => PlaybookStop.GroupClosed,
        };
        return (stops & ~possible) == 0 ? stops : throw new DomainException(
            DomainErrorCodes.PlaybookStopDoesNotFit,
            "stopsOn names something that cannot happen to this target: MEMBER_… is for JOIN, CAMPAIGN_CANCELLED for CAMPAIGN, GROUP_CLOSED for all; BY_HAND is no condition.");
    }
}

/// <summary>A playbook applies itself to whoever joins a group.</summary>
public sealed class PlaybookGroup
{
    public long PlaybookId { get; init; }

    public Playbook Playbook { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;
}

/// <summary>For whom a step is. Stored as a number: a value is never changed or given again.</summary>
public enum PlaybookAudience : byte
{
    /// <summary>Everybody in the group.</summary>
    Group = 1,

    /// <summary>The member who joined.</summary>
    Member = 2,

    /// <summary>The members of a segment who are in the group.</summary>
    Segment = 3,
}

/// <summary>Who carries a step out. Stored as a number: a value is never changed or given again.</summary>
public enum PlaybookStepKind : byte
{
    /// <summary>Staff do it and say so, with what shows it.</summary>
    Staff = 1,

    /// <summary>The product asks for it to be delivered when its time has come; connectors send it.</summary>
    Delivery = 2,
}

/// <summary>One step of a playbook.</summary>
public sealed class PlaybookStep
{
    public const int TitleMaxLength = 200;
    public const int InstructionsMaxLength = 4000;
    public const int MaxDays = 366;
    public const int MaxGraceMinutes = 31 * 24 * 60;

    public long Id { get; init; }

    public long PlaybookId { get; init; }

    public Playbook Playbook { get; init; } = null!;

    /// <summary>The place among the steps, from 0.</summary>
    public int Position { get; init; }

    public PlaybookStepKind Kind { get; init; } = PlaybookStepKind.Staff;

    public required string Title { get; init; }

    /// <summary>What is to be done; of a delivery, what is said where it has no content item.</summary>
    public string? Instructions { get; init; }

    /// <summary>So many days after the start, by the local calendar; negative: before.</summary>
    public int DayOffset { get; init; }

    /// <summary>The local time of day in minutes since midnight; null: the time of day of the start itself, on day 0 the very moment.</summary>
    public int? Minute { get; init; }

    /// <summary>So many minutes after its time it is overdue.</summary>
    public int GraceMinutes { get; init; } = 24 * 60;

    public PlaybookAudience Audience { get; init; }

    public long? SegmentId { get; init; }

    public Segment? Segment { get; init; }

    public TouchChannel Channel { get; init; }

    public ContactPurpose Purpose { get; init; } = ContactPurpose.Service;

    public long? ContentItemId { get; init; }

    /// <summary>The material.</summary>
    public ContentItem? ContentItem { get; init; }
}
