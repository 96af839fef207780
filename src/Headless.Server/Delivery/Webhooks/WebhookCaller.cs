using Headless.Server.Access;

namespace Headless.Server.Delivery.Webhooks;

/// <summary>With what rights a webhook reads: its operator's, as they are now, cut down to its scopes and to the role that it was registered in.</summary>
internal static class WebhookCaller
{
    private const string AuthenticationType = "Webhook";

    /// <summary>Null where the operator may not act any more, or not follow the log.</summary>
    /// <param name="webhook">With its operator.</param>
    public static Caller? Of(Webhook webhook) => Of(webhook.Operator, webhook.Role, webhook.ScopeFlags);

    /// <summary>As the other, for what is not registered yet.</summary>
    public static Caller? Of(Operator owner, OperatorRole registered, ApiKeyScope scopes)
    {
        if (!owner.IsActive)
        {
            return null;
        }

        // Who sees their groups only, then or now, sees no more here.
        var role = IsLimited(owner.Role) || !IsLimited(registered) ? owner.Role : registered;
        var common = Policies.Of(owner.Role, scopes | ApiKeyScope.Subscribe).Intersect(Policies.Of(registered, scopes | ApiKeyScope.Subscribe)).ToHashSet();
        var reading = Flags(common);
        return common.Contains(Policies.Read) && common.Contains(Policies.Subscribe)
            ? Caller.From(Caller.CreatePrincipal(owner.Id, owner.Name, role, reading, AuthenticationType))
            : null;
    }

    private static bool IsLimited(OperatorRole role) => role is OperatorRole.Owner or OperatorRole.Admin;

    private static ApiKeyScope Flags(HashSet<string> policies) =>
        ApiKeyScope.Subscribe
        | (policies.Contains(Policies.Read) ? ApiKeyScope.Read : 0)
        | (policies.Contains(Policies.ReadPersonalData) ? ApiKeyScope.ReadPersonalData : 0)
        | (policies.Contains(Policies.ReadMetrics) ? ApiKeyScope.ReadMetrics : 0);
}
