using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Issues and redeems coupons by statements that look whether they may, inside a transaction that the caller has begun.</summary>
public static class CouponBook
{
    /// <summary>Issues one. The template's row is held first, so that its limits and the member's hold for callers at the same moment.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CouponsExhausted"/>, <see cref="DomainErrorCodes.CouponLimitReached"/>, <see cref="DomainErrorCodes.CouponTemplateClosed"/>.</exception>
    public static async Task<Coupon> IssueAsync(CommunityDbContext db, CouponTemplate template, long memberId, string? idempotencyKey, DateTime now, CancellationToken ct)
    {
        var own = db.CouponTemplates.IgnoreQueryFilters().Where(t => t.Id == template.Id);
        var held = await own
            .Where(t => !t.IsClosed && (t.EndsAt == null || t.EndsAt > now) && (t.TotalLimit == null || t.IssuedCount < t.TotalLimit))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.IssuedCount, t => t.IssuedCount + 1), ct);
        var current = await own.AsNoTracking().SingleAsync(ct);
        if (held == 0)
        {
            throw current.IsClosed || current.EndsAt <= now
                ? new DomainException(DomainErrorCodes.CouponTemplateClosed, $"No coupons of '{template.Name}' are issued any more.")
                : new DomainException(DomainErrorCodes.CouponsExhausted, $"All {current.TotalLimit} coupons of '{template.Name}' are issued.");
        }

        if (current.PerMemberLimit is { } limit
            && await db.Coupons.IgnoreQueryFilters().CountAsync(c => c.TemplateId == template.Id && c.MemberId == memberId && c.Status != CouponStatus.Voided, ct) >= limit)
        {
            throw new DomainException(DomainErrorCodes.CouponLimitReached, $"A member gets {limit} of '{template.Name}': they have them.");
        }

        var coupon = new Coupon
        {
            TemplateId = template.Id, MemberId = memberId, Code = Coupon.NewCode(), IssuedAt = now, ExpiresAt = current.ExpiryOf(now), IdempotencyKey = idempotencyKey,
        };
        db.Coupons.Add(coupon);
        return coupon;
    }

    /// <summary>Redeems one: of several at the same moment one does.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CouponNotRedeemable"/>, <see cref="DomainErrorCodes.CouponDoesNotApply"/>.</exception>
    public static async Task RedeemAsync(
        CommunityDbContext db, Coupon coupon, decimal? price, string? currency, long? orderId, string? redemptionKey, DateTime now, CancellationToken ct)
    {
        decimal? discount = price is { } amount ? coupon.Template.DiscountOn(amount, currency!) : null;
        if (coupon.Template.StartsAt > now)
        {
            throw coupon.WhyNot(now);
        }

        var version = coupon.Version + 1;
        var redeemed = await db.Coupons.Where(c => c.Id == coupon.Id && c.Status == CouponStatus.Issued && (c.ExpiresAt == null || c.ExpiresAt > now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(c => c.Status, CouponStatus.Redeemed).SetProperty(c => c.RedeemedAt, now).SetProperty(c => c.OrderId, orderId)
                .SetProperty(c => c.Discount, discount).SetProperty(c => c.Currency, currency).SetProperty(c => c.RedemptionKey, redemptionKey)
                .SetProperty(c => c.UpdatedAt, now).SetProperty(c => c.Version, version),
            ct);
        await db.Entry(coupon).ReloadAsync(ct);
        if (redeemed == 0)
        {
            throw coupon.WhyNot(now);
        }

        await db.CouponTemplates.Where(t => t.Id == coupon.TemplateId).ExecuteUpdateAsync(set => set.SetProperty(t => t.RedeemedCount, t => t.RedeemedCount + 1), ct);
    }

    /// <summary>Voids one; there is room for another.</summary>
    /// <exception cref="InvalidTransitionException">It is not ISSUED.</exception>
    public static async Task VoidAsync(CommunityDbContext db, Coupon coupon, string reason, CancellationToken ct)
    {
        coupon.Void(reason);
        await db.SaveChangesAsync(ct);
        await db.CouponTemplates.Where(t => t.Id == coupon.TemplateId).ExecuteUpdateAsync(set => set.SetProperty(t => t.IssuedCount, t => t.IssuedCount - 1), ct);
    }
}
