using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Offers;

[GraphQLDescription("Units to hold for somebody.")]
public sealed record ReserveStockInput(
    [property: ID<OfferItem>] [property: GraphQLDescription("The item.")] long OfferItemId,
    [property: GraphQLDescription("How many units, 1 to 10 000; 1 unless given.")] int? Quantity,
    [property: GraphQLDescription("What the shop calls it: an order, a basket; at most 200 characters. Sent again with the same one, nothing more is held and the answer is the reservation of the first time.")] string Reference,
    [property: GraphQLDescription("After how many minutes they fall back into the stock, at most 10 080 (a week); not by themselves unless given.")] int? ExpiresInMinutes);

[GraphQLDescription("Units that were sold.")]
public sealed record SellReservationInput([property: ID<StockReservation>] [property: GraphQLDescription("The reservation, which is HELD.")] long Id);

[GraphQLDescription("Units to give back.")]
public sealed record ReleaseReservationInput([property: ID<StockReservation>] [property: GraphQLDescription("The reservation, which is HELD.")] long Id);

[GraphQLDescription("Units that came into the stock.")]
public sealed record AddStockInput(
    [property: ID<OfferItem>] [property: GraphQLDescription("The item, which has a stock.")] long OfferItemId,
    [property: GraphQLDescription("How many more there are to sell: 1 to 100 000 000.")] int Quantity);

/// <summary>The rules of <see cref="ReserveStockInput"/>.</summary>
public sealed class ReserveStockValidator : AbstractValidator<ReserveStockInput>
{
    public ReserveStockValidator()
    {
        RuleFor(i => i.Quantity).InclusiveBetween(1, StockReservation.MaxQuantity);
        RuleFor(i => i.Reference).NotEmpty().MaximumLength(StockReservation.ReferenceMaxLength).PlainText();
        RuleFor(i => i.ExpiresInMinutes).InclusiveBetween(1, 7 * 24 * 60);
    }
}

/// <summary>The rules of <see cref="SellReservationInput"/>: none beyond its types.</summary>
public sealed class SellReservationValidator : AbstractValidator<SellReservationInput>;

/// <summary>The rules of <see cref="ReleaseReservationInput"/>: none beyond its types.</summary>
public sealed class ReleaseReservationValidator : AbstractValidator<ReleaseReservationInput>;

/// <summary>The rules of <see cref="AddStockInput"/>.</summary>
public sealed class AddStockValidator : AbstractValidator<AddStockInput>
{
    public AddStockValidator() => RuleFor(i => i.Quantity).InclusiveBetween(1, OfferItem.MaxStock);
}

/// <summary>Holds, sells and gives back units. Every figure is changed by one guarded statement, so that nothing is sold twice however many ask at once.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class StockMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Holds units of an item for somebody. Of many who ask for the last one, one gets it; the others are refused with OUT_OF_STOCK. With lowStockAt left, STOCK_LOW goes into the log once.")]
    public static Task<StockReservation> ReserveStockAsync(ReserveStockInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<OfferItem>(input.OfferItemId, "offerItemId", q => q.AsNoTracking().Include(i => i.Offer));
                if (await session.Db.StockReservations.FirstOrDefaultAsync(r => r.OfferItemId == item.Id && r.Reference == input.Reference, session.CancellationToken) is { } earlier)
                {
                    return earlier;
                }

                var quantity = input.Quantity ?? 1;
                var taken = await session.Db.OfferItems
                    .Where(i => i.Id == item.Id && (i.Stock == null || i.Stock - i.Reserved - i.Sold >= quantity))
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.Reserved, i => i.Reserved + quantity), session.CancellationToken);
                if (taken == 0)
                {
                    throw new DomainException(DomainErrorCodes.OutOfStock, "There are not so many left: ask for fewer, or have the merchant add stock.");
                }

                var reservation = new StockReservation
                {
                    OfferItemId = item.Id, Reference = input.Reference, Quantity = quantity, ExpiresAt = input.ExpiresInMinutes is { } minutes ? session.Now.AddMinutes(minutes) : null,
                };
                session.Db.StockReservations.Add(reservation);
                session.RecordStock(ActivityKind.StockReserved, item, quantity);
                await TellIfLowAsync(session, item);
                return reservation;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says that units which are held were sold.")]
    public static Task<StockReservation> SellReservationAsync(SellReservationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => StockBooking.CloseAsync(session, input.Id, ReservationStatus.Sold, ActivityKind.StockSold), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Gives units that are held back into the stock.")]
    public static Task<StockReservation> ReleaseReservationAsync(ReleaseReservationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => StockBooking.CloseAsync(session, input.Id, ReservationStatus.Released, ActivityKind.StockReleased), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Adds units to the stock of an item. Once there are more than lowStockAt, the merchant can be told anew.")]
    public static Task<OfferItem> AddStockAsync(AddStockInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<OfferItem>(input.OfferItemId, "offerItemId", q => q.AsNoTracking().Include(i => i.Offer));
                var quantity = input.Quantity;
                if (await session.Db.OfferItems.Where(i => i.Id == item.Id && i.Stock != null && i.Stock <= OfferItem.MaxStock - quantity)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(i => i.Stock, i => i.Stock + quantity)
                            .SetProperty(i => i.IsLow, i => i.IsLow && i.LowStockAt != null && i.Stock + quantity - i.Reserved - i.Sold <= i.LowStockAt),
                        session.CancellationToken) == 0)
                {
                    throw new DomainException(DomainErrorCodes.StockNotCounted, "The item has no stock to add to, or would have more than 100 000 000.");
                }

                session.Audit(nameof(OfferItem), 1);
                session.RecordStock(ActivityKind.StockAdded, item, quantity);
                return await session.Db.OfferItems.AsNoTracking().FirstAsync(i => i.Id == item.Id, session.CancellationToken);
            },
            cancellationToken);

    /// <summary>The one whose unit it was tells, whoever else asks at the same time.</summary>
    private static async Task TellIfLowAsync(WriteSession session, OfferItem item)
    {
        if (await session.Db.OfferItems
            .Where(i => i.Id == item.Id && !i.IsLow && i.LowStockAt != null && i.Stock != null && i.Stock - i.Reserved - i.Sold <= i.LowStockAt)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.IsLow, true), session.CancellationToken) == 1)
        {
            session.RecordStock(ActivityKind.StockLow, item, quantity: null);
        }
    }
}

/// <summary>Books units.</summary>
internal static class StockBooking
{
    public static void RecordStock(this WriteSession session, ActivityKind kind, OfferItem item, int? quantity) => session.Record(
        kind,
        () => new ActivitySubject
        {
            CampaignId = item.Offer.CampaignId,
            Text = item.Product,
            Data = new System.Text.Json.Nodes.JsonObject { ["sku"] = item.Sku, ["quantity"] = quantity }.ToJsonString(),
        });

    /// <summary>Closes a reservation, and books its units. Two who close it at once: the version lets one of them.</summary>
    /// <exception cref="InvalidTransitionException">It is closed.</exception>
    public static async Task<StockReservation> CloseAsync(WriteSession session, long id, ReservationStatus status, ActivityKind kind)
    {
        var reservation = await session.FindAsync<StockReservation>(id, "id", q => q.Include(r => r.OfferItem.Offer));
        await CloseAsync(session, reservation, status, kind);
        return reservation;
    }

    public static async Task CloseAsync(WriteSession session, StockReservation reservation, ReservationStatus status, ActivityKind kind)
    {
        reservation.Close(status, session.Now);
        await session.Db.SaveChangesAsync(session.CancellationToken);
        var (quantity, sold) = (reservation.Quantity, status == ReservationStatus.Sold ? reservation.Quantity : 0);
        await session.Db.OfferItems.Where(i => i.Id == reservation.OfferItemId).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.Reserved, i => i.Reserved - quantity).SetProperty(i => i.Sold, i => i.Sold + sold), session.CancellationToken);
        session.RecordStock(kind, reservation.OfferItem, quantity);
    }
}

/// <summary>Gives back what was held too long.</summary>
internal sealed class ReservationExpiry : ITimedWork
{
    private const int AtOnce = 200;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        db.StockReservations.AnyAsync(r => r.Status == ReservationStatus.Held && r.ExpiresAt <= now, ct);

    public async Task RunAsync(WriteSession session)
    {
        var late = await session.Db.StockReservations.Include(r => r.OfferItem.Offer)
            .Where(r => r.Status == ReservationStatus.Held && r.ExpiresAt <= session.Now)
            .OrderBy(r => r.ExpiresAt).ThenBy(r => r.Id).Take(AtOnce).ToListAsync(session.CancellationToken);
        foreach (var reservation in late)
        {
            await StockBooking.CloseAsync(session, reservation, ReservationStatus.Expired, ActivityKind.StockExpired);
        }
    }
}
