using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Bans;

/// <summary>Bans as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class BanQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<BanFilterInput>]
    [UseSorting<BanSortInput>]
    [GraphQLDescription("Who is or was kept out: an OWNER or ADMIN sees the bans that name a group of theirs, and those of all groups of members whom they may see or who are known by an account only.")]
    public static IQueryable<Ban> GetBans(CommunityDbContext db) => db.Bans;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One ban; null where there is none or the caller may not see it.")]
    public static Task<Ban?> GetBanByIdAsync(
        [ID<Ban>] [GraphQLDescription("The ban's global id.")] long id, ByIdDataLoader<Ban> bans, CancellationToken cancellationToken) =>
        bans.LoadAsync(id, cancellationToken);
}
