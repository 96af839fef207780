using System.Text.Json;
using Headless.Server.Access;
using Headless.Server.Delivery.Webhooks;
using Headless.Server.Reading;

namespace Headless.Server.Features.Webhooks;

[GraphQLDescription("What a webhook would be sent for an activity.")]
public sealed record WebhookDryRun(
    [property: GraphQLDescription("Whether it would be sent anything.")] bool Delivers,
    [property: GraphQLDescription("Why not: NO_ACTIVITY, KIND_NOT_SELECTED, GROUP_NOT_SELECTED, LEFT_OUT_BY_QUERY, NO_ACCESS; null where it would.")] string? Reason,
    [property: GraphQLDescription("The body of the message: type, timestamp, cursor, data, and errors where something in data may not be seen.")] JsonElement? Body);

/// <summary>Webhooks and their log.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
internal sealed class WebhookQueries
{
    [Authorize(Policies.ManageWebhooks)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<WebhookFilterInput>]
    [UseSorting<WebhookSortInput>]
    [GraphQLDescription("The caller's webhooks; a LEAD sees everybody's.")]
    public static IQueryable<Webhook> GetWebhooks(CommunityDbContext db, Caller caller) => db.Webhooks.OfCaller(caller);

    [Authorize(Policies.ManageWebhooks)]
    [GraphQLDescription("One webhook; null where there is none or the caller may not see it.")]
    public static Task<Webhook?> GetWebhookByIdAsync(
        [ID<Webhook>] [GraphQLDescription("The webhook's global id.")] long id, ByIdDataLoader<Webhook> webhooks, Caller caller, CancellationToken cancellationToken) =>
        WebhookNode.GetWebhookAsync(id, webhooks, caller, cancellationToken);

    [Authorize(Policies.ManageWebhooks)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<WebhookDeliveryFilterInput>]
    [UseSorting<WebhookDeliverySortInput>]
    [GraphQLDescription("The messages to the caller's webhooks, of the last 30 days. Those that failed: where status is FAILED.")]
    public static IQueryable<WebhookDelivery> GetWebhookDeliveries(CommunityDbContext db, Caller caller) => db.WebhookDeliveries.OfCaller(caller);

    [Authorize(Policies.ManageWebhooks)]
    [Cost(10)]
    [GraphQLDescription("Tries what a webhook would be sent, and sends nothing: to write its query, or to see why a message does not come.")]
    public static async Task<WebhookDryRun> GetWebhookDryRunAsync(
        [ID<Webhook>] [GraphQLDescription("The webhook; unless given, the caller's own rights are tried.")] long? webhookId,
        [GraphQLDescription("The document to try in place of the webhook's own, or of the standard one.")] string? query,
        [ID<Activity>] [GraphQLDescription("The activity; the last one that may be seen unless given.")] long? activityId,
        Caller caller,
        CommunityDatabase database,
        ByIdDataLoader<Webhook> webhooks,
        WebhookDryRuns dryRuns,
        CancellationToken cancellationToken)
    {
        if (webhookId is { } id && await WebhookNode.GetWebhookAsync(id, webhooks, caller, cancellationToken) is null)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage("There is no such webhook of yours.").SetCode("NOT_FOUND").Build());
        }

        await using var db = database.Create(AccessScope.Everything);
        var webhook = webhookId is null
            ? null
            : await db.Webhooks.AsNoTracking().Include(w => w.Operator).Include(w => w.Kinds).Include(w => w.Groups).AsSplitQuery().FirstOrDefaultAsync(w => w.Id == webhookId, cancellationToken);
        return await dryRuns.RunAsync(webhook, caller, query, activityId, cancellationToken);
    }
}

/// <summary>What a webhook leads to.</summary>
[ExtendObjectType<Webhook>]
internal sealed class WebhookNode
{
    [GraphQLIgnore]
    public static async Task<Webhook?> GetWebhookAsync(long id, ByIdDataLoader<Webhook> webhooks, Caller caller, CancellationToken cancellationToken) =>
        caller.May(Policies.ManageWebhooks) && await webhooks.LoadAsync(id, cancellationToken) is { } webhook
        && (caller.May(Policies.Administer) || webhook.OperatorId == caller.OperatorId)
            ? webhook
            : null;

    [Cost(1)]
    [GraphQLDescription("Whose it is: it sees what they may see.")]
    public static Task<Operator?> GetOperatorAsync(
        [Parent(nameof(Webhook.OperatorId))] Webhook webhook, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(webhook.OperatorId, cancellationToken);

    [GraphQLDescription("Its place in the log: everything up to it has been delivered, given up or is not for it.")]
    public static string GetCursor([Parent(nameof(Webhook.Position))] Webhook webhook, Delivery.IActivityCursors cursors) => cursors.Encode(webhook.Position);

    [Cost(1)]
    [GraphQLDescription("Only activities of these kinds; empty: of all.")]
    public static async Task<IReadOnlyList<ActivityKind>> GetKindsAsync(
        [Parent(nameof(Webhook.Id))] Webhook webhook, KindsByWebhookDataLoader kinds, CancellationToken cancellationToken) =>
        [.. await kinds.LoadAsync(webhook.Id, cancellationToken) ?? []];

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("Only activities of these groups; empty: of all. A group that the caller may not see is left out.")]
    public static async Task<IReadOnlyList<Group>> GetGroupsAsync(
        [Parent(nameof(Webhook.Id))] Webhook webhook, GroupsByWebhookDataLoader groups, CancellationToken cancellationToken) =>
        [.. await groups.LoadAsync(webhook.Id, cancellationToken) ?? []];

    [Cost(1)]
    [GraphQLDescription("The delivery that its queue waits for, with the time at which it is tried next; null: it waits for none.")]
    public static Task<WebhookDelivery?> GetWaitingForAsync(
        [Parent(nameof(Webhook.Id))] Webhook webhook, WaitingDeliveryDataLoader waiting, CancellationToken cancellationToken) =>
        waiting.LoadAsync(webhook.Id, cancellationToken)!;

    [Cost(1)]
    [UsePaging(IncludeTotalCount = true, ConnectionName = "WebhookDeliveries")]
    [UseFiltering<WebhookDeliveryFilterInput>]
    [UseSorting<WebhookDeliverySortInput>]
    [GraphQLDescription("The messages to it, of the last 30 days, the first one first.")]
    public static IQueryable<WebhookDelivery> GetDeliveries([Parent(nameof(Webhook.Id))] Webhook webhook, CommunityDbContext db) =>
        db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id);
}

/// <summary>What a delivery leads to.</summary>
[ExtendObjectType<WebhookDelivery>]
internal sealed class WebhookDeliveryNode
{
    [GraphQLIgnore]
    public static async Task<WebhookDelivery?> GetDeliveryAsync(long id, CommunityDbContext db, Caller caller, CancellationToken cancellationToken) =>
        caller.May(Policies.ManageWebhooks)
            ? await db.WebhookDeliveries.AsNoTracking().OfCaller(caller).FirstOrDefaultAsync(d => d.Id == id, cancellationToken)
            : null;

    [Cost(1)]
    [GraphQLDescription("The webhook.")]
    public static Task<Webhook?> GetWebhookAsync(
        [Parent(nameof(WebhookDelivery.WebhookId))] WebhookDelivery delivery, ByIdDataLoader<Webhook> webhooks, CancellationToken cancellationToken) =>
        webhooks.LoadAsync(delivery.WebhookId, cancellationToken)!;

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("What it tells of; null for a ping, and where the caller may not see it.")]
    public static async Task<Activity?> GetActivityAsync(
        [Parent(nameof(WebhookDelivery.ActivityId))] WebhookDelivery delivery, ActivityByIdDataLoader activities, CancellationToken cancellationToken) =>
        delivery.ActivityId is { } id ? await activities.LoadAsync(id, cancellationToken) : null;

    [Cost(1)]
    [UsePaging(ConnectionName = "WebhookAttempts")]
    [GraphQLDescription("The requests, the first one first, and what came back.")]
    public static IQueryable<WebhookAttempt> GetAttempts([Parent(nameof(WebhookDelivery.Id))] WebhookDelivery delivery, CommunityDbContext db) =>
        db.WebhookAttempts.Where(a => a.DeliveryId == delivery.Id);
}
