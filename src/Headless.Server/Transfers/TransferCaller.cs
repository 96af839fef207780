using Headless.Server.Access;

namespace Headless.Server.Transfers;

/// <summary>With what rights a job is carried out: those of whoever asked for it, as they are now, cut down to what they were then.</summary>
internal static class TransferCaller
{
    private const string AuthenticationType = "Transfer";

    private static readonly (string Policy, ApiKeyScope Scope)[] s_scopes =
    [
        (Policies.Read, ApiKeyScope.Read),
        (Policies.ReadPersonalData, ApiKeyScope.ReadPersonalData),
        (Policies.ReadMetrics, ApiKeyScope.ReadMetrics),
        (Policies.RecordActivities, ApiKeyScope.RecordActivities),
        (Policies.Write, ApiKeyScope.Write),
        (Policies.Subscribe, ApiKeyScope.Subscribe),
    ];

    /// <summary>What the caller's key opens.</summary>
    public static ApiKeyScope ScopesOf(Caller caller) => Flags(caller.May);

    /// <summary>Null where the operator may not act any more.</summary>
    /// <param name="job">With the operator.</param>
    public static Caller? Of(TransferJob job)
    {
        var owner = job.RequestedBy;
        if (!owner.IsActive)
        {
            return null;
        }

        // Who sees their groups only, then or now, sees no more here.
        var role = IsLimited(owner.Role) || !IsLimited(job.Role) ? owner.Role : job.Role;
        var common = Policies.Of(owner.Role, job.ScopeFlags).Intersect(Policies.Of(job.Role, job.ScopeFlags)).ToHashSet();
        return Caller.From(Caller.CreatePrincipal(owner.Id, owner.Name, role, Flags(common.Contains), AuthenticationType));
    }

    private static ApiKeyScope Flags(Func<string, bool> may) =>
        s_scopes.Where(pair => may(pair.Policy)).Aggregate((ApiKeyScope)0, (all, pair) => all | pair.Scope);

    private static bool IsLimited(OperatorRole role) => role is OperatorRole.Owner or OperatorRole.Admin;
}
