namespace Headless.Server.Features.Orders;

/// <summary><c>type Order</c>.</summary>
public sealed class OrderObjectType : ObjectType<Order>
{
    protected override void Configure(IObjectTypeDescriptor<Order> descriptor)
    {
        descriptor.Description("A purchase that a shop reported.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(o => o.Id).ResolveNodeWith<OrderNode>(n => OrderNode.GetOrderAsync(default, default!, default));
        descriptor.Field(o => o.Id).Description("The global id, stable for the life of the order: use it as cache key.");
        descriptor.Field(o => o.Source).Description("The system that reported it.");
        descriptor.Field(o => o.ExternalId).Description("Its id in that system; unique there.");
        descriptor.Field(o => o.Quantity).Description("How many pieces.");
        descriptor.Field(o => o.PaidAt).Description("When it was paid.");
        descriptor.Field(o => o.Status).Description("Where it stands.");
        descriptor.Field(o => o.StatusChangedAt).Description("When it was refunded or cancelled.");
        descriptor.Field(o => o.CreatedAt).Description("When it was recorded here.");
        descriptor.Field(o => o.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(o => o.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>enum OrderStatus</c>.</summary>
public sealed class OrderStatusEnumType : EnumType<OrderStatus>
{
    protected override void Configure(IEnumTypeDescriptor<OrderStatus> descriptor)
    {
        descriptor.Description("Where an order stands: PAID → REFUNDED or CANCELLED.");
        descriptor.Value(OrderStatus.Paid).Description("Paid: it counts as revenue.");
        descriptor.Value(OrderStatus.Refunded).Description("The money went back.");
        descriptor.Value(OrderStatus.Cancelled).Description("It was called off.");
    }
}
