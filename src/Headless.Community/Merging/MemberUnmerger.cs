using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.Community.Merging;

/// <summary>
/// Undoes a merge, step by step from the last to the first, inside a transaction that the caller has begun. What came from the loser
/// goes back as it is now; what was set aside is put back unless something has taken its place since; a column that has been changed
/// since stays; what is new since the merge stays the winner's.
/// </summary>
public static class MemberUnmerger
{
    /// <summary>Undoes a merge.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.MergeUndone"/>, <see cref="DomainErrorCodes.MergeFinal"/>, <see cref="DomainErrorCodes.MergeBeyondAccess"/>.</exception>
    public static async Task UnmergeAsync(
        CommunityDbContext context, IMemberProjection projection, MemberMerge merge, DateTime at, long? byId, CancellationToken cancellationToken)
    {
        merge.Unmerge(at, byId);
        await context.LockActivityLogAsync(cancellationToken);

        // Where the winner has been merged on, their rows are now in the record that it became.
        var loser = await context.Members.IgnoreQueryFilters().SingleAsync(member => member.Id == merge.LoserId, cancellationToken);
        var holder = loser.MergedIntoId ?? merge.WinnerId;
        await MemberMerger.RequireAccessAsync(context, holder, loser.Id, cancellationToken);
        await projection.WithdrawAsync(context, [holder], cancellationToken);
        var votes = await VoteTally.ReadAsync(context, [holder, loser.Id], cancellationToken);
        var referrals = await ReferralTally.ReadAsync(context, [holder, loser.Id], cancellationToken);
        await PutBackAsync(context, merge, holder, cancellationToken);
        await votes.ApplyAsync(cancellationToken);
        await referrals.ApplyAsync(cancellationToken);
        await MemberMerger.RebuildTotalsAsync(context, [holder, loser.Id], cancellationToken);
        await context.Activities.IgnoreQueryFilters()
            .Where(activity => activity.MemberId == holder && context.MemberMergeActivities.IgnoreQueryFilters().Any(was => was.MergeId == merge.Id && was.ActivityId == activity.Id))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(activity => activity.MembershipId, activity => context.MemberMergeActivities.IgnoreQueryFilters()
                        .Where(was => was.MergeId == merge.Id && was.ActivityId == activity.Id).Select(was => was.MembershipId).First())
                    .SetProperty(activity => activity.MemberId, activity => context.MemberMergeActivities.IgnoreQueryFilters()
                        .Where(was => was.MergeId == merge.Id && was.ActivityId == activity.Id).Select(was => (long?)was.MemberId).First()),
                cancellationToken);

        // The record of the merge stays; the copies of what was in the rows are not needed any more.
        await context.MemberMergeRows.IgnoreQueryFilters().Where(row => row.MergeId == merge.Id).ExecuteDeleteAsync(cancellationToken);
        await context.MemberMergeActivities.IgnoreQueryFilters().Where(row => row.MergeId == merge.Id).ExecuteDeleteAsync(cancellationToken);
        await projection.RestoreAsync(context, [holder, loser.Id], cancellationToken);
    }

    private static async Task PutBackAsync(CommunityDbContext context, MemberMerge merge, long holder, CancellationToken cancellationToken)
    {
        var steps = await context.MemberMergeRows.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.MergeId == merge.Id).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        foreach (var step in steps)
        {
            var type = context.Model.GetEntityTypes().FirstOrDefault(known => known.ClrType.Name == step.Table);
            if (type is null)
            {
                continue;
            }

            if (step.Step == MergeStep.SetAside)
            {
                await ReviveAsync(context, type, step.Row!, cancellationToken);
            }
            else
            {
                await SetBackAsync(context, type, step, merge, holder, cancellationToken);
            }
        }
    }

    private static async Task SetBackAsync(
        CommunityDbContext context, IEntityType type, MemberMergeRow step, MemberMerge merge, long holder, CancellationToken cancellationToken)
    {
        if (type.FindProperty(step.Column!) is not { } column || await EntityRows.FindAsync(context, type, step.Row!, cancellationToken) is not { } entry)
        {
            return;
        }

        if (column.IsPrimaryKey())
        {
            // It was made again under the winner's key; the one of the loser was set aside, and comes back by itself.
            entry.State = EntityState.Deleted;
            await context.SaveChangesAsync(cancellationToken);
            return;
        }

        var property = entry.Property(column);
        var (current, before, after) = (property.CurrentValue, EntityRows.ReadValue(step.Before!, column.ClrType), EntityRows.ReadValue(step.After!, column.ClrType));
        var isWhereItWasPut = Equals(current, after)
            || (step.Step == MergeStep.Moved && Equals(after, merge.WinnerId) && Equals(current, holder))
            || (column.Name == nameof(Member.MergedIntoId) && Equals(current, holder));
        if (isWhereItWasPut)
        {
            property.CurrentValue = before;
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Puts a row back where nothing has taken its place.</summary>
    private static async Task ReviveAsync(CommunityDbContext context, IEntityType type, string snapshot, CancellationToken cancellationToken)
    {
        var entry = EntityRows.Revive(context, type, snapshot);
        foreach (var column in type.GetForeignKeys().Where(key => key.Properties.Count == 1).Select(key => key.Properties[0]))
        {
            if (entry.Property(column).CurrentValue is long value
                && type.GetIndexes().Any(index => index.IsUnique && index.Properties.Contains(column))
                && (await EntityRows.LoadAsync(context, column, value, cancellationToken)).Exists(other => EntityRows.Collide(entry, context.Entry(other), column)))
            {
                return;
            }
        }

        entry.State = EntityState.Added;
        await context.SaveWithKeysAsync(type, cancellationToken);
    }

    /// <summary>Saves new rows that have their keys already, which SQL Server has to be told.</summary>
    private static async Task SaveWithKeysAsync(this CommunityDbContext context, IEntityType type, CancellationToken cancellationToken)
    {
        var isNumbered = type.FindPrimaryKey() is { Properties: [{ ValueGenerated: ValueGenerated.OnAdd }] };
        if (context is not SqlServerCommunityDbContext || !isNumbered)
        {
            await context.SaveChangesAsync(cancellationToken);
            return;
        }

        // The name is the model's.
        var setting = $"SET IDENTITY_INSERT [{type.GetTableName()}] ";
        await context.Database.ExecuteSqlRawAsync(string.Concat(setting, "ON"), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync(string.Concat(setting, "OFF"), cancellationToken);
    }
}
