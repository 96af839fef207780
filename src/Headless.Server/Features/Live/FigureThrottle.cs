using System.Runtime.CompilerServices;

namespace Headless.Server.Features.Live;

/// <summary>
/// Many activities made into few events: the first one of a thing, such as a group or a page, goes out at once, what follows within the time is counted and goes out at its
/// end, so that the last state is always told.
/// </summary>
internal static class FigureThrottle
{
    /// <summary>The most seconds between two events of a thing.</summary>
    private const int MaxSeconds = 3600;

    /// <summary>The seconds between them unless given.</summary>
    private const int UsualSeconds = 5;

    /// <summary>The time between two events, as a subscription asks for it.</summary>
    /// <exception cref="GraphQLException">It is none.</exception>
    public static TimeSpan TimeOf(int? everySeconds) => everySeconds is < 1 or > MaxSeconds
        ? throw new GraphQLException(ErrorBuilder.New().SetMessage($"'everySeconds' is from 1 to {MaxSeconds}.").SetCode("INVALID_ARGUMENTS").Build())
        : TimeSpan.FromSeconds(everySeconds ?? UsualSeconds);

    /// <param name="activities">What moves figures.</param>
    /// <param name="keyOf">Of what.</param>
    /// <param name="make">The event that tells of the last of so many.</param>
    /// <param name="time">Between two of a thing.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<T> ThrottleAsync<T>(
        IAsyncEnumerable<Activity> activities,
        Func<Activity, long> keyOf,
        Func<Activity, int, T> make,
        TimeSpan time,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = new Dictionary<long, (Activity Activity, int Count)>();
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
                    var key = keyOf(activity);
                    waiting[key] = (activity, waiting.TryGetValue(key, out var before) ? before.Count + 1 : 1);
                    next = null;
                }

                // In the order of the log, so that a cursor leaves nothing behind that was not told.
                foreach (var (key, change) in waiting.Where(w => Remaining(w.Key) <= TimeSpan.Zero).OrderBy(w => w.Value.Activity.Id).ToList())
                {
                    waiting.Remove(key);
                    toldAt[key] = clock.GetTimestamp();
                    yield return make(change.Activity, change.Count);
                }
            }

            // The source has ended: what waits is told.
            foreach (var change in waiting.Values.OrderBy(c => c.Activity.Id))
            {
                yield return make(change.Activity, change.Count);
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

        TimeSpan Remaining(long key) => toldAt.TryGetValue(key, out var told) ? time - clock.GetElapsedTime(told) : TimeSpan.Zero;

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
