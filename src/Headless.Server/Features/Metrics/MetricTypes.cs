using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Metrics;

/// <summary><c>type MetricDefinition</c>.</summary>
public sealed class MetricDefinitionObjectType : ObjectType<MetricDefinition>
{
    protected override void Configure(IObjectTypeDescriptor<MetricDefinition> descriptor)
    {
        descriptor.Description("What a metric is.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Key).Description("The metric.");
        descriptor.Field(d => d.Version).Description("Raised whenever the same activities would give another figure.");
        descriptor.Field(d => d.Name).Description("Its name in English and Chinese.");
        descriptor.Field(d => d.Stage).Description("The stage of the funnel that it belongs to.");
        descriptor.Field(d => d.Unit).Description("What the value counts.");
        descriptor.Field(d => d.Formula).Description("Numerator ÷ denominator, in words.");
        descriptor.Field(d => d.Caveats).Description("What to know before acting on it.");
        descriptor.Field(d => d.Source).Description("Where the definition comes from.");
    }
}

/// <summary><c>type MetricWindow</c>.</summary>
public sealed class MetricWindowObjectType : ObjectType<MetricWindow>
{
    protected override void Configure(IObjectTypeDescriptor<MetricWindow> descriptor)
    {
        descriptor.Description("Whole days.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(w => w.From).Description("The first day.");
        descriptor.Field(w => w.To).Description("The day after the last one.");
        descriptor.Field(w => w.Days).Description("How many days.");
    }
}

/// <summary><c>type MetricValue</c>.</summary>
public sealed class MetricValueObjectType : ObjectType<MetricValue>
{
    protected override void Configure(IObjectTypeDescriptor<MetricValue> descriptor)
    {
        descriptor.Description("A figure with everything that is needed to check it.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Definition).Description("What was computed.");
        descriptor.Field(v => v.Window).Description("The days it was computed over.");
        descriptor.Field(v => v.Numerator).Description("The upper part; for a count or a sum, that itself.");
        descriptor.Field(v => v.Denominator).Description("The lower part; null for a count or a sum.");
        descriptor.Field(v => v.Value).Description("The figure; null with a reason, never 0, where the denominator is 0.");
        descriptor.Field(v => v.NullReason).Description("Why there is no figure.");
        descriptor.Field(v => v.ExcludedAccounts).Description("Accounts of staff and machines that were left out of both parts.");
        descriptor.Field(v => v.EffectiveRuleVersion).Description("The version of the rule for effective messages that it was counted by, as effectiveMessageRule shows it; null for what counts none.");
        descriptor.Field(v => v.TimeZone).Description("The IANA id of the zone whose days and hours count.");
        descriptor.Field(v => v.Currency).Description("The ISO 4217 code of amounts; null for what is no money, and where there is none.");
        descriptor.Field(v => v.Costs).Description("ROI, ROAS, COST_TO_SALES and COST_PER_QUALIFIED_JOIN: what was spent on what, by kind; empty for other metrics, and where currencies are mixed.");
        descriptor.Field(v => v.SampleSize).Description("How many people, people times days, or orders the figure rests on; null for a count or a sum.");
        descriptor.Field(v => v.IsLowSample).Description("Whether it rests on fewer than 30, too few to compare.");
    }
}

/// <summary><c>type CostOfKind</c>.</summary>
public sealed class CostOfKindObjectType : ObjectType<CostOfKind>
{
    protected override void Configure(IObjectTypeDescriptor<CostOfKind> descriptor)
    {
        descriptor.Description("What was spent on something, in the currency of the figure.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Kind).Description("On what; costs of channels are AD.");
        descriptor.Field(c => c.Amount).Description("How much.");
    }
}

/// <summary><c>type MetricPoint</c>.</summary>
public sealed class MetricPointObjectType : ObjectType<MetricPoint>
{
    protected override void Configure(IObjectTypeDescriptor<MetricPoint> descriptor)
    {
        descriptor.Description("A point of a series.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Start).Description("When the interval begins.");
        descriptor.Field(p => p.End).Description("When it ends; the first and the last interval are cut to the window.");
        descriptor.Field(p => p.Value).Description("The figure of the interval.");
    }
}

/// <summary><c>type HeatmapCell</c>.</summary>
public sealed class HeatmapCellObjectType : ObjectType<HeatmapCell>
{
    protected override void Configure(IObjectTypeDescriptor<HeatmapCell> descriptor)
    {
        descriptor.Description("Messages within an hour of the week.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Weekday).Description("Monday = 1 to Sunday = 7.");
        descriptor.Field(c => c.Hour).Description("0 to 23, in the reporting time zone or the one that is asked for.");
        descriptor.Field(c => c.Messages).Description("Messages of customers' accounts.");
        descriptor.Field(c => c.EffectiveMessages).Description("The effective ones among them.");
        descriptor.Field(c => c.EffectiveRuleVersion).Description("The version of the rule for effective messages that they were counted by, as effectiveMessageRule shows it; the same in every cell of an answer.");
    }
}

/// <summary><c>type ActiveMember</c>.</summary>
public sealed class ActiveMemberObjectType : ObjectType<ActiveMember>
{
    protected override void Configure(IObjectTypeDescriptor<ActiveMember> descriptor)
    {
        descriptor.Description("A member among the most active, with the parts of the rank.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.Rank).Description("From 1. Equal effective messages are ranked by all messages, then by who was entered first.");
        descriptor.Field(m => m.EffectiveMessages).Description("Effective messages in the window.");
        descriptor.Field(m => m.Messages).Description("All messages in the window.");
        descriptor.Field(m => m.ActiveDays).Description("Days with at least one effective message.");
        descriptor.Field(m => m.EffectiveRuleVersion).Description("The version of the rule for effective messages that they were counted by, as effectiveMessageRule shows it; the same for every member of an answer.");
    }
}

/// <summary>Who an active member is.</summary>
[ExtendObjectType<ActiveMember>]
public sealed class ActiveMemberEdges
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("The member; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent] ActiveMember active, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(active.MemberId, cancellationToken);
}
