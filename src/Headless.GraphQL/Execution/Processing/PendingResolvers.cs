namespace Headless.GraphQL.Execution.Processing;

/// <summary>
/// The resolvers of a level that have not completed. Awaits user code on one thread of control: a resolver that waits for
/// I/O of its own is awaited before the next one starts, so that resolvers may share a DbContext; one that waits for a
/// DataLoader is put aside, and batches are dispatched when all that is left waits for them.
/// </summary>
internal sealed class PendingResolvers(BatchScheduler? scheduler, CancellationToken requestAborted)
{
    private readonly List<(Task<object?> Task, object?[] Values, int Index)> _pending = [];

    /// <summary>Takes the result of a resolver that was just started.</summary>
    public ValueTask AddAsync(ValueTask<object?> result, object?[] values, int index)
    {
        if (result.IsCompletedSuccessfully)
        {
            values[index] = result.Result;
            return default;
        }

        return new ValueTask(AwaitOrKeepAsync(result.AsTask(), values, index));
    }

    /// <summary>Awaits everything that was put aside, dispatching the batches it waits for.</summary>
    public async ValueTask DrainAsync()
    {
        while (_pending.Count > 0)
        {
            if (scheduler is not null && scheduler.HasWork)
            {
                await DispatchAsync(scheduler).ConfigureAwait(false);
            }

            var incomplete = false;
            for (var i = _pending.Count - 1; i >= 0; i--)
            {
                var (task, values, index) = _pending[i];
                if (task.IsCompleted)
                {
                    Store(task, values, index);
                    _pending.RemoveAt(i);
                }
                else
                {
                    incomplete = true;
                }
            }

            if (incomplete && scheduler is not { HasWork: true })
            {
                await WaitForProgressAsync(_pending[0].Task).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Awaits a step, dispatching the batches that it waits for.</summary>
    public async ValueTask AwaitAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            await WaitForProgressAsync(task).ConfigureAwait(false);
            if (!task.IsCompleted && scheduler is not null && scheduler.HasWork)
            {
                await DispatchAsync(scheduler).ConfigureAwait(false);
            }
        }
    }

    private async Task AwaitOrKeepAsync(Task<object?> task, object?[] values, int index)
    {
        if (!task.IsCompleted && scheduler is not { HasWork: true })
        {
            await WaitForProgressAsync(task).ConfigureAwait(false);
        }

        if (task.IsCompleted)
        {
            Store(task, values, index);
        }
        else
        {
            _pending.Add((task, values, index));
        }
    }

    /// <summary>Until the task is complete or a batch is scheduled: that is what the task now waits for.</summary>
    private async Task WaitForProgressAsync(Task task)
    {
        var progress = scheduler is null ? task : Task.WhenAny(task, scheduler.WhenEnqueuedAsync());
        await progress.WaitAsync(requestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        requestAborted.ThrowIfCancellationRequested();
    }

    private async ValueTask DispatchAsync(BatchScheduler batches)
    {
        while (batches.TryDequeue(out var dispatch))
        {
            var batch = dispatch();
            if (batch.IsCompletedSuccessfully)
            {
                continue;
            }

            // A batch that itself waits for another DataLoader goes on once that one's batch, dispatched next, is loaded.
            await WaitForProgressAsync(batch.AsTask()).ConfigureAwait(false);
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
