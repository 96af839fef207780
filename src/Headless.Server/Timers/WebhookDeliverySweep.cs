using Headless.Server.Delivery.Webhooks;
using Headless.Server.Writing;

namespace Headless.Server.Timers;

/// <summary>Forgets deliveries to webhooks, with their attempts, once they have been kept long enough.</summary>
internal sealed class WebhookDeliverySweep(WebhookOptions options) : ITimedWork
{
    private const int AtOnce = 500;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var until = now - options.KeepDeliveriesFor;
        return db.WebhookDeliveries.AnyAsync(d => d.CreatedAt < until && d.NextAttemptAt == null, ct);
    }

    public Task RunAsync(WriteSession session)
    {
        var until = session.Now - options.KeepDeliveriesFor;
        var expired = session.Db.WebhookDeliveries.Where(d => d.CreatedAt < until && d.NextAttemptAt == null).OrderBy(d => d.CreatedAt).Select(d => d.Id).Take(AtOnce);
        return session.Db.WebhookDeliveries.Where(d => expired.Contains(d.Id)).ExecuteDeleteAsync(session.CancellationToken);
    }
}
