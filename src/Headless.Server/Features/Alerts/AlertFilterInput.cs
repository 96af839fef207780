using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Operators;

namespace Headless.Server.Features.Alerts;

/// <summary><c>input AlertFilterInput</c>.</summary>
public sealed class AlertFilterInput : FilterInputType<Alert>
{
    protected override void Configure(IFilterInputTypeDescriptor<Alert> descriptor)
    {
        descriptor.Description("Conditions on alerts; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(a => a.Kind).Description("What it is about.");
        descriptor.Field(a => a.SubjectKind).Description("What kind of thing it is about.");
        descriptor.Field(a => a.Severity).Description("How pressing it is.");
        descriptor.Field(a => a.Status).Description("Where it stands.");
        descriptor.Field(a => a.OpenedAt).Description("Since when the condition is known to hold.");
        descriptor.Field(a => a.AcknowledgedAt).Description("When somebody took it on.");
        descriptor.Field(a => a.ResolvedAt).Description("When the condition ended; eq: null for those that hold.");
        descriptor.Field(a => a.UpdatedAt).Description("When it last changed.");
        descriptor.Field(a => a.Group).Type<GroupFilterInput>().Description("The group that it hangs on.");
        descriptor.Field(a => a.Operator).Type<OperatorFilterInput>().Description("The operator whom it concerns.");
        descriptor.Field(a => a.Campaign).Type<CampaignFilterInput>().Description("The campaign that it concerns.");
        descriptor.Field(a => a.Rule).Type<AlertRuleFilterInput>().Description("METRIC_RULE: the rule that found it.");
        descriptor.Field(a => a.AcknowledgedBy).Type<OperatorFilterInput>().Description("Who took it on.");
    }
}

/// <summary><c>input AlertSortInput</c>.</summary>
public sealed class AlertSortInput : SortInputType<Alert>
{
    protected override void Configure(ISortInputTypeDescriptor<Alert> descriptor)
    {
        descriptor.Description("The order of alerts. Alerts that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Kind).Description("By kind.");
        descriptor.Field(a => a.Severity).Description("By severity, the least pressing first.");
        descriptor.Field(a => a.Status).Description("By status.");
        descriptor.Field(a => a.OpenedAt).Description("By the time since when the condition is known to hold.");
        descriptor.Field(a => a.ResolvedAt).Description("By the time of its end.");
        descriptor.Field(a => a.UpdatedAt).Description("By time of the last change.");
    }
}
