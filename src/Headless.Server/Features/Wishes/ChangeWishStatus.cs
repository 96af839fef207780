using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Wishes;

[GraphQLDescription("A wish that is going to be fulfilled.")]
public sealed record PlanWishInput(
    [property: ID<Wish>] [property: GraphQLDescription("The wish.")] long Id,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that is to fulfil it.")] long? CampaignId,
    [property: GraphQLDescription("Anything that should be known about it.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IWishStatusInput;

[GraphQLDescription("A wish that is fulfilled.")]
public sealed record FulfilWishInput(
    [property: ID<Wish>] [property: GraphQLDescription("The wish.")] long Id,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that fulfilled it; the one that it was planned for unless given.")] long? CampaignId,
    [property: GraphQLDescription("Anything that should be known about it.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IWishStatusInput;

[GraphQLDescription("A wish that is not going to be fulfilled.")]
public sealed record DeclineWishInput(
    [property: ID<Wish>] [property: GraphQLDescription("The wish.")] long Id,
    [property: GraphQLDescription("Why, for whoever wished for it.")] string Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IWishStatusInput
{
    [GraphQLIgnore]
    public long? CampaignId => null;
}

[GraphQLDescription("A wish about which nothing is decided after all.")]
public sealed record ReopenWishInput(
    [property: ID<Wish>] [property: GraphQLDescription("The wish.")] long Id,
    [property: GraphQLDescription("Anything that should be known about it.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IWishStatusInput
{
    [GraphQLIgnore]
    public long? CampaignId => null;
}

/// <summary>What the steps of a wish's status have in common.</summary>
public interface IWishStatusInput
{
    long Id { get; }

    long? CampaignId { get; }

    string? Reason { get; }

    long? Version { get; }
}

/// <summary>The rules of <see cref="PlanWishInput"/>.</summary>
public sealed class PlanWishValidator : AbstractValidator<PlanWishInput>
{
    public PlanWishValidator() => RuleFor(i => i.Reason).MaximumLength(Wish.ReasonMaxLength).PlainText();
}

/// <summary>The rules of <see cref="FulfilWishInput"/>.</summary>
public sealed class FulfilWishValidator : AbstractValidator<FulfilWishInput>
{
    public FulfilWishValidator() => RuleFor(i => i.Reason).MaximumLength(Wish.ReasonMaxLength).PlainText();
}

/// <summary>The rules of <see cref="DeclineWishInput"/>.</summary>
public sealed class DeclineWishValidator : AbstractValidator<DeclineWishInput>
{
    public DeclineWishValidator() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(Wish.ReasonMaxLength).PlainText();
}

/// <summary>The rules of <see cref="ReopenWishInput"/>.</summary>
public sealed class ReopenWishValidator : AbstractValidator<ReopenWishInput>
{
    public ReopenWishValidator() => RuleFor(i => i.Reason).MaximumLength(Wish.ReasonMaxLength).PlainText();
}

/// <summary>OPEN ⇄ PLANNED → FULFILLED, DECLINED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeWishStatusMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Decides to fulfil a wish that is OPEN. Members can go on voting.")]
    public static Task<Wish> PlanWishAsync(PlanWishInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.WishPlanned, (wish, now) => wish.Plan(now, input.CampaignId, input.Reason), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says that members have what they wished for. That is final, and votes are over.")]
    public static Task<Wish> FulfilWishAsync(FulfilWishInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.WishFulfilled, (wish, now) => wish.Fulfil(now, input.CampaignId, input.Reason), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Decides not to fulfil a wish that is OPEN or PLANNED, with a reason. Votes are over until it is opened again.")]
    public static Task<Wish> DeclineWishAsync(DeclineWishInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.WishDeclined, (wish, now) => wish.Decline(now, input.Reason), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes a decision back: the wish, which is PLANNED or DECLINED, is OPEN again and has no campaign.")]
    public static Task<Wish> ReopenWishAsync(ReopenWishInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.WishReopened, (wish, now) => wish.Reopen(now, input.Reason), cancellationToken);

    private static Task<Wish> StepAsync<T>(T input, CommunityWriter writer, ActivityKind kind, Action<Wish, DateTime> step, CancellationToken ct)
        where T : IWishStatusInput => writer.WriteAsync(
        input,
        async session =>
        {
            var wish = await session.FindAsync<Wish>(input.Id, "id");
            await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
            session.Expect(wish, input.Version);
            step(wish, session.Now);
            session.RecordWish(kind, wish);
            return wish;
        },
        ct);
}
