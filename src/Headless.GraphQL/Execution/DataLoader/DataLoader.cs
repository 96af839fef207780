using Headless.GraphQL.Instrumentation;

namespace Headless.GraphQL;

/// <summary>What all DataLoaders have in common: gathering keys to batches, the cache of the request, handing out the values.</summary>
/// <remarks>Registered as scoped: an instance belongs to one request. Keys that are asked for until the scheduler dispatches share a batch.</remarks>
public abstract class DataLoader<TKey, TValue> : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Task<TValue?>> _cache = [];
    private readonly IBatchScheduler _scheduler;
    private readonly DataLoaderOptions _options;
    private Batch? _current;

    private protected DataLoader(IBatchScheduler batchScheduler, DataLoaderOptions? options)
    {
        ArgumentNullException.ThrowIfNull(batchScheduler);
        _scheduler = batchScheduler;
        _options = options ?? new DataLoaderOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxBatchSize, 1);
        (batchScheduler as BatchScheduler)?.Register(Clear);
    }

    /// <inheritdoc />
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        Batch? created = null;
        Task<TValue?> task;
        lock (_lock)
        {
            if (!_options.CachingEnabled || !_cache.TryGetValue(key, out task!))
            {
                if (_current is null || _current.Count == _options.MaxBatchSize)
                {
                    _current = created = new Batch(this);
                }

                task = _current.Add(key, cancellationToken);
                if (_options.CachingEnabled)
                {
                    _cache[key] = task;
                }
            }
        }

        if (created is not null)
        {
            _scheduler.Schedule(created.DispatchAsync);
        }

        if (!task.IsCompleted)
        {
            (_scheduler as BatchScheduler)?.NoteRequest();
        }

        return task;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var tasks = new Task<TValue?>[keys.Count];
        var index = 0;
        foreach (var key in keys)
        {
            tasks[index++] = LoadAsync(key, cancellationToken);
        }

        return await Task.WhenAll(tasks).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Remove(TKey key)
    {
        lock (_lock)
        {
            _cache.Remove(key);
        }
    }

    /// <inheritdoc />
    public void Clear()
    {
        lock (_lock)
        {
            _cache.Clear();
        }
    }

    /// <inheritdoc />
    public void Set(TKey key, TValue? value)
    {
        lock (_lock)
        {
            _cache.TryAdd(key, Task.FromResult(value));
        }
    }

    /// <summary>Loads the values of distinct keys; a key without a value has none in the result.</summary>
    private protected abstract Task<Func<TKey, TValue?>> LoadKeysAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private sealed class Batch(DataLoader<TKey, TValue> loader)
    {
        private readonly OrderedDictionary<TKey, TaskCompletionSource<TValue?>> _promises = [];
        private CancellationToken _cancellationToken;

        public int Count => _promises.Count;

        public Task<TValue?> Add(TKey key, CancellationToken cancellationToken)
        {
            if (!_promises.TryGetValue(key, out var promise))
            {
                // Continuations run inside the dispatch, one after the other: resolvers that go on may share a DbContext.
                _promises.Add(key, promise = new TaskCompletionSource<TValue?>());
                _cancellationToken = cancellationToken.CanBeCanceled ? cancellationToken : _cancellationToken;
            }

            return promise.Task;
        }

        public async ValueTask DispatchAsync()
        {
            lock (loader._lock)
            {
                if (ReferenceEquals(loader._current, this))
                {
                    loader._current = null;
                }
            }

            Instruments.Batched(loader.GetType().Name, _promises.Count);
            try
            {
                var values = await loader.LoadKeysAsync(_promises.Keys, _cancellationToken).ConfigureAwait(false);
                foreach (var (key, promise) in _promises)
                {
                    promise.TrySetResult(values(key));
                }
            }
            catch (OperationCanceledException exception)
            {
                foreach (var (_, promise) in _promises)
                {
                    promise.TrySetCanceled(exception.CancellationToken);
                }
            }
            catch (Exception exception)
            {
                foreach (var (_, promise) in _promises)
                {
                    promise.TrySetException(exception);
                }
            }
        }
    }
}
