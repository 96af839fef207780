using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Memberships;

/// <summary>Stays as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class MembershipQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<MembershipFilterInput>]
    [UseSorting<MembershipSortInput>]
    [GraphQLDescription("The stays in all groups that the caller may see, ended or not.")]
    public static IQueryable<Membership> GetMemberships(CommunityDbContext db) => db.Memberships;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One stay; null where there is none or the caller may not see it.")]
    public static Task<Membership?> GetMembershipByIdAsync(
        [ID<Membership>] [GraphQLDescription("The stay's global id.")] long id,
        ByIdDataLoader<Membership> memberships,
        CancellationToken cancellationToken) => memberships.LoadAsync(id, cancellationToken);
}
