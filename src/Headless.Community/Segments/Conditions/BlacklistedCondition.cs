using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>Whether a ban keeps the member out of every group .</summary>
[ConditionName("blacklisted")]
public sealed record BlacklistedCondition : LeafCondition
{
    public required bool Eq { get; init; }

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var isBanned = scope.Has(InForce(scope), ban => ban.MemberId!.Value);
        return Eq ? isBanned : Predicates.Not(isBanned);
    }

    internal override IEnumerable<ConditionFault> Check() => [];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["blacklisted"] = await InForce(scope).AnyAsync(ban => ban.MemberId == memberId, cancellationToken),
    };

    internal override IEnumerable<IQueryable<long>> MovedSince(ConditionScope scope, DateTime from)
    {
        var now = scope.Now;
        yield return scope.Db.Bans
            .Where(ban => ban.MemberId != null && ban.IsForAllGroups && ((ban.Since > from && ban.Since <= now) || (ban.Until > from && ban.Until <= now)))
            .Select(ban => ban.MemberId!.Value);
    }

    private static IQueryable<Ban> InForce(ConditionScope scope)
    {
        var now = scope.Now;
        return scope.Db.Bans.Where(ban =>
            ban.MemberId != null && ban.IsForAllGroups
            && ban.Since <= now && (ban.Until == null || ban.Until > now) && (ban.LiftedAt == null || ban.LiftedAt > now));
    }
}
