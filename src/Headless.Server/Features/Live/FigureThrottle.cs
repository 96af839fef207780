using System.Runtime.CompilerServices;

namespace Headless.Server.Features.Live;

/// <summary>
/// Many activities made into few events: the first one of a group goes out at once, what follows within the time is counted and goes out at its
/// end, so that the last state is always told.
/// </summary>
internal static class FigureThrottle
{
    public static async IAsyncEnumerable<MetricChange> ThrottleAsync(
        IAsyncEnumerable<Activity> activities, TimeSpan time, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = new Dictionary<long, MetricChange>();
        var toldAt = new Dictionary<long, long>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rows = activities.GetAsyncEnumerator(ending.Token);
        Task<bool>? next = null;
        try
        {
            while (true)
            {
                next ??= rows.MoveNextAsync().AsTask();
                if (waiting.Count > 0 && !next.IsCompleted)
                {
                    await WaitAsync(next, waiting.Keys.Min(Remaining), cancellationToken);
                }
                else if (!await next)
                {
                    break;
                }

                if (next.IsCompleted)
                {
                    if (!await next)
                    {
                        break;
                    }

                    var activity = rows.Current;
                    var group = activity.GroupId!.Value;
                    waiting[group] = new MetricChange(activity, waiting.TryGetValue(group, out var before) ? before.ActivityCount + 1 : 1, activity.RecordedAt);
                    next = null;
                }

                // In the order of the log, so that a cursor leaves nothing behind that was not told.
                foreach (var (group, change) in waiting.Where(w => Remaining(w.Key) <= TimeSpan.Zero).OrderBy(w => w.Value.Activity.Id).ToList())
                {
                    waiting.Remove(group);
                    toldAt[group] = clock.GetTimestamp();
                    yield return change;
                }
            }

            // The source has ended: what waits is told.
            foreach (var change in waiting.Values.OrderBy(c => c.Activity.Id))
            {
                yield return change;
            }
        }
        finally
        {
            await ending.CancelAsync();
            if (next is not null)
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }

            await rows.DisposeAsync();
        }

        TimeSpan Remaining(long group) => toldAt.TryGetValue(group, out var told) ? time - clock.GetElapsedTime(told) : TimeSpan.Zero;

        static async Task WaitAsync(Task next, TimeSpan delay, CancellationToken ct)
        {
            if (delay > TimeSpan.Zero)
            {
                await Task.WhenAny(next, Task.Delay(delay, ct));
                ct.ThrowIfCancellationRequested();
            }
        }
    }
}
