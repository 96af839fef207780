namespace Headless.Community;

/// <summary>What a buyer is promised. Several at once; stored as a number: a value is never changed or given again.</summary>
[Flags]
public enum OfferPromises : byte
{
    None = 0,
    FreeShipping = 1,
    SevenDayReturn = 2,
    Genuine = 4,
}

/// <summary>What members of a campaign can buy, and on which terms .</summary>
public sealed class Offer : Entity
{
    public const int NameMaxLength = 200;
    public const int AudienceMaxLength = 200;
    public const int UrlMaxLength = 2000;

    public long CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    public required string Name { get; set; }

    /// <summary>Where it can be bought: an address apart from the site's own .</summary>
    public string? Url { get; set; }

    /// <summary>For whom it is, in words.</summary>
    public string? Audience { get; set; }

    /// <summary>The ISO 4217 code of every amount of it.</summary>
    public required string Currency { get; init; }

    /// <summary>What it may lose, in its currency: a controlled loss. 0: nothing.</summary>
    public decimal LossCap { get; private set; }

    public OfferPromises Promises { get; set; }

    public List<OfferItem> Items { get; } = [];

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidAmount"/>.</exception>
    public void SetLossCap(decimal cap) =>
        LossCap = cap >= 0 ? Community.Currency.RequireAmount(cap) : throw new DomainException(DomainErrorCodes.InvalidAmount, "lossCap is how much may be lost: give 0 or more.");
}

/// <summary>What an item is there for. Stored as a number: a value is never changed or given again.</summary>
public enum OfferItemRole : byte
{
    /// <summary>A high price that keeps the average order up.</summary>
    Hero = 1,

    /// <summary>A low price, many sold.</summary>
    Volume = 2,

    /// <summary>What has to go .</summary>
    Clearance = 3,

    /// <summary>What the season asks for.</summary>
    Seasonal = 4,
}

/// <summary>A product of an offer, with its price and its stock.</summary>
public sealed class OfferItem : Entity
{
    public const int ProductMaxLength = 200;
    public const int SkuMaxLength = 100;
    public const int MaxStock = 100_000_000;
    public const int MaxItems = 200;

    public long OfferId { get; init; }

    public Offer Offer { get; init; } = null!;

    /// <summary>The product of the catalogue; null: none is named.</summary>
    public long? ProductId { get; set; }

    /// <summary>The product in words.</summary>
    public required string Product { get; set; }

    /// <summary>The shop's number of it.</summary>
    public string? Sku { get; set; }

    public OfferItemRole Role { get; set; } = OfferItemRole.Volume;

    /// <summary>What it usually costs.</summary>
    public decimal ListPrice { get; private set; }

    /// <summary>What it costs here.</summary>
    public decimal Price { get; private set; }

    /// <summary>The least that it costs on the site, which the price has to be below; null: it is not known, and not checked .</summary>
    public decimal? SiteMinimumPrice { get; private set; }

    /// <summary>What it costs the seller; null: it is not known.</summary>
    public decimal? UnitCost { get; private set; }

    public int? ExpectedUnits { get; set; }

    /// <summary>How many there are to sell in all; null: as many as are wanted.</summary>
    public int? Stock { get; init; }

    /// <summary>How many are held for somebody. Changed past EF's tracker only, by one guarded statement.</summary>
    public int Reserved { get; init; }

    /// <summary>How many are sold. Changed as <see cref="Reserved"/>.</summary>
    public int Sold { get; init; }

    /// <summary>With so many left the merchant is told; null: never .</summary>
    public int? LowStockAt { get; set; }

    /// <summary>Whether the merchant was told, so that they are told once.</summary>
    public bool IsLow { get; init; }

    /// <summary>How many can still be reserved; null: as many as are wanted.</summary>
    public int? Available => Stock - Reserved - Sold;

    /// <summary>Sets what it costs.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.InvalidAmount"/>; <see cref="DomainErrorCodes.PriceNotBelowSite"/>; <see cref="DomainErrorCodes.PriceAboveList"/>.
    /// </exception>
    public void SetPrices(decimal listPrice, decimal price, decimal? siteMinimumPrice, decimal? unitCost)
    {
        foreach (var amount in new[] { listPrice, price, siteMinimumPrice ?? 0, unitCost ?? 0 })
        {
            if (amount < 0)
            {
                throw new DomainException(DomainErrorCodes.InvalidAmount, "A price or a cost cannot be negative.");
            }

            Currency.RequireAmount(amount);
        }

        if (price > listPrice)
        {
            throw new DomainException(DomainErrorCodes.PriceAboveList, "price is above listPrice: an offer does not cost more than usual.");
        }

        if (price >= siteMinimumPrice)
        {
            throw new DomainException(DomainErrorCodes.PriceNotBelowSite, $"price must be below {siteMinimumPrice}, which it costs on the site: members get nothing from an offer that anybody has.");
        }

        (ListPrice, Price, SiteMinimumPrice, UnitCost) = (listPrice, price, siteMinimumPrice, unitCost);
    }
}

/// <summary>HELD → SOLD, RELEASED or EXPIRED. Stored as a number: a value is never changed or given again.</summary>
public enum ReservationStatus : byte
{
    Held = 1,
    Sold = 2,
    Released = 3,
    Expired = 4,
}

/// <summary>Units that are held for somebody until they pay, give up or let the time pass.</summary>
public sealed class StockReservation : Entity
{
    public const int ReferenceMaxLength = 200;
    public const int MaxQuantity = 10_000;

    private static readonly StateMachine<ReservationStatus> s_statuses = new(
        "reservation",
        (ReservationStatus.Held, ReservationStatus.Sold),
        (ReservationStatus.Held, ReservationStatus.Released),
        (ReservationStatus.Held, ReservationStatus.Expired));

    public long OfferItemId { get; init; }

    public OfferItem OfferItem { get; init; } = null!;

    /// <summary>What the shop calls it: an order, a basket. One reservation of an item for each.</summary>
    public required string Reference { get; init; }

    public int Quantity { get; init; }

    public ReservationStatus Status { get; private set; } = ReservationStatus.Held;

    /// <summary>When it falls back into the stock, UTC; null: it does not by itself.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>When it was sold, released or expired, UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <exception cref="InvalidTransitionException">It is closed.</exception>
    public void Close(ReservationStatus status, DateTime at) => (Status, ClosedAt) = (s_statuses.Step(Status, status), at);
}
