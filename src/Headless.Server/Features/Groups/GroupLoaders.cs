using Headless.Server.Access;

namespace Headless.Server.Features.Groups;

/// <summary>Groups by key, one statement for all that a level of the answer asks for.</summary>
public sealed class GroupByIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Group>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, Group>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.Groups.AsNoTracking().Where(g => keys.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
    }
}
