using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Assets;

/// <summary>Forgets what was announced and never completed.</summary>
internal sealed class AssetUploadSweep : ITimedWork
{
    private const int AtOnce = 500;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        db.Assets.AnyAsync(a => a.UploadUntil < now, ct);

    public async Task RunAsync(WriteSession session)
    {
        var late = await session.Db.Assets.Where(a => a.UploadUntil < session.Now).OrderBy(a => a.UploadUntil).Take(AtOnce).ToListAsync(session.CancellationToken);
        session.Db.Assets.RemoveRange(late);
        foreach (var asset in late)
        {
            session.Record(ActivityKind.AssetUploadExpired, () => new ActivitySubject { Text = asset.Name });
        }
    }
}

/// <summary>
/// Deletes the bytes that no asset, no import and no export has, once an hour. Not timed work: a store takes no part in a transaction. Doing it twice, or in two
/// processes, deletes nothing more; what is younger than <see cref="AssetOptions.KeepOrphans"/> may be on its way in.
/// </summary>
public sealed class AssetStoreSweep(IAssetStore store, StoredFiles files, AssetOptions options, TimeProvider clock, ILogger<AssetStoreSweep> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    /// <summary>Deletes them now.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var deleted = 0;
        var before = clock.GetUtcNow().UtcDateTime - options.KeepOrphans;
        await foreach (var sha256 in store.ListAsync(before, ct))
        {
            deleted += await files.DeleteUnusedAsync([sha256], ct);
        }

        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await SweepAsync(stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    logger.LogError(exception, "The store of assets could not be swept; it is tried again in an hour.");
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
