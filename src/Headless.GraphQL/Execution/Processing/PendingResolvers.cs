namespace Headless.GraphQL.Execution.Processing;

/// <summary>
/// The resolvers of a level that have not completed. Awaits user code on one thread of control: a resolver that waits for
/// I/O of its own is awaited before the next one starts, so that resolvers may share a DbContext; one that waits for a
/// DataLoader is put aside, and batches are dispatched one after the other when all that is left waits for them.
/// </summary>
internal sealed class PendingResolvers(BatchScheduler? scheduler, CancellationToken requestAborted)
{
    private readonly List<(Task<object?> Task, object?[] Values, int Index)> _pending = [];

    /// <summary>How many values DataLoaders were asked for; to be read before a resolver or step is called.</summary>
    public long Requests => scheduler?.Requests ?? 0;

    /// <summary>Takes the result of a resolver that was just called.</summary>
    public ValueTask AddAsync(ValueTask<object?> result, long requestsBefore, object?[] values, int index)
    {
        if (result.IsCompletedSuccessfully)
        {
            values[index] = result.Result;
            return default;
        }

        return new ValueTask(AwaitOrPutAsideAsync(result.AsTask(), requestsBefore, values, index));
    }

    /// <summary>Awaits everything that was put aside, dispatching the batches it waits for.</summary>
    public async ValueTask DrainAsync()
    {
        while (_pending.Count > 0)
        {
            var seen = Requests;
            await DispatchAsync().ConfigureAwait(false);
            for (var i = _pending.Count - 1; i >= 0; i--)
            {
                var (task, values, index) = _pending[i];
                if (task.IsCompleted)
                {
                    Store(task, values, index);
                    _pending.RemoveAt(i);
                }
            }

            if (_pending.Count > 0)
            {
                await WaitForProgressAsync(_pending[^1].Task, seen).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Awaits a step, dispatching the batches that it waits for.</summary>
    public async ValueTask AwaitAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            var seen = Requests;
            await DispatchAsync().ConfigureAwait(false);
            await WaitForProgressAsync(task, seen).ConfigureAwait(false);
        }
    }

    private async Task AwaitOrPutAsideAsync(Task<object?> task, long requestsBefore, object?[] values, int index)
    {
        await WaitForProgressAsync(task, requestsBefore).ConfigureAwait(false);
        if (task.IsCompleted)
        {
            Store(task, values, index);
        }
        else
        {
            _pending.Add((task, values, index));
        }
    }

    /// <summary>Until the task is complete or asks a DataLoader for a value: that is then what it waits for.</summary>
    private async Task WaitForProgressAsync(Task task, long requestsBefore)
    {
        if (task.IsCompleted)
        {
            return;
        }

        var progress = scheduler is null ? task : Task.WhenAny(task, scheduler.WhenRequestedAsync(requestsBefore));
        if (!progress.IsCompleted)
        {
            await progress.WaitAsync(requestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            requestAborted.ThrowIfCancellationRequested();
        }
    }

    private async ValueTask DispatchAsync()
    {
        while (scheduler is not null)
        {
            var before = scheduler.Requests;
            if (!scheduler.TryDequeue(out var dispatch))
            {
                return;
            }

            var batch = dispatch();
            if (!batch.IsCompletedSuccessfully)
            {
                // A batch that itself asks another DataLoader goes on once that one's batch, dispatched next, is loaded.
                await WaitForProgressAsync(batch.AsTask(), before).ConfigureAwait(false);
            }
        }
    }

    private void Store(Task<object?> task, object?[] values, int index)
    {
        if (task.IsCompletedSuccessfully)
        {
            values[index] = task.Result;
            return;
        }

        requestAborted.ThrowIfCancellationRequested();
        values[index] = new FieldFailure(task.Exception?.InnerException ?? new TaskCanceledException(task));
    }
}
