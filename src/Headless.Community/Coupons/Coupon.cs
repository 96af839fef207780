using System.Security.Cryptography;

namespace Headless.Community;

/// <summary>Where a coupon stands: ISSUED → REDEEMED, VOIDED or EXPIRED. Stored as a number: a value is never changed or given again.</summary>
public enum CouponStatus : byte
{
    Issued = 1,
    Redeemed = 2,
    Voided = 3,
    Expired = 4,
}

/// <summary>One coupon of a member. Whoever has its code has it.</summary>
public sealed class Coupon : Entity
{
    public const int CodeLength = 16;
    public const int ReasonMaxLength = 500;
    public const int IdempotencyKeyMaxLength = 200;

    /// <summary>Without letters and digits that are taken for each other.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static readonly StateMachine<CouponStatus> s_statuses = new(
        "coupon",
        (CouponStatus.Issued, CouponStatus.Redeemed),
        (CouponStatus.Issued, CouponStatus.Voided),
        (CouponStatus.Issued, CouponStatus.Expired));

    private CouponStatus _status = CouponStatus.Issued;
    private string? _voidReason;

    public long TemplateId { get; init; }

    public CouponTemplate Template { get; init; } = null!;

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    /// <summary>What it is redeemed by: 80 random bits.</summary>
    [Secret]
    public required string Code { get; init; }

    public CouponStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>When it was issued, UTC.</summary>
    public DateTime IssuedAt { get; init; }

    /// <summary>Until when it holds, UTC; null: no end.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>When it was redeemed, UTC.</summary>
    public DateTime? RedeemedAt { get; init; }

    /// <summary>The order that it was redeemed for.</summary>
    public long? OrderId { get; init; }

    public Order? Order { get; init; }

    /// <summary>What was taken off, in <see cref="Currency"/>; null where no price was given.</summary>
    public decimal? Discount { get; init; }

    public string? Currency { get; init; }

    [PersonalData]
    public string? VoidReason
    {
        get => _voidReason;
        init => _voidReason = value;
    }

    /// <summary>What the caller called the issue.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>What the caller called the redemption.</summary>
    public string? RedemptionKey { get; init; }

    /// <summary>A code that cannot be guessed.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, CodeLength);

    /// <summary>The code as it is stored, however it was typed.</summary>
    public static string Normalize(string typed) => typed.Replace("-", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>It is not to be redeemed any more.</summary>
    /// <exception cref="InvalidTransitionException">It is not ISSUED.</exception>
    public void Void(string reason) => (_status, _voidReason) = (s_statuses.Step(Status, CouponStatus.Voided), reason);

    /// <summary>Its time is over.</summary>
    /// <exception cref="InvalidTransitionException">It is not ISSUED.</exception>
    public void Expire() => _status = s_statuses.Step(Status, CouponStatus.Expired);

    /// <summary>Why one cannot be redeemed: <see cref="DomainErrorCodes.CouponNotRedeemable"/>.</summary>
    public DomainException WhyNot(DateTime now) => new(
        DomainErrorCodes.CouponNotRedeemable,
        Status switch
        {
            CouponStatus.Redeemed => $"The coupon was redeemed at {RedeemedAt:O}.",
            CouponStatus.Voided => "The coupon was voided.",
            _ when Template.StartsAt > now => $"The coupon can be redeemed from {Template.StartsAt:O} on.",
            _ => "The coupon has expired.",
        });
}
