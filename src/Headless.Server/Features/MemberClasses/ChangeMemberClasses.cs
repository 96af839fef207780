using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.MemberClasses;

[GraphQLDescription("The thresholds of the classes, all at once.")]
public sealed record SetMemberClassRulesInput(
    [property: GraphQLDescription("LOYAL: in how many months in a row an order was paid: 1 to 24, 3 unless given.")] int? LoyalMonths,
    [property: GraphQLDescription("BARGAIN: below which average order value somebody is after bargains. There is no default: without it the rule applies to nobody.")] MoneyInput? BargainCeiling,
    [property: GraphQLDescription("NEED: after how many months without an order: 1 to 24, 3 unless given.")] int? NeedGapMonths,
    [property: ID<Tag>] [property: GraphQLDescription("NEED: the tag that says that somebody needs it. Without it the rule applies to nobody.")] long? NeedTagId,
    [property: GraphQLDescription("LOW: for how many days somebody has been there before little is said to be little: 0 to 365, 30 unless given.")] int? ObservationDays,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("What to do for a class of customers.")]
public sealed record SetClassStrategyInput(
    [property: GraphQLDescription("The class.")] MemberClass Class,
    [property: GraphQLDescription("What to do, at most 2 000 characters; null: there is no rule.")] string? Text);

/// <summary>The rules of <see cref="SetMemberClassRulesInput"/>.</summary>
public sealed class SetMemberClassRulesValidator : AbstractValidator<SetMemberClassRulesInput>
{
    public SetMemberClassRulesValidator(IValidator<MoneyInput> money)
    {
        RuleFor(i => i.LoyalMonths).InclusiveBetween(1, MemberClassRules.MaxMonths);
        RuleFor(i => i.NeedGapMonths).InclusiveBetween(1, MemberClassRules.MaxMonths);
        RuleFor(i => i.ObservationDays).InclusiveBetween(0, MemberClassRules.MaxObservationDays);
        RuleFor(i => i.BargainCeiling).SetValidator(money!);
        RuleFor(i => i.BargainCeiling!.Amount).GreaterThan(0).When(i => i.BargainCeiling is not null);
        RuleFor(i => i.Version).GreaterThan(0);
    }
}

/// <summary>The rules of <see cref="SetClassStrategyInput"/>.</summary>
public sealed class SetClassStrategyValidator : AbstractValidator<SetClassStrategyInput>
{
    public SetClassStrategyValidator() => RuleFor(i => i.Text).MaximumLength(ClassStrategy.TextMaxLength).PlainText();
}

/// <summary>Says how members are classified, and what to do for each class.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class MemberClassMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Sets the thresholds. From the first time on everybody is classified, at once and then as orders, tags and months go by. The first time also enters the article's two strategies, for LOYAL and BARGAIN.")]
    public static Task<MemberClassRules> SetMemberClassRulesAsync(SetMemberClassRulesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.FindAsync<Tag>(input.NeedTagId, "needTagId");
                var rules = await session.Db.MemberClassRules.FirstOrDefaultAsync(session.CancellationToken);
                if (rules is null)
                {
                    session.Db.MemberClassRules.Add(rules = new MemberClassRules());
                    if (!await session.Db.ClassStrategies.AnyAsync(session.CancellationToken))
                    {
                        session.Db.ClassStrategies.AddRange(ClassStrategy.OfTheArticle());
                    }
                }
                else
                {
                    session.Expect(rules, input.Version);
                }

                rules.Set(
                    input.LoyalMonths ?? 3, input.NeedGapMonths ?? 3, input.NeedTagId, input.BargainCeiling?.Amount, input.BargainCeiling?.Currency, input.ObservationDays ?? 30);
                session.Record(ActivityKind.MemberClassRulesSet, () => new ActivitySubject());
                return rules;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [UseMutationConvention(PayloadFieldName = "classStrategies")]
    [Error<InvalidInputException>]
    [GraphQLDescription("Says what to do for a class; it answers what is said of all. Where nothing is said there is no rule, and none is made up.")]
    public static Task<IReadOnlyList<ClassStrategy>> SetClassStrategyAsync(SetClassStrategyInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync<SetClassStrategyInput, IReadOnlyList<ClassStrategy>>(
            input,
            async session =>
            {
                var strategies = await session.Db.ClassStrategies.OrderBy(s => s.Class).ToListAsync(session.CancellationToken);
                var strategy = strategies.Find(s => s.Class == input.Class);
                if (input.Text is null)
                {
                    if (strategy is not null)
                    {
                        session.Db.ClassStrategies.Remove(strategy);
                        strategies.Remove(strategy);
                    }
                }
                else if (strategy is null)
                {
                    session.Db.ClassStrategies.Add(strategy = new ClassStrategy { Class = input.Class, Text = input.Text });
                    strategies.Add(strategy);
                }
                else
                {
                    strategy.Text = input.Text;
                }

                session.Record(ActivityKind.ClassStrategySet, () => new ActivitySubject { Text = input.Text });
                return [.. strategies.OrderBy(s => s.Class)];
            },
            cancellationToken);
}
