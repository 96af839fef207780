using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.Points;

/// <summary><c>input PointProgramFilterInput</c>.</summary>
public sealed class PointProgramFilterInput : FilterInputType<PointProgram>
{
    protected override void Configure(IFilterInputTypeDescriptor<PointProgram> descriptor)
    {
        descriptor.Description("Conditions on programmes of points; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Name).Description("The name.");
        descriptor.Field(p => p.IsRetired).Description("Whether nothing is earned any more.");
        descriptor.Field(p => p.CreatedAt).Description("When it was made.");
    }
}

/// <summary><c>input PointProgramSortInput</c>.</summary>
public sealed class PointProgramSortInput : SortInputType<PointProgram>
{
    protected override void Configure(ISortInputTypeDescriptor<PointProgram> descriptor)
    {
        descriptor.Description("The order of programmes. Programmes that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Name).Description("By name.");
        descriptor.Field(p => p.CreatedAt).Description("By time of making.");
    }
}

/// <summary><c>input PointEntryFilterInput</c>: no note, which is personal data.</summary>
public sealed class PointEntryFilterInput : FilterInputType<PointEntry>
{
    protected override void Configure(IFilterInputTypeDescriptor<PointEntry> descriptor)
    {
        descriptor.Description("Conditions on lines of ledgers; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(e => e.Kind).Description("Why points moved.");
        descriptor.Field(e => e.OccurredAt).Description("When.");
        descriptor.Field(e => e.Program).Type<PointProgramFilterInput>().Description("The programme.");
        descriptor.Field(e => e.Member).Type<MemberFilterInput>().Description("Whose ledger it is.");
        descriptor.Field(e => e.Group).Type<GroupFilterInput>().Description("The group in which they were earned.");
    }
}

/// <summary><c>input PointEntrySortInput</c>.</summary>
public sealed class PointEntrySortInput : SortInputType<PointEntry>
{
    protected override void Configure(ISortInputTypeDescriptor<PointEntry> descriptor)
    {
        descriptor.Description("The order of lines of ledgers. Lines that are equal in it are in the order in which they were entered.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.OccurredAt).Description("By time.");
    }
}

/// <summary><c>input PointBalanceSortInput</c>.</summary>
public sealed class PointBalanceSortInput : SortInputType<PointBalance>
{
    protected override void Configure(ISortInputTypeDescriptor<PointBalance> descriptor)
    {
        descriptor.Description("The order of balances.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Balance).Description("By how many points there are.");
    }
}
