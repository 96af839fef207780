using Headless.Server.Delivery.Relay;

namespace Headless.Server.Transfers;

/// <summary>Carries out imports and exports behind the requests that ask for them, beside each other, in the one process that holds the lease.</summary>
public sealed class TransferService(ImportWorker imports, ExportWorker exports, TimeProvider clock, ILogger<TransferService> logger, RelayLeaseKeeper? lease = null) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    /// <summary>Carries out all that wait now.</summary>
    public async Task RunPendingAsync(CancellationToken ct)
    {
        await imports.RunPendingAsync(ct);
        await exports.RunPendingAsync(ct);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RepeatAsync(imports.RunPendingAsync, stoppingToken), RepeatAsync(exports.RunPendingAsync, stoppingToken));

    private async Task RepeatAsync(Func<CancellationToken, Task> run, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        try
        {
            do
            {
                try
                {
                    if (lease is null)
                    {
                        await run(stoppingToken);
                    }
                    else
                    {
                        var held = await lease.HeldAsync(stoppingToken);
                        using var both = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, held.Lost);
                        await run(both.Token);
                    }
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    // A job that was interrupted goes on with the next turn, here or in the process that has taken over.
                    logger.LogError(exception, "Imports and exports were interrupted; they go on in a second.");
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
