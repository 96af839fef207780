using FluentValidation;
using Headless.Metrics;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Sales;

[GraphQLDescription("A target to set.")]
public sealed record SetSalesTargetInput(
    [property: GraphQLDescription("The name.")] string Name,
    [property: GraphQLDescription("The first day, in the reporting time zone.")] DateOnly From,
    [property: GraphQLDescription("The day after the last one: at most 366 days later.")] DateOnly To,
    [property: GraphQLDescription("What is to be sold: above 0, in whole minor units of the currency.")] MoneyInput Amount,
    [property: GraphQLDescription("How much of the sales a Monday, a Tuesday … a Sunday has compared with the others: seven numbers from 0 to 1000, not all 0. All days alike unless given.")] IReadOnlyList<int>? WeekdayWeights,
    [property: ID<Group>] [property: GraphQLDescription("The group whose orders count; all unless given.")] long? GroupId,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign whose orders count; all unless given.")] long? CampaignId);

[GraphQLDescription("A change of a target. A field that is not given stays as it is.")]
public sealed record UpdateSalesTargetInput(
    [property: ID<SalesTarget>] [property: GraphQLDescription("The target.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name.")] Optional<string?> Name,
    [property: GraphQLDescription("What is to be sold, in its currency.")] Optional<decimal?> Amount,
    [property: GraphQLDescription("How much of the sales each weekday has: seven numbers.")] Optional<IReadOnlyList<int>?> WeekdayWeights);

/// <summary>The rules of <see cref="SetSalesTargetInput"/>.</summary>
public sealed class SetSalesTargetValidator : AbstractValidator<SetSalesTargetInput>
{
    public SetSalesTargetValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(SalesTarget.NameMaxLength).PlainText();
        RuleFor(i => i.To).Must((input, to) => to > input.From && to.DayNumber - input.From.DayNumber <= SalesTarget.MaxDays)
            .WithErrorCode("INVALID_INTERVAL").WithMessage($"'to' must be 1 to {SalesTarget.MaxDays} days later than 'from'.");
        RuleFor(i => i.Amount).SetValidator(new ExactMoneyValidator());
        RuleFor(i => i.WeekdayWeights).Must(weights => weights is null || AreWeights(weights)).WithErrorCode("WEIGHTS").WithMessage(WeightsMessage);
        RuleFor(i => i.WeekdayWeights).Must((input, weights) => weights is null || !AreWeights(weights) || Covers(weights, input.From, input.To))
            .WithErrorCode("WEIGHTS").WithMessage("No day of that time has a weight.");
    }

    internal static string WeightsMessage => $"Give seven numbers from 0 to {SalesTarget.MaxWeight}, Monday first, not all 0.";

    internal static bool AreWeights(IReadOnlyList<int> weights) => weights.Count == SalesTarget.Weekdays && weights.All(w => w is >= 0 and <= SalesTarget.MaxWeight) && weights.Any(w => w > 0);

    internal static bool Covers(IReadOnlyList<int> weights, DateOnly from, DateOnly to) =>
        Enumerable.Range(0, Math.Clamp(to.DayNumber - from.DayNumber, 0, SalesTarget.Weekdays)).Any(day => weights[((int)from.AddDays(day).DayOfWeek + 6) % SalesTarget.Weekdays] > 0);
}

/// <summary>The rules of <see cref="UpdateSalesTargetInput"/>.</summary>
public sealed class UpdateSalesTargetValidator : AbstractValidator<UpdateSalesTargetInput>
{
    public UpdateSalesTargetValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(SalesTarget.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Amount.Value).NotNull().GreaterThan(0).LessThanOrEqualTo(Currency.MaxAmount).When(i => i.Amount.HasValue).OverridePropertyName("amount");
        RuleFor(i => i.WeekdayWeights.Value).Must(weights => weights is not null && SetSalesTargetValidator.AreWeights(weights)).When(i => i.WeekdayWeights.HasValue)
            .WithErrorCode("WEIGHTS").WithMessage(SetSalesTargetValidator.WeightsMessage).OverridePropertyName("weekdayWeights");
    }
}

/// <summary>Sets and changes targets.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SalesTargetMutations
{
    private static readonly int[] s_alike = [1, 1, 1, 1, 1, 1, 1];

    [Authorize(Policies.ManageGroups)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Sets a target. OWNER has to give one of their groups.")]
    public static Task<SalesTarget> SetSalesTargetAsync(SetSalesTargetInput input, CommunityWriter writer, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                if (input.GroupId is null && !session.Caller.Scope.IsEverything)
                {
                    throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "Name one of your groups: a target for all is set by a LEAD.");
                }

                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                var target = new SalesTarget
                {
                    Name = input.Name, From = input.From, To = input.To, StartsAt = calendar.StartOf(input.From), EndsAt = calendar.StartOf(input.To), Amount = input.Amount.Amount,
                    Currency = input.Amount.Currency, Weights = string.Empty, GroupId = group?.Id, CampaignId = campaign?.Id,
                };
                target.WeekdayWeights = input.WeekdayWeights ?? s_alike;
                session.Db.SalesTargets.Add(target);
                session.RecordTarget(ActivityKind.SalesTargetSet, target);
                return target;
            },
            cancellationToken);

    [Authorize(Policies.ManageGroups)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes what is to be sold, or when it is expected.")]
    public static Task<SalesTarget> UpdateSalesTargetAsync(UpdateSalesTargetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var target = await session.FindAsync<SalesTarget>(input.Id, "id");
                session.Expect(target, input.Version);
                if (target.GroupId is null && !session.Caller.Scope.IsEverything)
                {
                    throw new NotFoundException(nameof(SalesTarget), "id");
                }

                var (amount, weights) = (input.Amount.Or(target.Amount)!.Value, input.WeekdayWeights.Or(target.WeekdayWeights)!);
                if (!Currency.IsExact(amount, target.Currency))
                {
                    throw InvalidInputException.Of("amount", DomainErrorCodes.InvalidAmount, $"'amount' has more decimal places than {target.Currency} has.");
                }

                if (!SetSalesTargetValidator.Covers(weights, target.From, target.To))
                {
                    throw InvalidInputException.Of("weekdayWeights", "WEIGHTS", "No day of the target's time has a weight.");
                }

                target.Name = input.Name.Or(target.Name)!;
                target.Amount = amount;
                target.WeekdayWeights = weights;
                session.RecordTarget(ActivityKind.SalesTargetUpdated, target);
                return target;
            },
            cancellationToken);
}
