using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Sales;

[GraphQLDescription("A version of the rule by which orders are put down.")]
public sealed record CreateAttributionRuleInput(
    [property: GraphQLDescription("What is tried, in this order, each once; the first that leads to a group or campaign counts.")] IReadOnlyList<AttributionModel> Models,
    [property: GraphQLDescription("How many days before the payment count, 1 to 365.")] int WindowDays);

[GraphQLDescription("Orders to put down.")]
public sealed record RunAttributionInput(
    [property: ID<AttributionRule>] [property: GraphQLDescription("The version of the rule.")] long RuleId,
    [property: GraphQLDescription("Orders that were paid from then on.")] DateTimeOffset From,
    [property: GraphQLDescription("Orders that were paid before then; at most 366 days later.")] DateTimeOffset To);

[GraphQLDescription("What a run did. Run again without anything new, it changes nothing.")]
public sealed record AttributionReport(
    [property: GraphQLDescription("How many orders it looked at.")] int Examined,
    [property: GraphQLDescription("How many of them lead to a group or campaign.")] int Attributed,
    [property: GraphQLDescription("How many results are new or other than before.")] int Changed);

/// <summary>The rules of <see cref="CreateAttributionRuleInput"/>.</summary>
public sealed class CreateAttributionRuleValidator : AbstractValidator<CreateAttributionRuleInput>
{
    public CreateAttributionRuleValidator()
    {
        RuleFor(i => i.Models).Must(models => models.Count > 0 && models.Distinct().Count() == models.Count).WithErrorCode("MODELS").WithMessage("Name at least one model, each once.");
        RuleFor(i => i.WindowDays).InclusiveBetween(1, AttributionRule.MaxWindowDays);
    }
}

/// <summary>The rules of <see cref="RunAttributionInput"/>.</summary>
public sealed class RunAttributionValidator : AbstractValidator<RunAttributionInput>
{
    private const int MaxDays = 366;

    public RunAttributionValidator() => RuleFor(i => i.To).Must((input, to) => to > input.From && to - input.From <= TimeSpan.FromDays(MaxDays))
        .WithErrorCode("INVALID_INTERVAL").WithMessage($"'to' must be later than 'from', by at most {MaxDays} days.");
}

/// <summary>Versions of the rule, and runs of them.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class AttributionMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Makes the next version of the rule. Versions never change, so every result says what it was decided by.")]
    public static Task<AttributionRule> CreateAttributionRuleAsync(CreateAttributionRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var last = await session.Db.AttributionRules.MaxAsync(r => (int?)r.Number, session.CancellationToken) ?? 0;
                var rule = new AttributionRule { Number = last + 1, ModelList = string.Join(',', input.Models.Select(model => (byte)model)), WindowDays = input.WindowDays };
                session.Db.AttributionRules.Add(rule);
                session.Record(ActivityKind.AttributionRuleCreated, () => new ActivitySubject { Data = JsonSerializer.Serialize(new { version = rule.Number }) });
                return rule;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Puts orders down by a version of the rule. The orders themselves, and what other versions said, stay as they are.")]
    public static Task<AttributionReport> RunAttributionAsync(RunAttributionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var rule = await session.FindAsync<AttributionRule>(input.RuleId, "ruleId");
                var outcome = await AttributionRun.RunAsync(session.Db, rule, input.From.UtcDateTime, input.To.UtcDateTime, session.CancellationToken);
                if (outcome.Changed > 0)
                {
                    session.Record(ActivityKind.AttributionRun, () => new ActivitySubject { Data = JsonSerializer.Serialize(new { version = rule.Number, changed = outcome.Changed }) });
                }

                return new AttributionReport(outcome.Examined, outcome.Attributed, outcome.Changed);
            },
            cancellationToken);
}
