using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.Bans;

/// <summary><c>input BanFilterInput</c>.</summary>
public sealed class BanFilterInput : FilterInputType<Ban>
{
    protected override void Configure(IFilterInputTypeDescriptor<Ban> descriptor)
    {
        descriptor.Description("Conditions on bans; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(b => b.Status).Description("Whether it holds.");
        descriptor.Field(b => b.IsForAllGroups).Description("Whether it holds for every group.");
        descriptor.Field(b => b.Since).Description("Since when.");
        descriptor.Field(b => b.Until).Description("Until when.");
        descriptor.Field(b => b.LiftedAt).Description("When somebody ended it.");
        descriptor.Field(b => b.CreatedAt).Description("When it was entered here.");
        descriptor.Field(b => b.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(b => b.Member).Type<MemberFilterInput>().Description("Who is kept out.");
        descriptor.Field(b => b.Groups).Type<ListFilterInputType<GroupFilterInput>>().Description("The groups that it names.");
    }
}

/// <summary><c>input BanSortInput</c>.</summary>
public sealed class BanSortInput : SortInputType<Ban>
{
    protected override void Configure(ISortInputTypeDescriptor<Ban> descriptor)
    {
        descriptor.Description("The order of bans. Bans that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Status).Description("By whether it holds.");
        descriptor.Field(b => b.Since).Description("By beginning.");
        descriptor.Field(b => b.Until).Description("By end.");
        descriptor.Field(b => b.LiftedAt).Description("By the time at which somebody ended it.");
        descriptor.Field(b => b.CreatedAt).Description("By time of entry.");
        descriptor.Field(b => b.UpdatedAt).Description("By time of the last change.");
    }
}
