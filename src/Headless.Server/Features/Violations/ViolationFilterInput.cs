using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;
using Headless.Server.Features.Operators;

namespace Headless.Server.Features.Violations;

/// <summary><c>input ViolationFilterInput</c>: no personal data, which could be guessed by filtering.</summary>
public sealed class ViolationFilterInput : FilterInputType<Violation>
{
    protected override void Configure(IFilterInputTypeDescriptor<Violation> descriptor)
    {
        descriptor.Description("Conditions on violations; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(v => v.Status).Description("Where it stands: OPEN is the queue of moderators.");
        descriptor.Field(v => v.Kind).Description("What it is about.");
        descriptor.Field(v => v.Severity).Description("What it leads to once it is confirmed.");
        descriptor.Field(v => v.Source).Description("How it came to be known.");
        descriptor.Field(v => v.IsStrike).Description("Whether it counts against the member.");
        descriptor.Field(v => v.OccurredAt).Description("When it happened.");
        descriptor.Field(v => v.DecidedAt).Description("When it was decided.");
        descriptor.Field(v => v.AppealedAt).Description("When the member appealed.");
        descriptor.Field(v => v.CreatedAt).Description("When it was found or reported.");
        descriptor.Field(v => v.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(v => v.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(v => v.Member).Type<MemberFilterInput>().Description("Who did it.");
        descriptor.Field(v => v.Assignee).Type<OperatorFilterInput>().Description("Who is to decide.");
    }
}

/// <summary><c>input ViolationSortInput</c>.</summary>
public sealed class ViolationSortInput : SortInputType<Violation>
{
    protected override void Configure(ISortInputTypeDescriptor<Violation> descriptor)
    {
        descriptor.Description("The order of violations. Violations that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Status).Description("By where it stands.");
        descriptor.Field(v => v.Kind).Description("By what it is about.");
        descriptor.Field(v => v.Severity).Description("By what it leads to: DESC has the grave ones first.");
        descriptor.Field(v => v.OccurredAt).Description("By the time at which it happened.");
        descriptor.Field(v => v.DecidedAt).Description("By the time of the decision.");
        descriptor.Field(v => v.AppealedAt).Description("By the time of the appeal.");
        descriptor.Field(v => v.CreatedAt).Description("By the time at which it was found or reported.");
    }
}

/// <summary><c>input PenaltyFilterInput</c>.</summary>
public sealed class PenaltyFilterInput : FilterInputType<Penalty>
{
    protected override void Configure(IFilterInputTypeDescriptor<Penalty> descriptor)
    {
        descriptor.Description("Conditions on penalties; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Status).Description("Where it stands: DUE and REVERSAL_DUE are to be carried out.");
        descriptor.Field(p => p.Kind).Description("What it does.");
        descriptor.Field(p => p.DueAt).Description("When it fell due.");
        descriptor.Field(p => p.AppliedAt).Description("When it was carried out.");
        descriptor.Field(p => p.CreatedAt).Description("When it was entered here.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(p => p.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(p => p.Member).Type<MemberFilterInput>().Description("Whom it concerns.");
    }
}

/// <summary><c>input PenaltySortInput</c>.</summary>
public sealed class PenaltySortInput : SortInputType<Penalty>
{
    protected override void Configure(ISortInputTypeDescriptor<Penalty> descriptor)
    {
        descriptor.Description("The order of penalties. Penalties that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Status).Description("By where it stands.");
        descriptor.Field(p => p.Kind).Description("By weight.");
        descriptor.Field(p => p.DueAt).Description("By the time at which it fell due.");
        descriptor.Field(p => p.AppliedAt).Description("By the time at which it was carried out.");
    }
}
