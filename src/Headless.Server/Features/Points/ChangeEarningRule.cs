using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Points;

[GraphQLDescription("A rule by which points are earned from now on.")]
public sealed record CreateEarningRuleInput(
    [property: ID<PointProgram>] [property: GraphQLDescription("The programme of the points.")] long ProgramId,
    [property: GraphQLDescription("What it is called.")] string Name,
    [property: GraphQLDescription("What members have to do: any kind that has a member, but not the movement of points itself. MESSAGE_SENT counts effective messages.")] ActivityKind ActivityKind,
    [property: GraphQLDescription("How many points for each, 1 to 1 000 000.")] int Points,
    [property: GraphQLDescription("For ORDER_RECORDED: the points are for each of this amount instead of for each order.")] MoneyInput? PerAmount,
    [property: GraphQLDescription("The most that a member earns by it on a day of the programme's time zone; no limit unless given.")] int? DailyCap,
    [property: ID<Group>] [property: GraphQLDescription("Only what is done in one of these, at most 100; anywhere unless given.")] IReadOnlyList<long>? GroupIds);

[GraphQLDescription("A change of a rule, from now on. A field that is not given stays as it is.")]
public sealed record UpdateEarningRuleInput(
    [property: ID<EarningRule>] [property: GraphQLDescription("The rule.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What it is called.")] Optional<string?> Name,
    [property: GraphQLDescription("How many points for each, 1 to 1 000 000.")] Optional<int?> Points,
    [property: GraphQLDescription("The most that a member earns by it on a day; null: no limit.")] Optional<int?> DailyCap,
    [property: GraphQLDescription("Whether it holds. What is done while it does not, earns nothing, also later.")] Optional<bool?> IsActive);

/// <summary>The rules of <see cref="CreateEarningRuleInput"/>.</summary>
public sealed class CreateEarningRuleValidator : AbstractValidator<CreateEarningRuleInput>
{
    public CreateEarningRuleValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(EarningRule.NameMaxLength).PlainText();
        RuleFor(i => i.Points).InclusiveBetween(1, EarningRuleMutations.MaxPoints);
        RuleFor(i => i.DailyCap).GreaterThan(0);
        RuleFor(i => i.ActivityKind).Must(kind => kind is < ActivityKind.PointProgramCreated or > ActivityKind.PointBalancesRebuilt)
            .WithErrorCode("NOT_EARNABLE").WithMessage("Points cannot be earned for the movement of points.");
        RuleFor(i => i.PerAmount!).SetValidator(new MoneyValidator()).When(i => i.PerAmount is not null);
        RuleFor(i => i.PerAmount).Null().When(i => i.ActivityKind != ActivityKind.OrderRecorded)
            .WithErrorCode("ORDERS_ONLY").WithMessage("Only orders have an amount: leave 'perAmount' out, or take ORDER_RECORDED.");
        RuleFor(i => i.PerAmount!.Amount).GreaterThan(0).When(i => i.PerAmount is not null).OverridePropertyName("perAmount.amount");
        RuleFor(i => i.GroupIds).Must(ids => ids is null || ids.Count is > 0 and <= EarningRule.MaxGroups)
            .WithErrorCode("COUNT").WithMessage($"Name 1 to {EarningRule.MaxGroups} groups, or leave 'groupIds' out.");
    }
}

/// <summary>The rules of <see cref="UpdateEarningRuleInput"/>.</summary>
public sealed class UpdateEarningRuleValidator : AbstractValidator<UpdateEarningRuleInput>
{
    public UpdateEarningRuleValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(EarningRule.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Points.Value).NotNull().InclusiveBetween(1, EarningRuleMutations.MaxPoints).When(i => i.Points.HasValue).OverridePropertyName("points");
        RuleFor(i => i.DailyCap.Value).GreaterThan(0).OverridePropertyName("dailyCap");
        RuleFor(i => i.IsActive.Value).NotNull().When(i => i.IsActive.HasValue).OverridePropertyName("isActive");
    }
}

/// <summary>Makes and changes rules by which points are earned.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class EarningRuleMutations
{
    internal const int MaxPoints = 1_000_000;

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a rule by which points are earned. It counts what happens from now on, once; an order that is refunded or cancelled gives its points back.")]
    public static Task<EarningRule> CreateEarningRuleAsync(CreateEarningRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var program = await session.FindAsync<PointProgram>(input.ProgramId, "programId");
                program.RequireEarning();
                var rule = new EarningRule
                {
                    ProgramId = program.Id, Name = input.Name, ActivityKind = input.ActivityKind, Points = input.Points, PerAmount = input.PerAmount?.Amount,
                    Currency = input.PerAmount?.Currency, DailyCap = input.DailyCap, IsEverywhere = input.GroupIds is null, AfterActivityId = await NewestAsync(session),
                };
                foreach (var id in (input.GroupIds ?? []).Distinct())
                {
                    rule.Groups.Add(new EarningRuleGroup { Rule = rule, Group = await session.FindAsync<Group>(id, "groupIds") });
                }

                session.Db.EarningRules.Add(rule);
                session.RecordPoints(ActivityKind.EarningRuleCreated, program);
                return rule;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a rule by which points are earned, or lets it rest. What was earned stays.")]
    public static Task<EarningRule> UpdateEarningRuleAsync(UpdateEarningRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var rule = await session.FindAsync<EarningRule>(input.Id, "id", rules => rules.Include(r => r.Program));
                session.Expect(rule, input.Version);
                rule.Name = input.Name.Or(rule.Name)!;
                rule.Points = input.Points.Or(rule.Points)!.Value;
                rule.DailyCap = input.DailyCap.Or(rule.DailyCap);
                if (input.IsActive.Or(rule.IsActive)!.Value != rule.IsActive)
                {
                    if (!rule.IsActive)
                    {
                        rule.Program.RequireEarning();
                        rule.AfterActivityId = await NewestAsync(session);
                    }

                    rule.IsActive = !rule.IsActive;
                }

                session.RecordPoints(ActivityKind.EarningRuleUpdated, rule.Program);
                return rule;
            },
            cancellationToken);

    private static async Task<long> NewestAsync(WriteSession session) =>
        await session.Db.Activities.IgnoreQueryFilters().MaxAsync(a => (long?)a.Id, session.CancellationToken) ?? 0;
}
