using Headless.Server.Features.Operators;

namespace Headless.Server.Features.Webhooks;

/// <summary><c>input WebhookFilterInput</c>.</summary>
public sealed class WebhookFilterInput : FilterInputType<Webhook>
{
    protected override void Configure(IFilterInputTypeDescriptor<Webhook> descriptor)
    {
        descriptor.Description("Conditions on webhooks; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(w => w.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(w => w.Name).Description("What it is for.");
        descriptor.Field(w => w.Status).Description("Whether anything is sent to it.");
        descriptor.Field(w => w.FailingSince).Description("Since when no attempt has succeeded; eq: null for those that work.");
        descriptor.Field(w => w.CreatedAt).Description("When it was registered.");
        descriptor.Field(w => w.Operator).Type<OperatorFilterInput>().Description("Whose it is.");
    }
}

/// <summary><c>input WebhookSortInput</c>.</summary>
public sealed class WebhookSortInput : SortInputType<Webhook>
{
    protected override void Configure(ISortInputTypeDescriptor<Webhook> descriptor)
    {
        descriptor.Description("The order of webhooks. Webhooks that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(w => w.Name).Description("By name.");
        descriptor.Field(w => w.FailingSince).Description("By the time since when they fail.");
        descriptor.Field(w => w.CreatedAt).Description("By the time of registration.");
    }
}

/// <summary><c>input WebhookDeliveryFilterInput</c>.</summary>
public sealed class WebhookDeliveryFilterInput : FilterInputType<WebhookDelivery>
{
    protected override void Configure(IFilterInputTypeDescriptor<WebhookDelivery> descriptor)
    {
        descriptor.Description("Conditions on deliveries; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(d => d.MessageId).Description("The header webhook-id.");
        descriptor.Field(d => d.Status).Description("What became of it.");
        descriptor.Field(d => d.CreatedAt).Description("When it was first tried.");
        descriptor.Field(d => d.Webhook).Type<WebhookFilterInput>().Description("The webhook.");
    }
}

/// <summary><c>input WebhookDeliverySortInput</c>.</summary>
public sealed class WebhookDeliverySortInput : SortInputType<WebhookDelivery>
{
    protected override void Configure(ISortInputTypeDescriptor<WebhookDelivery> descriptor)
    {
        descriptor.Description("The order of deliveries. Deliveries that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.CreatedAt).Description("By the time of the first attempt.");
    }
}
