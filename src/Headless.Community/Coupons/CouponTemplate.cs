namespace Headless.Community;

/// <summary>How a coupon reduces a price. Stored as a number: a value is never changed or given again.</summary>
public enum DiscountKind : byte
{
    /// <summary>An amount.</summary>
    Amount = 1,

    /// <summary>A share of the price.</summary>
    Percentage = 2,

    /// <summary>An amount, for prices from another amount on: 满减.</summary>
    Threshold = 3,
}

/// <summary>Coupons of one kind: what they are worth, how many there are, for how long they hold.</summary>
public sealed class CouponTemplate : Entity
{
    public const int NameMaxLength = 100;
    public const int MaxValidDays = 3_660;

    public required string Name { get; set; }

    public DiscountKind Kind { get; init; }

    /// <summary>What is taken off, in <see cref="Currency"/>; null: <see cref="Percent"/> says it.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The share that is taken off, above 0 to 100, with at most two decimal places. 七折 is 30.</summary>
    public decimal? Percent { get; init; }

    /// <summary>The price from which on it holds, in <see cref="Currency"/>.</summary>
    public decimal? MinimumAmount { get; init; }

    /// <summary>The ISO 4217 code of its amounts: prices in other currencies get nothing off. Null: any currency.</summary>
    public string? Currency { get; init; }

    /// <summary>How many there are; null: no limit.</summary>
    public int? TotalLimit { get; set; }

    /// <summary>How many a member gets; null: no limit.</summary>
    public int? PerMemberLimit { get; set; }

    /// <summary>How many were issued, less those that were voided: kept by guarded statements.</summary>
    public int IssuedCount { get; init; }

    /// <summary>How many were redeemed.</summary>
    public int RedeemedCount { get; init; }

    /// <summary>From when on they can be redeemed, UTC; null: at once.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>Until when they can be issued and redeemed, UTC; null: no end.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>For how many days each holds from when it was issued; null: to <see cref="EndsAt"/>.</summary>
    public int? ValidDays { get; init; }

    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>Whether none is issued any more; those that were hold.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Until when a coupon holds that is issued at a moment, UTC; null: no end.</summary>
    public DateTime? ExpiryOf(DateTime issuedAt)
    {
        var own = ValidDays is { } days ? issuedAt.AddDays(days) : (DateTime?)null;
        return own is null || EndsAt < own ? EndsAt ?? own : own;
    }

    /// <summary>What is taken off a price: never more than the price, in whole minor units, rounded down.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CouponDoesNotApply"/>: another currency, or too low a price.</exception>
    public decimal DiscountOn(decimal price, string currency)
    {
        if (Currency is { } own && own != currency)
        {
            throw new DomainException(DomainErrorCodes.CouponDoesNotApply, $"The coupon is in {own}: it takes nothing off a price in {currency}.");
        }

        if (price < MinimumAmount)
        {
            throw new DomainException(DomainErrorCodes.CouponDoesNotApply, $"The coupon holds from {MinimumAmount} {Currency} on.");
        }

        var off = Amount ?? Community.Currency.RoundDown(price * Percent!.Value / 100, currency);
        return Math.Min(off, price);
    }

    /// <summary>Refuses a template that says nothing, or too much.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidDiscount"/>.</exception>
    public void RequireDiscount()
    {
        var fault = Kind switch
        {
            DiscountKind.Percentage when Percent is null || Amount is not null => "PERCENTAGE needs percent, and no amount.",
            DiscountKind.Amount when Amount is null || Percent is not null || MinimumAmount is not null => "AMOUNT needs amount, and neither percent nor minimum.",
            DiscountKind.Threshold when Amount is null || MinimumAmount is null || Percent is not null => "THRESHOLD needs amount and minimum, and no percent.",
            DiscountKind.Threshold when Amount >= MinimumAmount => "THRESHOLD takes off less than its minimum.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new DomainException(DomainErrorCodes.InvalidDiscount, fault);
        }

        Interval.Require(StartsAt, EndsAt, "startsAt", "endsAt");
    }
}
