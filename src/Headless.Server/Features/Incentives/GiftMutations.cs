using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Incentives;

[GraphQLDescription("A gift that is sent.")]
public sealed record SendGiftInput(
    [property: ID<Member>] [property: GraphQLDescription("Who gets it.")] long MemberId,
    [property: GraphQLDescription("What it is.")] string Name,
    [property: GraphQLDescription("How many pieces, 1 to 10 000; 1 unless given.")] int? Quantity,
    [property: GraphQLDescription("What all of it costs, in whole minor units of the currency.")] MoneyInput Cost,
    [property: GraphQLDescription("Why it is given.")] IncentiveReason Reason,
    [property: GraphQLDescription("Anything that should be known about it.")] string? Note,
    [property: ID<Group>] [property: GraphQLDescription("The group for which it is sent.")] long? GroupId,
    [property: ID<IncentiveBudget>] [property: GraphQLDescription("The budget that pays for it; none unless given.")] long? BudgetId,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the gift of the first time.")] string? IdempotencyKey);

[GraphQLDescription("A gift that the member has.")]
public sealed record ReceiveGiftInput(
    [property: ID<Gift>] [property: GraphQLDescription("The gift.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A gift that came back.")]
public sealed record ReturnGiftInput(
    [property: ID<Gift>] [property: GraphQLDescription("The gift.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="SendGiftInput"/>.</summary>
public sealed class SendGiftValidator : AbstractValidator<SendGiftInput>
{
    public SendGiftValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Gift.NameMaxLength).PlainText();
        RuleFor(i => i.Quantity).InclusiveBetween(1, Gift.MaxQuantity);
        RuleFor(i => i.Cost).SetValidator(new ExactMoneyValidator());
        RuleFor(i => i.Note).MaximumLength(Gift.NoteMaxLength).PlainText();
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="ReceiveGiftInput"/>: none.</summary>
public sealed class ReceiveGiftValidator : AbstractValidator<ReceiveGiftInput>;

/// <summary>The rules of <see cref="ReturnGiftInput"/>: none.</summary>
public sealed class ReturnGiftValidator : AbstractValidator<ReturnGiftInput>;

/// <summary>SENT → RECEIVED or RETURNED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class GiftMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Notes that a gift is sent. A budget pays for it in the same transaction.")]
    public static Task<Gift> SendGiftAsync(SendGiftInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<Gift>(input.IdempotencyKey, g => g.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var budget = await session.FindAsync<IncentiveBudget>(input.BudgetId, "budgetId");
                if (budget is not null)
                {
                    budget.RequireOf(group?.Id);
                    await budget.SpendAsync(session.Db, input.Cost.Amount, input.Cost.Currency, input.Reason, session.Now, session.CancellationToken);
                }

                var gift = new Gift
                {
                    MemberId = member.Id, GroupId = group?.Id, BudgetId = budget?.Id, Name = input.Name, Quantity = input.Quantity ?? 1, Cost = input.Cost.Amount,
                    Currency = input.Cost.Currency, Reason = input.Reason, Note = input.Note, SentAt = session.Now, IdempotencyKey = input.IdempotencyKey,
                };
                session.Db.Gifts.Add(gift);
                session.RecordGift(ActivityKind.GiftSent, gift);
                return gift;
            },
            cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Notes that the member has a gift that was sent.")]
    public static Task<Gift> ReceiveGiftAsync(ReceiveGiftInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => StepAsync(session, input.Id, input.Version, ActivityKind.GiftReceived, gift => gift.Receive(session.Now)), cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Notes that a gift came back. What it cost stays spent.")]
    public static Task<Gift> ReturnGiftAsync(ReturnGiftInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => StepAsync(session, input.Id, input.Version, ActivityKind.GiftReturned, gift => gift.Return(session.Now)), cancellationToken);

    private static async Task<Gift> StepAsync(WriteSession session, long id, long? version, ActivityKind kind, Action<Gift> step)
    {
        var gift = await session.FindAsync<Gift>(id, "id");
        session.Expect(gift, version);
        step(gift);
        session.RecordGift(kind, gift);
        return gift;
    }
}
