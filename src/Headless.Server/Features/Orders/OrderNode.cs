using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Orders;

/// <summary>What an order leads to. A connector that may only report orders gets no further than the order.</summary>
[ExtendObjectType<Order>]
public sealed class OrderNode
{
    [GraphQLIgnore]
    public static Task<Order?> GetOrderAsync(long id, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        orders.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What was paid.")]
    public static Money GetAmount([Parent($"{nameof(Order.Amount)} {nameof(Order.Currency)}")] Order order) => new(order.Amount, order.Currency);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("The buyer; null while unknown, or where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(Order.MemberId))] Order order, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(order.MemberId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("The group that it is put down to.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(Order.GroupId))] Order order, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(order.GroupId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("The campaign that it is put down to.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(Order.CampaignId))] Order order, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(order.CampaignId, cancellationToken);
}

/// <summary>The orders of a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberOrders
{
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<OrderFilterInput>]
    [UseSorting<OrderSortInput>]
    [GraphQLDescription("What they bought, as far as the caller may see it.")]
    public static IQueryable<Order> GetOrders([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Orders.Where(o => o.MemberId == member.Id);
}

/// <summary>The orders of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupOrders
{
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<OrderFilterInput>]
    [UseSorting<OrderSortInput>]
    [GraphQLDescription("The orders that are put down to the group.")]
    public static IQueryable<Order> GetOrders([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Orders.Where(o => o.GroupId == group.Id);
}

/// <summary>The orders of a campaign.</summary>
[ExtendObjectType<Campaign>]
public sealed class CampaignOrders
{
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<OrderFilterInput>]
    [UseSorting<OrderSortInput>]
    [GraphQLDescription("The orders that are put down to the campaign.")]
    public static IQueryable<Order> GetOrders([Parent(nameof(Campaign.Id))] Campaign campaign, CommunityDbContext db) =>
        db.Orders.Where(o => o.CampaignId == campaign.Id);
}
