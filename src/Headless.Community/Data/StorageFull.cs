using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Headless.Community.Data;

/// <summary>Recognises on each provider that the database has no room to write in.</summary>
public static class StorageFull
{
    private const int SqliteFull = 13;
    private const int SqlServerFileGroupFull = 1105;
    private const int SqlServerLogFull = 9002;

    /// <summary>Whether something failed because there was no room. The transaction has been rolled back: nothing of it is stored.</summary>
    public static bool Caused(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SqliteException { SqliteErrorCode: SqliteFull }
                or PostgresException { SqlState: PostgresErrorCodes.DiskFull }
                or SqlException { Number: SqlServerFileGroupFull or SqlServerLogFull })
            {
                return true;
            }
        }

        return false;
    }
}
