using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Members;
using Headless.Server.Features.Operators;

namespace Headless.Server.Features.CallLists;

/// <summary><c>input CallListFilterInput</c>.</summary>
public sealed class CallListFilterInput : FilterInputType<CallList>
{
    protected override void Configure(IFilterInputTypeDescriptor<CallList> descriptor)
    {
        descriptor.Description("Conditions on call lists; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(l => l.Name).Description("The name.");
        descriptor.Field(l => l.Status).Description("Whether it is worked on.");
        descriptor.Field(l => l.CreatedAt).Description("When it was made.");
        descriptor.Field(l => l.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(l => l.Campaign).Type<CampaignFilterInput>().Description("The campaign that it is for.");
        descriptor.Field(l => l.CreatedBy).Type<OperatorFilterInput>().Description("Who is in charge of it.");
    }
}

/// <summary><c>input CallListSortInput</c>.</summary>
public sealed class CallListSortInput : SortInputType<CallList>
{
    protected override void Configure(ISortInputTypeDescriptor<CallList> descriptor)
    {
        descriptor.Description("The order of call lists. Lists that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.Name).Description("By name.");
        descriptor.Field(l => l.Status).Description("By status.");
        descriptor.Field(l => l.CreatedAt).Description("By time of making.");
        descriptor.Field(l => l.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input CallEntryFilterInput</c>.</summary>
public sealed class CallEntryFilterInput : FilterInputType<CallEntry>
{
    protected override void Configure(IFilterInputTypeDescriptor<CallEntry> descriptor)
    {
        descriptor.Description("Conditions on the entries of call lists; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(e => e.Round).Description("The round, from 1.");
        descriptor.Field(e => e.Region).Description("The member's region when they were put on the list.");
        descriptor.Field(e => e.Status).Description("What has come of it.");
        descriptor.Field(e => e.SkipReason).Description("Why they are not to be called.");
        descriptor.Field(e => e.AttemptCount).Description("How often they were called in the round.");
        descriptor.Field(e => e.LastAttemptAt).Description("When they were last called in the round.");
        descriptor.Field(e => e.NextCallAt).Description("When to call again.");
        descriptor.Field(e => e.CreatedAt).Description("When they were put on the list.");
        descriptor.Field(e => e.UpdatedAt).Description("When the entry was last changed.");
        descriptor.Field(e => e.CallList).Type<CallListFilterInput>().Description("The list.");
        descriptor.Field(e => e.Operator).Type<OperatorFilterInput>().Description("Who is to call.");
        descriptor.Field(e => e.Member).Type<MemberFilterInput>().Description("The member, as far as the caller may see them.");
    }
}

/// <summary><c>input CallEntrySortInput</c>.</summary>
public sealed class CallEntrySortInput : SortInputType<CallEntry>
{
    protected override void Configure(ISortInputTypeDescriptor<CallEntry> descriptor)
    {
        descriptor.Description("The order of the entries of call lists. Entries that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.NextCallAt).Description("By the time to call again; those to be called any time come first ascending.");
        descriptor.Field(e => e.Status).Description("By status, in the order of the enum.");
        descriptor.Field(e => e.Region).Description("By region.");
        descriptor.Field(e => e.AttemptCount).Description("By the number of calls in the round.");
        descriptor.Field(e => e.LastAttemptAt).Description("By the time of the last call.");
        descriptor.Field(e => e.CreatedAt).Description("By the time at which they were put on the list.");
        descriptor.Field(e => e.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input CallAttemptFilterInput</c>: no note, which is personal data.</summary>
public sealed class CallAttemptFilterInput : FilterInputType<CallAttempt>
{
    protected override void Configure(IFilterInputTypeDescriptor<CallAttempt> descriptor)
    {
        descriptor.Description("Conditions on calls; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Outcome).Description("What came of it.");
        descriptor.Field(a => a.CalledAt).Description("When it was made.");
        descriptor.Field(a => a.Operator).Type<OperatorFilterInput>().Description("Who called.");
    }
}

/// <summary><c>input CallAttemptSortInput</c>.</summary>
public sealed class CallAttemptSortInput : SortInputType<CallAttempt>
{
    protected override void Configure(ISortInputTypeDescriptor<CallAttempt> descriptor)
    {
        descriptor.Description("The order of calls. Calls that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.CalledAt).Description("By the time of the call.");
    }
}
