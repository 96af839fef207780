using System.Collections.ObjectModel;
using Headless.Server.Access;

namespace Headless.Server.Reading;

/// <summary>
/// Rows by key within the caller's scope: one statement for all keys that a level of the answer asks for. Every to-one edge and
/// every <c>node</c> goes through it, so that a key that may only write or report reads nothing by way of a payload or an id.
/// </summary>
public sealed class ByIdDataLoader<T>(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, T>(batchScheduler, options)
    where T : Entity
{
    protected override async Task<IReadOnlyDictionary<long, T>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return ReadOnlyDictionary<long, T>.Empty;
        }

        await using var db = database.Create(caller.Scope);
        return await db.Set<T>().AsNoTracking().Where(e => keys.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
    }
}

/// <summary>Edges that may lead nowhere.</summary>
internal static class OptionalEdge
{
    /// <summary>The row of a key; null without a key, and where the caller may not see it.</summary>
    public static async Task<T?> LoadAsync<T>(this ByIdDataLoader<T> loader, long? key, CancellationToken cancellationToken)
        where T : Entity => key is { } id ? await loader.LoadAsync(id, cancellationToken) : null;
}
