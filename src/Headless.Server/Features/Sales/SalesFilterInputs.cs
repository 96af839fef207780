using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.Sales;

/// <summary><c>input ProductFilterInput</c>.</summary>
public sealed class ProductFilterInput : FilterInputType<Product>
{
    protected override void Configure(IFilterInputTypeDescriptor<Product> descriptor)
    {
        descriptor.Description("Conditions on products; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Sku).Description("The shop's number of it.");
        descriptor.Field(p => p.Name).Description("What it is called.");
        descriptor.Field(p => p.Category).Description("The category.");
        descriptor.Field(p => p.IsRetired).Description("Whether it is not sold any more.");
    }
}

/// <summary><c>input ProductSortInput</c>.</summary>
public sealed class ProductSortInput : SortInputType<Product>
{
    protected override void Configure(ISortInputTypeDescriptor<Product> descriptor)
    {
        descriptor.Description("The order of products. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Name).Description("By name.");
        descriptor.Field(p => p.Category).Description("By category.");
        descriptor.Field(p => p.Sku).Description("By the shop's number.");
        descriptor.Field(p => p.CreatedAt).Description("By time of entering.");
    }
}

/// <summary><c>input OrderItemFilterInput</c>.</summary>
public sealed class OrderItemFilterInput : FilterInputType<OrderItem>
{
    protected override void Configure(IFilterInputTypeDescriptor<OrderItem> descriptor)
    {
        descriptor.Description("Conditions on lines of orders; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.Category).Description("Its category when it was sold.");
        descriptor.Field(i => i.Product).Type<ProductFilterInput>().Description("The product.");
    }
}

/// <summary><c>input ConsultationFilterInput</c>: no note, which is personal data.</summary>
public sealed class ConsultationFilterInput : FilterInputType<Consultation>
{
    protected override void Configure(IFilterInputTypeDescriptor<Consultation> descriptor)
    {
        descriptor.Description("Conditions on consultations; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(c => c.Topic).Description("What it was about.");
        descriptor.Field(c => c.Outcome).Description("What came of it.");
        descriptor.Field(c => c.ConsultedAt).Description("When.");
        descriptor.Field(c => c.Member).Type<MemberFilterInput>().Description("Who asked.");
        descriptor.Field(c => c.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(c => c.Product).Type<ProductFilterInput>().Description("The product.");
    }
}

/// <summary><c>input ConsultationSortInput</c>.</summary>
public sealed class ConsultationSortInput : SortInputType<Consultation>
{
    protected override void Configure(ISortInputTypeDescriptor<Consultation> descriptor)
    {
        descriptor.Description("The order of consultations. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.ConsultedAt).Description("By time.");
    }
}

/// <summary><c>input SalesTargetFilterInput</c>.</summary>
public sealed class SalesTargetFilterInput : FilterInputType<SalesTarget>
{
    protected override void Configure(IFilterInputTypeDescriptor<SalesTarget> descriptor)
    {
        descriptor.Description("Conditions on targets; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(t => t.Name).Description("The name.");
        descriptor.Field(t => t.From).Description("The first day.");
        descriptor.Field(t => t.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(t => t.Campaign).Type<CampaignFilterInput>().Description("The campaign.");
    }
}

/// <summary><c>input SalesTargetSortInput</c>.</summary>
public sealed class SalesTargetSortInput : SortInputType<SalesTarget>
{
    protected override void Configure(ISortInputTypeDescriptor<SalesTarget> descriptor)
    {
        descriptor.Description("The order of targets. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.From).Description("By first day.");
        descriptor.Field(t => t.Name).Description("By name.");
    }
}

/// <summary><c>input CostEntryFilterInput</c>.</summary>
public sealed class CostEntryFilterInput : FilterInputType<CostEntry>
{
    protected override void Configure(IFilterInputTypeDescriptor<CostEntry> descriptor)
    {
        descriptor.Description("Conditions on costs; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(c => c.Kind).Description("What it was spent on.");
        descriptor.Field(c => c.SpentAt).Description("When.");
        descriptor.Field(c => c.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(c => c.Campaign).Type<CampaignFilterInput>().Description("The campaign.");
    }
}

/// <summary><c>input CostEntrySortInput</c>.</summary>
public sealed class CostEntrySortInput : SortInputType<CostEntry>
{
    protected override void Configure(ISortInputTypeDescriptor<CostEntry> descriptor)
    {
        descriptor.Description("The order of costs. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.SpentAt).Description("By time.");
        descriptor.Field(c => c.Kind).Description("By kind.");
    }
}
