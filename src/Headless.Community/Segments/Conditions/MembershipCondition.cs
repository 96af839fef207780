using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>Which stays are meant.</summary>
public enum StayState
{
    /// <summary>Those that last.</summary>
    Current,

    /// <summary>Those that have ended.</summary>
    Ended,

    /// <summary>Both.</summary>
    Any,
}

/// <summary>
/// Stays in groups: the member has so many of those that everything given holds for; one or more unless <see cref="Count"/> says so
///
/// </summary>
[ConditionName("membership")]
public sealed record MembershipCondition : LeafCondition
{
    /// <summary>In one of these groups.</summary>
    [KeyOf(typeof(Group))]
    public IReadOnlyList<long>? Groups { get; init; }

    /// <summary>In a group of one of these types.</summary>
    public IReadOnlyList<GroupType>? GroupTypes { get; init; }

    /// <summary>In a group on one of these platforms.</summary>
    public IReadOnlyList<Platform>? Platforms { get; init; }

    /// <summary>Whether it lasts; CURRENT where nothing is said.</summary>
    public StayState? State { get; init; }

    public IReadOnlyList<MembershipRole>? Roles { get; init; }

    public IReadOnlyList<AccountKind>? AccountKinds { get; init; }

    public IReadOnlyList<JoinReason>? JoinReasons { get; init; }

    public IReadOnlyList<JoinSource>? JoinSources { get; init; }

    public IReadOnlyList<LeaveKind>? LeaveKinds { get; init; }

    /// <summary>When it began.</summary>
    public TimeCondition? Joined { get; init; }

    /// <summary>When it ended.</summary>
    public TimeCondition? Left { get; init; }

    /// <summary>When its last message was sent.</summary>
    public TimeCondition? LastMessage { get; init; }

    /// <summary>How many such stays.</summary>
    public CountRange? Count { get; init; }

    internal override Reach Reach => Groups is not null && (Count ?? CountRange.Some) is { Gte: >= 1 } ? Reach.Grouped : Reach.Wide;

    internal override bool DependsOnGroups => GroupTypes is not null;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope) => scope.Has(Stays(scope), stay => stay.MemberId, Count);

    internal override IEnumerable<ConditionFault> Check() =>
    [
        .. ConditionChecks.List("groups", Groups),
        .. ConditionChecks.List("groupTypes", GroupTypes),
        .. ConditionChecks.List("platforms", Platforms),
        .. ConditionChecks.List("roles", Roles),
        .. ConditionChecks.List("accountKinds", AccountKinds),
        .. ConditionChecks.List("joinReasons", JoinReasons),
        .. ConditionChecks.List("joinSources", JoinSources),
        .. ConditionChecks.List("leaveKinds", LeaveKinds),
        .. (Left, LeaveKinds, State ?? StayState.Current) is ((not null, _, StayState.Current) or (_, not null, StayState.Current))
            ? [new ConditionFault("state", "EMPTY_RANGE", "A stay that lasts has not been left: ask for state ENDED or ANY.")]
            : Enumerable.Empty<ConditionFault>(),
        .. Joined?.Check("joined") ?? [],
        .. Left?.Check("left") ?? [],
        .. LastMessage?.Check("lastMessage") ?? [],
        .. ConditionChecks.Range("count", Count),
    ];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["stays"] = await Stays(scope).CountAsync(stay => stay.MemberId == memberId, cancellationToken),
    };

    internal override IEnumerable<IQueryable<long>> MovedSince(ConditionScope scope, DateTime from)
    {
        var stays = scope.Db.Memberships;
        return
        [
            .. Joined?.Moved<Membership>(stay => stay.JoinedAt, from, scope.Now).Select(moved => stays.Where(moved).Select(stay => stay.MemberId)) ?? [],
            .. Left?.Moved<Membership>(stay => stay.LeftAt, from, scope.Now).Select(moved => stays.Where(moved).Select(stay => stay.MemberId)) ?? [],
            .. LastMessage?.Moved<Membership>(stay => stay.LastMessageAt, from, scope.Now)
                .Select(moved => stays.Where(InSomeGroup(scope)).Where(moved).Select(stay => stay.MemberId)) ?? [],
        ];
    }

    private IQueryable<Membership> Stays(ConditionScope scope)
    {
        var stays = scope.Db.Memberships.AsQueryable();
        if (Groups is [var only])
        {
            stays = stays.Where(stay => stay.GroupId == only);
        }
        else if (Groups is { } groups)
        {
            long[] ids = [.. groups.Distinct()];
            stays = stays.Where(stay => EF.Parameter(ids).Contains(stay.GroupId));
        }

        if (GroupTypes is { } types)
        {
            stays = InGroups(scope, stays, scope.Db.Groups.Where(group => types.Contains(group.Type)));
        }

        if (Platforms is { } platforms)
        {
            stays = InGroups(scope, stays, scope.Db.Groups.Where(group => platforms.Contains(group.Platform)));
        }

        stays = (State ?? StayState.Current) switch
        {
            StayState.Current => stays.Where(stay => stay.LeftAt == null),
            StayState.Ended => stays.Where(stay => stay.LeftAt != null),
            _ => stays,
        };
        if (Roles is { } roles)
        {
            stays = stays.Where(stay => roles.Contains(stay.Role));
        }

        if (AccountKinds is { } kinds)
        {
            stays = stays.Where(stay => kinds.Contains(stay.AccountKind));
        }

        if (JoinReasons is { } reasons)
        {
            stays = stays.Where(stay => stay.JoinReason != null && reasons.Contains(stay.JoinReason.Value));
        }

        if (JoinSources is { } sources)
        {
            stays = stays.Where(stay => stay.JoinSource != null && sources.Contains(stay.JoinSource.Value));
        }

        if (LeaveKinds is { } leaveKinds)
        {
            stays = stays.Where(stay => stay.LeaveKind != null && leaveKinds.Contains(stay.LeaveKind.Value));
        }

        stays = Joined is null ? stays : stays.Where(Joined.On<Membership>(stay => stay.JoinedAt, scope.Now));
        stays = Left is null ? stays : stays.Where(Left.On<Membership>(stay => stay.LeftAt, scope.Now));
        return LastMessage is null ? stays : stays.Where(LastMessage.On<Membership>(stay => stay.LastMessageAt, scope.Now));
    }

    /// <remarks>
    /// Of a member who is named, the few stays are read and the group of each looked up: with a list of groups SQLite tries every one of
    /// it on every member (a preview among 53 625 members and 600 groups took 1.14 s for this condition, 0.17 s without the list).
    /// </remarks>
    private static IQueryable<Membership> InGroups(ConditionScope scope, IQueryable<Membership> stays, IQueryable<Group> groups)
    {
        if (scope.IsForFew)
        {
            return stays.Where(stay => groups.Any(group => group.Id == stay.GroupId));
        }

        var ids = groups.Select(group => group.Id);
        return stays.Where(stay => ids.Contains(stay.GroupId));
    }

    /// <summary>The index of last messages begins with the group.</summary>
    private Expression<Func<Membership, bool>> InSomeGroup(ConditionScope scope)
    {
        if (Groups is { } groups)
        {
            long[] ids = [.. groups.Distinct()];
            return stay => EF.Parameter(ids).Contains(stay.GroupId);
        }

        return stay => scope.Db.Groups.Select(group => group.Id).Contains(stay.GroupId);
    }
}
