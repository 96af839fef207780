namespace Headless.Community;

/// <summary>
/// Somebody is kept out, of all groups or of some. A ban of a member holds for every account of theirs; one of an account
/// that nobody is known by holds for the member who comes with it, from then on with all of theirs.
/// </summary>
public sealed class Ban : Entity
{
    public const int ReasonMaxLength = 1000;

    /// <summary>The most groups that one ban names.</summary>
    public const int MaxGroups = 200;

    private static readonly StateMachine<BanStatus> s_states =
        new("ban", (BanStatus.Active, BanStatus.Expired), (BanStatus.Active, BanStatus.Lifted));

    private BanStatus _status;
    private DateTime? _liftedAt;
    private long? _liftedById;
    private string? _liftReason;

    /// <summary>Who is kept out; null while nobody is known by the account.</summary>
    public long? MemberId { get; set; }

    public Member? Member { get; set; }

    /// <summary>The platform of the account that was banned before anybody was known by it.</summary>
    public Platform? Platform { get; init; }

    /// <summary>The id there of the account that was banned before anybody was known by it. Personal data.</summary>
    [PersonalData]
    public string? ExternalId { get; init; }

    /// <summary>Whether it holds for every group, also those to come; otherwise for <see cref="BanGroups"/>.</summary>
    public bool IsForAllGroups { get; init; }

    public List<BanGroup> BanGroups { get; } = [];

    public List<Group> Groups { get; } = [];

    /// <summary>Why, for whoever asks later. Personal data.</summary>
    [PersonalData]
    public string? Reason { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTime Since { get; init; }

    /// <summary>Until when, UTC; null: for good.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The operator who issued it; null where a rule did.</summary>
    public long? IssuedById { get; init; }

    public Operator? IssuedBy { get; init; }

    /// <summary>The penalty that it is part of; null where an operator issued it.</summary>
    public long? PenaltyId { get; set; }

    public Penalty? Penalty { get; set; }

    public BanStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>When somebody ended it, UTC.</summary>
    public DateTime? LiftedAt
    {
        get => _liftedAt;
        init => _liftedAt = value;
    }

    /// <summary>The operator who ended it.</summary>
    public long? LiftedById
    {
        get => _liftedById;
        init => _liftedById = value;
    }

    public Operator? LiftedBy { get; init; }

    /// <summary>Why it was ended. Personal data.</summary>
    [PersonalData]
    public string? LiftReason
    {
        get => _liftReason;
        init => _liftReason = value;
    }

    /// <summary>A ban of a member, or of an account that nobody is known by.</summary>
    /// <param name="groupIds">The groups; null: all of them.</param>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidInterval"/>: it would end before it begins.</exception>
    public static Ban Issue(
        Member? member,
        (Platform Platform, string ExternalId)? account,
        IReadOnlyCollection<long>? groupIds,
        string reason,
        DateTime since,
        DateTime? until = null,
        long? issuedById = null)
    {
        Interval.Require(since, until, "since", "until");
        var ban = new Ban
        {
            Member = member,
            MemberId = member?.Id is > 0 and var id ? id : null,
            Platform = account?.Platform,
            ExternalId = account?.ExternalId,
            IsForAllGroups = groupIds is null,
            Reason = reason,
            Since = since,
            Until = until,
            IssuedById = issuedById,
        };
        ban.BanGroups.AddRange((groupIds ?? []).Distinct().Select(groupId => new BanGroup { Ban = ban, GroupId = groupId }));
        return ban;
    }

    /// <summary>Whether it keeps out of a group at a time. <see cref="BanGroups"/> must be loaded.</summary>
    public bool Holds(long groupId, DateTime at) =>
        Since <= at && !(Until <= at) && !(LiftedAt <= at) && (IsForAllGroups || BanGroups.Exists(group => group.GroupId == groupId));

    /// <summary>Whether it keeps out of all that another would, for as long at least. <see cref="BanGroups"/> must be loaded.</summary>
    public bool Covers(IReadOnlyCollection<long>? groupIds, DateTime? until) =>
        Status == BanStatus.Active
        && (Until is null || until <= Until)
        && (IsForAllGroups || (groupIds is not null && groupIds.All(id => BanGroups.Exists(group => group.GroupId == id))));

    /// <summary>Ends it before its time.</summary>
    /// <exception cref="InvalidTransitionException">It does not hold any more.</exception>
    public void Lift(DateTime at, string? reason, long? byId)
    {
        _status = s_states.Step(_status, BanStatus.Lifted);
        (_liftedAt, _liftedById, _liftReason) = (at, byId, reason);
    }

    /// <summary>Notes that its time is over.</summary>
    /// <exception cref="InvalidTransitionException">It did not hold any more.</exception>
    public void Expire() => _status = s_states.Step(_status, BanStatus.Expired);
}
