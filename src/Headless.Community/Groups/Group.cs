namespace Headless.Community;

/// <summary>A chat group that is run for a purpose .</summary>
public sealed class Group : Entity
{
    public const int NameMaxLength = 200;
    public const int ExternalIdMaxLength = 200;
    public const int PlaceMaxLength = GroupSeries.PlaceMaxLength;
    public const int TimeZoneMaxLength = 64;

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
    private bool? _isOnBrand;

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

    /// <summary><see cref="ValueOffers"/> as it is stored.</summary>
    public ValueOffer ValueOfferFlags { get; set; }

    /// <summary>What it gives its members so that they stay .</summary>
    public IReadOnlyList<ValueOffer> ValueOffers
    {
        get => Flags.ToList(ValueOfferFlags);
        set => ValueOfferFlags = Flags.FromList(value);
    }

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

    /// <summary>How many accounts it may have; null: as many as its platform allows, see <see cref="GroupCapacity"/>.</summary>
    public int? Capacity { get; set; }

    /// <summary>When it opens or opened, UTC. A draft that is ready opens by itself then.</summary>
    public DateTime? OpensAt
    {
        get => _opensAt;
        init => _opensAt = value;
    }

    /// <summary>When it closes or closed, UTC: it closes by itself then. A FLASH group cannot open without one .</summary>
    public DateTime? ClosesAt
    {
        get => _closesAt;
        init => _closesAt = value;
    }

    public GroupPositioning Positioning { get; init; } = new();

    public GroupBranding Branding { get; init; } = new();

    public NicknameRule NicknameRule { get; init; } = new();

    /// <summary>What newcomers are told .</summary>
    public List<WelcomeMessage> WelcomeMessages { get; } = [];

    /// <summary>What its members are told .</summary>
    public List<Announcement> Announcements { get; } = [];

    /// <summary>What somebody should know of it.</summary>
    public List<Alert> Alerts { get; } = [];

    /// <summary>The city that it is for, which its name may have.</summary>
    public string? City { get; set; }

    /// <summary>The topic that it is about, which its name may have.</summary>
    public string? Topic { get; set; }

    /// <summary>The IANA time zone in which its people live and what is planned for it is meant; null: the reporting one.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The series that it is one of.</summary>
    public long? SeriesId { get; init; }

    public GroupSeries? Series { get; init; }

    /// <summary>Its number in the series; unique there and never given again.</summary>
    public int? SeriesNumber { get; init; }

    /// <summary>Whether it looks as its series says; null where it is in none. Kept by <see cref="CheckBranding"/>.</summary>
    public bool? IsOnBrand
    {
        get => _isOnBrand;
        init => _isOnBrand = value;
    }

    public JoinPolicy JoinPolicy { get; set; } = JoinPolicy.Open;

    /// <summary>The group that this one was replicated from .</summary>
    public long? ParentGroupId { get; init; }

    public Group? ParentGroup { get; init; }

    /// <summary>The group at the beginning of its lineage; null where it is that itself.</summary>
    public long? RootGroupId { get; init; }

    /// <summary>How many replications lie between it and the beginning of its lineage.</summary>
    public int LineageDepth { get; init; }

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
    /// <exception cref="PositioningIncompleteException">A question of its positioning has no answer.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.FlashGroupNeedsClosesAt"/>: a FLASH group has no end in the future.</exception>
    public void Open(DateTime at)
    {
        var next = s_statuses.Step(Status, GroupStatus.Active);
        if (Positioning.Missing is { Count: > 0 } missing)
        {
            throw new PositioningIncompleteException(missing);
        }

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

    /// <summary>Takes over how another group is positioned, looks and calls its members.</summary>
    public void TakeLookFrom(Group source)
    {
        (Positioning.Why, Positioning.What, Positioning.Who) = (source.Positioning.Why, source.Positioning.What, source.Positioning.Who);
        (Positioning.Where, Positioning.When, Positioning.How) = (source.Positioning.Where, source.Positioning.When, source.Positioning.How);
        Positioning.Tone = source.Positioning.Tone;
        (Branding.AvatarUrl, Branding.Tagline) = (source.Branding.AvatarUrl, source.Branding.Tagline);
        (NicknameRule.Template, NicknameRule.Pattern) = (source.NicknameRule.Template, source.NicknameRule.Pattern);
    }

    /// <summary>What differs from its series.</summary>
    public IReadOnlyList<BrandingAspect> Deviations(GroupSeries series) =>
    [
        .. new (BrandingAspect Aspect, string? Is, string? Should)[]
        {
            (BrandingAspect.Name, Name, ExpectedName(series)),
            (BrandingAspect.Avatar, Branding.AvatarUrl, series.AvatarUrl),
            (BrandingAspect.Tagline, Branding.Tagline, series.Tagline),
        }.Where(look => look.Should is not null && look.Is != look.Should).Select(look => look.Aspect),
    ];

    /// <summary>The name that it should have in its series.</summary>
    public string ExpectedName(GroupSeries series) => series.NameOf(SeriesNumber ?? 0, City, Topic);

    /// <summary>Brings <see cref="IsOnBrand"/> up to date after a change of the group or its series.</summary>
    public void CheckBranding(GroupSeries? series) => _isOnBrand = series is null ? null : Deviations(series).Count == 0;

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

    /// <summary>
    /// The phase that usually comes next (A.12 #15): advice only. A group in GROWTH has none; one that is FATIGUED returns to GROWTH.
    /// </summary>
    public static GroupPhase? SuggestPhaseAfter(GroupPhase phase) => phase switch
    {
        GroupPhase.Growth => null,
        GroupPhase.Fatigued => GroupPhase.Growth,
        _ => phase + 1,
    };

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
