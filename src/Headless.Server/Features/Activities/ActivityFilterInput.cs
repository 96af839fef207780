using Headless.Server.Features.Groups;

namespace Headless.Server.Features.Activities;

/// <summary><c>input ActivityFilterInput</c>.</summary>
public sealed class ActivityFilterInput : FilterInputType<Activity>
{
    protected override void Configure(IFilterInputTypeDescriptor<Activity> descriptor)
    {
        descriptor.Description("Conditions on activities; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(a => a.Kind).Description("What happened.");
        descriptor.Field(a => a.Source).Description("The system that reported it.");
        descriptor.Field(a => a.ExternalId).Description("Its id in that system.");
        descriptor.Field(a => a.ReplyToExternalId).Description("The id, at the same source, of the message that it answers: with source, the answers to a message.");
        descriptor.Field(a => a.OccurredAt).Description("When it happened.");
        descriptor.Field(a => a.RecordedAt).Description("When it entered the log.");
        descriptor.Field(a => a.IsEffective).Description("Whether it is an effective message.");
        descriptor.Field(a => a.IsExcluded).Description("Whether the account was one of staff or a machine.");
        descriptor.Field(a => a.Group).Type<GroupFilterInput>().Description("The group that it happened in.");
    }
}

/// <summary><c>input ActivitySortInput</c>.</summary>
public sealed class ActivitySortInput : SortInputType<Activity>
{
    protected override void Configure(ISortInputTypeDescriptor<Activity> descriptor)
    {
        descriptor.Description("The order of activities. Without it, or where equal: the order of the log.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.OccurredAt).Description("By the time at which it happened.");
        descriptor.Field(a => a.Id).Name("recorded").Description("By the order of the log, which is that of the commits.");
    }
}
