using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Delivery.Webhooks;
using Headless.Server.Writing;

namespace Headless.Server.Features.Webhooks;

[GraphQLDescription("A delivery to send again.")]
public sealed record RedeliverWebhookDeliveryInput([property: ID<WebhookDelivery>] [property: GraphQLDescription("The delivery; not one that is still being tried.")] long Id);

[GraphQLDescription("Deliveries that failed, to send again.")]
public sealed record RedeliverFailedWebhookDeliveriesInput(
    [property: ID<Webhook>] [property: GraphQLDescription("The webhook.")] long WebhookId,
    [property: GraphQLDescription("Only those that were first tried at this time or later; all that are still known unless given.")] DateTimeOffset? Since);

[GraphQLDescription("A delivery that the queue is not to wait for any longer.")]
public sealed record SkipWebhookDeliveryInput([property: ID<WebhookDelivery>] [property: GraphQLDescription("The delivery; one that is still being tried.")] long Id);

[GraphQLDescription("A webhook to try.")]
public sealed record PingWebhookInput([property: ID<Webhook>] [property: GraphQLDescription("The webhook, active or not.")] long Id);

[GraphQLDescription("What is sent again.")]
public sealed record RedeliveryReport(
    [property: GraphQLDescription("The webhook.")] Webhook Webhook,
    [property: GraphQLDescription("How many deliveries are sent again; at most 1000 at once.")] int Count);

/// <summary>The rules of <see cref="RedeliverWebhookDeliveryInput"/>.</summary>
public sealed class RedeliverWebhookDeliveryValidator : AbstractValidator<RedeliverWebhookDeliveryInput>;

/// <summary>The rules of <see cref="RedeliverFailedWebhookDeliveriesInput"/>.</summary>
public sealed class RedeliverFailedWebhookDeliveriesValidator : AbstractValidator<RedeliverFailedWebhookDeliveriesInput>;

/// <summary>The rules of <see cref="SkipWebhookDeliveryInput"/>.</summary>
public sealed class SkipWebhookDeliveryValidator : AbstractValidator<SkipWebhookDeliveryInput>;

/// <summary>The rules of <see cref="PingWebhookInput"/>.</summary>
public sealed class PingWebhookValidator : AbstractValidator<PingWebhookInput>;

/// <summary>What is sent by hand.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
internal sealed class RedeliverWebhookMutations
{
    private const int AtOnce = 1_000;

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Sends a delivery again, beside the queue, under the same webhook-id and with the payload that it would have now.")]
    public static Task<WebhookDelivery> RedeliverWebhookDeliveryAsync(RedeliverWebhookDeliveryInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var delivery = await session.FindDeliveryAsync(input.Id);
                if (delivery.ActivityId is null)
                {
                    throw InvalidInputException.Of("id", "NOT_AN_EVENT", "A ping tells of nothing that happened: ping the webhook again instead.");
                }

                delivery.SendAgain(session.Now);
                session.RecordWebhook(ActivityKind.WebhookRedelivered, delivery.Webhook, delivery.MessageId);
                return delivery;
            },
            cancellationToken);

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "report")]
    [GraphQLDescription("Sends every delivery of a webhook again that was given up after ten attempts, the first one first.")]
    public static Task<RedeliveryReport> RedeliverFailedWebhookDeliveriesAsync(
        RedeliverFailedWebhookDeliveriesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var webhook = await session.FindWebhookAsync(input.WebhookId, "webhookId");
                var since = input.Since?.UtcDateTime ?? DateTime.UnixEpoch;
                var failed = await session.Db.WebhookDeliveries
                    .Where(d => d.WebhookId == webhook.Id && d.Status == WebhookDeliveryStatus.Failed && d.CreatedAt >= since && d.ActivityId != null)
                    .OrderBy(d => d.Id).Take(AtOnce)
                    .ToListAsync(session.CancellationToken);
                failed.ForEach(delivery => delivery.SendAgain(session.Now));
                if (failed.Count > 0)
                {
                    session.RecordWebhook(ActivityKind.WebhookRedelivered, webhook, $"{failed.Count}");
                }

                return new RedeliveryReport(webhook, failed.Count);
            },
            cancellationToken);

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Gives a delivery up that is still being tried, so that the queue goes on behind it. It can be sent again later.")]
    public static Task<WebhookDelivery> SkipWebhookDeliveryAsync(SkipWebhookDeliveryInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var delivery = await session.FindDeliveryAsync(input.Id);
                var wasWaitedFor = delivery.IsInOrder;
                delivery.Skip(session.Now);
                if (wasWaitedFor && delivery.ActivityId is { } id && id > delivery.Webhook.Position)
                {
                    delivery.Webhook.MoveTo(id);
                }

                session.RecordWebhook(ActivityKind.WebhookDeliverySkipped, delivery.Webhook, delivery.MessageId);
                return delivery;
            },
            cancellationToken);

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "delivery")]
    [GraphQLDescription("Sends a message of the type PING now, signed like any other, and answers what came back. It is tried once and counts for nothing.")]
    public static async Task<WebhookDelivery> PingWebhookAsync(
        PingWebhookInput input, CommunityWriter writer, WebhookSender sender, Caller caller, CommunityDatabase database, TimeProvider clock, CancellationToken cancellationToken)
    {
        await writer.ValidateAsync(input, cancellationToken);
        Webhook webhook;
        await using (var db = database.Create(caller.Scope))
        {
            webhook = await db.Webhooks.AsNoTracking().OfCaller(caller).FirstOrDefaultAsync(w => w.Id == input.Id, cancellationToken)
                ?? throw new NotFoundException(nameof(Webhook), "id");
        }

        // Sent outside of any transaction: an answer may take its time.
        var messageId = $"ping_{Guid.NewGuid():N}";
        var answer = await sender.SendAsync(webhook, messageId, WebhookPayloads.BuildPing(webhook, clock.GetUtcNow().UtcDateTime), cancellationToken);
        return await writer.WriteAsync(
            input,
            async session =>
            {
                await session.FindWebhookAsync(input.Id);
                var delivery = new WebhookDelivery { WebhookId = input.Id, MessageId = messageId, CreatedAt = answer.At, IsInOrder = false };
                delivery.Record(WebhookQueue.AttemptOf(delivery, answer), null);
                session.Db.WebhookDeliveries.Add(delivery);
                return delivery;
            },
            cancellationToken);
    }
}
