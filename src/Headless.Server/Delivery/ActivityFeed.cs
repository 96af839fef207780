using System.Threading.Channels;
using Headless.Community.Ingestion;

namespace Headless.Server.Delivery;

/// <summary>
/// Follows the activity log while somebody subscribes, and hands each new row to every subscriber. The log is written by other
/// processes too, an import for one, so it is read anew several times a second besides whenever this process has written to it.
/// </summary>
public sealed class ActivityFeed(CommunityDatabase database, ActivitySignal signal, FeedOptions options, TimeProvider clock, ILogger<ActivityFeed> logger) : BackgroundService
{
    private const int PageSize = 1_000;

    /// <summary>How far a subscriber may lag behind before it is let go.</summary>
    private const int Backlog = 5_000;

    private readonly Lock _lock = new();
    private readonly List<ActivitySubscriber> _subscribers = [];
    private TaskCompletionSource _anybody = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins to deliver what is committed from now on. Dispose the subscriber to stop.</summary>
    /// <param name="after">Begin after this activity instead, which should be one of the last: everybody's reading goes back to it.</param>
    public async Task<ActivitySubscriber> SubscribeAsync(long? after, CancellationToken ct)
    {
        var subscriber = new ActivitySubscriber(this, Backlog, after ?? await LastIdAsync(ct));
        lock (_lock)
        {
            _subscribers.Add(subscriber);
            _anybody.TrySetResult();
        }

        return subscriber;
    }

    internal void Remove(ActivitySubscriber subscriber)
    {
        lock (_lock)
        {
            _subscribers.Remove(subscriber);
            if (_subscribers.Count == 0 && _anybody.Task.IsCompleted)
            {
                _anybody = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await AnybodyAsync().WaitAsync(stoppingToken);
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The activity log could not be read; subscribers wait, and it is tried again in a second.");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    /// <summary>Reads and delivers until nobody is left.</summary>
    private async Task FollowAsync(CancellationToken ct)
    {
        while (Subscribers() is { Length: > 0 } subscribers)
        {
            // Taken before the read, so that a write in between is not slept through.
            var written = signal.Next;
            var after = subscribers.Min(s => s.Position);
            await using var db = database.Create(AccessScope.Everything);
            var rows = await db.Activities.AsNoTracking().Where(a => a.Id > after).OrderBy(a => a.Id).Take(PageSize).ToListAsync(ct);
            foreach (var subscriber in subscribers)
            {
                subscriber.Offer(rows);
            }

            if (rows.Count < PageSize)
            {
                await Task.WhenAny(written, Task.Delay(options.PollInterval, clock, ct));
                ct.ThrowIfCancellationRequested();
            }
        }
    }

    private ActivitySubscriber[] Subscribers()
    {
        lock (_lock)
        {
            return [.. _subscribers];
        }
    }

    private Task AnybodyAsync()
    {
        lock (_lock)
        {
            return _anybody.Task;
        }
    }

    private async Task<long> LastIdAsync(CancellationToken ct)
    {
        await using var db = database.Create(AccessScope.Everything);
        return await db.LastActivityIdAsync(ct);
    }
}

/// <summary>One reader of the feed. It sees every row after its beginning, in the order of the log.</summary>
public sealed class ActivitySubscriber : IDisposable
{
    private readonly ActivityFeed _feed;
    private readonly Channel<Activity> _channel;

    internal ActivitySubscriber(ActivityFeed feed, int backlog, long position)
    {
        _feed = feed;
        _channel = Channel.CreateBounded<Activity>(new BoundedChannelOptions(backlog) { SingleReader = true, SingleWriter = true });
        Position = position;
    }

    /// <summary>The id of the last row that was handed over.</summary>
    internal long Position { get; private set; }

    /// <summary>The rows; ends with <see cref="SubscriberLaggedException"/> when they are not read fast enough.</summary>
    public IAsyncEnumerable<Activity> ReadAllAsync(CancellationToken ct) => _channel.Reader.ReadAllAsync(ct);

    public void Dispose() => _feed.Remove(this);

    internal void Offer(List<Activity> rows)
    {
        foreach (var row in rows)
        {
            if (row.Id <= Position)
            {
                continue;
            }

            if (!_channel.Writer.TryWrite(row))
            {
                _channel.Writer.TryComplete(new SubscriberLaggedException(Position, row.RecordedAt));
                _feed.Remove(this);
                return;
            }

            Position = row.Id;
        }
    }
}

/// <summary>A subscriber did not keep up and was let go, so that it holds up nobody else.</summary>
public sealed class SubscriberLaggedException(long position, DateTime missedSince) : Exception("The subscriber did not keep up with the log.")
{
    /// <summary>The last activity that it was given.</summary>
    public long Position { get; } = position;

    /// <summary>When the first activity that it was not given entered the log, UTC.</summary>
    public DateTime MissedSince { get; } = missedSince;
}
