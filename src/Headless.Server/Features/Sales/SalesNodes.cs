using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.Sales;

/// <summary>What a product leads to.</summary>
[ExtendObjectType<Product>]
public sealed class ProductNode
{
    [GraphQLIgnore]
    public static Task<Product?> GetProductAsync(long id, ByIdDataLoader<Product> products, CancellationToken cancellationToken) => products.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What it costs.")]
    public static Money GetPrice([Parent($"{nameof(Product.Price)} {nameof(Product.Currency)}")] Product product) => new(product.Price, product.Currency);

    [GraphQLDescription("Nobody may sell it for less; null: no limit.")]
    public static Money? GetFloorPrice([Parent($"{nameof(Product.FloorPrice)} {nameof(Product.Currency)}")] Product product) =>
        product.FloorPrice is { } floor ? new Money(floor, product.Currency) : null;
}

/// <summary>What an order is made of and what became of it.</summary>
[ExtendObjectType<Order>]
public sealed class OrderSales
{
    [GraphQLDescription("How much of it went back.")]
    public static Money GetRefunded([Parent($"{nameof(Order.Amount)} {nameof(Order.RefundedAmount)} {nameof(Order.Status)} {nameof(Order.Currency)}")] Order order) =>
        new(order.Status == OrderStatus.Refunded ? order.Amount : order.RefundedAmount, order.Currency);

    [GraphQLDescription("What remains of it: what was paid less what went back; 0 where it was cancelled.")]
    public static Money GetNet([Parent($"{nameof(Order.Amount)} {nameof(Order.RefundedAmount)} {nameof(Order.Status)} {nameof(Order.Currency)}")] Order order) =>
        new(order.Status == OrderStatus.Paid ? order.Amount - order.RefundedAmount : 0, order.Currency);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true, ConnectionName = "OrderItems")]
    [GraphQLDescription("What was bought, where the shop said so.")]
    public static IQueryable<OrderItem> GetItems([Parent(nameof(Order.Id))] Order order, CommunityDbContext db) => db.OrderItems.Where(i => i.OrderId == order.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("What went back.")]
    public static IQueryable<Refund> GetRefunds([Parent(nameof(Order.Id))] Order order, CommunityDbContext db) => db.Refunds.Where(r => r.OrderId == order.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("What it is put down to, by each version of the rule that was run over it.")]
    public static IQueryable<OrderAttribution> GetAttributions([Parent(nameof(Order.Id))] Order order, CommunityDbContext db) =>
        db.OrderAttributions.Where(a => a.OrderId == order.Id);
}

/// <summary>What a line of an order leads to.</summary>
[ExtendObjectType<OrderItem>]
public sealed class OrderItemNode
{
    [Cost(1)]
    [GraphQLDescription("What one cost.")]
    public static async Task<Money?> GetUnitPriceAsync(
        [Parent($"{nameof(OrderItem.UnitPrice)} {nameof(OrderItem.OrderId)}")] OrderItem item, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        await orders.LoadAsync(item.OrderId, cancellationToken) is { } order ? new Money(item.UnitPrice, order.Currency) : null;

    [Cost(1)]
    [GraphQLDescription("The product; null where it is not known here.")]
    public static Task<Product?> GetProductAsync([Parent(nameof(OrderItem.ProductId))] OrderItem item, ByIdDataLoader<Product> products, CancellationToken cancellationToken) =>
        products.LoadAsync(item.ProductId, cancellationToken);
}

/// <summary>What a refund leads to.</summary>
[ExtendObjectType<Refund>]
public sealed class RefundNode
{
    [GraphQLIgnore]
    public static Task<Refund?> GetRefundAsync(long id, ByIdDataLoader<Refund> refunds, CancellationToken cancellationToken) => refunds.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("How much.")]
    public static async Task<Money?> GetAmountAsync(
        [Parent($"{nameof(Refund.Amount)} {nameof(Refund.OrderId)}")] Refund refund, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        await orders.LoadAsync(refund.OrderId, cancellationToken) is { } order ? new Money(refund.Amount, order.Currency) : null;

    [Cost(1)]
    [GraphQLDescription("The order.")]
    public static Task<Order?> GetOrderAsync([Parent(nameof(Refund.OrderId))] Refund refund, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        orders.LoadAsync(refund.OrderId, cancellationToken);
}

/// <summary>What a consultation leads to.</summary>
[ExtendObjectType<Consultation>]
public sealed class ConsultationNode
{
    [GraphQLIgnore]
    public static Task<Consultation?> GetConsultationAsync(long id, ByIdDataLoader<Consultation> consultations, CancellationToken cancellationToken) =>
        consultations.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who asked; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(Consultation.MemberId))] Consultation consultation, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(consultation.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group in which, or because of which, they asked.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(Consultation.GroupId))] Consultation consultation, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(consultation.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The product.")]
    public static Task<Product?> GetProductAsync(
        [Parent(nameof(Consultation.ProductId))] Consultation consultation, ByIdDataLoader<Product> products, CancellationToken cancellationToken) =>
        products.LoadAsync(consultation.ProductId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("What they bought.")]
    public static Task<Order?> GetOrderAsync([Parent(nameof(Consultation.OrderId))] Consultation consultation, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        orders.LoadAsync(consultation.OrderId, cancellationToken);
}

/// <summary>What a cost leads to.</summary>
[ExtendObjectType<CostEntry>]
public sealed class CostEntryNode
{
    [GraphQLIgnore]
    public static Task<CostEntry?> GetCostEntryAsync(long id, ByIdDataLoader<CostEntry> costs, CancellationToken cancellationToken) => costs.LoadAsync(id, cancellationToken);

    [GraphQLDescription("How much.")]
    public static Money GetAmount([Parent($"{nameof(CostEntry.Amount)} {nameof(CostEntry.Currency)}")] CostEntry cost) => new(cost.Amount, cost.Currency);

    [Cost(1)]
    [GraphQLDescription("The group; null: all.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(CostEntry.GroupId))] CostEntry cost, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(cost.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign; null: none, or the caller may not see it.")]
    public static Task<Campaign?> GetCampaignAsync([Parent(nameof(CostEntry.CampaignId))] CostEntry cost, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(cost.CampaignId, cancellationToken);
}

/// <summary>What a version of the rule leads to.</summary>
[ExtendObjectType<AttributionRule>]
public sealed class AttributionRuleNode
{
    [GraphQLIgnore]
    public static Task<AttributionRule?> GetAttributionRuleAsync(long id, ByIdDataLoader<AttributionRule> rules, CancellationToken cancellationToken) => rules.LoadAsync(id, cancellationToken);
}

/// <summary>What a result leads to.</summary>
[ExtendObjectType<OrderAttribution>]
public sealed class OrderAttributionNode
{
    [Cost(1)]
    [GraphQLDescription("The version of the rule.")]
    public static Task<AttributionRule?> GetRuleAsync([Parent(nameof(OrderAttribution.RuleId))] OrderAttribution result, ByIdDataLoader<AttributionRule> rules, CancellationToken cancellationToken) =>
        rules.LoadAsync(result.RuleId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group; null: none, or the caller may not see it.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(OrderAttribution.GroupId))] OrderAttribution result, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(result.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign; null: none, or the caller may not see it.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(OrderAttribution.CampaignId))] OrderAttribution result, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(result.CampaignId, cancellationToken);
}
