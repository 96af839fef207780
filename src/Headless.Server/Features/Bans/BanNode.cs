using Headless.Server.Access;
using Headless.Server.Features.Groups;
using Headless.Server.Reading;

namespace Headless.Server.Features.Bans;

/// <summary>What a ban leads to.</summary>
[ExtendObjectType<Ban>]
public sealed class BanNode
{
    [GraphQLIgnore]
    public static Task<Ban?> GetBanAsync(long id, ByIdDataLoader<Ban> bans, CancellationToken cancellationToken) => bans.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who is kept out; null while nobody is known by the account.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(Ban.MemberId))] Ban ban, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(ban.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who issued it; null where a rule did.")]
    public static Task<Operator?> GetIssuedByAsync(
        [Parent(nameof(Ban.IssuedById))] Ban ban, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(ban.IssuedById, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The penalty that it is part of; null where an operator issued it.")]
    public static Task<Penalty?> GetPenaltyAsync(
        [Parent(nameof(Ban.PenaltyId))] Ban ban, ByIdDataLoader<Penalty> penalties, CancellationToken cancellationToken) =>
        penalties.LoadAsync(ban.PenaltyId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who ended it.")]
    public static Task<Operator?> GetLiftedByAsync(
        [Parent(nameof(Ban.LiftedById))] Ban ban, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(ban.LiftedById, cancellationToken);

    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<GroupFilterInput>]
    [UseSorting<GroupSortInput>]
    [GraphQLDescription("The groups that it names, as far as the caller may see them; none where it holds for all groups.")]
    public static IQueryable<Group> GetGroups([Parent(nameof(Ban.Id))] Ban ban, CommunityDbContext db) =>
        db.BanGroups.Where(g => g.BanId == ban.Id).Select(g => g.Group);
}

/// <summary>What keeps a member out.</summary>
[ExtendObjectType<Member>]
public sealed class BansOfMember
{
    [Cost(1)]
    [GraphQLDescription("Whether a ban keeps them out of every group now. bans has it, and those of single groups. One statement for a whole list of members.")]
    public static Task<bool> GetIsBlacklistedAsync(
        [Parent(nameof(Member.Id))] Member member, IsBlacklistedDataLoader isBlacklisted, CancellationToken cancellationToken) =>
        isBlacklisted.LoadAsync(member.Id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<BanFilterInput>]
    [UseSorting<BanSortInput>]
    [GraphQLDescription("What keeps or kept them out, of all groups or of some.")]
    public static IQueryable<Ban> GetBans([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Bans.Where(b => b.MemberId == member.Id);
}

/// <summary>Who is kept out of a group.</summary>
[ExtendObjectType<Group>]
public sealed class BansOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<BanFilterInput>]
    [UseSorting<BanSortInput>]
    [GraphQLDescription("The bans that name the group. Those of all groups are in bans(where: { isForAllGroups: { eq: true } }).")]
    public static IQueryable<Ban> GetBans([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.BanGroups.Where(g => g.GroupId == group.Id).Select(g => g.Ban);
}

/// <summary>Which members a ban keeps out of every group now.</summary>
public sealed class IsBlacklistedDataLoader(
    CommunityDatabase database, Caller caller, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, bool>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, bool>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return keys.ToDictionary(key => key, _ => false);
        }

        await using var db = database.Create(caller.Scope);
        var bans = await db.FindBansAsync(keys, null, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return keys.ToDictionary(key => key, bans.ContainsKey);
    }
}
