using Headless.Metrics;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.Sales;

[GraphQLDescription("What came back for what was spent, in one currency. Three numbers with names of their own: the one that articles call ROI and compute as cost ÷ sales is costToSales, and lower is better.")]
public sealed record SalesReturnFigures(
    [property: GraphQLDescription("What was sold: orders that stand as PAID, less what went back.")] Money Revenue,
    [property: GraphQLDescription("What was spent, of the kinds that count: what was entered, and what channels cost, which is AD.")] Money Cost,
    [property: GraphQLDescription("The kinds of costs that count.")] IReadOnlyList<CostKind> IncludedKinds,
    [property: GraphQLDescription("(revenue − cost) ÷ cost: above 0, more came back than was spent. Null with a reason.")] decimal? Roi,
    [property: GraphQLDescription("Revenue ÷ cost. Above 1 is necessary, not enough: what the goods cost is not in it. Null with a reason.")] decimal? Roas,
    [property: GraphQLDescription("Cost ÷ revenue: lower is better. Null with a reason.")] decimal? CostToSales,
    [property: GraphQLDescription("Why one of them is null: NO_COST, NO_REVENUE; null where none is.")] string? NullReason);

/// <summary>Products, consultations, targets, costs and what came back for them.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class SalesQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ProductFilterInput>]
    [UseSorting<ProductSortInput>]
    [GraphQLDescription("What is sold.")]
    public static IQueryable<Product> GetProducts(CommunityDbContext db) => db.Products;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One product; null where there is none.")]
    public static Task<Product?> GetProductByIdAsync(
        [ID<Product>] [GraphQLDescription("The product's global id.")] long id, ByIdDataLoader<Product> products, CancellationToken cancellationToken) => products.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ConsultationFilterInput>]
    [UseSorting<ConsultationSortInput>]
    [GraphQLDescription("What members asked before buying.")]
    public static IQueryable<Consultation> GetConsultations(CommunityDbContext db) => db.Consultations;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<SalesTargetFilterInput>]
    [UseSorting<SalesTargetSortInput>]
    [GraphQLDescription("Targets: those of all, and those of groups that the caller may see.")]
    public static IQueryable<SalesTarget> GetSalesTargets(CommunityDbContext db) => db.SalesTargets;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One target; null where there is none or the caller may not see it.")]
    public static Task<SalesTarget?> GetSalesTargetByIdAsync(
        [ID<SalesTarget>] [GraphQLDescription("The target's global id.")] long id, ByIdDataLoader<SalesTarget> targets, CancellationToken cancellationToken) => targets.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CostEntryFilterInput>]
    [UseSorting<CostEntrySortInput>]
    [GraphQLDescription("Costs: those of groups that the caller may see; who sees everything, also those of all.")]
    public static IQueryable<CostEntry> GetCostEntries(CommunityDbContext db) => db.CostEntries;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The versions of the rule by which orders are put down, the first one first.")]
    public static IQueryable<AttributionRule> GetAttributionRules(CommunityDbContext db) => db.AttributionRules;

    [Authorize(Policies.ReadMetrics)]
    [GraphQLDescription("What came back for what was spent. Amounts in other currencies do not count.")]
    public static async Task<SalesReturnFigures> GetSalesReturnAsync(
        CommunityDbContext db,
        [GraphQLDescription("From when on.")] DateTimeOffset from,
        [GraphQLDescription("Until when; that moment does not count.")] DateTimeOffset to,
        [GraphQLDescription("The ISO 4217 code of the currency.")] string currency,
        [ID<Group>] [GraphQLDescription("Only orders and costs of this group.")] long? groupId,
        [ID<Campaign>] [GraphQLDescription("Only orders and costs of this campaign.")] long? campaignId,
        [GraphQLDescription("The kinds of costs that count; all unless given.")] IReadOnlyList<CostKind>? kinds,
        ReportingCalendar calendar,
        CancellationToken cancellationToken)
    {
        var (first, last) = (from.UtcDateTime, to.UtcDateTime);
        CostKind[] counted = [.. (kinds is { Count: > 0 } ? kinds : Enum.GetValues<CostKind>()).Distinct().Order()];
        var orders = db.Orders.Where(o => o.Status == OrderStatus.Paid && o.PaidAt >= first && o.PaidAt < last && o.Currency == currency);
        var costs = db.CostEntries.Where(c => c.SpentAt >= first && c.SpentAt < last && c.Currency == currency && EF.Parameter(counted).Contains(c.Kind));
        if (groupId is { } group)
        {
            (orders, costs) = (orders.Where(o => o.GroupId == group), costs.Where(c => c.GroupId == group));
        }

        if (campaignId is { } campaign)
        {
            (orders, costs) = (orders.Where(o => o.CampaignId == campaign), costs.Where(c => c.CampaignId == campaign));
        }

        // As the metric ROI: channels are AD, of no group, and seen by who sees everything. A day counts where it begins in the time.
        var channels = 0m;
        if (groupId is null && counted.Contains(CostKind.Ad) && db.Access.IsEverything)
        {
            var (firstDay, endDay) = (FirstDayFrom(calendar, first), FirstDayFrom(calendar, last));
            channels = (await db.ChannelCosts.AsNoTracking()
                .Where(c => c.From < endDay && c.To > firstDay && c.Currency == currency && (campaignId == null || c.CampaignId == campaignId)).ToListAsync(cancellationToken))
                .Sum(c => c.PartOf(firstDay, endDay));
        }

        var figures = new SalesReturn(
            await orders.SumAsync(o => o.Amount, cancellationToken) - await orders.SumAsync(o => o.RefundedAmount, cancellationToken), await costs.SumAsync(c => c.Amount, cancellationToken) + channels);
        return new SalesReturnFigures(
            new Money(figures.Revenue, currency), new Money(figures.Cost, currency), counted, figures.Roi, figures.Roas, figures.CostToSales,
            figures.Cost == 0 ? "NO_COST" : figures.Revenue == 0 ? "NO_REVENUE" : null);
    }

    private static DateOnly FirstDayFrom(ReportingCalendar calendar, DateTime at)
    {
        var day = calendar.DayOf(at);
        return calendar.StartOf(day) == at ? day : day.AddDays(1);
    }
}
