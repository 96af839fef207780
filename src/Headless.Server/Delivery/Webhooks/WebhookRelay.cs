using Headless.Community.Ingestion;
using Headless.Server.Delivery.Relay;

namespace Headless.Server.Delivery.Webhooks;

/// <summary>
/// Delivers to webhooks while this process holds the relay's lease: each has a queue of its own, so that one that is slow or dead keeps nobody
/// else waiting. Woken by every commit of this process, by PostgreSQL, and several times a second.
/// </summary>
public sealed class WebhookRelay(
    CommunityDatabase database, RelayLeaseKeeper lease, WebhookQueue queue, ActivitySignal signal, TimeProvider clock, ILogger<WebhookRelay> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var held = await lease.HeldAsync(stoppingToken);
                using var working = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, held.Lost);
                await RelayAsync(held.Token, working.Token);
            }
            catch (OperationCanceledException)
            {
                // It stops, or another server has taken over.
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Webhooks could not be delivered; it is tried again in a second.");
                await Task.Delay(s_idle, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RelayAsync(long token, CancellationToken ct)
    {
        var lanes = new Dictionary<long, Lane>();
        try
        {
            while (true)
            {
                var written = signal.Next;
                var waiting = await FindAsync(ct);
                foreach (var webhook in waiting.Webhooks)
                {
                    if (!lanes.TryGetValue(webhook.Id, out var lane))
                    {
                        lanes.Add(webhook.Id, lane = new Lane());
                    }

                    if (lane.Running.IsCompleted && IsDue(webhook, lane, waiting.End))
                    {
                        lane.Running = RunAsync(webhook, lane, waiting.End, token, ct);
                    }
                }

                await Task.WhenAny([written, Task.Delay(waiting.Webhooks.Count == 0 ? s_idle : s_interval, clock, ct), .. lanes.Values.Where(l => l.HasMore).Select(l => l.Running)]);
                ct.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await Task.WhenAll(lanes.Values.Select(lane => lane.Running));
        }
    }

    private bool IsDue(WaitingWebhook webhook, Lane lane, long end)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var read = lane.From == webhook.Position ? lane.ReadTo : webhook.Position;
        return now >= lane.NotBefore
            && (webhook.NextBeside <= now || (webhook.Head is { } head ? head <= now : read < end));
    }

    private async Task RunAsync(WaitingWebhook webhook, Lane lane, long end, long token, CancellationToken ct)
    {
        lane.HasMore = true;
        await Task.Yield();
        try
        {
            var from = lane.From == webhook.Position ? lane.ReadTo : webhook.Position;
            (lane.From, lane.ReadTo) = await queue.DeliverAsync(webhook.Id, webhook.Position, from, end, token, ct);
        }
        catch (Exception exception) when (exception is OperationCanceledException or LeaseLostException)
        {
            // Whoever holds the lease goes on from what was written.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Webhook {Id} could not be served; it is tried again in a second.", webhook.Id);
            lane.NotBefore = clock.GetUtcNow().UtcDateTime + s_idle;
        }
        finally
        {
            lane.HasMore = false;
        }
    }

    /// <summary>The webhooks that are active and what waits for them, and where the log ends.</summary>
    private async Task<(List<WaitingWebhook> Webhooks, long End)> FindAsync(CancellationToken ct)
    {
        await using var db = database.Create(AccessScope.Everything);
        var webhooks = await db.Webhooks.AsNoTracking()
            .Where(w => w.Status == WebhookStatus.Active)
            .OrderBy(w => w.Id)
            .Select(w => new WaitingWebhook
            {
                Id = w.Id,
                Position = w.Position,
                Head = w.Deliveries.Where(d => d.Status == WebhookDeliveryStatus.Pending && d.IsInOrder).Min(d => d.NextAttemptAt),
                NextBeside = w.Deliveries.Where(d => d.Status == WebhookDeliveryStatus.Pending && !d.IsInOrder).Min(d => d.NextAttemptAt),
            })
            .ToListAsync(ct);
        return (webhooks, webhooks.Count == 0 ? 0 : await db.LastActivityIdAsync(ct));
    }

    private sealed record WaitingWebhook
    {
        public long Id { get; init; }

        public long Position { get; init; }

        /// <summary>When the delivery that the queue waits for is due; null: it waits for none.</summary>
        public DateTime? Head { get; init; }

        /// <summary>When something is due beside the queue.</summary>
        public DateTime? NextBeside { get; init; }
    }

    /// <summary>What this process knows of a webhook's queue.</summary>
    private sealed class Lane
    {
        public Task Running { get; set; } = Task.CompletedTask;

        public bool HasMore { get; set; }

        /// <summary>The position in the database to which <see cref="ReadTo"/> belongs.</summary>
        public long From { get; set; } = -1;

        /// <summary>How far the log has been read: what is not for the webhook moves no row.</summary>
        public long ReadTo { get; set; }

        public DateTime NotBefore { get; set; }
    }
}
