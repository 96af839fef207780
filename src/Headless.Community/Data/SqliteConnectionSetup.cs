using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Headless.Community.Data;

/// <summary>Prepares every SQLite connection once; one from the pool keeps its settings.</summary>
/// <remarks>
/// WAL lets readers go on while somebody writes; <c>synchronous=FULL</c> keeps a committed transaction through a power cut;
/// waiting for a lock covers other processes, such as an import while the server runs (<see cref="WriteGate"/> covers this
/// one); the WAL goes back into the database every 16 MB, as much as the cache holds, because at SQLite's 4 MB every batch of an
/// import did it; <c>case_sensitive_like</c> makes a prefix search ordinal, as on the other providers, and lets it use an index.
/// </remarks>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    private const string Pragmas =
        """
        PRAGMA busy_timeout = 5000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA case_sensitive_like = ON;
        PRAGMA cache_size = -16384;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA temp_store = MEMORY;
        """;

    /// <summary>SQLITE_CONFIG_MULTITHREAD: no lock for each call on a connection, of which each is in one hand at a time.</summary>
    private const int ConfigMultithread = 2;

    /// <summary>SQLITE_CONFIG_MEMSTATUS: nobody reads how much memory it takes, and counting takes a lock for each allocation.</summary>
    private const int ConfigMemoryStatus = 9;

    private readonly ConditionalWeakTable<sqlite3, string> _prepared = [];

    /// <remarks>Before SQLite starts, or it refuses, which is no harm: locks were 6 % of an ingestion.</remarks>
    static SqliteConnectionSetup()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(ConfigMultithread);
        _ = raw.sqlite3_config(ConfigMemoryStatus, 0);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous calls.
        Prepare(connection);
        return Task.CompletedTask;
    }

    private void Prepare(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle } && !_prepared.TryGetValue(handle, out _))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            _prepared.AddOrUpdate(handle, Pragmas);
        }
    }
}
