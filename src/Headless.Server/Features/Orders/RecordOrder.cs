using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Orders;

[GraphQLDescription("A purchase that a shop reports. Its source and externalId say which one it is.")]
public sealed record RecordOrderInput(
    [property: GraphQLDescription("The system that reports it, at most 64 characters.")] string Source,
    [property: GraphQLDescription("Its id in that system, at most 200 characters.")] string ExternalId,
    [property: GraphQLDescription("What was paid.")] MoneyInput Amount,
    [property: GraphQLDescription("When it was paid; at most five minutes ahead.")] DateTimeOffset PaidAt,
    [property: GraphQLDescription("How many pieces; 1 unless given.")] int? Quantity,
    [property: GraphQLDescription("Where it stands; PAID unless given. For an order that is known, REFUNDED and CANCELLED are carried out.")] OrderStatus? Status,
    [property: ID<Member>] [property: GraphQLDescription("The buyer, by id. Give this, or member, or neither where the buyer is unknown.")] long? MemberId,
    [property: GraphQLDescription("The buyer, by an account; becomes a member where nobody has it yet.")] IdentityReferenceInput? Member,
    [property: ID<Group>] [property: GraphQLDescription("The group that it is put down to; OWNER and ADMIN have to give one of theirs.")] long? GroupId,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is put down to.")] long? CampaignId,
    [property: Cost(0)] [property: GraphQLDescription("What was bought, at most 100 lines; for an order that has lines already they stay as they are.")] IReadOnlyList<OrderItemInput>? Items);

[GraphQLDescription("A line of an order.")]
public sealed record OrderItemInput(
    [property: ID<Product>] [property: GraphQLDescription("The product. Give this, its sku, or neither where it is not known here.")] long? ProductId,
    [property: GraphQLDescription("The shop's number of the product. Where nothing here has it, the line stands without a product.")] string? Sku,
    [property: GraphQLDescription("What it was called; the product's name unless given.")] string? Name,
    [property: GraphQLDescription("Its category; the product's unless given.")] string? Category,
    [property: GraphQLDescription("How many pieces, 1 to 1 000 000.")] int Quantity,
    [property: GraphQLDescription("What one cost, in the order's currency, in whole minor units.")] decimal UnitPrice);

/// <summary>The rules of <see cref="RecordOrderInput"/>; those of the domain are ingestion's.</summary>
public sealed class RecordOrderValidator : AbstractValidator<RecordOrderInput>
{
    public RecordOrderValidator()
    {
        RuleFor(i => i.Source).NotEmpty().MaximumLength(Order.SourceMaxLength).PlainText();
        RuleFor(i => i.ExternalId).NotEmpty().MaximumLength(Order.ExternalIdMaxLength).PlainText();
        RuleFor(i => i.Amount).SetValidator(new MoneyValidator());
        RuleFor(i => i.Quantity).GreaterThan(0);
        RuleFor(i => i.Member!).SetValidator(new IdentityReferenceValidator()).When(i => i.Member is not null);
        RuleFor(i => i.MemberId).Null().When(i => i.Member is not null)
            .WithErrorCode("ONE_BUYER").WithMessage("Give memberId or member, not both.");
        RuleFor(i => i.Items).Must(items => items is null || items.Count is > 0 and <= OrderItem.MaxItems)
            .WithErrorCode("COUNT").WithMessage($"Give 1 to {OrderItem.MaxItems} lines, or leave 'items' out.");
        RuleForEach(i => i.Items).ChildRules(item =>
        {
            item.RuleFor(i => i.Sku).MaximumLength(Product.SkuMaxLength).PlainText();
            item.RuleFor(i => i.Name).MaximumLength(Product.NameMaxLength).PlainText();
            item.RuleFor(i => i.Name).NotEmpty().When(i => i.ProductId is null && i.Sku is null);
            item.RuleFor(i => i.Category).MaximumLength(Product.CategoryMaxLength).PlainText();
            item.RuleFor(i => i.Quantity).InclusiveBetween(1, OrderItem.MaxQuantity);
            item.RuleFor(i => i.UnitPrice).InclusiveBetween(0, Community.Currency.MaxAmount).WithErrorCode(DomainErrorCodes.InvalidAmount);
        });
        RuleFor(i => i.Items).Must((input, items) => items is null || input.Amount?.Currency is not { Length: > 0 } currency || items.All(item => Community.Currency.IsExact(item.UnitPrice, currency)))
            .WithErrorCode(DomainErrorCodes.InvalidAmount).WithMessage("A line has more decimal places than the currency has.");
    }
}

/// <summary>
/// Records one order the way reports of many are recorded, so that the log and the numbers cannot tell who wrote it. Ingestion has
/// a transaction of its own: what it does not know, such as a campaign, is added in another, and a repetition after a failure
/// between the two completes the order.
/// </summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordOrderMutation
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<ActivityRejectedException>]
    [Error<DomainException>]
    [GraphQLDescription("Records an order, or completes one that is known: a buyer, group or campaign that is given takes the place of the one that is there. Sent again, it changes nothing. What was paid cannot be changed.")]
    public static async Task<Order> RecordOrderAsync(
        RecordOrderInput input,
        CommunityWriter writer,
        ActivityIngestion ingestion,
        Caller caller,
        CancellationToken cancellationToken)
    {
        var (known, buyer) = await writer.WriteAsync(input, session => ReviseAsync(session, input), cancellationToken);
        if (known is not null)
        {
            return known;
        }

        var result = await ingestion.RecordMutationAsync(input.Source, [ToActivity(input, buyer)], caller.Scope, caller.AuthorOf<RecordOrderInput>(), cancellationToken);
        if (result.Rejected is [var rejected])
        {
            throw new ActivityRejectedException(rejected.Code, rejected.Message, OrderRecording.PathOf(rejected.Field));
        }

        var (recorded, _) = await writer.WriteAsync(input, session => ReviseAsync(session, input), cancellationToken);
        return recorded ?? throw new AlreadyExistsException(
            $"The id '{input.ExternalId}' of '{input.Source}' is taken by something else, or by an order that you may not see.", "externalId");
    }

    /// <summary>The order, completed by what the input says, where it is known; otherwise the account to report as its buyer.</summary>
    internal static async Task<(Order? Known, IdentityReference? Buyer)> ReviseAsync(WriteSession session, RecordOrderInput input)
    {
        if (input.GroupId is null && !session.Caller.Scope.IsEverything)
        {
            throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "Put the order down to one of your groups: you could not see it otherwise.");
        }

        var group = await session.FindAsync<Group>(input.GroupId, "groupId");
        var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
        var member = await session.FindAsync<Member>(input.MemberId, "memberId");
        var order = await session.Db.Orders
            .FirstOrDefaultAsync(o => o.Source == input.Source && o.ExternalId == input.ExternalId, session.CancellationToken);
        if (order is null)
        {
            return (null, member is null ? input.Member?.ToReference() : await OrderRecording.FindAccountAsync(session, member.Id));
        }

        OrderRecording.RequireSamePurchase(order, input);
        var buyerId = member?.Id ?? await OrderRecording.FindMemberIdAsync(session, input.Member) ?? order.MemberId;
        var (groupId, campaignId) = (group?.Id ?? order.GroupId, campaign?.Id ?? order.CampaignId);
        if ((buyerId, groupId, campaignId) != (order.MemberId, order.GroupId, order.CampaignId))
        {
            (order.MemberId, order.GroupId, order.CampaignId) = (buyerId, groupId, campaignId);
            session.RecordOrder(ActivityKind.OrderUpdated, order);
        }

        await session.AddItemsAsync(order, input.Items);
        if (input.Status is { } status && status != OrderStatus.Paid && status != order.Status)
        {
            session.Close(order, status, session.Now);
        }

        return (order, null);
    }

    private static ActivityInput ToActivity(RecordOrderInput input, IdentityReference? buyer) => new()
    {
        Kind = ActivityInputKind.Order,
        ExternalId = input.ExternalId,
        OccurredAt = input.PaidAt,
        Group = input.GroupId is { } id ? new GroupReference(id) : null,
        Member = buyer,
        Amount = input.Amount.Amount,
        Currency = input.Amount.Currency,
        Quantity = input.Quantity,
        Status = input.Status,
    };
}
