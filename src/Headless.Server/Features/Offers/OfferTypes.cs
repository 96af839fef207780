using Headless.Server.Access;
using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.Offers;

[GraphQLDescription("What a buyer is promised.")]
public enum OfferPromise
{
    FreeShipping = 1,
    SevenDayReturn = 2,
    Genuine = 4,
}

/// <summary><c>enum OfferPromise</c>.</summary>
public sealed class OfferPromiseEnumType : EnumType<OfferPromise>
{
    protected override void Configure(IEnumTypeDescriptor<OfferPromise> descriptor)
    {
        descriptor.Description("What a buyer is promised.");
        descriptor.Value(OfferPromise.FreeShipping).Description("包邮: shipping costs nothing.");
        descriptor.Value(OfferPromise.SevenDayReturn).Description("七天无理由: it can be given back within seven days.");
        descriptor.Value(OfferPromise.Genuine).Description("正品: it is no imitation.");
    }
}

/// <summary><c>enum OfferItemRole</c>.</summary>
public sealed class OfferItemRoleEnumType : EnumType<OfferItemRole>
{
    protected override void Configure(IEnumTypeDescriptor<OfferItemRole> descriptor)
    {
        descriptor.Description("What an item of an offer is there for.");
        descriptor.Value(OfferItemRole.Hero).Description("A high price, which keeps the average order up.");
        descriptor.Value(OfferItemRole.Volume).Description("A low price, of which many are sold.");
        descriptor.Value(OfferItemRole.Clearance).Description("What has to go.");
        descriptor.Value(OfferItemRole.Seasonal).Description("What the season asks for.");
    }
}

/// <summary><c>enum ReservationStatus</c>.</summary>
public sealed class ReservationStatusEnumType : EnumType<ReservationStatus>
{
    protected override void Configure(IEnumTypeDescriptor<ReservationStatus> descriptor)
    {
        descriptor.Description("What became of units that are held: HELD → SOLD, RELEASED or EXPIRED.");
        descriptor.Value(ReservationStatus.Held).Description("They are kept for somebody.");
        descriptor.Value(ReservationStatus.Sold).Description("They are sold.");
        descriptor.Value(ReservationStatus.Released).Description("They were given back.");
        descriptor.Value(ReservationStatus.Expired).Description("Their time passed: they are in stock again.");
    }
}

/// <summary><c>type Offer</c>.</summary>
public sealed class OfferObjectType : ObjectType<Offer>
{
    protected override void Configure(IObjectTypeDescriptor<Offer> descriptor)
    {
        descriptor.Description("What members of a campaign can buy, and on which terms.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(o => o.Id).ResolveNodeWith<OfferNode>(n => OfferNode.GetOfferAsync(default, default!, default));
        descriptor.Field(o => o.Id).Description("The global id, stable for the life of the offer: use it as cache key.");
        descriptor.Field(o => o.Name).Description("The name.");
        descriptor.Field(o => o.Url).Description("Where it can be bought: an address apart from the site's own.");
        descriptor.Field(o => o.Audience).Description("For whom it is, in words.");
        descriptor.Field(o => o.Currency).Description("The ISO 4217 code of every amount of it.");
        descriptor.Field(o => o.CreatedAt).Description("When it was entered here.");
        descriptor.Field(o => o.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(o => o.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

[GraphQLDescription("What an offer is expected to bring, from the items whose expected units are known.")]
public sealed record OfferForecast(
    [property: GraphQLDescription("The units of all items together.")] int Units,
    [property: GraphQLDescription("What they bring.")] Money Revenue,
    [property: GraphQLDescription("What a unit brings on average; null without units. An order may hold more than one unit.")] Money? AverageUnitRevenue,
    [property: GraphQLDescription("Revenue less cost; null with nullReason.")] Money? Margin,
    [property: GraphQLDescription("UNIT_COST_UNKNOWN where the cost of an item that is to be sold is not known: its margin would be made up. Null otherwise.")] string? NullReason,
    [property: GraphQLDescription("LOSS_BEYOND_CAP where the margin is a loss larger than lossCap; null otherwise. It warns and forbids nothing.")] string? Warning);

/// <summary>What an offer leads to.</summary>
[ExtendObjectType<Offer>]
public sealed class OfferNode
{
    private const string CostUnknown = "UNIT_COST_UNKNOWN";
    private const string LossBeyondCap = "LOSS_BEYOND_CAP";

    [GraphQLIgnore]
    public static Task<Offer?> GetOfferAsync(long id, ByIdDataLoader<Offer> offers, CancellationToken cancellationToken) => offers.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign.")]
    public static Task<Campaign?> GetCampaignAsync([Parent(nameof(Offer.CampaignId))] Offer offer, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(offer.CampaignId, cancellationToken);

    [ListSize(AssumedSize = 3)]
    [GraphQLDescription("What a buyer is promised.")]
    public static IReadOnlyList<OfferPromise> GetPromises([Parent(nameof(Offer.Promises))] Offer offer) =>
        [.. Enum.GetValues<OfferPromise>().Where(promise => offer.Promises.HasFlag((OfferPromises)promise))];

    [GraphQLDescription("How much it may lose.")]
    public static Money GetLossCap([Parent($"{nameof(Offer.LossCap)} {nameof(Offer.Currency)}")] Offer offer) => new(offer.LossCap, offer.Currency);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true, ConnectionName = "OfferItems")]
    [UseFiltering<OfferItemFilterInput>]
    [UseSorting<OfferItemSortInput>]
    [GraphQLDescription("What can be bought.")]
    public static IQueryable<OfferItem> GetItems([Parent(nameof(Offer.Id))] Offer offer, CommunityDbContext db) => db.OfferItems.Where(i => i.OfferId == offer.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("What it is expected to bring.")]
    public static async Task<OfferForecast> GetForecastAsync(
        [Parent($"{nameof(Offer.Id)} {nameof(Offer.Currency)} {nameof(Offer.LossCap)}")] Offer offer, OfferItemsDataLoader items, CancellationToken cancellationToken)
    {
        var sold = (await items.LoadAsync(offer.Id, cancellationToken) ?? []).Where(i => i.ExpectedUnits > 0).ToList();
        var units = sold.Sum(i => i.ExpectedUnits!.Value);
        var revenue = sold.Sum(i => i.Price * i.ExpectedUnits!.Value);
        var margin = sold.Exists(i => i.UnitCost is null) ? (decimal?)null : sold.Sum(i => (i.Price - i.UnitCost!.Value) * i.ExpectedUnits!.Value);
        return new OfferForecast(
            units,
            new Money(revenue, offer.Currency),
            units == 0 ? null : new Money(decimal.Round(revenue / units, 4), offer.Currency),
            margin is { } amount ? new Money(amount, offer.Currency) : null,
            margin is null ? CostUnknown : null,
            margin < -offer.LossCap ? LossBeyondCap : null);
    }
}

/// <summary>The items of offers: one statement for a list.</summary>
public sealed class OfferItemsDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, OfferItem>(batchScheduler, options)
{
    protected override async Task<ILookup<long, OfferItem>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return (await db.OfferItems.AsNoTracking().Where(i => keys.Contains(i.OfferId)).ToListAsync(cancellationToken)).ToLookup(i => i.OfferId);
    }
}

/// <summary><c>type OfferItem</c>.</summary>
public sealed class OfferItemObjectType : ObjectType<OfferItem>
{
    protected override void Configure(IObjectTypeDescriptor<OfferItem> descriptor)
    {
        descriptor.Description("A product of an offer, with its price and its stock.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(i => i.Id).ResolveNodeWith<OfferItemNode>(n => OfferItemNode.GetOfferItemAsync(default, default!, default));
        descriptor.Field(i => i.Id).Description("The global id, stable for the life of the item: use it as cache key.");
        descriptor.Field(i => i.Product).Description("The product in words.");
        descriptor.Field(i => i.Sku).Description("The shop's number of it.");
        descriptor.Field(i => i.Role).Description("What it is there for.");
        descriptor.Field(i => i.ListPrice).Description("What it usually costs, in the offer's currency.");
        descriptor.Field(i => i.Price).Description("What it costs here, in the offer's currency.");
        descriptor.Field(i => i.SiteMinimumPrice).Description("The least that it costs on the site, which the price is below; null: it is not known.");
        descriptor.Field(i => i.UnitCost).Description("What it costs the seller; null: it is not known.");
        descriptor.Field(i => i.ExpectedUnits).Description("How many are expected to be sold.");
        descriptor.Field(i => i.Stock).Description("How many there are to sell in all; null: as many as are wanted.");
        descriptor.Field(i => i.Reserved).Description("How many are held for somebody.");
        descriptor.Field(i => i.Sold).Description("How many are sold.");
        descriptor.Field(i => i.LowStockAt).Description("With so many left the merchant is told (STOCK_LOW); null: never.");
        descriptor.Field(i => i.IsLow).Description("Whether the merchant was told that few are left.");
        descriptor.Field(i => i.CreatedAt).Description("When it was entered here.");
        descriptor.Field(i => i.Version).Description("Goes up with every change but those of the stock. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary>What an item says of itself and leads to.</summary>
[ExtendObjectType<OfferItem>]
public sealed class OfferItemNode
{
    [GraphQLIgnore]
    public static Task<OfferItem?> GetOfferItemAsync(long id, ByIdDataLoader<OfferItem> items, CancellationToken cancellationToken) => items.LoadAsync(id, cancellationToken);

    [GraphQLDescription("How many can still be reserved; null: as many as are wanted.")]
    public static int? GetAvailable([Parent($"{nameof(OfferItem.Stock)} {nameof(OfferItem.Reserved)} {nameof(OfferItem.Sold)}")] OfferItem item) => item.Available;

    [GraphQLDescription("price ÷ listPrice: 0.3 is 三折, thirty per cent of the price. Null where it usually costs nothing.")]
    public static decimal? GetPriceFraction([Parent($"{nameof(OfferItem.Price)} {nameof(OfferItem.ListPrice)}")] OfferItem item) =>
        item.ListPrice == 0 ? null : decimal.Round(item.Price / item.ListPrice, 4);

    [Cost(1)]
    [GraphQLDescription("The product of the catalogue; null where the item names none.")]
    public static Task<Product?> GetCatalogProductAsync([Parent(nameof(OfferItem.ProductId))] OfferItem item, ByIdDataLoader<Product> products, CancellationToken cancellationToken) =>
        products.LoadAsync(item.ProductId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The offer.")]
    public static Task<Offer?> GetOfferAsync([Parent(nameof(OfferItem.OfferId))] OfferItem item, ByIdDataLoader<Offer> offers, CancellationToken cancellationToken) =>
        offers.LoadAsync(item.OfferId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The units that are or were held, the first one first.")]
    public static IQueryable<StockReservation> GetReservations([Parent(nameof(OfferItem.Id))] OfferItem item, CommunityDbContext db) =>
        db.StockReservations.Where(r => r.OfferItemId == item.Id);
}

/// <summary><c>type StockReservation</c>.</summary>
public sealed class StockReservationObjectType : ObjectType<StockReservation>
{
    protected override void Configure(IObjectTypeDescriptor<StockReservation> descriptor)
    {
        descriptor.Description("Units that are held for somebody.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<StockReservationNode>(n => StockReservationNode.GetReservationAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id, stable for the life of the reservation: use it as cache key.");
        descriptor.Field(r => r.Reference).Description("What the shop calls it: an order, a basket.");
        descriptor.Field(r => r.Quantity).Description("How many units.");
        descriptor.Field(r => r.Status).Description("What became of them.");
        descriptor.Field(r => r.ExpiresAt).Description("When they fall back into the stock; null: not by themselves.");
        descriptor.Field(r => r.ClosedAt).Description("When they were sold, given back or expired.");
        descriptor.Field(r => r.CreatedAt).Description("When they were reserved.");
    }
}

/// <summary>What a reservation leads to.</summary>
[ExtendObjectType<StockReservation>]
public sealed class StockReservationNode
{
    [GraphQLIgnore]
    public static Task<StockReservation?> GetReservationAsync(long id, ByIdDataLoader<StockReservation> reservations, CancellationToken cancellationToken) =>
        reservations.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The item.")]
    public static Task<OfferItem?> GetItemAsync(
        [Parent(nameof(StockReservation.OfferItemId))] StockReservation reservation, ByIdDataLoader<OfferItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(reservation.OfferItemId, cancellationToken);
}

/// <summary>The offers of a campaign.</summary>
[ExtendObjectType<Campaign>]
public sealed class CampaignOffers
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("What can be bought in it.")]
    public static IQueryable<Offer> GetOffers([Parent(nameof(Campaign.Id))] Campaign campaign, CommunityDbContext db) => db.Offers.Where(o => o.CampaignId == campaign.Id);
}

/// <summary>Offers as a list.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class OfferQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<OfferItemFilterInput>]
    [UseSorting<OfferItemSortInput>]
    [GraphQLDescription("What can be bought in the campaigns that the caller may see: isLow finds what runs out.")]
    public static IQueryable<OfferItem> GetOfferItems(CommunityDbContext db) => db.OfferItems;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One offer; null where there is none or the caller may not see it.")]
    public static Task<Offer?> GetOfferByIdAsync([ID<Offer>] [GraphQLDescription("The offer's global id.")] long id, ByIdDataLoader<Offer> offers, CancellationToken cancellationToken) =>
        offers.LoadAsync(id, cancellationToken);
}

/// <summary><c>input OfferFilterInput</c>.</summary>
public sealed class OfferFilterInput : FilterInputType<Offer>
{
    protected override void Configure(IFilterInputTypeDescriptor<Offer> descriptor)
    {
        descriptor.Description("Conditions on offers; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(o => o.Name).Description("The name.");
        descriptor.Field(o => o.Campaign).Type<CampaignFilterInput>().Description("The campaign.");
    }
}

/// <summary><c>input OfferItemFilterInput</c>.</summary>
public sealed class OfferItemFilterInput : FilterInputType<OfferItem>
{
    protected override void Configure(IFilterInputTypeDescriptor<OfferItem> descriptor)
    {
        descriptor.Description("Conditions on items of offers; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(i => i.Product).Description("The product in words.");
        descriptor.Field(i => i.Sku).Description("The shop's number of it.");
        descriptor.Field(i => i.Role).Description("What it is there for.");
        descriptor.Field(i => i.IsLow).Description("Whether the merchant was told that few are left.");
        descriptor.Field(i => i.Price).Description("What it costs.");
        descriptor.Field(i => i.Offer).Type<OfferFilterInput>().Description("The offer.");
    }
}

/// <summary><c>input OfferItemSortInput</c>.</summary>
public sealed class OfferItemSortInput : SortInputType<OfferItem>
{
    protected override void Configure(ISortInputTypeDescriptor<OfferItem> descriptor)
    {
        descriptor.Description("The order of items. Items that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.Product).Description("By product.");
        descriptor.Field(i => i.Price).Description("By price.");
        descriptor.Field(i => i.CreatedAt).Description("By time of entry.");
    }
}
