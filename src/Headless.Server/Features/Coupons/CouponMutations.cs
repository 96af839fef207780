using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Features.Orders;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Coupons;

[GraphQLDescription("A coupon to issue.")]
public sealed record IssueCouponInput(
    [property: ID<CouponTemplate>] [property: GraphQLDescription("What it is worth.")] long TemplateId,
    [property: ID<Member>] [property: GraphQLDescription("Who gets it.")] long MemberId,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the coupon of the first time.")] string? IdempotencyKey);

[GraphQLDescription("A coupon that somebody uses.")]
public sealed record RedeemCouponInput(
    [property: GraphQLDescription("Its code; spaces, hyphens and small letters do not matter.")] string Code,
    [property: GraphQLDescription("The price from which it takes something off; the answer has how much.")] MoneyInput? Price,
    [property: ID<Order>] [property: GraphQLDescription("The order that it is for.")] long? OrderId,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the coupon of the first time.")] string? IdempotencyKey);

[GraphQLDescription("A coupon to take back.")]
public sealed record VoidCouponInput(
    [property: ID<Coupon>] [property: GraphQLDescription("The coupon.")] long Id,
    [property: GraphQLDescription("Why.")] string Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="IssueCouponInput"/>.</summary>
public sealed class IssueCouponValidator : AbstractValidator<IssueCouponInput>
{
    public IssueCouponValidator() => RuleFor(i => i.IdempotencyKey).IdempotencyKey();
}

/// <summary>The rules of <see cref="RedeemCouponInput"/>.</summary>
public sealed class RedeemCouponValidator : AbstractValidator<RedeemCouponInput>
{
    private const int TypedMaxLength = 40;

    public RedeemCouponValidator()
    {
        RuleFor(i => i.Code).NotEmpty().MaximumLength(TypedMaxLength).PlainText();
        RuleFor(i => i.Price!).SetValidator(new ExactMoneyValidator()).When(i => i.Price is not null);
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="VoidCouponInput"/>.</summary>
public sealed class VoidCouponValidator : AbstractValidator<VoidCouponInput>
{
    public VoidCouponValidator() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(Coupon.ReasonMaxLength).PlainText();
}

/// <summary>Issues, redeems and voids coupons, each in one transaction with its limits.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CouponMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Issues a coupon to a member: COUPONS_EXHAUSTED where all are issued, COUPON_LIMIT_REACHED where the member has theirs, also where many ask at once.")]
    public static Task<Coupon> IssueCouponAsync(IssueCouponInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<Coupon>(input.IdempotencyKey, c => c.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                var template = await session.FindAsync<CouponTemplate>(input.TemplateId, "templateId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var coupon = await CouponBook.IssueAsync(session.Db, template, member.Id, input.IdempotencyKey, session.Now, session.CancellationToken);
                session.RecordCoupon(ActivityKind.CouponIssued, coupon, template.Name);
                return coupon;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Redeems a coupon by its code, once: COUPON_NOT_REDEEMABLE where it was redeemed, voided or has expired.")]
    public static Task<Coupon> RedeemCouponAsync(RedeemCouponInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var code = Coupon.Normalize(input.Code);
                var coupon = await session.Db.Coupons.Include(c => c.Template).FirstOrDefaultAsync(c => c.Code == code, session.CancellationToken)
                    ?? throw new NotFoundException(nameof(Coupon), "code");
                if (input.IdempotencyKey is { } key && coupon.RedemptionKey == key)
                {
                    return coupon;
                }

                if (input.IdempotencyKey is not null)
                {
                    await session.RequireNoneAsync<Coupon>(
                        c => c.RedemptionKey == input.IdempotencyKey, "Another coupon was redeemed with that idempotency key: choose another one.", "idempotencyKey");
                }

                var order = await session.FindAsync<Order>(input.OrderId, "orderId");
                await CouponBook.RedeemAsync(
                    session.Db, coupon, input.Price?.Amount, input.Price?.Currency, order?.Id, input.IdempotencyKey, session.Now, session.CancellationToken);
                session.Audit(nameof(Coupon), 1, AuditChange.Of("status", CouponStatus.Issued, CouponStatus.Redeemed), AuditChange.Of("id", null, coupon.Id));
                session.RecordCoupon(ActivityKind.CouponRedeemed, coupon, coupon.Template.Name);
                return coupon;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes a coupon back that was not redeemed; there is room for another one.")]
    public static Task<Coupon> VoidCouponAsync(VoidCouponInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var coupon = await session.FindAsync<Coupon>(input.Id, "id", coupons => coupons.Include(c => c.Template));
                session.Expect(coupon, input.Version);
                await CouponBook.VoidAsync(session.Db, coupon, input.Reason, session.CancellationToken);
                session.RecordCoupon(ActivityKind.CouponVoided, coupon, input.Reason);
                return coupon;
            },
            cancellationToken);
}

/// <summary>Notes that coupons were not used in time.</summary>
public sealed class CouponExpiry : ITimedWork
{
    private const int MaxCoupons = 200;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => Due(db, now).AnyAsync(ct);

    public async Task RunAsync(WriteSession session)
    {
        foreach (var coupon in await Due(session.Db, session.Now).Include(c => c.Template).OrderBy(c => c.ExpiresAt).Take(MaxCoupons).ToListAsync(session.CancellationToken))
        {
            coupon.Expire();
            session.RecordCoupon(ActivityKind.CouponExpired, coupon, coupon.Template.Name);
        }
    }

    private static IQueryable<Coupon> Due(CommunityDbContext db, DateTime now) => db.Coupons.Where(c => c.Status == CouponStatus.Issued && c.ExpiresAt != null && c.ExpiresAt <= now);
}

/// <summary>What writing about coupons has in common.</summary>
internal static class CouponRecording
{
    public static void RecordCoupon(this WriteSession session, ActivityKind kind, Coupon coupon, string text) => session.Record(
        kind,
        () => new ActivitySubject
        {
            MemberId = coupon.MemberId, OrderId = coupon.OrderId, Text = text,
            Data = JsonSerializer.Serialize(new { couponId = coupon.Id, templateId = coupon.TemplateId, discount = coupon.Discount, currency = coupon.Currency }),
        });
}
