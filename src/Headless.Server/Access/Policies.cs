namespace Headless.Server.Access;

/// <summary>What a field can require of its caller. A caller's role and, for an API key, its scopes decide which of them hold.</summary>
public static class Policies
{
    /// <summary>Read groups, members without personal data, tags, content, campaigns, orders.</summary>
    public const string Read = "READ";

    /// <summary>Read what identifies a person: telephone, e-mail, year of birth, notes. Not for ANALYST.</summary>
    public const string ReadPersonalData = "READ_PERSONAL_DATA";

    /// <summary>Read metrics.</summary>
    public const string ReadMetrics = "READ_METRICS";

    /// <summary>Report what happened: joins, leaves, messages, orders.</summary>
    public const string RecordActivities = "RECORD_ACTIVITIES";

    /// <summary>Create and change things within the groups that the caller may see. Not for ANALYST.</summary>
    public const string Write = "WRITE";

    /// <summary>Open, close and archive groups. Not for ADMIN, who helps in them.</summary>
    public const string ManageGroups = "MANAGE_GROUPS";

    /// <summary>Follow the activity log.</summary>
    public const string Subscribe = "SUBSCRIBE";

    /// <summary>Operators, their assignments and their keys. LEAD only.</summary>
    public const string Administer = "ADMINISTER";

    /// <summary>Register webhooks, which tell others what the caller may read. For LEAD, OWNER and INTEGRATION with the scopes SUBSCRIBE and WRITE.</summary>
    public const string ManageWebhooks = "MANAGE_WEBHOOKS";

    /// <summary>The type of the claim that holds one of the policies above.</summary>
    internal const string ClaimType = "permission";

    private static readonly string[] s_all = [Read, ReadPersonalData, ReadMetrics, RecordActivities, Write, ManageGroups, Subscribe, ManageWebhooks, Administer];

    /// <summary>A policy is a claim of its name.</summary>
    internal static void Configure(Microsoft.AspNetCore.Authorization.AuthorizationOptions options)
    {
        foreach (var policy in s_all)
        {
            options.AddPolicy(policy, p => p.RequireAuthenticatedUser().RequireClaim(ClaimType, policy));
        }
    }

    /// <summary>What an operator may do with a key: the role's rights, cut down to the key's scopes.</summary>
    internal static IEnumerable<string> Of(OperatorRole role, ApiKeyScope scopes)
    {
        (string Policy, ApiKeyScope Scope)[] rights = role switch
        {
            OperatorRole.Lead or OperatorRole.Owner or OperatorRole.Admin or OperatorRole.Integration =>
            [
                (Read, ApiKeyScope.Read),
                (ReadPersonalData, ApiKeyScope.ReadPersonalData),
                (ReadMetrics, ApiKeyScope.ReadMetrics),
                (RecordActivities, ApiKeyScope.RecordActivities),
                (Write, ApiKeyScope.Write),
                (Subscribe, ApiKeyScope.Subscribe),
            ],
            OperatorRole.Analyst =>
            [
                (Read, ApiKeyScope.Read),
                (ReadMetrics, ApiKeyScope.ReadMetrics),
                (Subscribe, ApiKeyScope.Subscribe),
            ],
            _ => [],
        };
        return rights.Where(r => scopes.HasFlag(r.Scope)).Select(r => r.Policy)
            .Concat(role is OperatorRole.Lead or OperatorRole.Owner or OperatorRole.Integration && scopes.HasFlag(ApiKeyScope.Write) ? [ManageGroups] : [])
            .Concat(role is OperatorRole.Lead or OperatorRole.Owner or OperatorRole.Integration && scopes.HasFlag(ApiKeyScope.Write | ApiKeyScope.Subscribe) ? [ManageWebhooks] : [])
            .Concat(role == OperatorRole.Lead && scopes.HasFlag(ApiKeyScope.Write) ? [Administer] : []);
    }
}
