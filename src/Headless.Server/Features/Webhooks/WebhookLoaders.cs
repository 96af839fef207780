using Headless.Server.Access;

namespace Headless.Server.Features.Webhooks;

/// <summary>Whose webhooks a caller may see: a LEAD everybody's, the others their own. Row filters do not hold for INTEGRATION, who sees every row else.</summary>
internal static class WebhookAccess
{
    public static IQueryable<Webhook> OfCaller(this IQueryable<Webhook> webhooks, Caller caller) =>
        caller.May(Policies.Administer) ? webhooks : webhooks.Where(w => w.OperatorId == caller.OperatorId);

    public static IQueryable<WebhookDelivery> OfCaller(this IQueryable<WebhookDelivery> deliveries, Caller caller) =>
        caller.May(Policies.Administer) ? deliveries : deliveries.Where(d => d.Webhook.OperatorId == caller.OperatorId);
}

/// <summary>The kinds of webhooks: one statement for a list of webhooks.</summary>
public sealed class KindsByWebhookDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, ActivityKind>(batchScheduler, options)
{
    protected override async Task<ILookup<long, ActivityKind>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var kinds = await db.Set<WebhookKind>().AsNoTracking().Where(k => keys.Contains(k.WebhookId)).OrderBy(k => k.Kind).ToListAsync(cancellationToken);
        return kinds.ToLookup(k => k.WebhookId, k => k.Kind);
    }
}

/// <summary>The groups of webhooks: one statement for a list of webhooks.</summary>
public sealed class GroupsByWebhookDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, Group>(batchScheduler, options)
{
    protected override async Task<ILookup<long, Group>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var groups = await db.WebhookGroups.AsNoTracking().Where(g => keys.Contains(g.WebhookId)).Include(g => g.Group)
            .OrderBy(g => g.Group.Name).ThenBy(g => g.GroupId).ToListAsync(cancellationToken);
        return groups.ToLookup(g => g.WebhookId, g => g.Group);
    }
}

/// <summary>What the queues of webhooks wait for: one statement for a list of webhooks.</summary>
public sealed class WaitingDeliveryDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, WebhookDelivery>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, WebhookDelivery>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var waiting = await db.WebhookDeliveries.AsNoTracking()
            .Where(d => keys.Contains(d.WebhookId) && d.Status == WebhookDeliveryStatus.Pending && d.IsInOrder)
            .OrderBy(d => d.Id).ToListAsync(cancellationToken);
        return waiting.GroupBy(d => d.WebhookId).ToDictionary(d => d.Key, d => d.First());
    }
}

/// <summary>Activities by key within the caller's scope.</summary>
public sealed class ActivityByIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Activity>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, Activity>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.Activities.AsNoTracking().Where(a => keys.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
    }
}
