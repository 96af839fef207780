using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.Coupons;

/// <summary>What a template leads to.</summary>
[ExtendObjectType<CouponTemplate>]
public sealed class CouponTemplateNode
{
    [GraphQLIgnore]
    public static Task<CouponTemplate?> GetCouponTemplateAsync(long id, ByIdDataLoader<CouponTemplate> templates, CancellationToken cancellationToken) =>
        templates.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What is taken off; null where percent says it.")]
    public static Money? GetAmount([Parent($"{nameof(CouponTemplate.Amount)} {nameof(CouponTemplate.Currency)}")] CouponTemplate template) =>
        template.Amount is { } amount ? new Money(amount, template.Currency!) : null;

    [GraphQLDescription("The price from which on it holds; null: any.")]
    public static Money? GetMinimum([Parent($"{nameof(CouponTemplate.MinimumAmount)} {nameof(CouponTemplate.Currency)}")] CouponTemplate template) =>
        template.MinimumAmount is { } amount ? new Money(amount, template.Currency!) : null;

    [Cost(1)]
    [GraphQLDescription("The campaign that they are for; null: none, or the caller may not see it.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(CouponTemplate.CampaignId))] CouponTemplate template, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(template.CampaignId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<CouponFilterInput>]
    [UseSorting<CouponSortInput>]
    [GraphQLDescription("Those that were issued to members whom the caller may see.")]
    public static IQueryable<Coupon> GetCoupons([Parent(nameof(CouponTemplate.Id))] CouponTemplate template, CommunityDbContext db) =>
        db.Coupons.Where(c => c.TemplateId == template.Id);
}

/// <summary>What a coupon leads to.</summary>
[ExtendObjectType<Coupon>]
public sealed class CouponNode
{
    [GraphQLIgnore]
    public static Task<Coupon?> GetCouponAsync(long id, ByIdDataLoader<Coupon> coupons, CancellationToken cancellationToken) => coupons.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What was taken off; null where it was not redeemed, or no price was given.")]
    public static Money? GetDiscount([Parent($"{nameof(Coupon.Discount)} {nameof(Coupon.Currency)}")] Coupon coupon) =>
        coupon.Discount is { } amount ? new Money(amount, coupon.Currency!) : null;

    [Cost(1)]
    [GraphQLDescription("What it is worth.")]
    public static Task<CouponTemplate?> GetTemplateAsync(
        [Parent(nameof(Coupon.TemplateId))] Coupon coupon, ByIdDataLoader<CouponTemplate> templates, CancellationToken cancellationToken) =>
        templates.LoadAsync(coupon.TemplateId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Whose it is; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(Coupon.MemberId))] Coupon coupon, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(coupon.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The order that it was redeemed for.")]
    public static Task<Order?> GetOrderAsync([Parent(nameof(Coupon.OrderId))] Coupon coupon, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        orders.LoadAsync(coupon.OrderId, cancellationToken);
}

/// <summary>The coupons of a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberCoupons
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<CouponFilterInput>]
    [UseSorting<CouponSortInput>]
    [GraphQLDescription("Their coupons.")]
    public static IQueryable<Coupon> GetCoupons([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) => db.Coupons.Where(c => c.MemberId == member.Id);
}

/// <summary>Coupons and what they are worth.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class CouponQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CouponTemplateFilterInput>]
    [UseSorting<CouponTemplateSortInput>]
    [GraphQLDescription("The kinds of coupons of the whole organisation.")]
    public static IQueryable<CouponTemplate> GetCouponTemplates(CommunityDbContext db) => db.CouponTemplates;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One kind of coupons; null where there is none.")]
    public static Task<CouponTemplate?> GetCouponTemplateByIdAsync(
        [ID<CouponTemplate>] [GraphQLDescription("The template's global id.")] long id, ByIdDataLoader<CouponTemplate> templates, CancellationToken cancellationToken) =>
        templates.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CouponFilterInput>]
    [UseSorting<CouponSortInput>]
    [GraphQLDescription("The coupons of members whom the caller may see.")]
    public static IQueryable<Coupon> GetCoupons(CommunityDbContext db) => db.Coupons;
}
