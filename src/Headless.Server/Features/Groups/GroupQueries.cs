using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Groups;

/// <summary>Groups as a list, by id and by their id on the platform.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class GroupQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<GroupFilterInput>]
    [UseSorting<GroupSortInput>]
    [GraphQLDescription("Groups that the caller may see.")]
    public static IQueryable<Group> GetGroups(CommunityDbContext db) => db.Groups;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One group; null where there is none or the caller may not see it.")]
    public static Task<Group?> GetGroupByIdAsync(
        [ID<Group>] [GraphQLDescription("The group's global id.")] long id,
        ByIdDataLoader<Group> groups,
        CancellationToken cancellationToken) => groups.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [GraphQLDescription("One group by its id on its platform; null where there is none or the caller may not see it.")]
    public static Task<Group?> GetGroupByExternalIdAsync(
        [GraphQLDescription("The chat platform.")] Platform platform,
        [GraphQLDescription("The group's id there.")] string externalId,
        CommunityDbContext db,
        CancellationToken cancellationToken) =>
        db.Groups.AsNoTracking().FirstOrDefaultAsync(g => g.Platform == platform && g.ExternalId == externalId, cancellationToken);
}
