using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>
/// What SQLite knows of how its tables are filled. Without it a column where nearly every value is null looks as selective as a key,
/// and a list of twenty reads two hundred thousand rows.
/// </summary>
public static class SqliteStatistics
{
    /// <summary>
    /// Looks at tables that have never been looked at or have grown tenfold since (0x02, 0x10000), at so many rows of each index at
    /// most: a fraction of a second, whatever their size.
    /// </summary>
    private const string Optimize = "PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002;";

    /// <summary>Brings the statistics up to date; does nothing on other databases, which see to it themselves.</summary>
    public static async Task RefreshAsync(CommunityDatabase database, CancellationToken cancellationToken)
    {
        if (database.Options.Provider != DatabaseProvider.Sqlite)
        {
            return;
        }

        await database.WriteAsync(
            AccessScope.Everything, (context, token) => context.Database.ExecuteSqlRawAsync(Optimize, token), cancellationToken);

        // A connection reads the statistics when it reads the schema: those that are open would go on with the old ones.
        await using var reader = database.Create(AccessScope.Everything);
        SqliteConnection.ClearPool((SqliteConnection)reader.Database.GetDbConnection());
    }
}
