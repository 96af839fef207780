using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.SqlServer.Update.Internal;

#pragma warning disable EF1001 // For SqlServerInsertGenerator.

namespace Headless.Community.Data;

/// <summary>What each provider is told beside the connection string.</summary>
internal static class ProviderSetup
{
    /// <summary>SQL Server 2016: the oldest that is still supported.</summary>
    private const int SqlServerCompatibilityLevel = 130;

    private static readonly SqliteConnectionSetup s_sqliteConnectionSetup = new();
    private static readonly NameGramInterceptor s_nameGrams = new();

    public static void Use(DbContextOptionsBuilder builder, DatabaseOptions options, TimeProvider clock)
    {
        builder.AddInterceptors(new TimestampInterceptor(clock), s_nameGrams);

        // That the migrations say what the model does is checked when they are built. Here the check makes the model anew, which was more than half of a new database's first migration.
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                // EF's check allocates three objects for every row that is read. SQLite's calls are synchronous, so those of one
                // request cannot overlap; on the other providers they could, and the check says so.
                builder.UseSqlite(options.ConnectionString).AddInterceptors(s_sqliteConnectionSetup).EnableThreadSafetyChecks(false);
                break;
            case DatabaseProvider.SqlServer:
                builder.UseSqlServer(options.ConnectionString, server => server
                    .EnableRetryOnFailure()
                    .UseCompatibilityLevel(SqlServerCompatibilityLevel))
                    .ReplaceService<ISqlServerUpdateSqlGenerator, SqlServerInsertGenerator>();
                break;
            case DatabaseProvider.Postgres:
                builder.UseNpgsql(options.ConnectionString, server => server.EnableRetryOnFailure());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "Unknown provider.");
        }
    }
}
