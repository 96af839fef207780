using Headless.Community.Data;
using Npgsql;

namespace Headless.Community.Ingestion;

/// <summary>
/// How PostgreSQL tells every server that the log has grown, whoever wrote to it: a transaction that appends notifies the channel, and
/// PostgreSQL passes that on when it commits. The other databases are asked instead.
/// </summary>
public static class ActivityNotifications
{
    internal const string Channel = "headless_activities";

    /// <summary>Calls back whenever the log may have grown, until it is cancelled or the connection is lost.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached, or no longer: listen again.</exception>
    public static async Task ListenAsync(DatabaseOptions options, Action grown, CancellationToken cancellationToken)
    {
        // A connection of its own, kept alive so that one that died silently is noticed.
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, KeepAlive = 15 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, _) => grown();
        await using (var command = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // What came before it listened has to be looked for.
        grown();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }
}
