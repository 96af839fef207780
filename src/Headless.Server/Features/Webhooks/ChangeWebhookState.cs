using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Delivery;
using Headless.Server.Delivery.Webhooks;
using Headless.Server.Writing;

namespace Headless.Server.Features.Webhooks;

[GraphQLDescription("A webhook that is to get a new secret.")]
public sealed record RotateWebhookSecretInput(
    [property: ID<Webhook>] [property: GraphQLDescription("The webhook.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("How many minutes messages are signed with the former secret too: 0 to 10 080. A day unless given.")] int? OverlapMinutes);

[GraphQLDescription("A webhook that is to be told nothing for the time being.")]
public sealed record DisableWebhookInput(
    [property: ID<Webhook>] [property: GraphQLDescription("The webhook.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A webhook that is to be told of what happens again.")]
public sealed record EnableWebhookInput(
    [property: ID<Webhook>] [property: GraphQLDescription("The webhook.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("Whether to leave out what happened meanwhile. Unless true it goes on where it stopped, and misses nothing.")] bool? SkipMissed);

[GraphQLDescription("A webhook to delete.")]
public sealed record DeleteWebhookInput(
    [property: ID<Webhook>] [property: GraphQLDescription("The webhook.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A webhook that is to go on at another place of the log.")]
public sealed record ReplayWebhookInput(
    [property: ID<Webhook>] [property: GraphQLDescription("The webhook.")] long Id,
    [property: GraphQLDescription("Everything behind this cursor is sent, also what has been sent before, under the same webhook-id.")] string After);

/// <summary>The rules of <see cref="RotateWebhookSecretInput"/>.</summary>
public sealed class RotateWebhookSecretValidator : AbstractValidator<RotateWebhookSecretInput>
{
    public RotateWebhookSecretValidator() => RuleFor(i => i.OverlapMinutes).InclusiveBetween(0, (int)Webhook.MaxOverlap.TotalMinutes);
}

/// <summary>The rules of <see cref="DisableWebhookInput"/>.</summary>
public sealed class DisableWebhookValidator : AbstractValidator<DisableWebhookInput>;

/// <summary>The rules of <see cref="EnableWebhookInput"/>.</summary>
public sealed class EnableWebhookValidator : AbstractValidator<EnableWebhookInput>;

/// <summary>The rules of <see cref="DeleteWebhookInput"/>.</summary>
public sealed class DeleteWebhookValidator : AbstractValidator<DeleteWebhookInput>;

/// <summary>The rules of <see cref="ReplayWebhookInput"/>.</summary>
public sealed class ReplayWebhookValidator : AbstractValidator<ReplayWebhookInput>
{
    public ReplayWebhookValidator() => RuleFor(i => i.After).NotEmpty().MaximumLength(1000);
}

/// <summary>ACTIVE ⇄ DISABLED, secrets, and where in the log a webhook is.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
internal sealed class ChangeWebhookStateMutations
{
    private static readonly TimeSpan s_overlap = TimeSpan.FromDays(1);

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [UseMutationConvention(PayloadFieldName = "issuedWebhook")]
    [GraphQLDescription("Gives a webhook a new secret and answers it, which cannot be had again. For a while messages carry a signature by each, so that the receiver can change over.")]
    public static Task<IssuedWebhook> RotateWebhookSecretAsync(
        RotateWebhookSecretInput input, CommunityWriter writer, WebhookSecrets secrets, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var webhook = await session.FindWebhookAsync(input.Id);
                session.Expect(webhook, input.Version);
                var (stored, shown) = secrets.Create();
                webhook.Rotate(stored, session.Now, input.OverlapMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : s_overlap);
                session.RecordWebhook(ActivityKind.WebhookSecretRotated, webhook);
                return new IssuedWebhook(webhook, shown);
            },
            cancellationToken);

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Sends a webhook nothing any more, until it is enabled.")]
    public static Task<Webhook> DisableWebhookAsync(DisableWebhookInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var webhook = await session.FindWebhookAsync(input.Id);
                session.Expect(webhook, input.Version);
                webhook.Disable(session.Now, WebhookDisabledReason.ByHand);
                session.RecordWebhook(ActivityKind.WebhookDisabled, webhook, "BY_HAND");
                return webhook;
            },
            cancellationToken);

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Sends to a webhook again, from where it stopped: nothing that happened meanwhile is missed.")]
    public static Task<Webhook> EnableWebhookAsync(EnableWebhookInput input, CommunityWriter writer, IActivityCursors cursors, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var webhook = await session.FindWebhookAsync(input.Id);
                session.Expect(webhook, input.Version);
                webhook.Enable();
                if (input.SkipMissed == true)
                {
                    await SkipWaitingAsync(session, webhook);
                    webhook.MoveTo(await session.PositionAsync(null, cursors));
                }
                else
                {
                    var now = session.Now;
                    await session.Db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id && d.Status == WebhookDeliveryStatus.Pending)
                        .ExecuteUpdateAsync(s => s.SetProperty(d => d.NextAttemptAt, now), session.CancellationToken);
                }

                session.RecordWebhook(ActivityKind.WebhookEnabled, webhook);
                return webhook;
            },
            cancellationToken);

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Deletes a webhook with the log of its deliveries.")]
    public static Task<Webhook> DeleteWebhookAsync(DeleteWebhookInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var webhook = await session.FindWebhookAsync(input.Id);
                session.Expect(webhook, input.Version);
                session.Db.Webhooks.Remove(webhook);
                session.RecordWebhook(ActivityKind.WebhookDeleted, webhook);
                return webhook;
            },
            cancellationToken);

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Sets a webhook back to a place of the log, or ahead: everything behind it is sent in order. For a receiver that lost its data.")]
    public static Task<Webhook> ReplayWebhookAsync(ReplayWebhookInput input, CommunityWriter writer, IActivityCursors cursors, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var webhook = await session.FindWebhookAsync(input.Id);
                var position = await session.PositionAsync(input.After, cursors);
                await SkipWaitingAsync(session, webhook);
                webhook.MoveTo(position);
                session.RecordWebhook(ActivityKind.WebhookReplayed, webhook);
                return webhook;
            },
            cancellationToken);

    /// <summary>What the queue waits for is over, so that it can go elsewhere; it may come to it again from there.</summary>
    private static async Task SkipWaitingAsync(WriteSession session, Webhook webhook)
    {
        var waiting = await session.Db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id && d.Status == WebhookDeliveryStatus.Pending && d.IsInOrder)
            .ToListAsync(session.CancellationToken);
        waiting.ForEach(delivery => delivery.Skip(session.Now));
    }
}
