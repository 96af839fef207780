using Headless.Server.Features.Groups;

namespace Headless.Server.Features.Operators;

/// <summary><c>type GroupHandover</c>.</summary>
public sealed class GroupHandoverObjectType : ObjectType<GroupHandover>
{
    protected override void Configure(IObjectTypeDescriptor<GroupHandover> descriptor)
    {
        descriptor.Description("An operator's work in a group passed to another one. It never changes.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(h => h.Id).ResolveNodeWith<GroupHandoverNode>(n => GroupHandoverNode.GetGroupHandoverAsync(default, default!, default));
        descriptor.Field(h => h.Id).Description("The global id.");
        descriptor.Field(h => h.Role).Description("The role that passed.");
        descriptor.Field(h => h.Reason).Description("Why, in the words of whoever decided it.");
        descriptor.Field(h => h.HandedOverAt).Description("When.");
        descriptor.Field(h => h.AccountCount).Description("How many accounts that staff controls passed with it.");
    }
}

/// <summary><c>input GroupHandoverFilterInput</c>.</summary>
public sealed class GroupHandoverFilterInput : FilterInputType<GroupHandover>
{
    protected override void Configure(IFilterInputTypeDescriptor<GroupHandover> descriptor)
    {
        descriptor.Description("Conditions on handovers; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(h => h.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(h => h.HandedOverAt).Description("When.");
        descriptor.Field(h => h.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(h => h.FromOperator).Type<OperatorFilterInput>().Description("Who gave it away.");
        descriptor.Field(h => h.ToOperator).Type<OperatorFilterInput>().Description("Who took it over.");
    }
}

/// <summary><c>input GroupHandoverSortInput</c>.</summary>
public sealed class GroupHandoverSortInput : SortInputType<GroupHandover>
{
    protected override void Configure(ISortInputTypeDescriptor<GroupHandover> descriptor)
    {
        descriptor.Description("The order of handovers. Handovers that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(h => h.HandedOverAt).Description("By time.");
    }
}
