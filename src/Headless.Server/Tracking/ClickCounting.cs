using System.Text.Json;
using System.Threading.Channels;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Tracking;

/// <summary>
/// Counts clicks a second after they came, many in one transaction: a redirect waits for no writer, and a crowd that clicks at once costs a
/// few writes. Bounded: of more than <see cref="MaxWaiting"/> that wait the further ones are not counted, and the log of the server says so.
/// A process that dies takes the clicks of its last second with it.
/// </summary>
public sealed class ClickCounting(CommunityDatabase database, ActivitySignal signal, TimeProvider clock, ILogger<ClickCounting> logger) : BackgroundService
{
    public const int MaxWaiting = 20_000;

    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private readonly Channel<PageHit> _waiting = Channel.CreateBounded<PageHit>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private List<PageHit> _kept = [];
    private long _lost;

    /// <summary>Takes a click; never waits.</summary>
    public void Add(PageHit hit)
    {
        if (!_waiting.Writer.TryWrite(hit))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>Counts these now, and says so in the activity log.</summary>
    internal static async Task<IReadOnlyList<PageCountChange>> CountAsync(WriteSession session, IReadOnlyCollection<PageHit> hits)
    {
        var changes = await PageViewCounting.CountAsync(session.Db, hits, session.CancellationToken);
        var ids = changes.Select(c => c.PageId).ToArray();
        var pages = await session.Db.TrackedPages.IgnoreQueryFilters().Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.GroupId, p.CampaignId, p.Name }).ToDictionaryAsync(p => p.Id, session.CancellationToken);
        foreach (var change in changes)
        {
            var page = pages[change.PageId];
            session.Record(ActivityKind.PageViewsCounted, () => new ActivitySubject
            {
                GroupId = page.GroupId, CampaignId = page.CampaignId, Text = page.Name,
                Data = JsonSerializer.Serialize(new { pageId = page.Id, views = change.Views, visitors = change.Visitors, clicks = change.Clicks }),
            });
        }

        return changes;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (_kept.Count == 0)
                {
                    await _waiting.Reader.WaitToReadAsync(stoppingToken);
                }

                await Task.Delay(_kept.Count == 0 ? s_every : s_pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // The server stops: what has come is counted.
            }

            await FlushAsync();
        }
    }

    /// <summary>Counts what waits; what the database does not take is tried again.</summary>
    private async Task FlushAsync()
    {
        var hits = _kept;
        _kept = [];
        while (hits.Count < MaxWaiting && _waiting.Reader.TryRead(out var hit))
        {
            hits.Add(hit);
        }

        if (Interlocked.Exchange(ref _lost, 0) is > 0 and var lost)
        {
            logger.LogWarning("{Lost} clicks were not counted: more than {Max} waited.", lost, MaxWaiting);
        }

        if (hits.Count == 0)
        {
            return;
        }

        try
        {
            await database.WriteAsync(
                AccessScope.Everything,
                async (db, token) =>
                {
                    using var session = new WriteSession(db, Caller.Product, clock.GetUtcNow().UtcDateTime, token);
                    await CountAsync(session, hits);
                    await session.CompleteAsync();
                },
                CancellationToken.None);
            signal.Notify();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Count} clicks could not be counted; they are tried again.", hits.Count);
            _kept = hits;
        }
    }
}
