using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Bulk;

/// <summary>Writes many rows at once, past the change tracker, in the context's current transaction.</summary>
public static class BulkWriting
{
    /// <summary>
    /// Appends to the log and gives every row its <see cref="Activity.Id"/>: consecutive, in the order given. Each
    /// <see cref="Activity.RecordedAt"/> has to be set.
    /// </summary>
    /// <returns>The id of the first row; 0 when there is none.</returns>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static async Task<long> BulkInsertAsync(
        this CommunityDbContext context, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        await TransactionLock.ActivityLog.TakeAsync(context, cancellationToken);
        if (activities.Count == 0)
        {
            return 0;
        }

        switch (context)
        {
            case SqliteCommunityDbContext sqlite:
                SqliteBulk.Insert(sqlite, activities, cancellationToken);
                break;
            case PostgresCommunityDbContext postgres:
                await PostgresBulk.InsertAsync(postgres, activities, cancellationToken);
                break;
            case SqlServerCommunityDbContext sqlServer:
                await SqlServerBulk.InsertAsync(sqlServer, activities, cancellationToken);
                break;
        }

        return activities[0].Id;
    }

    /// <summary>Keeps answers that were given at <paramref name="now"/>, UTC.</summary>
    /// <exception cref="DbUpdateException">On a server database, one of the keys is there already.</exception>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">On SQLite, the same.</exception>
    internal static async Task BulkInsertAsync(
        this CommunityDbContext context, IReadOnlyList<IdempotencyRecord> records, DateTime now, CancellationToken cancellationToken)
    {
        if (context is SqliteCommunityDbContext sqlite)
        {
            SqliteBulk.Insert(sqlite, records, now);
        }
        else
        {
            context.IdempotencyRecords.AddRange(records);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Adds to the hours of groups: a row that is not there yet starts at zero. Each key at most once.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task BulkAddAsync(
        this CommunityDbContext context, IReadOnlyList<GroupHour> rows, CancellationToken cancellationToken) =>
        AddAsync(context, RollupTable.GroupHours, rows, cancellationToken);

    /// <summary>Adds to the days of groups: a row that is not there yet starts at zero. Each key at most once.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task BulkAddAsync(
        this CommunityDbContext context, IReadOnlyList<GroupDay> rows, CancellationToken cancellationToken) =>
        AddAsync(context, RollupTable.GroupDays, rows, cancellationToken);

    /// <summary>Adds to the totals of groups: a row that is not there yet starts at zero. Each key at most once.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task BulkAddAsync(
        this CommunityDbContext context, IReadOnlyList<GroupTotal> rows, CancellationToken cancellationToken) =>
        AddAsync(context, RollupTable.GroupTotals, rows, cancellationToken);

    /// <summary>Adds to the days of members: a row that is not there yet starts at zero. Each key at most once.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task BulkAddAsync(
        this CommunityDbContext context, IReadOnlyList<MemberDay> rows, CancellationToken cancellationToken) =>
        AddAsync(context, RollupTable.MemberDays, rows, cancellationToken);

    /// <summary>Adds to the replies of members by day: a row that is not there yet starts at zero. Each key at most once.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task BulkAddAsync(
        this CommunityDbContext context, IReadOnlyList<ReplyDay> rows, CancellationToken cancellationToken) =>
        AddAsync(context, RollupTable.ReplyDays, rows, cancellationToken);

    /// <summary>Adds to the days of entry points: a row that is not there yet starts at zero. Each key at most once.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task BulkAddAsync(
        this CommunityDbContext context, IReadOnlyList<EntryDay> rows, CancellationToken cancellationToken) =>
        AddAsync(context, RollupTable.EntryDays, rows, cancellationToken);

    private static async Task AddAsync<T>(
        CommunityDbContext context, RollupTable<T> table, IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException(
                "Rollups are kept in the transaction of what they count: use CommunityDatabase.WriteAsync, or begin one.");
        }

        if (rows.Count == 0)
        {
            return;
        }

        switch (context)
        {
            case SqliteCommunityDbContext sqlite:
                SqliteBulk.Add(sqlite, table, rows, cancellationToken);
                break;
            case PostgresCommunityDbContext postgres:
                await PostgresBulk.AddAsync(postgres, table, rows, cancellationToken);
                break;
            case SqlServerCommunityDbContext sqlServer:
                await SqlServerBulk.AddAsync(sqlServer, table, rows, cancellationToken);
                break;
        }
    }
}
