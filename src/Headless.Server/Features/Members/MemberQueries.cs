using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Members;

/// <summary>Members as a list, by id and by an account of theirs.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class MemberQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<MemberFilterInput>]
    [UseSorting<MemberSortInput>]
    [GraphQLDescription("Members that the caller may see: an OWNER or ADMIN those who are or were in one of their groups. Records that were merged into others are left out.")]
    public static IQueryable<Member> GetMembers(CommunityDbContext db) => db.Members.Where(m => m.MergedIntoId == null);

    [Authorize(Policies.Read)]
    [GraphQLDescription("One member; null where there is none or the caller may not see them.")]
    public static Task<Member?> GetMemberByIdAsync(
        [ID<Member>] [GraphQLDescription("The member's global id.")] long id,
        ByIdDataLoader<Member> members,
        CancellationToken cancellationToken) => members.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [GraphQLDescription("The member who has an account on a platform; null where nobody has it or the caller may not see them.")]
    public static Task<Member?> GetMemberByIdentityAsync(
        [GraphQLDescription("The chat platform.")] Platform platform,
        [GraphQLDescription("The account's id there.")] string externalId,
        CommunityDbContext db,
        CancellationToken cancellationToken) =>
        db.Identities.AsNoTracking()
            .Where(i => i.Platform == platform && i.ExternalId == externalId)
            .Select(i => i.Member)
            .FirstOrDefaultAsync(cancellationToken)!;
}
