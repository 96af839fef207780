using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Delivery;
using Headless.Server.Delivery.Webhooks;
using Headless.Server.Writing;

namespace Headless.Server.Features.Webhooks;

/// <summary>What writing about webhooks has in common.</summary>
internal static class WebhookWriting
{
    private const ApiKeyScope Allowed = ApiKeyScope.Read | ApiKeyScope.ReadPersonalData | ApiKeyScope.ReadMetrics;

    /// <summary>Finds a webhook of the caller's; a LEAD finds everybody's.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<Webhook> FindWebhookAsync(this WriteSession session, long id, string path = "id") =>
        await session.Db.Webhooks.OfCaller(session.Caller).Include(w => w.Operator).Include(w => w.Kinds)
            .FirstOrDefaultAsync(w => w.Id == id, session.CancellationToken)
        ?? throw new NotFoundException(nameof(Webhook), path);

    /// <summary>Finds a delivery to a webhook of the caller's, with that.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<WebhookDelivery> FindDeliveryAsync(this WriteSession session, long id) =>
        await session.Db.WebhookDeliveries.OfCaller(session.Caller).Include(d => d.Webhook).FirstOrDefaultAsync(d => d.Id == id, session.CancellationToken)
        ?? throw new NotFoundException(nameof(WebhookDelivery), "id");

    public static void RecordWebhook(this WriteSession session, ActivityKind kind, Webhook webhook, string? what = null) =>
        session.Record(kind, () => new ActivitySubject { Text = what is null ? webhook.Name : $"{webhook.Name}: {what}" });

    /// <summary>The place in the log behind which a webhook begins.</summary>
    /// <exception cref="InvalidInputException">The cursor is none.</exception>
    public static async Task<long> PositionAsync(this WriteSession session, string? after, IActivityCursors cursors) =>
        after is null
            ? await session.Db.Activities.IgnoreQueryFilters().MaxAsync(a => (long?)a.Id, session.CancellationToken) ?? 0
            : cursors.Decode(after) ?? throw InvalidInputException.Of("after", "INVALID_CURSOR", "'after' is no cursor of the log: give the cursor of an activity.");

    /// <summary>A webhook may see nothing that whoever registers it may not.</summary>
    /// <exception cref="InvalidInputException">It would.</exception>
    public static ApiKeyScope ScopesOf(this WriteSession session, IReadOnlyList<ApiKeyScope>? scopes)
    {
        var wanted = (scopes ?? []).Aggregate(ApiKeyScope.Read, (all, scope) => all | scope);
        if ((wanted & ~Allowed) != 0)
        {
            throw InvalidInputException.Of("scopes", "SCOPE_NOT_FOR_WEBHOOKS", "A webhook only reads: give READ, READ_PERSONAL_DATA, READ_METRICS.");
        }

        if ((wanted.HasFlag(ApiKeyScope.ReadPersonalData) && !session.Caller.May(Policies.ReadPersonalData))
            || (wanted.HasFlag(ApiKeyScope.ReadMetrics) && !session.Caller.May(Policies.ReadMetrics)))
        {
            throw InvalidInputException.Of("scopes", "SCOPE_NOT_YOURS", "A webhook may see nothing that you may not.");
        }

        return wanted;
    }

    /// <summary>The document must be one that the webhook could subscribe with.</summary>
    /// <exception cref="InvalidInputException">It is not.</exception>
    public static async Task RequireQueryAsync(this WriteSession session, IEventDocuments documents, string? query, Operator owner, OperatorRole role, ApiKeyScope scopes)
    {
        if (query is null)
        {
            return;
        }

        var errors = WebhookCaller.Of(owner, role, scopes) is { } reader
            ? await documents.CheckAsync(query, reader, session.CancellationToken)
            : ["The operator of the webhook may not follow the log."];
        if (errors.Count > 0)
        {
            throw InvalidInputException.Of("query", "INVALID_QUERY", string.Join(' ', errors.Take(3)));
        }
    }

    /// <summary>The groups must be ones that the caller may see.</summary>
    /// <exception cref="NotFoundException">One is not.</exception>
    public static async Task<long[]> RequireGroupsAsync(this WriteSession session, IReadOnlyList<long>? groupIds)
    {
        long[] wanted = [.. (groupIds ?? []).Distinct()];
        var found = wanted.Length == 0 ? 0 : await session.Db.Groups.CountAsync(g => wanted.Contains(g.Id), session.CancellationToken);
        return found == wanted.Length ? wanted : throw new NotFoundException(nameof(Group), "groupIds");
    }

    /// <exception cref="InvalidInputException">Messages may not go there.</exception>
    public static void RequireUrl(this WebhookNetwork network, string url)
    {
        if (network.Refuse(url) is { } reason)
        {
            throw InvalidInputException.Of("url", "ADDRESS_REFUSED", reason);
        }
    }

    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int count) => rule
        .Must(list => list is null || list.Count <= count)
        .WithErrorCode("TOO_MANY")
        .WithMessage($"Name at most {count}.");
}
