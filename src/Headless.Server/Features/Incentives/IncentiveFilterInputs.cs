using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.Incentives;

/// <summary><c>input IncentiveBudgetFilterInput</c>.</summary>
public sealed class IncentiveBudgetFilterInput : FilterInputType<IncentiveBudget>
{
    protected override void Configure(IFilterInputTypeDescriptor<IncentiveBudget> descriptor)
    {
        descriptor.Description("Conditions on budgets; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(b => b.Name).Description("The name.");
        descriptor.Field(b => b.IsClosed).Description("Whether nothing is spent from it any more.");
        descriptor.Field(b => b.CreatedAt).Description("When it was made.");
        descriptor.Field(b => b.Group).Type<GroupFilterInput>().Description("The group for which it is.");
        descriptor.Field(b => b.Campaign).Type<CampaignFilterInput>().Description("The campaign for which it is.");
    }
}

/// <summary><c>input IncentiveBudgetSortInput</c>.</summary>
public sealed class IncentiveBudgetSortInput : SortInputType<IncentiveBudget>
{
    protected override void Configure(ISortInputTypeDescriptor<IncentiveBudget> descriptor)
    {
        descriptor.Description("The order of budgets. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Name).Description("By name.");
        descriptor.Field(b => b.CreatedAt).Description("By time of making.");
    }
}

/// <summary><c>input RedPacketDropFilterInput</c>.</summary>
public sealed class RedPacketDropFilterInput : FilterInputType<RedPacketDrop>
{
    protected override void Configure(IFilterInputTypeDescriptor<RedPacketDrop> descriptor)
    {
        descriptor.Description("Conditions on red packets; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(d => d.Status).Description("Where it stands.");
        descriptor.Field(d => d.ExpiresAt).Description("Until when parts can be claimed.");
        descriptor.Field(d => d.CreatedAt).Description("When it was dropped.");
        descriptor.Field(d => d.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(d => d.Budget).Type<IncentiveBudgetFilterInput>().Description("The budget.");
    }
}

/// <summary><c>input RedPacketDropSortInput</c>.</summary>
public sealed class RedPacketDropSortInput : SortInputType<RedPacketDrop>
{
    protected override void Configure(ISortInputTypeDescriptor<RedPacketDrop> descriptor)
    {
        descriptor.Description("The order of red packets. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.CreatedAt).Description("By time of dropping.");
        descriptor.Field(d => d.ExpiresAt).Description("By end.");
    }
}

/// <summary><c>input GiftFilterInput</c>: no note, which is personal data.</summary>
public sealed class GiftFilterInput : FilterInputType<Gift>
{
    protected override void Configure(IFilterInputTypeDescriptor<Gift> descriptor)
    {
        descriptor.Description("Conditions on gifts; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(g => g.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(g => g.Status).Description("Where it stands.");
        descriptor.Field(g => g.SentAt).Description("When it was sent.");
        descriptor.Field(g => g.Member).Type<MemberFilterInput>().Description("Who gets it.");
        descriptor.Field(g => g.Group).Type<GroupFilterInput>().Description("The group for which it was sent.");
    }
}

/// <summary><c>input GiftSortInput</c>.</summary>
public sealed class GiftSortInput : SortInputType<Gift>
{
    protected override void Configure(ISortInputTypeDescriptor<Gift> descriptor)
    {
        descriptor.Description("The order of gifts. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(g => g.SentAt).Description("By time of sending.");
    }
}
