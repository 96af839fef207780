using Headless.Server.Access;

namespace Headless.Server.Features.Coupons;

/// <summary><c>type CouponTemplate</c>.</summary>
public sealed class CouponTemplateObjectType : ObjectType<CouponTemplate>
{
    protected override void Configure(IObjectTypeDescriptor<CouponTemplate> descriptor)
    {
        descriptor.Description("Coupons of one kind: what they are worth, how many there are, for how long they hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id).ResolveNodeWith<CouponTemplateNode>(n => CouponTemplateNode.GetCouponTemplateAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id, stable for the life of the template: use it as cache key.");
        descriptor.Field(t => t.Name).Description("The name; unique.");
        descriptor.Field(t => t.Kind).Description("How it reduces a price.");
        descriptor.Field(t => t.Percent).Description("The share that is taken off: 30 leaves 70 %, which is 七折. Null where amount says it.");
        descriptor.Field(t => t.TotalLimit).Description("How many there are; null: no limit.");
        descriptor.Field(t => t.PerMemberLimit).Description("How many a member gets; null: no limit.");
        descriptor.Field(t => t.IssuedCount).Description("How many were issued, without those that were voided.");
        descriptor.Field(t => t.RedeemedCount).Description("How many were redeemed.");
        descriptor.Field(t => t.StartsAt).Description("From when on they can be redeemed; null: at once.");
        descriptor.Field(t => t.EndsAt).Description("Until when they can be issued and redeemed; null: no end.");
        descriptor.Field(t => t.ValidDays).Description("For how many days each holds from when it was issued; null: to endsAt.");
        descriptor.Field(t => t.IsClosed).Description("Whether none is issued any more; those that were hold.");
        descriptor.Field(t => t.CreatedAt).Description("When it was made.");
        descriptor.Field(t => t.UpdatedAt).Description("When it was last changed; issuing does not change it.");
        descriptor.Field(t => t.Version).Description("Goes up with every change but issuing. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type Coupon</c>.</summary>
public sealed class CouponObjectType : ObjectType<Coupon>
{
    protected override void Configure(IObjectTypeDescriptor<Coupon> descriptor)
    {
        descriptor.Description("One coupon of a member.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id).ResolveNodeWith<CouponNode>(n => CouponNode.GetCouponAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id, stable for the life of the coupon: use it as cache key. It does not redeem it.");
        descriptor.Field(c => c.Code).Authorize(Policies.Write).Description("What it is redeemed by; whoever knows it has the coupon, so it needs WRITE. It cannot be guessed.");
        descriptor.Field(c => c.Status).Description("Where it stands.");
        descriptor.Field(c => c.IssuedAt).Description("When it was issued.");
        descriptor.Field(c => c.ExpiresAt).Description("Until when it holds; null: no end.");
        descriptor.Field(c => c.RedeemedAt).Description("When it was redeemed.");
        descriptor.Field(c => c.VoidReason).Authorize(Policies.ReadPersonalData).Description("Why it was voided. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(c => c.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>enum DiscountKind</c>.</summary>
public sealed class DiscountKindEnumType : EnumType<DiscountKind>
{
    protected override void Configure(IEnumTypeDescriptor<DiscountKind> descriptor)
    {
        descriptor.Description("How a coupon reduces a price.");
        descriptor.Value(DiscountKind.Amount).Description("By an amount.");
        descriptor.Value(DiscountKind.Percentage).Description("By a share of the price, rounded down to the minor unit.");
        descriptor.Value(DiscountKind.Threshold).Description("By an amount, for prices from another amount on: 满减.");
    }
}

/// <summary><c>enum CouponStatus</c>.</summary>
public sealed class CouponStatusEnumType : EnumType<CouponStatus>
{
    protected override void Configure(IEnumTypeDescriptor<CouponStatus> descriptor)
    {
        descriptor.Description("Where a coupon stands: ISSUED → REDEEMED, VOIDED or EXPIRED.");
        descriptor.Value(CouponStatus.Issued).Description("The member has it.");
        descriptor.Value(CouponStatus.Redeemed).Description("It was used.");
        descriptor.Value(CouponStatus.Voided).Description("It was taken back.");
        descriptor.Value(CouponStatus.Expired).Description("It was not used in time.");
    }
}
