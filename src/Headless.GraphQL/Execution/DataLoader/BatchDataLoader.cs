namespace Headless.GraphQL;

/// <summary>Loads one value for each key.</summary>
public abstract class BatchDataLoader<TKey, TValue> : DataLoader<TKey, TValue>
    where TKey : notnull
{
    protected BatchDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions? options = null)
        : base(batchScheduler, options)
    {
    }

    /// <summary>Loads the values of distinct keys, at most <see cref="DataLoaderOptions.MaxBatchSize"/>; keys without a value are left out.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private protected sealed override async Task<Func<TKey, TValue?>> LoadKeysAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var values = await LoadBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        return key => values.TryGetValue(key, out var value) ? value : default;
    }
}
