using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>What each provider is told beside the connection string.</summary>
internal static class ProviderSetup
{
    /// <summary>
    /// EF would write four or more inserted rows with a MERGE on SQL Server, which not every compatible server has and which
    /// has a history of wrong results; up to three it writes as single INSERTs. Many rows go through
    /// <c>BulkInsert</c>.
    /// </summary>
    private const int SqlServerBatchWithoutMerge = 3;

    /// <summary>SQL Server 2016: the oldest that is still supported.</summary>
    private const int SqlServerCompatibilityLevel = 130;

    private static readonly SqliteConnectionSetup s_sqliteConnectionSetup = new();

    public static void Use(DbContextOptionsBuilder builder, DatabaseOptions options, TimeProvider clock)
    {
        builder.AddInterceptors(new TimestampInterceptor(clock));
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                builder.UseSqlite(options.ConnectionString).AddInterceptors(s_sqliteConnectionSetup);
                break;
            case DatabaseProvider.SqlServer:
                builder.UseSqlServer(options.ConnectionString, server => server
                    .EnableRetryOnFailure()
                    .UseCompatibilityLevel(SqlServerCompatibilityLevel)
                    .MaxBatchSize(SqlServerBatchWithoutMerge));
                break;
            case DatabaseProvider.Postgres:
                builder.UseNpgsql(options.ConnectionString, server => server.EnableRetryOnFailure());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "Unknown provider.");
        }
    }
}
