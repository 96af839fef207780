using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.CheckIns;

/// <summary><c>input CheckInProgramFilterInput</c>.</summary>
public sealed class CheckInProgramFilterInput : FilterInputType<CheckInProgram>
{
    protected override void Configure(IFilterInputTypeDescriptor<CheckInProgram> descriptor)
    {
        descriptor.Description("Conditions on check-in programmes; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Name).Description("The name.");
        descriptor.Field(p => p.IsEnded).Description("Whether nobody can check in any more.");
        descriptor.Field(p => p.CreatedAt).Description("When it was made.");
        descriptor.Field(p => p.Group).Type<GroupFilterInput>().Description("The group whose members take part.");
    }
}

/// <summary><c>input CheckInProgramSortInput</c>.</summary>
public sealed class CheckInProgramSortInput : SortInputType<CheckInProgram>
{
    protected override void Configure(ISortInputTypeDescriptor<CheckInProgram> descriptor)
    {
        descriptor.Description("The order of check-in programmes. Programmes that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Name).Description("By name.");
        descriptor.Field(p => p.CreatedAt).Description("By time of making.");
    }
}

/// <summary><c>input CheckInFilterInput</c>.</summary>
public sealed class CheckInFilterInput : FilterInputType<CheckIn>
{
    protected override void Configure(IFilterInputTypeDescriptor<CheckIn> descriptor)
    {
        descriptor.Description("Conditions on check-ins; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(c => c.Day).Description("The day.");
        descriptor.Field(c => c.IsMakeUp).Description("Whether the day was added afterwards.");
        descriptor.Field(c => c.Program).Type<CheckInProgramFilterInput>().Description("The programme.");
        descriptor.Field(c => c.Member).Type<MemberFilterInput>().Description("Who was there.");
    }
}

/// <summary><c>input CheckInSortInput</c>.</summary>
public sealed class CheckInSortInput : SortInputType<CheckIn>
{
    protected override void Configure(ISortInputTypeDescriptor<CheckIn> descriptor)
    {
        descriptor.Description("The order of check-ins. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Day).Description("By day.");
        descriptor.Field(c => c.CreatedAt).Description("By time of recording.");
    }
}

/// <summary><c>input CheckInStandingSortInput</c>.</summary>
public sealed class CheckInStandingSortInput : SortInputType<CheckInStanding>
{
    protected override void Configure(ISortInputTypeDescriptor<CheckInStanding> descriptor)
    {
        descriptor.Description("The order of standings.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.LongestStreak).Description("By the most days in a row.");
        descriptor.Field(s => s.TotalDays).Description("By the number of days.");
    }
}
