namespace Headless.Community;

/// <summary>Something that is sold .</summary>
public sealed class Product : Entity
{
    public const int SkuMaxLength = 64;
    public const int NameMaxLength = 200;
    public const int CategoryMaxLength = 100;

    /// <summary>The shop's number of it; unique.</summary>
    public required string Sku { get; init; }

    public required string Name { get; set; }

    /// <summary>The category in the brand's own words.</summary>
    public required string Category { get; set; }

    /// <summary>What it costs, in <see cref="Currency"/>.</summary>
    public decimal Price { get; set; }

    /// <summary>Nobody may sell it for less; null: no limit. In <see cref="Currency"/>.</summary>
    public decimal? FloorPrice { get; set; }

    /// <summary>The ISO 4217 code of its prices.</summary>
    public required string Currency { get; init; }

    public bool IsRetired { get; set; }

    /// <summary>Refuses a floor above the price.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.FloorAbovePrice"/>.</exception>
    public void RequirePrices()
    {
        if (FloorPrice > Price)
        {
            throw new DomainException(DomainErrorCodes.FloorAbovePrice, $"The floor, {FloorPrice}, is above the price, {Price}.");
        }
    }
}

/// <summary>A line of an order, as it was sold: what becomes of the product later does not change it.</summary>
public sealed class OrderItem
{
    public const int MaxItems = 100;
    public const int MaxQuantity = 1_000_000;

    public long Id { get; init; }

    public long OrderId { get; init; }

    public Order Order { get; init; } = null!;

    /// <summary>The product, where it is known here.</summary>
    public long? ProductId { get; init; }

    public Product? Product { get; init; }

    /// <summary>What it was called.</summary>
    public required string Name { get; init; }

    /// <summary>Its category then; null: unknown.</summary>
    public string? Category { get; init; }

    public int Quantity { get; init; }

    /// <summary>What one cost, in the order's currency.</summary>
    public decimal UnitPrice { get; init; }
}

/// <summary>Money of an order that went back; all refunds of an order are never more than was paid .</summary>
public sealed class Refund : Entity
{
    public const int ReasonMaxLength = 500;
    public const int IdempotencyKeyMaxLength = 200;

    public long OrderId { get; init; }

    public Order Order { get; init; } = null!;

    /// <summary>The buyer, where known.</summary>
    public long? MemberId { get; init; }

    public Member? Member { get; init; }

    /// <summary>How much, in the order's currency.</summary>
    public decimal Amount { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime RefundedAt { get; init; }

    [PersonalData]
    public string? Reason { get; init; }

    public string? IdempotencyKey { get; init; }
}
