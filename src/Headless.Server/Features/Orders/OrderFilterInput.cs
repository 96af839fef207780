using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.Orders;

/// <summary><c>input OrderFilterInput</c>.</summary>
public sealed class OrderFilterInput : FilterInputType<Order>
{
    protected override void Configure(IFilterInputTypeDescriptor<Order> descriptor)
    {
        descriptor.Description("Conditions on orders; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(o => o.Source).Description("The system that reported it.");
        descriptor.Field(o => o.ExternalId).Description("Its id in that system.");
        descriptor.Field(o => o.Amount).Description("The amount, whatever its currency: give the currency, too.");
        descriptor.Field(o => o.Currency).Description("The ISO 4217 code of the currency.");
        descriptor.Field(o => o.PaidAt).Description("When it was paid.");
        descriptor.Field(o => o.Status).Description("Where it stands.");
        descriptor.Field(o => o.CreatedAt).Description("When it was recorded here.");
        descriptor.Field(o => o.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(o => o.Member).Type<MemberFilterInput>().Description("The buyer.");
        descriptor.Field(o => o.Group).Type<GroupFilterInput>().Description("The group that it is put down to.");
        descriptor.Field(o => o.Campaign).Type<CampaignFilterInput>().Description("The campaign that it is put down to.");
    }
}

/// <summary><c>input OrderSortInput</c>.</summary>
public sealed class OrderSortInput : SortInputType<Order>
{
    protected override void Configure(ISortInputTypeDescriptor<Order> descriptor)
    {
        descriptor.Description("The order of orders. Orders that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.PaidAt).Description("By time of payment.");
        descriptor.Field(o => o.Amount).Description("By amount, whatever the currency.");
        descriptor.Field(o => o.Currency).Description("By currency.");
        descriptor.Field(o => o.Status).Description("By status.");
        descriptor.Field(o => o.Source).Description("By the system that reported them.");
        descriptor.Field(o => o.ExternalId).Description("By their id in that system.");
        descriptor.Field(o => o.CreatedAt).Description("By time of recording.");
        descriptor.Field(o => o.UpdatedAt).Description("By time of the last change.");
    }
}
