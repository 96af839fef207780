using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Delivery.Relay;
using Headless.Server.Writing;

namespace Headless.Server.Timers;

/// <summary>
/// Carries out every <see cref="ITimedWork"/> when it is due, once a second, also what fell due while no process ran. The lease says which
/// of several servers does; that it is done once is held by the lock of the transaction, also while the lease changes hands.
/// </summary>
/// <param name="lease">Null: there is no other server.</param>
public sealed class TimerService(
    CommunityDatabase database, IEnumerable<ITimedWork> works, ActivitySignal signal, TimeProvider clock, ILogger<TimerService> logger,
    RelayLeaseKeeper? lease = null)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Carries out what is due now.</summary>
    public async Task RunDueAsync(CancellationToken ct)
    {
        foreach (var work in works)
        {
            try
            {
                await RunAsync(work, ct);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One kind of work that fails must not keep the others from being done; it stays due and is tried again.
                logger.LogError(exception, "{Work} failed; it is tried again in a second.", work.GetType().Name);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do
            {
                if (lease is not null)
                {
                    await lease.HeldAsync(stoppingToken);
                }

                await RunDueAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task RunAsync(ITimedWork work, CancellationToken ct)
    {
        while (await IsDueAsync(work, ct))
        {
            await database.WriteAsync(
                AccessScope.Everything,
                async (db, token) =>
                {
                    await db.LockTimersAsync(token);
                    using var session = new WriteSession(db, Caller.Product, Now, token);
                    if (await work.IsDueAsync(db, session.Now, token))
                    {
                        await work.RunAsync(session);
                        await session.CompleteAsync();
                    }
                },
                ct);
            signal.Notify();
        }
    }

    private async Task<bool> IsDueAsync(ITimedWork work, CancellationToken ct)
    {
        await using var db = database.Create(AccessScope.Everything);
        return await work.IsDueAsync(db, Now, ct);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
