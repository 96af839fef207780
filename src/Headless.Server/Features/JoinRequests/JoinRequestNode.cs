using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.JoinRequests;

/// <summary>Requests as a list.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class JoinRequestQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<JoinRequestFilterInput>]
    [UseSorting<JoinRequestSortInput>]
    [GraphQLDescription("Who asked to come into the groups that the caller may see: where: { status: { eq: PENDING } }, order: [{ expiresAt: ASC }] is the queue to decide.")]
    public static IQueryable<JoinRequest> GetJoinRequests(CommunityDbContext db) => db.JoinRequests;
}

/// <summary>The requests for a group.</summary>
[ExtendObjectType<Group>]
public sealed class JoinRequestsOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<JoinRequestFilterInput>]
    [UseSorting<JoinRequestSortInput>]
    [GraphQLDescription("Who asked to come in.")]
    public static IQueryable<JoinRequest> GetJoinRequests([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.JoinRequests.Where(r => r.GroupId == group.Id);
}

/// <summary>What a request leads to.</summary>
[ExtendObjectType<JoinRequest>]
public sealed class JoinRequestNode
{
    [GraphQLIgnore]
    public static Task<JoinRequest?> GetJoinRequestAsync(long id, ByIdDataLoader<JoinRequest> requests, CancellationToken cancellationToken) =>
        requests.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(JoinRequest.GroupId))] JoinRequest request, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(request.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member who asks; null: nobody has the account yet, or the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(JoinRequest.MemberId))] JoinRequest request, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(request.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member who recommends or invites them.")]
    public static Task<Member?> GetInvitedByAsync(
        [Parent(nameof(JoinRequest.InvitedById))] JoinRequest request, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(request.InvitedById, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who invites them.")]
    public static Task<Operator?> GetInvitedByOperatorAsync(
        [Parent(nameof(JoinRequest.InvitedByOperatorId))] JoinRequest request, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(request.InvitedByOperatorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The order that paid the fee.")]
    public static Task<Order?> GetOrderAsync(
        [Parent(nameof(JoinRequest.OrderId))] JoinRequest request, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        orders.LoadAsync(request.OrderId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that they took part in.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(JoinRequest.CampaignId))] JoinRequest request, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(request.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who decided.")]
    public static Task<Operator?> GetDecidedByAsync(
        [Parent(nameof(JoinRequest.DecidedById))] JoinRequest request, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(request.DecidedById, cancellationToken);

    [Authorize(Policies.ReadPersonalData)]
    [Cost(20)]
    [GraphQLDescription("Whether they may come in now, with what they sent along: each requirement and whether it is met. A few statements for each request: ask it of the one that you decide.")]
    public static async Task<JoinEligibility?> GetEligibilityAsync(
        [Parent] JoinRequest request, ByIdDataLoader<Group> groups, CommunityDatabase database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await groups.LoadAsync(request.GroupId, cancellationToken) is not { } group)
        {
            return null;
        }

        await using var db = database.Create(AccessScope.Everything);
        return await new JoinEligibilityCheck(db, clock.GetUtcNow().UtcDateTime).RunAsync(
            group, request.MemberId, request.AccountExternalId is { } account ? (request.Platform, account) : null, request.Evidence, cancellationToken);
    }
}
