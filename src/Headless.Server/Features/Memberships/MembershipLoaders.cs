using Headless.Server.Access;

namespace Headless.Server.Features.Memberships;

/// <summary>Stays by key, one statement for all that a level of the answer asks for.</summary>
public sealed class MembershipByIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Membership>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, Membership>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.Memberships.AsNoTracking().Where(m => keys.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
    }
}
