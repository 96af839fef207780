using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Rollups;

/// <summary>
/// Computes the rollups from the log and the stays, in one transaction: until it commits, readers see the old ones and writers
/// wait. The way to another reporting time zone or another version of the rule, and a proof that the rollups are right.
/// </summary>
public sealed class MetricsRebuild(CommunityDatabase database, ReportingCalendar calendar, TimeProvider clock)
{
    /// <summary>Whether the rollups are of an earlier version, which keeps less: only building them again fills in the rest.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Create(AccessScope.Everything);
        return await context.MetricStates.AnyAsync(state => state.RollupVersion < RollupState.Version, cancellationToken);
    }

    /// <summary>Rebuilds everything.</summary>
    /// <param name="progress">Told the number of groups that are done.</param>
    /// <returns>The number of groups.</returns>
    public Task<int> RunAsync(IProgress<int>? progress, CancellationToken cancellationToken) => database.WriteAsync(
        AccessScope.Everything,
        async (context, token) =>
        {
            await context.LockActivityLogAsync(token);
            await context.GroupHours.ExecuteDeleteAsync(token);
            await context.GroupDays.ExecuteDeleteAsync(token);
            await context.GroupTotals.ExecuteDeleteAsync(token);
            await context.MemberDays.ExecuteDeleteAsync(token);
            await context.ReplyDays.ExecuteDeleteAsync(token);
            await context.ContentReaches.ExecuteDeleteAsync(token);
            await ContentReaches.BuildAsync(context, null, token);
            var groups = await context.Groups.OrderBy(group => group.Id).Select(group => group.Id).ToListAsync(token);
            for (var done = 0; done < groups.Count; done++)
            {
                await RebuildAsync(context, groups[done], token);
                progress?.Report(done + 1);
            }

            var lastActivityId = await context.LastActivityIdAsync(token);
            await RollupState.ReplaceAsync(context, calendar, lastActivityId, clock.GetUtcNow().UtcDateTime, token);
            return groups.Count;
        },
        cancellationToken);

    private async Task RebuildAsync(CommunityDbContext context, long groupId, CancellationToken cancellationToken)
    {
        var deltas = new RollupDeltas(calendar);
        var excludedStays = await AddStaysAsync(context, groupId, deltas, cancellationToken);
        var excludedDays = new HashSet<(long MemberId, DateOnly Day)>();

        var onceExcluded = (await LogMessages.ExcludedSendersAsync(context, groupId, cancellationToken)).ToHashSet();
        await foreach (var message in LogMessages.CountedOfGroupAsync(context, groupId).WithCancellation(cancellationToken))
        {
            if (!onceExcluded.Contains(message.MemberId))
            {
                Add(message);
            }
        }

        foreach (var memberId in onceExcluded)
        {
            await foreach (var message in LogMessages.OfMemberAsync(context, groupId, memberId).WithCancellation(cancellationToken))
            {
                Add(message);
            }
        }

        deltas.AddReplies(await Replies.OfGroupAsync(context, groupId, cancellationToken));
        foreach (var row in deltas.MemberDays)
        {
            deltas.CountSpeaker(row, 0, 0);
        }

        await deltas.SaveAsync(context, cancellationToken);

        void Add(LogMessage message)
        {
            if (message.MembershipId is not { } stay || !excludedStays.Contains(stay))
            {
                deltas.AddCounted(groupId, message.MemberId, message.OccurredAt, message.IsEffective);
                return;
            }

            deltas.Hour(groupId, message.OccurredAt).ExcludedMessages++;
            var day = calendar.DayOf(message.OccurredAt);
            if (excludedDays.Add((message.MemberId, day)))
            {
                deltas.Day(groupId, day).ExcludedAccounts++;
            }
        }
    }

    /// <summary>Adds the stays of a group and returns those that do not count.</summary>
    private static async Task<HashSet<long>> AddStaysAsync(
        CommunityDbContext context, long groupId, RollupDeltas deltas, CancellationToken cancellationToken)
    {
        var excluded = new HashSet<long>();
        var stays = new List<Stay>();
        long? memberId = null;
        var rows = context.Memberships.AsNoTracking()
            .Where(stay => stay.GroupId == groupId)
            .OrderBy(stay => stay.MemberId).ThenBy(stay => stay.JoinedAt).ThenBy(stay => stay.Id)
            .Select(stay => new { stay.Id, stay.MemberId, Stay = new Stay(stay.JoinedAt, stay.LeftAt, stay.JoinKnown, stay.AccountKind == AccountKind.Customer) })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (row.MemberId != memberId)
            {
                deltas.ReplaceStays(groupId, [], stays);
                stays.Clear();
                memberId = row.MemberId;
            }

            stays.Add(row.Stay);
            if (!row.Stay.IsCounted)
            {
                excluded.Add(row.Id);
            }
        }

        deltas.ReplaceStays(groupId, [], stays);
        return excluded;
    }
}
