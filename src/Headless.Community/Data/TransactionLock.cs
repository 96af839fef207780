using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>Locks that one transaction at a time holds until it ends, across processes. SQLite has one writer at a time anyway.</summary>
internal sealed class TransactionLock
{
    /// <summary>
    /// Held while appending to the log, from the first row to the commit. Otherwise a transaction could take numbers, another take
    /// greater ones and commit first, and a reader whose cursor passed those would never see the others.
    /// </summary>
    public static readonly TransactionLock ActivityLog = new(0x48444C534C4F47, "Headless.Activities", ActivityNotifications.Channel);

    /// <summary>Held while work that is due is carried out, so that no two replicas do the same.</summary>
    public static readonly TransactionLock Timers = new(0x48444C5354494D, "Headless.Timers");

    /// <summary>Held while the policy of a scope is set, so that no two are made for it.</summary>
    public static readonly TransactionLock StrikePolicies = new(0x48444C53545249, "Headless.StrikePolicies");

    /// <summary>Held while deliveries are requested, claimed or called off: none is given out twice, and caps hold for two who ask at once.</summary>
    public static readonly TransactionLock Deliveries = new(0x48444C5344454C, "Headless.Deliveries");

    private readonly string _postgres;
    private readonly string _sqlServer;

    /// <param name="key">Any number of its own, the same in every process.</param>
    /// <param name="name">The same as a name.</param>
    /// <param name="channel">Who listens to it on PostgreSQL is told when a transaction that took the lock has committed.</param>
    private TransactionLock(long key, string name, string? channel = null)
    {
        _postgres = $"SELECT pg_advisory_xact_lock({key})" + (channel is null ? string.Empty : $", pg_notify('{channel}', '')");
        _sqlServer =
            $"""
            DECLARE @result int;
            EXEC @result = sp_getapplock @Resource = '{name}', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 30000;
            IF @result < 0 THROW 50001, 'The lock {name} was not granted within 30 seconds: somebody else is at it.', 1;
            """;
    }

    /// <exception cref="InvalidOperationException">There is no transaction to hold it.</exception>
    public void Take(CommunityDbContext context)
    {
        if (Sql(context) is { } sql)
        {
            context.Database.ExecuteSqlRaw(sql);
        }
    }

    /// <exception cref="InvalidOperationException">There is no transaction to hold it.</exception>
    public async Task TakeAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        if (Sql(context) is { } sql)
        {
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
    }

    private string? Sql(CommunityDbContext context)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The lock is held by a transaction: use CommunityDatabase.WriteAsync, or begin one.");
        }

        return context switch
        {
            PostgresCommunityDbContext => _postgres,
            SqlServerCommunityDbContext => _sqlServer,
            _ => null,
        };
    }
}
