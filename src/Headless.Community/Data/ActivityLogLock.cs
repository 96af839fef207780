using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>
/// Lets one transaction at a time append to the log, from its first row to its commit. Otherwise a transaction could take
/// numbers, another take greater ones and commit first, and a reader whose cursor passed those would never see the others.
/// </summary>
internal static class ActivityLogLock
{
    /// <summary>Any number, the same in every process: the bytes of "HDLSLOG".</summary>
    private const long AdvisoryKey = 0x48444C534C4F47;

    public static void Take(CommunityDbContext context)
    {
        if (Sql(context) is { } sql)
        {
            context.Database.ExecuteSqlRaw(sql);
        }
    }

    public static async Task TakeAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        if (Sql(context) is { } sql)
        {
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
    }

    /// <remarks>SQLite has one writer at a time anyway.</remarks>
    private static string? Sql(CommunityDbContext context)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException(
                "Activities are appended inside a transaction: use CommunityDatabase.WriteAsync, or begin one.");
        }

        return context switch
        {
            PostgresCommunityDbContext => $"SELECT pg_advisory_xact_lock({AdvisoryKey})",
            SqlServerCommunityDbContext =>
                """
                DECLARE @result int;
                EXEC @result = sp_getapplock @Resource = 'Headless.Activities', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 30000;
                IF @result < 0 THROW 50001, 'The activity log is busy: its lock was not granted within 30 seconds.', 1;
                """,
            _ => null,
        };
    }
}
