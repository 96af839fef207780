using System.Text.Json;
using Headless.Server.Access;
using Headless.Server.Delivery;
using Headless.Server.Delivery.Webhooks;

namespace Headless.Server.Features.Webhooks;

/// <summary>Makes the message that a webhook would be sent, by the way that makes it when it is.</summary>
internal sealed class WebhookDryRuns(CommunityDatabase database, IEventDocuments documents, WebhookPayloads payloads)
{
    /// <param name="webhook">With its operator, kinds and groups; null: the caller's own rights.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="query">In place of the webhook's.</param>
    /// <param name="activityId">The activity; null: the last one that may be seen.</param>
    /// <exception cref="GraphQLException">The document cannot be used.</exception>
    public async Task<WebhookDryRun> RunAsync(Webhook? webhook, Caller caller, string? query, long? activityId, CancellationToken cancellationToken)
    {
        if ((webhook is null ? caller : WebhookCaller.Of(webhook)) is not { } reader)
        {
            return new WebhookDryRun(false, "NO_ACCESS", null);
        }

        if (query is not null && await documents.CheckAsync(query, reader, cancellationToken) is { Count: > 0 } errors)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"The query cannot be used. {string.Join(' ', errors.Take(3))}").SetCode("INVALID_QUERY").Build());
        }

        // Nobody learns from a webhook of another role what they may not see themselves.
        await using var db = database.Create(reader.Scope);
        var activities = db.Activities.AsNoTracking();
        var activity = activityId is { } id
            ? await activities.FirstOrDefaultAsync(a => a.Id == id, cancellationToken)
            : await Selected(activities, webhook).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);
        if (activity is null)
        {
            return new WebhookDryRun(false, "NO_ACTIVITY", null);
        }

        if (webhook is { Kinds.Count: > 0 } && webhook.Kinds.All(k => k.Kind != activity.Kind))
        {
            return new WebhookDryRun(false, "KIND_NOT_SELECTED", null);
        }

        if (webhook is { Groups.Count: > 0 } && webhook.Groups.All(g => g.GroupId != activity.GroupId))
        {
            return new WebhookDryRun(false, "GROUP_NOT_SELECTED", null);
        }

        if (await payloads.BuildAsync(query ?? webhook?.Query, activity, reader, cancellationToken) is not { } body)
        {
            return new WebhookDryRun(false, "LEFT_OUT_BY_QUERY", null);
        }

        using var document = JsonDocument.Parse(body);
        return new WebhookDryRun(true, null, document.RootElement.Clone());
    }

    private static IQueryable<Activity> Selected(IQueryable<Activity> activities, Webhook? webhook)
    {
        if (webhook is { Kinds.Count: > 0 })
        {
            var kinds = webhook.Kinds.Select(k => k.Kind).ToArray();
            activities = activities.Where(a => kinds.Contains(a.Kind));
        }

        if (webhook is { Groups.Count: > 0 })
        {
            var groups = webhook.Groups.Select(g => g.GroupId).ToArray();
            activities = activities.Where(a => a.GroupId != null && groups.Contains(a.GroupId.Value));
        }

        return activities;
    }
}
