using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.Coupons;

/// <summary><c>input CouponTemplateFilterInput</c>.</summary>
public sealed class CouponTemplateFilterInput : FilterInputType<CouponTemplate>
{
    protected override void Configure(IFilterInputTypeDescriptor<CouponTemplate> descriptor)
    {
        descriptor.Description("Conditions on kinds of coupons; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(t => t.Name).Description("The name.");
        descriptor.Field(t => t.EndsAt).Description("Until when they hold.");
        descriptor.Field(t => t.IsClosed).Description("Whether none is issued any more.");
        descriptor.Field(t => t.CreatedAt).Description("When it was made.");
        descriptor.Field(t => t.Campaign).Type<CampaignFilterInput>().Description("The campaign that they are for.");
    }
}

/// <summary><c>input CouponTemplateSortInput</c>.</summary>
public sealed class CouponTemplateSortInput : SortInputType<CouponTemplate>
{
    protected override void Configure(ISortInputTypeDescriptor<CouponTemplate> descriptor)
    {
        descriptor.Description("The order of kinds of coupons. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Name).Description("By name.");
        descriptor.Field(t => t.EndsAt).Description("By end.");
        descriptor.Field(t => t.CreatedAt).Description("By time of making.");
    }
}

/// <summary><c>input CouponFilterInput</c>: no code, which is a secret.</summary>
public sealed class CouponFilterInput : FilterInputType<Coupon>
{
    protected override void Configure(IFilterInputTypeDescriptor<Coupon> descriptor)
    {
        descriptor.Description("Conditions on coupons; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(c => c.Status).Description("Where it stands.");
        descriptor.Field(c => c.IssuedAt).Description("When it was issued.");
        descriptor.Field(c => c.RedeemedAt).Description("When it was redeemed.");
        descriptor.Field(c => c.Template).Type<CouponTemplateFilterInput>().Description("What it is worth.");
        descriptor.Field(c => c.Member).Type<MemberFilterInput>().Description("Whose it is.");
    }
}

/// <summary><c>input CouponSortInput</c>.</summary>
public sealed class CouponSortInput : SortInputType<Coupon>
{
    protected override void Configure(ISortInputTypeDescriptor<Coupon> descriptor)
    {
        descriptor.Description("The order of coupons. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.IssuedAt).Description("By time of issue.");
        descriptor.Field(c => c.RedeemedAt).Description("By time of redemption.");
    }
}
