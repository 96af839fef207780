using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>The accounts that the member has on platforms .</summary>
[ConditionName("identity")]
public sealed record IdentityCondition : LeafCondition
{
    /// <summary>On one of these platforms; any where nothing is said.</summary>
    public IReadOnlyList<Platform>? Platforms { get; init; }

    /// <summary>Only those that were checked, or that were not.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>How many; one or more where nothing is said.</summary>
    public CountRange? Count { get; init; }

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope) => scope.Has(Accounts(scope), account => account.MemberId, Count);

    internal override IEnumerable<ConditionFault> Check() =>
        [.. ConditionChecks.List("platforms", Platforms), .. ConditionChecks.Range("count", Count)];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["accounts"] = await Accounts(scope).CountAsync(account => account.MemberId == memberId, cancellationToken),
    };

    private IQueryable<Identity> Accounts(ConditionScope scope)
    {
        var accounts = scope.Db.Identities.AsQueryable();
        if (Platforms is { } platforms)
        {
            accounts = accounts.Where(account => platforms.Contains(account.Platform));
        }

        return IsVerified is { } verified ? accounts.Where(account => account.IsVerified == verified) : accounts;
    }
}
