using Headless.Community.Ingestion;

namespace Headless.Server.Delivery;

/// <summary>
/// On PostgreSQL, wakes this process's readers of the log when another one has written to it. A hint: they look for themselves several
/// times a second besides, which is all that there is on the other databases.
/// </summary>
internal sealed class LogListener(CommunityDatabase database, ActivitySignal signal, TimeProvider clock, ILogger<LogListener> logger) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (database.Options.Provider == DatabaseProvider.Postgres && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ActivityNotifications.ListenAsync(database.Options, signal.Wake, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogInformation(exception, "PostgreSQL's notifications have stopped; the log is asked for instead, and they are tried again.");
                await Task.Delay(s_pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
