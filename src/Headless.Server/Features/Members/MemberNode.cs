using Headless.Server.Access;
using Headless.Server.Features.Memberships;
using Headless.Server.Reading;

namespace Headless.Server.Features.Members;

/// <summary>What a member leads to, besides their tags.</summary>
[ExtendObjectType<Member>]
public sealed class MemberNode
{
    [GraphQLIgnore]
    public static Task<Member?> GetMemberAsync(long id, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<IdentityFilterInput>]
    [UseSorting<IdentitySortInput>]
    [GraphQLDescription("Their accounts on platforms.")]
    public static IQueryable<Identity> GetIdentities([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Identities.Where(i => i.MemberId == member.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<MembershipFilterInput>]
    [UseSorting<MembershipSortInput>]
    [GraphQLDescription("Their stays in the groups that the caller may see, ended or not: who leaves and returns has two.")]
    public static IQueryable<Membership> GetMemberships([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Memberships.Where(m => m.MemberId == member.Id);
}

/// <summary>What an account leads to.</summary>
[ExtendObjectType<Identity>]
public sealed class IdentityNode
{
    [GraphQLIgnore]
    public static Task<Identity?> GetIdentityAsync(long id, ByIdDataLoader<Identity> identities, CancellationToken cancellationToken) =>
        identities.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member who has the account.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(Identity.MemberId))] Identity identity, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(identity.MemberId, cancellationToken);
}
