using System.Text.Json;
using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Orders;

[GraphQLDescription("Money of an order that went back.")]
public sealed record RecordRefundInput(
    [property: ID<Order>] [property: GraphQLDescription("The order.")] long OrderId,
    [property: GraphQLDescription("How much, in the order's currency: above 0, and with what went back before not more than was paid.")] MoneyInput Amount,
    [property: GraphQLDescription("When; now unless given. Not before it was paid.")] DateTimeOffset? RefundedAt,
    [property: GraphQLDescription("Why.")] string? Reason,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the refund of the first time.")] string? IdempotencyKey);

/// <summary>The rules of <see cref="RecordRefundInput"/>.</summary>
public sealed class RecordRefundValidator : AbstractValidator<RecordRefundInput>
{
    public RecordRefundValidator(TimeProvider clock)
    {
        RuleFor(i => i.Amount).SetValidator(new ExactMoneyValidator());
        RuleFor(i => i.Reason).MaximumLength(Refund.ReasonMaxLength).PlainText();
        RuleFor(i => i.RefundedAt).Must(at => at is null || at <= clock.GetUtcNow() + ActivityIngestion.ClockTolerance)
            .WithErrorCode(IngestionErrorCodes.OccurredInFuture).WithMessage("'{PropertyName}' must not lie ahead.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>Refunds, whole or in part.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordRefundMutation
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Notes that money of a paid order went back: REFUND_TOO_LARGE beyond what was paid, also where many report at once. With the last of it, the order is REFUNDED.")]
    public static Task<Refund> RecordRefundAsync(RecordRefundInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var (db, ct) = (session.Db, session.CancellationToken);
                if (await session.FindByKeyAsync<Refund>(input.IdempotencyKey, r => r.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                var order = await session.FindAsync<Order>(input.OrderId, "orderId");
                var at = input.RefundedAt?.UtcDateTime ?? session.Now;
                order.RequireRefund(input.Amount.Amount, input.Amount.Currency, at);

                // Holds the row and looks whether there is so much: of several at once as many go through as there is money for.
                var own = db.Orders.Where(o => o.Id == order.Id);
                var taken = await own.Where(o => o.Status == OrderStatus.Paid && o.Amount - o.RefundedAmount >= input.Amount.Amount).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(o => o.RefundedAmount, o => o.RefundedAmount + input.Amount.Amount)
                        .SetProperty(o => o.UpdatedAt, session.Now)
                        .SetProperty(o => o.Version, o => o.Version + 1),
                    ct);
                await db.Entry(order).ReloadAsync(ct);
                if (taken == 0)
                {
                    order.RequireRefund(input.Amount.Amount, input.Amount.Currency, at);
                }

                session.Audit(nameof(Order), 1, AuditChange.Of("id", null, order.Id), AuditChange.Of("refundedAmount", null, order.RefundedAmount));
                var refund = new Refund
                {
                    OrderId = order.Id, MemberId = order.MemberId, Amount = input.Amount.Amount, RefundedAt = at, Reason = input.Reason, IdempotencyKey = input.IdempotencyKey,
                };
                db.Refunds.Add(refund);
                if (order.RefundedAmount == order.Amount)
                {
                    session.Close(order, OrderStatus.Refunded, at);
                }
                else
                {
                    session.Record(ActivityKind.OrderPartlyRefunded, () => new ActivitySubject
                    {
                        OrderId = order.Id, GroupId = order.GroupId, MemberId = order.MemberId, CampaignId = order.CampaignId,
                        Data = JsonSerializer.Serialize(new { refundId = refund.Id, amount = refund.Amount, currency = order.Currency }),
                    });
                }

                return refund;
            },
            cancellationToken);
}
