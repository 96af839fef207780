using Headless.Server.Access;

namespace Headless.Server.Reading;

/// <summary>Rows by key within the caller's scope: one statement for all keys that a level of the answer asks for. Every to-one edge goes through it.</summary>
public sealed class ByIdDataLoader<T>(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, T>(batchScheduler, options)
    where T : Entity
{
    protected override async Task<IReadOnlyDictionary<long, T>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.Set<T>().AsNoTracking().Where(e => keys.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
    }
}
