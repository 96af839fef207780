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
    public static Task<Member?> GetInvitedByAsync(
        [Parent(nameof(Membership.InvitedById))] Membership membership, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(membership.InvitedById, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who answers for the account where staff controls it.")]
    public static Task<Operator?> GetControlledByAsync(
        [Parent(nameof(Membership.ControlledById))] Membership membership, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(membership.ControlledById, cancellationToken);
}

/// <summary>How and why somebody came.</summary>
[ExtendObjectType<Membership>]
public sealed class ArrivalOfMembership
{
    [Cost(1)]
    [GraphQLDescription("The channel through which they came, as it is kept here.")]
    public static Task<JoinChannel?> GetChannelAsync(
        [Parent(nameof(Membership.JoinChannelId))] Membership membership, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(membership.JoinChannelId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The code or link through which they came.")]
    public static Task<EntryPoint?> GetEntryPointAsync(
        [Parent(nameof(Membership.EntryPointId))] Membership membership, ByIdDataLoader<EntryPoint> entryPoints, CancellationToken cancellationToken) =>
        entryPoints.LoadAsync(membership.EntryPointId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that made them come.")]
    public static Task<Campaign?> GetJoinCampaignAsync(
        [Parent(nameof(Membership.JoinCampaignId))] Membership membership, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(membership.JoinCampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The content that made them come.")]
    public static Task<ContentItem?> GetJoinContentItemAsync(
        [Parent(nameof(Membership.JoinContentItemId))] Membership membership, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(membership.JoinContentItemId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The KOL whose pull made them come; null: none is known, or the caller may not see them.")]
    public static Task<Member?> GetKolAsync(
        [Parent(nameof(Membership.KolMemberId))] Membership membership, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(membership.KolMemberId, cancellationToken);
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
