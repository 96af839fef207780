using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Incentives;

[GraphQLDescription("A budget to make.")]
public sealed record CreateIncentiveBudgetInput(
    [property: GraphQLDescription("The name.")] string Name,
    [property: GraphQLDescription("How much there is: above 0, in whole minor units of the currency.")] MoneyInput Amount,
    [property: GraphQLDescription("For which reasons it may be spent: the policy of the house.")] IReadOnlyList<IncentiveReason> AllowedReasons,
    [property: GraphQLDescription("From when on it may be spent; at once unless given.")] DateTimeOffset? StartsAt,
    [property: GraphQLDescription("Until when it may be spent; no end unless given.")] DateTimeOffset? EndsAt,
    [property: ID<Group>] [property: GraphQLDescription("The group for which it is; all unless given.")] long? GroupId,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign for which it is.")] long? CampaignId);

[GraphQLDescription("A change of a budget. A field that is not given stays as it is.")]
public sealed record UpdateIncentiveBudgetInput(
    [property: ID<IncentiveBudget>] [property: GraphQLDescription("The budget.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name.")] Optional<string?> Name,
    [property: GraphQLDescription("For which reasons it may be spent.")] Optional<IReadOnlyList<IncentiveReason>?> AllowedReasons,
    [property: GraphQLDescription("Whether nothing is spent from it any more. Red packets that are OPEN go on.")] Optional<bool?> IsClosed);

/// <summary>The rules of <see cref="CreateIncentiveBudgetInput"/>.</summary>
public sealed class CreateIncentiveBudgetValidator : AbstractValidator<CreateIncentiveBudgetInput>
{
    public CreateIncentiveBudgetValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(IncentiveBudget.NameMaxLength).PlainText();
        RuleFor(i => i.Amount).SetValidator(new ExactMoneyValidator());
        RuleFor(i => i.AllowedReasons).NotEmpty();
    }
}

/// <summary>The rules of <see cref="UpdateIncentiveBudgetInput"/>.</summary>
public sealed class UpdateIncentiveBudgetValidator : AbstractValidator<UpdateIncentiveBudgetInput>
{
    public UpdateIncentiveBudgetValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(IncentiveBudget.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.AllowedReasons.Value).NotEmpty().When(i => i.AllowedReasons.HasValue).OverridePropertyName("allowedReasons");
        RuleFor(i => i.IsClosed.Value).NotNull().When(i => i.IsClosed.HasValue).OverridePropertyName("isClosed");
    }
}

/// <summary>Makes and changes budgets.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class IncentiveBudgetMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a budget for red packets and gifts. How much there is cannot be changed afterwards: make another one.")]
    public static Task<IncentiveBudget> CreateIncentiveBudgetAsync(CreateIncentiveBudgetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                var budget = new IncentiveBudget
                {
                    Name = input.Name, Amount = input.Amount.Amount, Currency = input.Amount.Currency, AllowedReasons = input.AllowedReasons,
                    StartsAt = input.StartsAt?.UtcDateTime, EndsAt = input.EndsAt?.UtcDateTime, GroupId = group?.Id, CampaignId = campaign?.Id,
                };
                budget.RequirePeriod();
                session.Db.IncentiveBudgets.Add(budget);
                session.RecordBudget(ActivityKind.IncentiveBudgetCreated, budget);
                return budget;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes what a budget may be spent for, or closes it.")]
    public static Task<IncentiveBudget> UpdateIncentiveBudgetAsync(UpdateIncentiveBudgetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var budget = await session.FindAsync<IncentiveBudget>(input.Id, "id");
                session.Expect(budget, input.Version);
                budget.Name = input.Name.Or(budget.Name)!;
                budget.AllowedReasons = input.AllowedReasons.Or(budget.AllowedReasons)!;
                budget.IsClosed = input.IsClosed.Or(budget.IsClosed)!.Value;
                session.RecordBudget(ActivityKind.IncentiveBudgetUpdated, budget);
                return budget;
            },
            cancellationToken);
}
