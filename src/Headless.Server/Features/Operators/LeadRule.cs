using System.Linq.Expressions;
using Headless.Community.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

/// <summary>
/// A LEAD cannot lock the organisation out: an active LEAD has to be left, and where somebody holds a usable key to administer
/// with, somebody has to hold one afterwards.
/// </summary>
internal static class LeadRule
{
    /// <summary>The operator is about to be deactivated or to lose the role.</summary>
    /// <exception cref="LastLeadException">Nobody else could administer.</exception>
    public static async Task RequireLeadBesidesAsync(this WriteSession session, Operator lead)
    {
        if (lead is not { Role: OperatorRole.Lead, IsActive: true })
        {
            return;
        }

        await TakeTurnAsync(session);
        if (!await session.Db.Operators.AnyAsync(o => o.Id != lead.Id && o.Role == OperatorRole.Lead && o.IsActive, session.CancellationToken))
        {
            throw new LastLeadException($"{lead.Name} is the last active LEAD: make somebody else one first.");
        }

        await RequireKeyBesidesAsync(session, key => key.OperatorId != lead.Id, "No other LEAD has a key to administer with: issue one first.");
    }

    /// <summary>The key is about to be revoked.</summary>
    /// <exception cref="LastLeadException">It is the last one to administer with.</exception>
    public static async Task RequireKeyBesidesAsync(this WriteSession session, ApiKey revoked)
    {
        await TakeTurnAsync(session);
        await RequireKeyBesidesAsync(session, key => key.Id != revoked.Id, "It is the last key of a LEAD that administers: issue another one first.");
    }

    private static async Task RequireKeyBesidesAsync(WriteSession session, Expression<Func<ApiKey, bool>> isLeft, string message)
    {
        var now = session.Now;
        var administering = session.Db.ApiKeys.Where(key =>
            key.RevokedAt == null
            && (key.ExpiresAt == null || key.ExpiresAt > now)
            && (key.ScopeFlags & ApiKeyScope.Write) == ApiKeyScope.Write
            && key.Operator.IsActive
            && key.Operator.Role == OperatorRole.Lead);
        if (!await administering.AnyAsync(isLeft, session.CancellationToken) && await administering.AnyAsync(session.CancellationToken))
        {
            throw new LastLeadException(message);
        }
    }

    /// <summary>Two LEADs who deactivate each other at the same moment go one after the other, on a server database too.</summary>
    private static Task TakeTurnAsync(WriteSession session) => session.Db.LockActivityLogAsync(session.CancellationToken);
}
