using Headless.Server.Access;

namespace Headless.Server.Features.Operators;

/// <summary>Operators by key, one statement for all that a level of the answer asks for.</summary>
public sealed class OperatorByIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Operator>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, Operator>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.Operators.AsNoTracking().Where(o => keys.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
    }
}
