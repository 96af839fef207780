namespace Headless.Server.Access;

/// <summary>Writes the last use of each key once a minute: not a write for every request.</summary>
internal sealed class ApiKeyUsageWriter(ApiKeyDirectory keys, TimeProvider clock, ILogger<ApiKeyUsageWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keys.SaveUsageAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "The last use of API keys could not be written; it is tried again in a minute.");
            }
        }
    }
}
