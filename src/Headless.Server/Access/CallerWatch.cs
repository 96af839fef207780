using System.Collections.Concurrent;

namespace Headless.Server.Access;

/// <summary>
/// Ends what outlives a request, sockets and subscriptions, once its caller may do nothing any more: at once after a change made
/// through this server, within seconds after one made through another, and when a token expires.
/// </summary>
public sealed class CallerWatch(ApiKeyDirectory keys, TimeProvider clock, ILogger<CallerWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Watched, byte> _watched = new();

    /// <summary>Has a caller watched until the result is disposed.</summary>
    /// <param name="caller">Who began it.</param>
    /// <param name="end">Called once, when the caller's key or token works no more.</param>
    public IDisposable Begin(Caller caller, Action end)
    {
        var watched = new Watched(this, caller, end);
        _watched.TryAdd(watched, 0);
        return watched;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var changed = keys.Changed;
                await CheckAsync(stoppingToken);
                await Task.WhenAny(changed, Task.Delay(Interval, clock, stoppingToken));
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task CheckAsync(CancellationToken ct)
    {
        foreach (var watched in _watched.Keys)
        {
            try
            {
                if (!await keys.IsStillUsableAsync(watched.Caller, ct) && _watched.TryRemove(watched, out _))
                {
                    watched.End();
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Whether a caller may go on could not be found out; it is tried again in {Seconds} s.", Interval.TotalSeconds);
            }
        }
    }

    private sealed class Watched(CallerWatch watch, Caller caller, Action end) : IDisposable
    {
        public Caller Caller => caller;

        public void End() => end();

        public void Dispose() => watch._watched.TryRemove(this, out _);
    }
}
