namespace Headless.GraphQL;

/// <summary>
/// The scheduler of a request: while an operation is executed, its executor dispatches the batches; outside of any operation
/// a batch starts by itself as soon as the caller has returned to its await.
/// </summary>
public sealed class BatchScheduler : IBatchScheduler
{
    // Every request has a scheduler, and most have no DataLoader: what only those need is made when they come.
    private readonly Lock _lock = new();
    private Queue<Func<ValueTask>>? _queue;
    private List<Action>? _forget;
    private TaskCompletionSource? _requested;
    private long _requests;
    private int _executors;

    /// <summary>Whether a batch waits to be dispatched.</summary>
    internal bool HasWork
    {
        get
        {
            lock (_lock)
            {
                return _queue is { Count: > 0 };
            }
        }
    }

    /// <summary>How many values were asked for that are not loaded yet: a caller that raises it waits for a batch.</summary>
    internal long Requests => Interlocked.Read(ref _requests);

    /// <inheritdoc />
    public void Schedule(Func<ValueTask> dispatch)
    {
        lock (_lock)
        {
            if (_executors == 0)
            {
                _ = DispatchLaterAsync(dispatch);
                return;
            }

            (_queue ??= []).Enqueue(dispatch);
        }

        NoteRequest();
    }

    /// <summary>Called by a DataLoader when it is made, with what empties its cache.</summary>
    internal void Register(Action forget)
    {
        lock (_lock)
        {
            (_forget ??= []).Add(forget);
        }
    }

    /// <summary>Empties the caches of the request's DataLoaders: what was loaded before a mutation may not be so after it.</summary>
    internal void ForgetLoaded()
    {
        Action[] forget;
        lock (_lock)
        {
            forget = _forget is null ? [] : [.. _forget];
        }

        foreach (var action in forget)
        {
            action();
        }
    }

    /// <summary>Called by a DataLoader for each value that the caller will have to wait for.</summary>
    internal void NoteRequest()
    {
        TaskCompletionSource? requested;
        lock (_lock)
        {
            _requests++;
            requested = _requested;
            _requested = null;
        }

        requested?.TrySetResult();
    }

    internal void Attach()
    {
        lock (_lock)
        {
            _executors++;
        }
    }

    internal void Detach()
    {
        lock (_lock)
        {
            _executors--;
        }
    }

    internal bool TryDequeue(out Func<ValueTask> dispatch)
    {
        lock (_lock)
        {
            dispatch = null!;
            return _queue is not null && _queue.TryDequeue(out dispatch!);
        }
    }

    /// <summary>Completes as soon as more values were asked for than <paramref name="seen"/>.</summary>
    internal Task WhenRequestedAsync(long seen)
    {
        lock (_lock)
        {
            return _requests > seen
                ? Task.CompletedTask
                : (_requested ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private static async Task DispatchLaterAsync(Func<ValueTask> dispatch)
    {
        await Task.Yield();
        await dispatch().ConfigureAwait(false);
    }
}
