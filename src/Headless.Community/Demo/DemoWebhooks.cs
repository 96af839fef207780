using System.Security.Cryptography;
using System.Text;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>
/// A webhook of the demo community with a little of its log. It is disabled: a demo sends nothing to anybody.
/// </summary>
internal static class DemoWebhooks
{
    public static async Task AddAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var lead = await db.Operators.OrderBy(o => o.Id).FirstAsync(o => o.Role == OperatorRole.Lead, ct);
        var orders = await db.Activities.Where(a => a.Kind == ActivityKind.OrderRecorded).OrderByDescending(a => a.Id).Take(4).ToListAsync(ct);
        orders.Reverse();
        var webhook = new Webhook
        {
            Name = "ERP 订单同步",
            Url = "https://erp.demo.invalid/hooks/orders",
            OperatorId = lead.Id,
            Role = lead.Role,
            ScopeFlags = ApiKeyScope.Read,
            Query = "subscription { onActivity { id occurredAt group { name } order { externalId } } }",

            // Stored as a server without a key of its own stores it: nobody is shown this one.
            Secret = [0, .. SHA256.HashData(Encoding.UTF8.GetBytes("the demo's webhook"))],
            Position = orders.Count > 0 ? orders[^1].Id : 0,
            Kinds = { new WebhookKind { Kind = ActivityKind.OrderRecorded }, new WebhookKind { Kind = ActivityKind.OrderRefunded } },
        };
        webhook.Disable(now.AddHours(-6), WebhookDisabledReason.ByHand);
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(ct);
        foreach (var (order, index) in orders.Select((o, i) => (o, i)))
        {
            var at = now.AddHours(-30 + index);
            var delivery = new WebhookDelivery { WebhookId = webhook.Id, ActivityId = order.Id, Kind = order.Kind, MessageId = $"evt_{webhook.Id}_{order.Id}", CreatedAt = at };
            var fails = index == 1;
            delivery.Record(
                new WebhookAttempt
                {
                    Number = 1,
                    At = at,
                    DurationMilliseconds = 40 + (index * 17),
                    StatusCode = fails ? 422 : 200,
                    Failure = fails ? WebhookFailure.Status : null,
                    Message = fails ? "422 is no success; a receiver answers 2xx once it has the message safe." : null,
                    Response = fails ? "unknown shop" : "ok",
                },
                next: null);
            db.WebhookDeliveries.Add(delivery);
        }

        await db.SaveChangesAsync(ct);
    }
}
