namespace Headless.Community;

/// <summary>A chat group that is run for a purpose .</summary>
public sealed class Group : Entity
{
    public const int NameMaxLength = 200;
    public const int ExternalIdMaxLength = 200;
    public const int WelcomeMessageMaxLength = 4000;

    /// <summary>A group has one to three administrators; more only when it is forced.</summary>
    public const int MaxAdmins = 3;

    private static readonly StateMachine<GroupStatus> s_statuses = new(
        "group",
        (GroupStatus.Draft, GroupStatus.Active),
        (GroupStatus.Draft, GroupStatus.Archived),
        (GroupStatus.Active, GroupStatus.Closed),
        (GroupStatus.Closed, GroupStatus.Active),
        (GroupStatus.Closed, GroupStatus.Archived));

    private GroupStatus _status = GroupStatus.Draft;
    private GroupPhase _phase = GroupPhase.Build;
    private DateTime? _opensAt;
    private DateTime? _closesAt;

    /// <summary>The chat platform it lives on.</summary>
    public Platform Platform { get; init; }

    /// <summary>Its id on that platform; unique there.</summary>
    public required string ExternalId { get; init; }

    public required string Name { get; set; }

    public GroupType Type { get; set; } = GroupType.General;

    /// <summary><see cref="Purposes"/> as it is stored.</summary>
    public GroupPurpose PurposeFlags { get; set; }

    /// <summary>What it is for. Conversion metrics are published for groups that are there to CONVERT.</summary>
    public IReadOnlyList<GroupPurpose> Purposes
    {
        get => Flags.ToList(PurposeFlags);
        set => PurposeFlags = Flags.FromList(value);
    }

    public BusinessModel BusinessModel { get; set; } = BusinessModel.Other;

    /// <summary>Its stage of life; changed by <see cref="ChangePhase"/>, which keeps the history.</summary>
    public GroupPhase Phase
    {
        get => _phase;
        init => _phase = value;
    }

    /// <summary>Whether it runs; changed by <see cref="Open"/>, <see cref="Close"/>, <see cref="Archive"/>.</summary>
    public GroupStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>How many accounts the platform lets in; null: unknown.</summary>
    public int? Capacity { get; set; }

    /// <summary>When it opens or opened, UTC.</summary>
    public DateTime? OpensAt
    {
        get => _opensAt;
        init => _opensAt = value;
    }

    /// <summary>When it closes or closed, UTC. A FLASH group cannot open without one .</summary>
    public DateTime? ClosesAt
    {
        get => _closesAt;
        init => _closesAt = value;
    }

    public GroupPositioning Positioning { get; init; } = new();

    public GroupBranding Branding { get; init; } = new();

    public NicknameRule NicknameRule { get; init; } = new();

    /// <summary>What a newcomer is told .</summary>
    public string? WelcomeMessage { get; set; }

    public JoinPolicy JoinPolicy { get; set; } = JoinPolicy.Open;

    /// <summary>The group that this one was replicated from .</summary>
    public long? ParentGroupId { get; init; }

    public Group? ParentGroup { get; init; }

    /// <summary>The groups that were replicated from this one.</summary>
    public List<Group> Replicas { get; } = [];

    /// <summary>Who works in it, now and before.</summary>
    public List<GroupAssignment> Assignments { get; } = [];

    /// <summary>Its phases so far.</summary>
    public List<GroupPhaseChange> PhaseChanges { get; } = [];

    /// <summary>Every stay of every member, ended or not.</summary>
    public List<Membership> Memberships { get; } = [];

    /// <summary>The campaigns that run in it.</summary>
    public List<Campaign> Campaigns { get; } = [];

    /// <summary>Sets when it opens and closes.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.InvalidInterval"/>: it would close before it opens.
    /// <see cref="DomainErrorCodes.FlashGroupNeedsClosesAt"/>: a FLASH group that runs would lose its end.
    /// </exception>
    public void Reschedule(DateTime? opensAt, DateTime? closesAt)
    {
        Interval.Require(opensAt, closesAt, "opensAt", "closesAt");
        if (Status == GroupStatus.Active)
        {
            RequireClosesAtOfFlash(closesAt);
        }

        _opensAt = opensAt;
        _closesAt = closesAt;
    }

    /// <summary>Starts the group, or starts a closed one again. A time of opening or closing that has passed is replaced.</summary>
    /// <exception cref="InvalidTransitionException">It runs already or is archived.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.FlashGroupNeedsClosesAt"/>: a FLASH group has no end in the future.</exception>
    public void Open(DateTime at)
    {
        var next = s_statuses.Step(Status, GroupStatus.Active);
        var closesAt = ClosesAt > at ? ClosesAt : null;
        RequireClosesAtOfFlash(closesAt);
        _closesAt = closesAt;
        _opensAt = Status == GroupStatus.Draft || OpensAt is null ? at : OpensAt;
        _status = next;
    }

    /// <summary>Ends the group; its members and numbers stay.</summary>
    /// <exception cref="InvalidTransitionException">It does not run.</exception>
    public void Close(DateTime at)
    {
        _status = s_statuses.Step(Status, GroupStatus.Closed);
        _closesAt = at;
    }

    /// <summary>Puts a closed group, or a draft that came to nothing, away for good.</summary>
    /// <exception cref="InvalidTransitionException">It still runs, or is archived already.</exception>
    public void Archive() => _status = s_statuses.Step(Status, GroupStatus.Archived);

    /// <summary>Enters another phase and keeps the step in <see cref="PhaseChanges"/>.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.PhaseUnchanged"/>: it is in that phase.</exception>
    public GroupPhaseChange ChangePhase(GroupPhase phase, DateTime at, string? reason = null, long? changedById = null)
    {
        if (phase == Phase)
        {
            throw new DomainException(DomainErrorCodes.PhaseUnchanged, $"The group is in phase {phase} already: choose another one.");
        }

        var change = new GroupPhaseChange
        {
            Group = this, GroupId = Id, From = Phase, To = phase, ChangedAt = at, Reason = reason, ChangedById = changedById,
        };
        PhaseChanges.Add(change);
        _phase = phase;
        return change;
    }

    /// <summary>
    /// Gives an operator a role in this group. <see cref="Assignments"/> must be loaded. <paramref name="force"/> lets the group
    /// have more than <paramref name="maxAdmins"/> administrators.
    /// </summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.OperatorInactive"/>, <see cref="DomainErrorCodes.AlreadyAssigned"/>,
    /// <see cref="DomainErrorCodes.TooManyAdmins"/>.
    /// </exception>
    public GroupAssignment Assign(Operator staff, AssignmentRole role, DateTime since, bool force = false, int maxAdmins = MaxAdmins)
    {
        if (!staff.IsActive)
        {
            throw new DomainException(DomainErrorCodes.OperatorInactive, $"{staff.Name} is not active: activate the operator first.");
        }

        var current = Assignments.Where(assignment => assignment.IsCurrent(since)).ToList();
        if (current.Any(assignment => (ReferenceEquals(assignment.Operator, staff) || (staff.Id != 0 && assignment.OperatorId == staff.Id)) && assignment.Role == role))
        {
            throw new DomainException(DomainErrorCodes.AlreadyAssigned, $"{staff.Name} has this role in the group already.");
        }

        if (role == AssignmentRole.Admin && !force && current.Count(assignment => assignment.Role == AssignmentRole.Admin) >= maxAdmins)
        {
            throw new DomainException(
                DomainErrorCodes.TooManyAdmins,
                $"The group has {maxAdmins} administrators, which is what one group needs: end an assignment, or force this one.");
        }

        var added = new GroupAssignment { Group = this, GroupId = Id, Operator = staff, OperatorId = staff.Id, Role = role, Since = since };
        Assignments.Add(added);
        return added;
    }

    private void RequireClosesAtOfFlash(DateTime? closesAt)
    {
        if (Type == GroupType.Flash && closesAt is null)
        {
            throw new DomainException(
                DomainErrorCodes.FlashGroupNeedsClosesAt,
                "A FLASH group lives for a short time: give it a closesAt in the future before it opens.");
        }
    }
}
