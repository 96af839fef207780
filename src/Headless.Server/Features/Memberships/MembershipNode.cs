using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Memberships;

/// <summary>What a stay leads to.</summary>
[ExtendObjectType<Membership>]
public sealed class MembershipNode
{
    [GraphQLIgnore]
    public static Task<Membership?> GetMembershipAsync(long id, ByIdDataLoader<Membership> memberships, CancellationToken cancellationToken) =>
        memberships.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(Membership.GroupId))] Membership membership, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(membership.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(Membership.MemberId))] Membership membership, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(membership.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member who brought this one; null: nobody is known to, or the caller may not see them.")]
    public static async Task<Member?> GetInvitedByAsync(
        [Parent(nameof(Membership.InvitedById))] Membership membership, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        membership.InvitedById is { } id ? await members.LoadAsync(id, cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("The operator who answers for the account where staff controls it.")]
    public static async Task<Operator?> GetControlledByAsync(
        [Parent(nameof(Membership.ControlledById))] Membership membership, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        membership.ControlledById is { } id ? await operators.LoadAsync(id, cancellationToken) : null;
}

/// <summary>The stays in a group.</summary>
[ExtendObjectType<Group>]
public sealed class MembershipsOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<MembershipFilterInput>]
    [UseSorting<MembershipSortInput>]
    [GraphQLDescription("The stays in the group, ended or not: where: { leftAt: { eq: null } } finds the members of now.")]
    public static IQueryable<Membership> GetMemberships([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Memberships.Where(m => m.GroupId == group.Id);
}
