namespace Headless.Server.Hosting;

/// <summary>Keeps SQLite's statistics up to date: at start, and every hour.</summary>
internal sealed class StatisticsService(CommunityDatabase database, TimeProvider clock, ILogger<StatisticsService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do
            {
                await RefreshAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SqliteStatistics.RefreshAsync(database, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Queries are as right without them, only slower.
            logger.LogWarning(exception, "The statistics of the database could not be brought up to date; it is tried again in an hour.");
        }
    }
}
