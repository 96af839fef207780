using System.Globalization;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Delivery.Relay;
using Headless.Server.Writing;

namespace Headless.Server.Delivery.Webhooks;

/// <summary>
/// Serves one webhook: first what is sent again, then what its queue waits for, then what is new in the log, one after the other. A message is
/// sent before it is written down that it was: after a crash in between it is sent again, under the same <c>webhook-id</c>.
/// </summary>
public sealed class WebhookQueue(
    CommunityDatabase database, WebhookPayloads payloads, WebhookSender sender, WebhookOptions options, ActivitySignal signal, TimeProvider clock,
    ILogger<WebhookQueue> logger)
{
    private const int PageSize = 100;

    /// <summary>So much of the log may be read without being for the webhook before its position is written.</summary>
    private const int Stride = 10_000;

    private static readonly TimeSpan s_longestBatch = TimeSpan.FromMilliseconds(500);

    /// <summary>Delivers what is due.</summary>
    /// <param name="webhookId">Whose queue it is.</param>
    /// <param name="position">Its position in the database.</param>
    /// <param name="from">From where on the log has not been read for it.</param>
    /// <param name="end">Where the log ends.</param>
    /// <param name="token">The lease under which it is done.</param>
    /// <returns>The position in the database, and how far the log has been read.</returns>
    public async Task<(long Position, long ReadTo)> DeliverAsync(long webhookId, long position, long from, long end, long token, CancellationToken ct)
    {
        var run = new Run(webhookId, token) { Position = position, ReadTo = from };
        if (await LoadAsync(run, ct) && await SendAgainAsync(run, ct) && await SendHeadAsync(run, ct))
        {
            await SendNewAsync(run, end, ct);
        }

        return (run.Position, run.ReadTo);
    }

    /// <summary>The webhook as it is now, and the rights it has.</summary>
    private async Task<bool> LoadAsync(Run run, CancellationToken ct)
    {
        await using (var db = database.Create(AccessScope.Everything))
        {
            run.Webhook = await db.Webhooks.AsNoTracking().Include(w => w.Operator).Include(w => w.Kinds).Include(w => w.Groups)
                .AsSplitQuery().FirstOrDefaultAsync(w => w.Id == run.WebhookId, ct);
        }

        if (run.Webhook is not { Status: WebhookStatus.Active } webhook)
        {
            return false;
        }

        run.Caller = WebhookCaller.Of(webhook);
        if (run.Caller is null)
        {
            await WriteAsync(run, [], null, WebhookDisabledReason.OperatorInactive, ct);
        }

        return run.Caller is not null;
    }

    private async Task<bool> SendAgainAsync(Run run, CancellationToken ct)
    {
        foreach (var delivery in await FindPendingAsync(run, isInOrder: false, ct))
        {
            if (!await SendAsync(run, delivery, ct))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the queue waits for; goes on behind it once it is over.</summary>
    private async Task<bool> SendHeadAsync(Run run, CancellationToken ct)
    {
        foreach (var delivery in await FindPendingAsync(run, isInOrder: true, ct))
        {
            if (delivery.NextAttemptAt > Now || !await SendAsync(run, delivery, ct))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<List<WebhookDelivery>> FindPendingAsync(Run run, bool isInOrder, CancellationToken ct)
    {
        var now = Now;
        await using var db = database.Create(AccessScope.Everything);
        var pending = db.WebhookDeliveries.AsNoTracking()
            .Where(d => d.WebhookId == run.WebhookId && d.Status == WebhookDeliveryStatus.Pending && d.IsInOrder == isInOrder);
        return await (isInOrder ? pending : pending.Where(d => d.NextAttemptAt <= now)).OrderBy(d => d.Id).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>One attempt at what has been tried before. No: the queue stops here.</summary>
    private async Task<bool> SendAsync(Run run, WebhookDelivery delivery, CancellationToken ct)
    {
        Activity? activity;
        await using (var db = database.Create(run.Caller!.Scope))
        {
            activity = await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == delivery.ActivityId, ct);
        }

        // Out of its sight by now: as if it had never been for it.
        var answer = activity is null ? null : await TryAsync(run, activity, delivery.MessageId, ct);
        var sent = new Sent(delivery.ActivityId!.Value, delivery.Kind!.Value, delivery.MessageId, delivery, answer);
        var isOver = await WriteAsync(run, [sent], delivery.IsInOrder ? delivery.ActivityId : null, null, ct);
        return delivery.IsInOrder ? isOver : !run.IsStopped;
    }

    private async Task SendNewAsync(Run run, long end, CancellationToken ct)
    {
        var selection = new ActivitySelection(
            run.Webhook!.Groups.Count == 0 ? null : run.Webhook.Groups.Select(g => g.GroupId).ToHashSet(),
            run.Webhook.Kinds.Count == 0 ? null : run.Webhook.Kinds.Select(k => k.Kind).ToHashSet());
        while (run.ReadTo < end)
        {
            var page = await ReadAsync(run, selection, end, ct);
            var sent = new List<Sent>();
            var since = clock.GetTimestamp();
            foreach (var activity in page)
            {
                var messageId = MessageIdOf(run.WebhookId, activity.Id);
                if (await TryAsync(run, activity, messageId, ct) is { } answer)
                {
                    sent.Add(new Sent(activity.Id, activity.Kind, messageId, null, answer));
                    if (answer.Failure is not null)
                    {
                        // Nothing overtakes what could not be delivered.
                        await WriteAsync(run, sent, activity.Id, null, ct);
                        return;
                    }
                }

                run.ReadTo = activity.Id;
                if (sent.Count > 0 && clock.GetElapsedTime(since) > s_longestBatch)
                {
                    await WriteAsync(run, sent, activity.Id, null, ct);
                    (sent, since) = ([], clock.GetTimestamp());
                    if (run.IsStopped)
                    {
                        return;
                    }
                }
            }

            run.ReadTo = page.Count < PageSize ? end : page[^1].Id;
            if (sent.Count > 0 || run.ReadTo - run.Position >= Stride)
            {
                await WriteAsync(run, sent, run.ReadTo, null, ct);
                if (run.IsStopped)
                {
                    return;
                }
            }
        }
    }

    private async Task<List<Activity>> ReadAsync(Run run, ActivitySelection selection, long end, CancellationToken ct)
    {
        var from = run.ReadTo;
        await using var db = database.Create(run.Caller!.Scope);
        return await selection.Of(db.Activities.AsNoTracking().Where(a => a.Id > from && a.Id <= end)).OrderBy(a => a.Id).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>Makes the payload and sends it; null where the webhook's document leaves the activity out.</summary>
    private async Task<WebhookAnswer?> TryAsync(Run run, Activity activity, string messageId, CancellationToken ct)
    {
        ReadOnlyMemory<byte>? body;
        try
        {
            body = await payloads.BuildAsync(run.Webhook!.Query, activity, run.Caller!, ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The payload of activity {Activity} for webhook {Webhook} could not be made.", activity.Id, run.WebhookId);
            return new WebhookAnswer(null, WebhookFailure.Payload, "The payload could not be made; the server's log says why.") { At = Now };
        }

        return body switch
        {
            null => null,
            { Length: > WebhookPayloads.MaxLength } => new WebhookAnswer(null, WebhookFailure.Payload, $"The payload has more than {WebhookPayloads.MaxLength} bytes: select less in the query.") { At = Now },
            { } payload => await sender.SendAsync(run.Webhook!, messageId, payload, ct),
        };
    }

    /// <summary>
    /// Writes down what became of messages and how far the queue has come, all or nothing and only under the lease.
    /// </summary>
    /// <param name="upTo">Where the queue has come to; behind the last message only if that is over. Null: it has not moved.</param>
    /// <param name="disable">Why the webhook stops.</param>
    /// <returns>Whether the last of them is over, one way or the other, and the webhook goes on.</returns>
    private async Task<bool> WriteAsync(Run run, List<Sent> sent, long? upTo, WebhookDisabledReason? disable, CancellationToken ct)
    {
        var outcome = await database.WriteAsync(
            AccessScope.Everything,
            async (db, inner) =>
            {
                await RelayLeaseKeeper.RequireAsync(db, run.Token, inner);
                using var session = new WriteSession(db, Caller.Product, Now, inner);
                var webhook = await db.Webhooks.FirstOrDefaultAsync(w => w.Id == run.WebhookId, inner);
                if (webhook is null)
                {
                    return new Outcome(false, true, WebhookStatus.Disabled);
                }

                var isOver = await RecordAsync(session, webhook, sent);
                var reason = disable ?? ReasonToStop(webhook, sent);
                if (reason is { } why && webhook.Status == WebhookStatus.Active)
                {
                    webhook.Disable(session.Now, why);
                    session.Record(ActivityKind.WebhookDisabled, () => new ActivitySubject { Text = $"{webhook.Name}: {Spell(why)}" });
                }

                await session.CompleteAsync();
                var position = isOver ? upTo : sent.Count > 1 ? sent[^2].ActivityId : (long?)null;
                var moved = position is not { } to || to <= run.Position ? -1 : await MoveAsync(db, run, to, inner);
                await CountAsync(db, webhook, sent, inner);
                return new Outcome(isOver, moved == 0, webhook.Status) { Position = moved == 1 ? position : null, IsDisabled = reason is not null };
            },
            ct);
        run.Position = outcome.Position ?? run.Position;
        run.ReadTo = Math.Max(run.ReadTo, run.Position);
        run.IsStopped = outcome.IsMoved || outcome.Status != WebhookStatus.Active;
        if (outcome.IsDisabled)
        {
            signal.Notify();
        }

        return outcome.IsOver && !run.IsStopped;
    }

    /// <summary>Adds the messages and their attempts. No: the last one is to be tried again.</summary>
    private async Task<bool> RecordAsync(WriteSession session, Webhook webhook, List<Sent> sent)
    {
        var ids = sent.ConvertAll(s => s.ActivityId);
        var known = ids.Count == 0 ? [] : await session.Db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id && d.ActivityId != null && ids.Contains(d.ActivityId.Value))
            .ToDictionaryAsync(d => d.ActivityId!.Value, session.CancellationToken);
        var isOver = true;
        foreach (var message in sent)
        {
            if (!known.TryGetValue(message.ActivityId, out var delivery))
            {
                delivery = new WebhookDelivery
                {
                    WebhookId = webhook.Id, ActivityId = message.ActivityId, Kind = message.Kind, MessageId = message.MessageId, CreatedAt = message.Answer!.At,
                };
                session.Db.WebhookDeliveries.Add(delivery);
            }
            else if (message.Delivery is null)
            {
                delivery.Queue();
            }
            else if (delivery.Status != WebhookDeliveryStatus.Pending)
            {
                // Skipped while it was being sent.
                continue;
            }

            if (message.Answer is not { } answer)
            {
                delivery.Skip(session.Now);
                continue;
            }

            delivery.Record(AttemptOf(delivery, answer), answer.Failure is null ? null : WebhookSchedule.Next(delivery.Round + 1, answer.At, answer.RetryAfter));
            isOver = delivery.Status != WebhookDeliveryStatus.Pending;
        }

        return isOver;
    }

    internal static WebhookAttempt AttemptOf(WebhookDelivery delivery, WebhookAnswer answer) => new()
    {
        Number = delivery.AttemptCount + 1,
        At = answer.At,
        DurationMilliseconds = (int)answer.Duration.TotalMilliseconds,
        StatusCode = answer.StatusCode,
        Failure = answer.Failure,
        Message = answer.Message,
        Response = answer.Response,
    };

    /// <summary>Nothing where somebody has set the queue elsewhere in the meantime: it goes on there.</summary>
    private static Task<int> MoveAsync(CommunityDbContext db, Run run, long to, CancellationToken ct)
    {
        var from = run.Position;
        return db.Webhooks.Where(w => w.Id == run.WebhookId && w.Position == from).ExecuteUpdateAsync(s => s.SetProperty(w => w.Position, to), ct);
    }

    private static Task CountAsync(CommunityDbContext db, Webhook webhook, List<Sent> sent, CancellationToken ct)
    {
        if (sent.LastOrDefault(s => s.Answer is not null)?.Answer is not { } last)
        {
            return Task.CompletedTask;
        }

        var row = db.Webhooks.Where(w => w.Id == webhook.Id);
        if (last.Failure is null)
        {
            return webhook.FailingSince is null && webhook.FailureCount == 0
                ? Task.CompletedTask
                : row.ExecuteUpdateAsync(s => s.SetProperty(w => w.FailingSince, (DateTime?)null).SetProperty(w => w.FailureCount, 0), ct);
        }

        var (since, count) = (sent.Count > 1 ? last.At : webhook.FailingSince ?? last.At, sent.Count > 1 ? 1 : webhook.FailureCount + 1);
        return row.ExecuteUpdateAsync(s => s.SetProperty(w => w.FailingSince, since).SetProperty(w => w.FailureCount, count), ct);
    }

    private WebhookDisabledReason? ReasonToStop(Webhook webhook, List<Sent> sent) => sent.LastOrDefault()?.Answer switch
    {
        { StatusCode: 410 } => WebhookDisabledReason.Gone,
        { Failure: not null } answer when sent.Count == 1 && webhook.FailingSince is { } since && answer.At - since >= options.DisableAfter => WebhookDisabledReason.Failing,
        _ => null,
    };

    private static string MessageIdOf(long webhookId, long activityId) => string.Create(CultureInfo.InvariantCulture, $"evt_{webhookId}_{activityId}");

    private static string Spell(WebhookDisabledReason reason) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(reason.ToString());

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One turn of a queue.</summary>
    private sealed class Run(long webhookId, long token)
    {
        public long WebhookId { get; } = webhookId;

        public long Token { get; } = token;

        public Webhook? Webhook { get; set; }

        public Caller? Caller { get; set; }

        /// <summary>The position in the database.</summary>
        public long Position { get; set; }

        public long ReadTo { get; set; }

        /// <summary>Whether somebody has set the queue elsewhere, or the webhook is disabled.</summary>
        public bool IsStopped { get; set; }
    }

    /// <summary>A message and what came of it; without an answer: it is not for the webhook any more.</summary>
    private sealed record Sent(long ActivityId, ActivityKind Kind, string MessageId, WebhookDelivery? Delivery, WebhookAnswer? Answer);

    private sealed record Outcome(bool IsOver, bool IsMoved, WebhookStatus Status)
    {
        public long? Position { get; init; }

        public bool IsDisabled { get; init; }
    }
}
