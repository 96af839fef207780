using Headless.Server.Access;

namespace Headless.Server.Features.Members;

/// <summary>Members by key, one statement for all that a level of the answer asks for.</summary>
public sealed class MemberByIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Member>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, Member>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.Members.AsNoTracking().Where(m => keys.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
    }
}

/// <summary>Accounts by key.</summary>
public sealed class IdentityByIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Identity>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, Identity>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.Identities.AsNoTracking().Where(i => keys.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
    }
}
