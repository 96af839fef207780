using System.Text.Json.Nodes;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Alerts;
using Headless.Server.Writing;

namespace Headless.Server.Features.Alerts;

[GraphQLDescription("A condition on a metric that somebody wants to hear of.")]
public sealed record CreateAlertRuleInput(
    [property: GraphQLDescription("The name: 1 to 100 characters, unique.")] string Name,
    [property: GraphQLDescription("The metric.")] MetricKey Metric,
    [property: GraphQLDescription("What it looks at: EACH_GROUP unless given.")] AlertRuleScope? Scope,
    [property: ID<Group>] [property: GraphQLDescription("EACH_GROUP: this group only.")] long? GroupId,
    [property: GraphQLDescription("EACH_GROUP: groups of this type only.")] GroupType? GroupType,
    [property: GraphQLDescription("EACH_GROUP: groups with one of these purposes only.")] IReadOnlyList<GroupPurpose>? Purposes,
    [property: GraphQLDescription("What it asks.")] AlertComparison Comparison,
    [property: GraphQLDescription("Where the condition begins: a figure for BELOW and ABOVE, a share of the baseline for FALLS_BY and RISES_BY (0.3 is 30 %); left out for ABSENT.")] decimal? Threshold,
    [property: GraphQLDescription("FALLS_BY, RISES_BY: against what.")] AlertBaseline? Baseline,
    [property: GraphQLDescription("Over how many days: 1 to 366.")] int WindowDays,
    [property: GraphQLDescription("Whether today counts, which is not over yet; otherwise the window ends with yesterday. False unless given.")] bool? IncludesToday,
    [property: GraphQLDescription("With fewer people, member days or orders below the line nothing is judged; for a change of a count, with less in the baseline. 0 unless given.")] int? MinSample,
    [property: GraphQLDescription("For so many hours after an alert of it ended none opens again about the same: 0 to 2 160, 0 unless given.")] int? QuietHours,
    [property: GraphQLDescription("How pressing it is; WARNING unless given.")] AlertSeverity? Severity,
    [property: GraphQLDescription("What to do about it: 1 to 500 characters.")] string SuggestedAction,
    [property: GraphQLDescription("Only amounts in this currency, an ISO 4217 code.")] string? Currency);

[GraphQLDescription("A change of a rule. A field that is not given stays as it is; what comparison needs is checked with it.")]
public sealed record UpdateAlertRuleInput(
    [property: ID<AlertRule>] [property: GraphQLDescription("The rule.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name: 1 to 100 characters, unique.")] Optional<string?> Name,
    [property: GraphQLDescription("Whether it is looked at. The alerts of one that is not end.")] Optional<bool?> IsActive,
    [property: GraphQLDescription("What it asks.")] Optional<AlertComparison?> Comparison,
    [property: GraphQLDescription("Where the condition begins.")] Optional<decimal?> Threshold,
    [property: GraphQLDescription("Against what a change is measured.")] Optional<AlertBaseline?> Baseline,
    [property: GraphQLDescription("Over how many days.")] Optional<int?> WindowDays,
    [property: GraphQLDescription("Whether today counts.")] Optional<bool?> IncludesToday,
    [property: GraphQLDescription("The minimum sample.")] Optional<int?> MinSample,
    [property: GraphQLDescription("The quiet time in hours.")] Optional<int?> QuietHours,
    [property: GraphQLDescription("How pressing it is.")] Optional<AlertSeverity?> Severity,
    [property: GraphQLDescription("What to do about it.")] Optional<string?> SuggestedAction);

/// <summary>The rules of <see cref="CreateAlertRuleInput"/>; what fits together is said by <see cref="AlertRule.Ask"/>.</summary>
public sealed class CreateAlertRuleValidator : AbstractValidator<CreateAlertRuleInput>
{
    public CreateAlertRuleValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(AlertRule.NameMaxLength).PlainText();
        RuleFor(i => i.SuggestedAction).NotEmpty().MaximumLength(Alert.SuggestedActionMaxLength).PlainText();
        RuleFor(i => i.WindowDays).InclusiveBetween(1, AlertRule.MaxWindowDays);
        RuleFor(i => i.MinSample).InclusiveBetween(0, AlertRule.MaxSample);
        RuleFor(i => i.QuietHours).InclusiveBetween(0, AlertRule.MaxQuietHours);
        RuleFor(i => i.Purposes).Must(list => list is null || list.Count <= 10).WithErrorCode("TOO_MANY_ROWS");
        RuleFor(i => i.Currency).Must(code => code is null || (code.Length == Currency.CodeLength && code.All(char.IsAsciiLetterUpper)))
            .WithErrorCode(DomainErrorCodes.InvalidCurrency).WithMessage("Give an ISO 4217 code of three capital letters, such as CNY.");
        RuleFor(i => i.GroupId).Null().When(i => i.Scope == AlertRuleScope.Organisation).WithErrorCode("NOT_OF_A_GROUP").WithMessage("A rule about the organisation has no group: leave it out.");
        RuleFor(i => i.GroupType).Null().When(i => i.Scope == AlertRuleScope.Organisation).WithErrorCode("NOT_OF_A_GROUP").WithMessage("A rule about the organisation has no type of groups: leave it out.");
        RuleFor(i => i.Purposes).Null().When(i => i.Scope == AlertRuleScope.Organisation).WithErrorCode("NOT_OF_A_GROUP").WithMessage("A rule about the organisation has no purposes of groups: leave them out.");
    }
}

/// <summary>The rules of <see cref="UpdateAlertRuleInput"/>.</summary>
public sealed class UpdateAlertRuleValidator : AbstractValidator<UpdateAlertRuleInput>
{
    public UpdateAlertRuleValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(AlertRule.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.SuggestedAction.Value).NotEmpty().MaximumLength(Alert.SuggestedActionMaxLength).PlainText().When(i => i.SuggestedAction.HasValue).OverridePropertyName("suggestedAction");
        RuleFor(i => i.WindowDays.Value).NotNull().InclusiveBetween(1, AlertRule.MaxWindowDays).When(i => i.WindowDays.HasValue).OverridePropertyName("windowDays");
        RuleFor(i => i.MinSample.Value).InclusiveBetween(0, AlertRule.MaxSample).When(i => i.MinSample.HasValue).OverridePropertyName("minSample");
        RuleFor(i => i.QuietHours.Value).InclusiveBetween(0, AlertRule.MaxQuietHours).When(i => i.QuietHours.HasValue).OverridePropertyName("quietHours");
    }
}

/// <summary>Makes and changes rules about metrics.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class AlertRuleMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a rule. Within five minutes it is looked at, and then every five minutes.")]
    public static Task<AlertRule> CreateAlertRuleAsync(CreateAlertRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                await session.RequireNoneAsync<AlertRule>(r => r.Name == input.Name, "A rule has that name.", "name");
                await RequireRoomAsync(session, 0);
                var rule = new AlertRule
                {
                    Name = input.Name, Metric = MetricNames.Write(input.Metric), Scope = input.Scope ?? AlertRuleScope.EachGroup, GroupId = group?.Id, GroupType = input.GroupType,
                    Purposes = input.Purposes ?? [], Currency = input.Currency, SuggestedAction = input.SuggestedAction,
                };
                rule.Ask(
                    input.Comparison, input.Threshold, input.Baseline, input.WindowDays, input.IncludesToday ?? false, input.MinSample ?? 0, input.QuietHours ?? 0,
                    input.Severity ?? AlertSeverity.Warning);
                session.Db.AlertRules.Add(rule);
                Record(session, ActivityKind.AlertRuleCreated, rule);
                return rule;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a rule. What it is about, its metric and its groups, stays: make another one. Alerts that it opened follow when it is looked at next.")]
    public static Task<AlertRule> UpdateAlertRuleAsync(UpdateAlertRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var rule = await session.FindAsync<AlertRule>(input.Id, "id");
                session.Expect(rule, input.Version);
                if (input.Name.HasValue && input.Name.Value != rule.Name)
                {
                    await session.RequireNoneAsync<AlertRule>(r => r.Name == input.Name.Value, "A rule has that name.", "name");
                }

                if (!rule.IsActive && input.IsActive.Or(false) == true)
                {
                    await RequireRoomAsync(session, rule.Id);
                }

                rule.Name = input.Name.Or(rule.Name)!;
                rule.IsActive = input.IsActive.Or(rule.IsActive) ?? rule.IsActive;
                rule.SuggestedAction = input.SuggestedAction.Or(rule.SuggestedAction)!;
                rule.Ask(
                    input.Comparison.Or(rule.Comparison) ?? rule.Comparison, input.Threshold.Or(rule.Threshold), input.Baseline.Or(rule.Baseline),
                    input.WindowDays.Or(rule.WindowDays)!.Value, input.IncludesToday.Or(rule.IncludesToday) ?? false, input.MinSample.Or(rule.MinSample) ?? 0,
                    input.QuietHours.Or(rule.QuietHours) ?? 0, input.Severity.Or(rule.Severity) ?? rule.Severity);
                Record(session, ActivityKind.AlertRuleUpdated, rule);
                return rule;
            },
            cancellationToken);

    private static async Task RequireRoomAsync(WriteSession session, long except)
    {
        if (await session.Db.AlertRules.CountAsync(r => r.IsActive && r.Id != except, session.CancellationToken) >= AlertRule.MaxActive)
        {
            throw new DomainException(DomainErrorCodes.InvalidAlertRule, $"{AlertRule.MaxActive} rules are active: set one aside first.");
        }
    }

    private static void Record(WriteSession session, ActivityKind kind, AlertRule rule) => session.Record(kind, () => new ActivitySubject
    {
        GroupId = rule.GroupId,
        Text = rule.Name,
        Data = new JsonObject
        {
            ["metric"] = rule.Metric,
            ["comparison"] = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(rule.Comparison.ToString()),
            ["threshold"] = rule.Threshold,
            ["windowDays"] = rule.WindowDays,
            ["isActive"] = rule.IsActive,
        }.ToJsonString(),
    });
}
