namespace Headless.GraphQL;

/// <summary>Loads any number of values for each key; none is an empty array.</summary>
public abstract class GroupedDataLoader<TKey, TValue> : DataLoader<TKey, TValue[]>
    where TKey : notnull
{
    protected GroupedDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions? options = null)
        : base(batchScheduler, options)
    {
    }

    /// <summary>Loads the values of distinct keys, at most <see cref="DataLoaderOptions.MaxBatchSize"/>.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private protected sealed override async Task<Func<TKey, TValue[]?>> LoadKeysAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var values = await LoadGroupedBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        return key => [.. values[key]];
    }
}
