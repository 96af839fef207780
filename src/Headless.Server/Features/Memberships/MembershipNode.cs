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

/// <summary>How and why somebody came.</summary>
[ExtendObjectType<Membership>]
public sealed class ArrivalOfMembership
{
    [Cost(1)]
    [GraphQLDescription("The channel through which they came, as it is kept here.")]
    public static async Task<JoinChannel?> GetChannelAsync(
        [Parent(nameof(Membership.JoinChannelId))] Membership membership, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        membership.JoinChannelId is { } id ? await channels.LoadAsync(id, cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("The code or link through which they came.")]
    public static async Task<EntryPoint?> GetEntryPointAsync(
        [Parent(nameof(Membership.EntryPointId))] Membership membership, ByIdDataLoader<EntryPoint> entryPoints, CancellationToken cancellationToken) =>
        membership.EntryPointId is { } id ? await entryPoints.LoadAsync(id, cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("The campaign that made them come.")]
    public static async Task<Campaign?> GetJoinCampaignAsync(
        [Parent(nameof(Membership.JoinCampaignId))] Membership membership, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        membership.JoinCampaignId is { } id ? await campaigns.LoadAsync(id, cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("The content that made them come.")]
    public static async Task<ContentItem?> GetJoinContentItemAsync(
        [Parent(nameof(Membership.JoinContentItemId))] Membership membership, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        membership.JoinContentItemId is { } id ? await items.LoadAsync(id, cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("The KOL whose pull made them come; null: none is known, or the caller may not see them.")]
    public static async Task<Member?> GetKolAsync(
        [Parent(nameof(Membership.KolMemberId))] Membership membership, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        membership.KolMemberId is { } id ? await members.LoadAsync(id, cancellationToken) : null;
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
