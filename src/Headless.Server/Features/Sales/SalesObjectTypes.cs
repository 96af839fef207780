using Headless.Server.Access;

namespace Headless.Server.Features.Sales;

/// <summary><c>type Product</c>.</summary>
public sealed class ProductObjectType : ObjectType<Product>
{
    protected override void Configure(IObjectTypeDescriptor<Product> descriptor)
    {
        descriptor.Description("Something that is sold.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<ProductNode>(n => ProductNode.GetProductAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id, stable for the life of the product: use it as cache key.");
        descriptor.Field(p => p.Sku).Description("The shop's number of it; unique.");
        descriptor.Field(p => p.Name).Description("What it is called.");
        descriptor.Field(p => p.Category).Description("The category in the brand's own words.");
        descriptor.Field(p => p.IsRetired).Description("Whether it is not sold any more.");
        descriptor.Field(p => p.CreatedAt).Description("When it was entered.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(p => p.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type OrderItem</c>.</summary>
public sealed class OrderItemObjectType : ObjectType<OrderItem>
{
    protected override void Configure(IObjectTypeDescriptor<OrderItem> descriptor)
    {
        descriptor.Description("A line of an order, as it was sold: what becomes of the product later does not change it.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.Name).Description("What it was called.");
        descriptor.Field(i => i.Category).Description("Its category then; null: unknown.");
        descriptor.Field(i => i.Quantity).Description("How many pieces.");
    }
}

/// <summary><c>type Refund</c>.</summary>
public sealed class RefundObjectType : ObjectType<Refund>
{
    protected override void Configure(IObjectTypeDescriptor<Refund> descriptor)
    {
        descriptor.Description("Money of an order that went back. All refunds of an order are never more than was paid.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<RefundNode>(n => RefundNode.GetRefundAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id, stable for ever.");
        descriptor.Field(r => r.RefundedAt).Description("When.");
        descriptor.Field(r => r.Reason).Authorize(Policies.ReadPersonalData).Description("Why. Personal data: needs READ_PERSONAL_DATA.");
    }
}

/// <summary><c>type Consultation</c>.</summary>
public sealed class ConsultationObjectType : ObjectType<Consultation>
{
    protected override void Configure(IObjectTypeDescriptor<Consultation> descriptor)
    {
        descriptor.Description("A member asked before buying.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id).ResolveNodeWith<ConsultationNode>(n => ConsultationNode.GetConsultationAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id, stable for the life of the consultation: use it as cache key.");
        descriptor.Field(c => c.Topic).Description("What it was about, in a word that many share.");
        descriptor.Field(c => c.Note).Authorize(Policies.ReadPersonalData).Description("What they asked. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(c => c.Channel).Description("By which way.");
        descriptor.Field(c => c.ConsultedAt).Description("When.");
        descriptor.Field(c => c.Outcome).Description("What came of it.");
        descriptor.Field(c => c.ClosedAt).Description("When it came to that; null while it is OPEN.");
        descriptor.Field(c => c.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type SalesTarget</c>.</summary>
public sealed class SalesTargetObjectType : ObjectType<SalesTarget>
{
    protected override void Configure(IObjectTypeDescriptor<SalesTarget> descriptor)
    {
        descriptor.Description("What is to be sold in a time, by a group, for a campaign, or by all.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id).ResolveNodeWith<SalesTargetNode>(n => SalesTargetNode.GetSalesTargetAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id, stable for the life of the target: use it as cache key.");
        descriptor.Field(t => t.Name).Description("The name.");
        descriptor.Field(t => t.From).Description("The first day, in the reporting time zone.");
        descriptor.Field(t => t.To).Description("The day after the last one.");
        descriptor.Field(t => t.WeekdayWeights).Description("How much of the sales a Monday, a Tuesday … a Sunday has compared with the others: the schedule of events.");
        descriptor.Field(t => t.CreatedAt).Description("When it was set.");
        descriptor.Field(t => t.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(t => t.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type CostEntry</c>.</summary>
public sealed class CostEntryObjectType : ObjectType<CostEntry>
{
    protected override void Configure(IObjectTypeDescriptor<CostEntry> descriptor)
    {
        descriptor.Description("A cost of running communities, of a group, a campaign or all.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id).ResolveNodeWith<CostEntryNode>(n => CostEntryNode.GetCostEntryAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id, stable for the life of the entry: use it as cache key.");
        descriptor.Field(c => c.Kind).Description("What it was spent on.");
        descriptor.Field(c => c.SpentAt).Description("When.");
        descriptor.Field(c => c.Note).Description("Anything that should be known about it.");
        descriptor.Field(c => c.CreatedAt).Description("When it was entered.");
    }
}

/// <summary><c>type AttributionRule</c>.</summary>
public sealed class AttributionRuleObjectType : ObjectType<AttributionRule>
{
    protected override void Configure(IObjectTypeDescriptor<AttributionRule> descriptor)
    {
        descriptor.Description("A version of the rule by which orders are put down to groups and campaigns. It never changes.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<AttributionRuleNode>(n => AttributionRuleNode.GetAttributionRuleAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id, stable for ever.");
        descriptor.Field(r => r.Number).Description("The version: 1, 2, 3 …");
        descriptor.Field(r => r.Models).Description("What is tried, in this order; the first that leads to a group or campaign counts.");
        descriptor.Field(r => r.WindowDays).Description("How many days before the payment count, for LAST_TOUCH and JOINED_GROUP.");
        descriptor.Field(r => r.CreatedAt).Description("When it was made.");
    }
}

/// <summary><c>type OrderAttribution</c>.</summary>
public sealed class OrderAttributionObjectType : ObjectType<OrderAttribution>
{
    protected override void Configure(IObjectTypeDescriptor<OrderAttribution> descriptor)
    {
        descriptor.Description("What an order is put down to by a version of the rule.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Model).Description("By what; null: by nothing that the rule looks at.");
        descriptor.Field(a => a.TouchedAt).Description("When what it goes by happened: the touch, the join, the payment.");
    }
}
