namespace Headless.GraphQL;

/// <summary>
/// The scheduler of a request: while an operation is executed, its executor dispatches the batches; outside of any operation
/// a batch starts by itself as soon as the caller has returned to its await.
/// </summary>
public sealed class BatchScheduler : IBatchScheduler
{
    private readonly Lock _lock = new();
    private readonly Queue<Func<ValueTask>> _queue = [];
    private TaskCompletionSource? _enqueued;
    private int _executors;

    /// <summary>Whether a batch waits to be dispatched.</summary>
    internal bool HasWork
    {
        get
        {
            lock (_lock)
            {
                return _queue.Count > 0;
            }
        }
    }

    /// <inheritdoc />
    public void Schedule(Func<ValueTask> dispatch)
    {
        TaskCompletionSource? enqueued;
        lock (_lock)
        {
            if (_executors == 0)
            {
                _ = DispatchLaterAsync(dispatch);
                return;
            }

            _queue.Enqueue(dispatch);
            enqueued = _enqueued;
            _enqueued = null;
        }

        enqueued?.TrySetResult();
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
            return _queue.TryDequeue(out dispatch!);
        }
    }

    /// <summary>Completes as soon as a batch waits; at once where one does already.</summary>
    internal Task WhenEnqueuedAsync()
    {
        lock (_lock)
        {
            return _queue.Count > 0
                ? Task.CompletedTask
                : (_enqueued ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private static async Task DispatchLaterAsync(Func<ValueTask> dispatch)
    {
        await Task.Yield();
        await dispatch().ConfigureAwait(false);
    }
}
