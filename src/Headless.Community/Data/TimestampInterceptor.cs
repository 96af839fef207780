using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.Community.Data;

/// <summary>
/// Sets the times and the version of what is saved, the same way on every provider, and keeps the log append-only and in order.
/// </summary>
internal sealed class TimestampInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is CommunityDbContext context && Stamp(context))
        {
            TransactionLock.ActivityLog.Take(context);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is CommunityDbContext context && Stamp(context))
        {
            await TransactionLock.ActivityLog.TakeAsync(context, cancellationToken);
        }

        return result;
    }

    /// <summary>Returns whether activities are among what is saved.</summary>
    private bool Stamp(CommunityDbContext context)
    {
        var now = UtcDateTimeConverter.ToStored(clock.GetUtcNow().UtcDateTime);
        var appends = false;
        foreach (var entry in context.ChangeTracker.Entries())
        {
            switch (entry)
            {
                case { Entity: Activity, State: EntityState.Added }:
                    appends = true;
                    SetIfDefault(entry.Property(nameof(Activity.RecordedAt)), now);
                    break;
                case { Entity: Activity, State: EntityState.Modified or EntityState.Deleted }:
                    throw new InvalidOperationException("The activity log is append-only: record what changed as another activity.");
                case { Entity: IdempotencyRecord, State: EntityState.Added }:
                    SetIfDefault(entry.Property(nameof(IdempotencyRecord.CreatedAt)), now);
                    break;
                case { Entity: Entity added, State: EntityState.Added }:
                    SetIfDefault(entry.Property(nameof(Entity.CreatedAt)), now);
                    SetIfDefault(entry.Property(nameof(Entity.UpdatedAt)), added.CreatedAt);
                    entry.Property(nameof(Entity.Version)).CurrentValue = 1L;
                    break;
                case { Entity: Entity, State: EntityState.Modified }:
                    // From the original value, so that saving again after a failed save does not count twice.
                    var version = entry.Property(nameof(Entity.Version));
                    version.CurrentValue = (long)version.OriginalValue! + 1;
                    entry.Property(nameof(Entity.UpdatedAt)).CurrentValue = now;
                    break;
            }
        }

        return appends;
    }

    private static void SetIfDefault(PropertyEntry property, DateTime value)
    {
        if (property.CurrentValue is null or DateTime { Ticks: 0 })
        {
            property.CurrentValue = value;
        }
    }
}
