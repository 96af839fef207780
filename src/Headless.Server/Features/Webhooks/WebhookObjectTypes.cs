using Headless.Server.Access;

namespace Headless.Server.Features.Webhooks;

/// <summary><c>type Webhook</c>.</summary>
public sealed class WebhookObjectType : ObjectType<Webhook>
{
    protected override void Configure(IObjectTypeDescriptor<Webhook> descriptor)
    {
        descriptor.Description(
            "An address that is told of what happens: the same log as activities and onActivity, in its order, signed by Standard Webhooks. It sees what its operator may see at the time of each delivery, cut down to its scopes. A message that fails is tried ten times over three days; what is behind it waits.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(w => w.Id).ResolveNodeWith<WebhookNode>(n => WebhookNode.GetWebhookAsync(default, default!, default!, default));
        descriptor.Field(w => w.Id).Description("The global id, stable for the life of the webhook: use it as cache key.");
        descriptor.Field(w => w.Name).Description("What it is for.");
        descriptor.Field(w => w.Url).Description("Where messages are posted to.");
        descriptor.Field(w => w.Query).Description("The GraphQL document that shapes data in the payload, a subscription; null: the standard one.");
        descriptor.Field(w => w.Scopes).Description("What it may see of what its operator may: READ, READ_PERSONAL_DATA, READ_METRICS.");
        descriptor.Field(w => w.Status).Description("Whether anything is sent to it.");
        descriptor.Field(w => w.DisabledReason).Description("Why it is disabled; null while it is active.");
        descriptor.Field(w => w.DisabledAt).Description("Since when it is disabled.");
        descriptor.Field(w => w.FormerSecretUntil).Description("Until when the secret from before the last rotation signs too; null where none does.");
        descriptor.Field(w => w.FailingSince).Description("Since when no attempt has succeeded; null while the last one did. After five days the webhook is disabled.");
        descriptor.Field(w => w.FailureCount).Description("How many attempts have failed since one succeeded.");
        descriptor.Field(w => w.CreatedAt).Description("When it was registered.");
        descriptor.Field(w => w.UpdatedAt).Description("When it was last changed; deliveries do not change it.");
        descriptor.Field(w => w.Version).Description("Goes up with every change but deliveries. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type WebhookDelivery</c>.</summary>
public sealed class WebhookDeliveryObjectType : ObjectType<WebhookDelivery>
{
    protected override void Configure(IObjectTypeDescriptor<WebhookDelivery> descriptor)
    {
        descriptor.Description("A message to a webhook. Kept for 30 days; the payload is not: it is made anew for each attempt, so that what was erased is not sent late.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(d => d.Id).ResolveNodeWith<WebhookDeliveryNode>(n => WebhookDeliveryNode.GetDeliveryAsync(default, default!, default!, default));
        descriptor.Field(d => d.Id).Description("The global id.");
        descriptor.Field(d => d.MessageId).Description("The header webhook-id: the same at every attempt and when it is sent again.");
        descriptor.Field(d => d.Kind).Description("What happened; null for a ping.");
        descriptor.Field(d => d.Status).Description("What became of it.");
        descriptor.Field(d => d.IsInOrder).Description("Whether the queue waits for it; not for pings and for what is sent again.");
        descriptor.Field(d => d.AttemptCount).Description("How many attempts there were.");
        descriptor.Field(d => d.NextAttemptAt).Description("When it is tried next; null once it is over.");
        descriptor.Field(d => d.CompletedAt).Description("When it succeeded, was given up or skipped.");
        descriptor.Field(d => d.CreatedAt).Description("When it was first tried.");
    }
}

/// <summary><c>type WebhookAttempt</c>.</summary>
public sealed class WebhookAttemptObjectType : ObjectType<WebhookAttempt>
{
    protected override void Configure(IObjectTypeDescriptor<WebhookAttempt> descriptor)
    {
        descriptor.Description("One request to a webhook and what came back.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Number).Description("1 for the first.");
        descriptor.Field(a => a.At).Description("When it began.");
        descriptor.Field(a => a.DurationMilliseconds).Description("How long it took, in milliseconds.");
        descriptor.Field(a => a.StatusCode).Description("The status of the answer; null where none came.");
        descriptor.Field(a => a.IsSuccess).Description("Whether it was answered with a 2xx.");
        descriptor.Field(a => a.Failure).Description("What went wrong; null for a success.");
        descriptor.Field(a => a.Message).Description("The same in words, for a person.");
        descriptor.Field(a => a.Response).Authorize(Policies.ReadPersonalData)
            .Description("How the answer begins, at most 1024 bytes. The receiver may have put personal data in it: needs READ_PERSONAL_DATA.");
    }
}

/// <summary><c>enum WebhookStatus</c>.</summary>
public sealed class WebhookStatusEnumType : EnumType<WebhookStatus>
{
    protected override void Configure(IEnumTypeDescriptor<WebhookStatus> descriptor)
    {
        descriptor.Description("Whether anything is sent to a webhook: ACTIVE ⇄ DISABLED.");
        descriptor.Value(WebhookStatus.Active).Description("It is told of what happens.");
        descriptor.Value(WebhookStatus.Disabled).Description("It is told nothing; enabled again, it goes on where it stopped.");
    }
}

/// <summary><c>enum WebhookDisabledReason</c>.</summary>
public sealed class WebhookDisabledReasonEnumType : EnumType<WebhookDisabledReason>
{
    protected override void Configure(IEnumTypeDescriptor<WebhookDisabledReason> descriptor)
    {
        descriptor.Description("Why a webhook is disabled.");
        descriptor.Value(WebhookDisabledReason.ByHand).Description("Somebody did it.");
        descriptor.Value(WebhookDisabledReason.Gone).Description("The receiver answered 410.");
        descriptor.Value(WebhookDisabledReason.Failing).Description("No attempt had succeeded for five days, or as long as the server's setting says.");
        descriptor.Value(WebhookDisabledReason.OperatorInactive).Description("Its operator may not act any more, or not follow the log.");
    }
}

/// <summary><c>enum WebhookDeliveryStatus</c>.</summary>
public sealed class WebhookDeliveryStatusEnumType : EnumType<WebhookDeliveryStatus>
{
    protected override void Configure(IEnumTypeDescriptor<WebhookDeliveryStatus> descriptor)
    {
        descriptor.Description("What became of a delivery: PENDING → SUCCEEDED, FAILED, SKIPPED; each of them can be sent again.");
        descriptor.Value(WebhookDeliveryStatus.Pending).Description("It is tried again at nextAttemptAt.");
        descriptor.Value(WebhookDeliveryStatus.Succeeded).Description("It was answered with a 2xx.");
        descriptor.Value(WebhookDeliveryStatus.Failed).Description("It was tried ten times in vain.");
        descriptor.Value(WebhookDeliveryStatus.Skipped).Description("It was given up by hand, or the webhook may not see it any more.");
    }
}

/// <summary><c>enum WebhookFailure</c>.</summary>
public sealed class WebhookFailureEnumType : EnumType<WebhookFailure>
{
    protected override void Configure(IEnumTypeDescriptor<WebhookFailure> descriptor)
    {
        descriptor.Description("Why an attempt failed.");
        descriptor.Value(WebhookFailure.Status).Description("The answer was not a 2xx. Redirects are not followed.");
        descriptor.Value(WebhookFailure.Timeout).Description("No answer came in time: 15 s unless the server is set otherwise.");
        descriptor.Value(WebhookFailure.NameNotResolved).Description("The name of the host leads nowhere.");
        descriptor.Value(WebhookFailure.AddressRefused).Description("The host is no public address, or leads to none.");
        descriptor.Value(WebhookFailure.Connection).Description("The connection could not be made, was not secure, or broke.");
        descriptor.Value(WebhookFailure.InvalidAnswer).Description("What came was no answer of HTTP.");
        descriptor.Value(WebhookFailure.Payload).Description("The payload could not be made, or has more than 256 KB.");
        descriptor.Value(WebhookFailure.SecretUnreadable).Description("The secret cannot be read with the server's key: rotate it.");
    }
}
