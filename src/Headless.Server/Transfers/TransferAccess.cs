using Headless.Server.Access;

namespace Headless.Server.Transfers;

/// <summary>Who sees jobs.</summary>
internal static class TransferAccess
{
    /// <summary>Whoever asked for a job sees it, and LEAD: a file of it holds what they may read, which is more than others may.</summary>
    public static bool MaySee(this Caller caller, TransferJob job) => caller.May(Policies.Administer) || (caller.OperatorId is { } id && job.RequestedById == id);

    /// <summary>Files go to whoever asked for them, with a key that opens as much as the one that they asked with.</summary>
    public static bool MayDownload(this Caller caller, TransferJob job) =>
        caller.OperatorId == job.RequestedById && (!job.ScopeFlags.HasFlag(ApiKeyScope.ReadPersonalData) || caller.May(Policies.ReadPersonalData));
}
