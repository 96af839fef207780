using Headless.Server.Access;
using Headless.Server.Features.Groups;
using Headless.Server.Alerts;
using Headless.Server.Reading;

namespace Headless.Server.Features.Alerts;

/// <summary><c>type AlertRule</c>.</summary>
public sealed class AlertRuleObjectType : ObjectType<AlertRule>
{
    protected override void Configure(IObjectTypeDescriptor<AlertRule> descriptor)
    {
        descriptor.Description(
            "A condition on a metric that somebody wants to hear of. Where it holds, one alert of the kind METRIC_RULE is open; it ends by itself. Where there are too few to judge by, or nobody tracks the figure, nothing opens and nothing ends.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<AlertRuleNode>(n => AlertRuleNode.GetAlertRuleAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id, stable for the life of the rule: use it as cache key.");
        descriptor.Field(r => r.Name).Description("The name; unique.");
        descriptor.Field(r => r.IsActive).Description("Whether it is looked at.");
        descriptor.Field(r => r.Scope).Description("What it looks at.");
        descriptor.Field(r => r.GroupType).Description("EACH_GROUP: groups of this type only; null: any.");
        descriptor.Field(r => r.Purposes).ParentRequires(nameof(AlertRule.PurposeFlags)).Description("EACH_GROUP: groups with one of these purposes only; none: any.");
        descriptor.Field(r => r.Comparison).Description("What it asks.");
        descriptor.Field(r => r.Threshold).Description("Where the condition begins: a figure, or a share of the baseline; null for ABSENT.");
        descriptor.Field(r => r.Baseline).Description("Against what a change is measured; null: it is no change.");
        descriptor.Field(r => r.WindowDays).Description("Over how many days of the reporting time zone.");
        descriptor.Field(r => r.IncludesToday).Description("Whether today counts; otherwise the window ends with yesterday.");
        descriptor.Field(r => r.MinSample).Description("With fewer below the line nothing is judged.");
        descriptor.Field(r => r.QuietHours).Description("For so many hours after an alert of it ended none opens again about the same.");
        descriptor.Field(r => r.Severity).Description("How pressing it is.");
        descriptor.Field(r => r.SuggestedAction).Description("What to do about it.");
        descriptor.Field(r => r.Currency).Description("Only amounts in this currency; null: whatever there is, if it is one.");
        descriptor.Field(r => r.CreatedAt).Description("When it was made.");
        descriptor.Field(r => r.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(r => r.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>enum AlertComparison</c>.</summary>
public sealed class AlertComparisonEnumType : EnumType<AlertComparison>
{
    protected override void Configure(IEnumTypeDescriptor<AlertComparison> descriptor)
    {
        descriptor.Description("What a rule asks of a figure.");
        descriptor.Value(AlertComparison.Below).Description("The figure is below the threshold.");
        descriptor.Value(AlertComparison.Above).Description("The figure is above the threshold.");
        descriptor.Value(AlertComparison.FallsBy).Description("The figure is lower than its baseline by the threshold, a share of the baseline, or more.");
        descriptor.Value(AlertComparison.RisesBy).Description("The figure is higher than its baseline by the threshold, a share of the baseline, or more.");
        descriptor.Value(AlertComparison.Absent).Description("Nothing of what is counted has happened: the numerator is 0.");
    }
}

/// <summary><c>enum AlertBaseline</c>.</summary>
public sealed class AlertBaselineEnumType : EnumType<AlertBaseline>
{
    protected override void Configure(IEnumTypeDescriptor<AlertBaseline> descriptor)
    {
        descriptor.Description("What a change is measured against.");
        descriptor.Value(AlertBaseline.PreviousWindow).Description("As many days before.");
        descriptor.Value(AlertBaseline.YearEarlier).Description("The same days a year earlier.");
        descriptor.Value(AlertBaseline.MeanOfFourWindows).Description("The mean of the four windows before, of those that have a figure.");
    }
}

/// <summary><c>enum AlertRuleScope</c>.</summary>
public sealed class AlertRuleScopeEnumType : EnumType<AlertRuleScope>
{
    protected override void Configure(IEnumTypeDescriptor<AlertRuleScope> descriptor)
    {
        descriptor.Description("What a rule looks at.");
        descriptor.Value(AlertRuleScope.EachGroup).Description("Each running group for itself, from when it has been open for the whole window.");
        descriptor.Value(AlertRuleScope.Organisation).Description("All groups together, and orders of no group.");
    }
}

/// <summary><c>input AlertRuleFilterInput</c>.</summary>
public sealed class AlertRuleFilterInput : FilterInputType<AlertRule>
{
    protected override void Configure(IFilterInputTypeDescriptor<AlertRule> descriptor)
    {
        descriptor.Description("Conditions on rules; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(r => r.Name).Description("The name.");
        descriptor.Field(r => r.IsActive).Description("Whether it is looked at.");
        descriptor.Field(r => r.Severity).Description("How pressing it is.");
        descriptor.Field(r => r.Group).Type<GroupFilterInput>().Description("The group that it is about.");
    }
}

/// <summary><c>input AlertRuleSortInput</c>.</summary>
public sealed class AlertRuleSortInput : SortInputType<AlertRule>
{
    protected override void Configure(ISortInputTypeDescriptor<AlertRule> descriptor)
    {
        descriptor.Description("The order of rules. Rules that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Name).Description("By name.");
    }
}

/// <summary>Rules as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class AlertRuleQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<AlertRuleFilterInput>]
    [UseSorting<AlertRuleSortInput>]
    [GraphQLDescription("The organisation's rules about metrics; those about one group are seen by who sees it.")]
    public static IQueryable<AlertRule> GetAlertRules(CommunityDbContext db) => db.AlertRules;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One rule; null where there is none or the caller may not see it.")]
    public static Task<AlertRule?> GetAlertRuleByIdAsync(
        [ID<AlertRule>] [GraphQLDescription("The rule's global id.")] long id, ByIdDataLoader<AlertRule> rules, CancellationToken cancellationToken) =>
        rules.LoadAsync(id, cancellationToken);
}

/// <summary>What a rule leads to.</summary>
[ExtendObjectType<AlertRule>]
public sealed class AlertRuleNode
{
    [GraphQLIgnore]
    public static Task<AlertRule?> GetAlertRuleAsync(long id, ByIdDataLoader<AlertRule> rules, CancellationToken cancellationToken) => rules.LoadAsync(id, cancellationToken);

    [GraphQLDescription("The metric.")]
    public static MetricKey GetMetric([Parent(nameof(AlertRule.Metric))] AlertRule rule) => MetricNames.Read(rule.Metric);

    [Cost(1)]
    [GraphQLDescription("EACH_GROUP: this group only; null: any.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(AlertRule.GroupId))] AlertRule rule, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(rule.GroupId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<AlertFilterInput>]
    [UseSorting<AlertSortInput>]
    [GraphQLDescription("The alerts that it has opened, resolved ones included.")]
    public static IQueryable<Alert> GetAlerts([Parent(nameof(AlertRule.Id))] AlertRule rule, CommunityDbContext db) => db.Alerts.Where(a => a.RuleId == rule.Id);
}

/// <summary>The rule behind an alert.</summary>
[ExtendObjectType<Alert>]
public sealed class RuleOfAlert
{
    [Cost(1)]
    [GraphQLDescription("METRIC_RULE: the rule that found it.")]
    public static Task<AlertRule?> GetRuleAsync([Parent(nameof(Alert.RuleId))] Alert alert, ByIdDataLoader<AlertRule> rules, CancellationToken cancellationToken) =>
        rules.LoadAsync(alert.RuleId, cancellationToken);
}
