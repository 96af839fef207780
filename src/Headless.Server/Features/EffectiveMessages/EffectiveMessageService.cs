using Headless.Metrics.Rollups;
using Headless.Server.Delivery.Relay;
using Headless.Server.Timers;

namespace Headless.Server.Features.EffectiveMessages;

/// <summary>
/// Counts a new version of the rule for effective messages behind the requests, in the one process that holds the lease of the relay. Apart from what falls due
/// at times: a long log would hold that up.
/// </summary>
/// <param name="lease">Null: there is no other server.</param>
public sealed class EffectiveMessageService(
    EffectiveMessageCounting counting, TimeProvider clock, ILogger<EffectiveMessageService> logger, RelayLeaseKeeper? lease = null) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    /// <summary>Counts all that there is to count now.</summary>
    public async Task RunPendingAsync(CancellationToken ct)
    {
        while (await counting.StepAsync(ct))
        {
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        try
        {
            do
            {
                try
                {
                    var held = lease is null ? null : await lease.HeldAsync(stoppingToken);
                    using var both = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, held?.Lost ?? default);
                    await RunPendingAsync(both.Token);
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    // It goes on from the last batch that was committed, here or in the process that has taken over.
                    logger.LogError(exception, "Counting the new version of the rule for effective messages was interrupted; it goes on in a second.");
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}

/// <summary>Registers it.</summary>
internal static class EffectiveMessageSetup
{
    public static IServiceCollection AddEffectiveMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<EffectiveMessageService>();
        var timers = configuration.GetSection(TimerOptions.SectionName).Get<TimerOptions>() ?? new TimerOptions();
        return timers.Enabled ? services.AddHostedService(provider => provider.GetRequiredService<EffectiveMessageService>()) : services;
    }
}
