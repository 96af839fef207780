using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Orders;

[GraphQLDescription("An order whose money goes back.")]
public sealed record RefundOrderInput(
    [property: ID<Order>] [property: GraphQLDescription("The order.")] long Id,
    [property: GraphQLDescription("When; now unless given. Not before it was paid.")] DateTimeOffset? RefundedAt,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("An order to call off.")]
public sealed record CancelOrderInput(
    [property: ID<Order>] [property: GraphQLDescription("The order.")] long Id,
    [property: GraphQLDescription("When; now unless given. Not before it was paid.")] DateTimeOffset? CancelledAt,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="RefundOrderInput"/>.</summary>
public sealed class RefundOrderValidator : AbstractValidator<RefundOrderInput>
{
    public RefundOrderValidator(TimeProvider clock)
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.RefundedAt).Must(at => at is null || at <= clock.GetUtcNow() + ActivityIngestion.ClockTolerance)
            .WithErrorCode(IngestionErrorCodes.OccurredInFuture).WithMessage("'{PropertyName}' must not lie ahead.");
    }
}

/// <summary>The rules of <see cref="CancelOrderInput"/>.</summary>
public sealed class CancelOrderValidator : AbstractValidator<CancelOrderInput>
{
    public CancelOrderValidator(TimeProvider clock)
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.CancelledAt).Must(at => at is null || at <= clock.GetUtcNow() + ActivityIngestion.ClockTolerance)
            .WithErrorCode(IngestionErrorCodes.OccurredInFuture).WithMessage("'{PropertyName}' must not lie ahead.");
    }
}

/// <summary>PAID → REFUNDED or CANCELLED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CloseOrderMutations
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says that the money of a paid order went back.")]
    public static Task<Order> RefundOrderAsync(RefundOrderInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input, session => CloseAsync(session, input.Id, input.Version, OrderStatus.Refunded, input.RefundedAt, "refundedAt"), cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says that a paid order was called off.")]
    public static Task<Order> CancelOrderAsync(CancelOrderInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input, session => CloseAsync(session, input.Id, input.Version, OrderStatus.Cancelled, input.CancelledAt, "cancelledAt"), cancellationToken);

    private static async Task<Order> CloseAsync(
        WriteSession session, long id, long? version, OrderStatus status, DateTimeOffset? givenAt, string path)
    {
        var order = await session.FindAsync<Order>(id, "id");
        session.Expect(order, version);
        var at = givenAt?.UtcDateTime ?? session.Now;
        if (givenAt is not null && at < order.PaidAt)
        {
            throw InvalidInputException.Of(path, "BEFORE_PAYMENT", $"'{path}' lies before the order was paid, at {order.PaidAt:O}.");
        }

        session.Close(order, status, at);
        return order;
    }
}
