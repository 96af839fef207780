using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Points;

[GraphQLDescription("A place of a leaderboard of points.")]
public sealed record PointRank(
    [property: GraphQLDescription("The place, from 1. Who has as many has the same place.")] int Rank,
    [property: GraphQLDescription("How many points.")] long Balance,
    [property: GraphQLIgnore] long MemberId);

/// <summary>Programmes of points, ledgers and leaderboards.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class PointQueries
{
    private const int MaxPlaces = 100;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<PointProgramFilterInput>]
    [UseSorting<PointProgramSortInput>]
    [GraphQLDescription("The programmes of points of the whole organisation.")]
    public static IQueryable<PointProgram> GetPointPrograms(CommunityDbContext db) => db.PointPrograms;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One programme of points; null where there is none.")]
    public static Task<PointProgram?> GetPointProgramByIdAsync(
        [ID<PointProgram>] [GraphQLDescription("The programme's global id.")] long id, ByIdDataLoader<PointProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<PointEntryFilterInput>]
    [UseSorting<PointEntrySortInput>]
    [GraphQLDescription("The lines of the ledgers of members whom the caller may see.")]
    public static IQueryable<PointEntry> GetPointEntries(CommunityDbContext db) => db.PointEntries;

    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 10, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("Who has most points. Of a group: its present customers, without accounts that staff control.")]
    public static async Task<IReadOnlyList<PointRank>> GetPointLeaderboardAsync(
        CommunityDbContext db,
        [ID<PointProgram>] [GraphQLDescription("The programme.")] long programId,
        [ID<Group>] [GraphQLDescription("The group; everybody whom the caller may see unless given.")] long? groupId,
        [GraphQLDescription("How many places, at most 100; 10 unless given.")] int? first,
        CancellationToken cancellationToken)
    {
        var count = Math.Clamp(first ?? 10, 0, MaxPlaces);
        var balances = db.PointBalances.Where(b => b.ProgramId == programId);
        var top = groupId is not { } wanted
            ? balances.OrderByDescending(b => b.Balance).ThenBy(b => b.MemberId).Select(b => new { b.Balance, b.MemberId })
            : from membership in db.Memberships
              where membership.GroupId == wanted && membership.LeftAt == null && membership.AccountKind == AccountKind.Customer
              join balance in balances on membership.MemberId equals balance.MemberId
              orderby balance.Balance descending, balance.MemberId
              select new { balance.Balance, balance.MemberId };
        var rows = await top.Take(count).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new PointRank(rows.FindIndex(other => other.Balance == row.Balance) + 1, row.Balance, row.MemberId))];
    }
}

/// <summary>Who has a place.</summary>
[ExtendObjectType<PointRank>]
public sealed class PointRankNode
{
    [Cost(1)]
    [GraphQLDescription("Who; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent] PointRank rank, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(rank.MemberId, cancellationToken);
}
