using Headless.Server.Features.Groups;

namespace Headless.Server.Features.Campaigns;

/// <summary><c>input CampaignFilterInput</c>.</summary>
public sealed class CampaignFilterInput : FilterInputType<Campaign>
{
    protected override void Configure(IFilterInputTypeDescriptor<Campaign> descriptor)
    {
        descriptor.Description("Conditions on campaigns; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(c => c.Name).Description("The name.");
        descriptor.Field(c => c.Goal).Description("What it is to achieve.");
        descriptor.Field(c => c.Kind).Description("Its form.");
        descriptor.Field(c => c.Status).Description("Where it stands.");
        descriptor.Field(c => c.StartsAt).Description("When it starts or started.");
        descriptor.Field(c => c.EndsAt).Description("When it ends or ended.");
        descriptor.Field(c => c.Budget).Description("The amount of its budget, whatever the currency.");
        descriptor.Field(c => c.CreatedAt).Description("When it was entered here.");
        descriptor.Field(c => c.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(c => c.Groups).Type<ListFilterInputType<GroupFilterInput>>().Description("The groups that it runs in.");
    }
}

/// <summary><c>input CampaignSortInput</c>.</summary>
public sealed class CampaignSortInput : SortInputType<Campaign>
{
    protected override void Configure(ISortInputTypeDescriptor<Campaign> descriptor)
    {
        descriptor.Description("The order of campaigns. Campaigns that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Name).Description("By name.");
        descriptor.Field(c => c.Goal).Description("By goal.");
        descriptor.Field(c => c.Kind).Description("By form.");
        descriptor.Field(c => c.Status).Description("By status.");
        descriptor.Field(c => c.StartsAt).Description("By time of start.");
        descriptor.Field(c => c.EndsAt).Description("By time of end.");
        descriptor.Field(c => c.Budget).Description("By the amount of the budget, whatever the currency.");
        descriptor.Field(c => c.CreatedAt).Description("By time of entry.");
        descriptor.Field(c => c.UpdatedAt).Description("By time of the last change.");
    }
}
