using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Rollups;

/// <summary>Keeps the rollups exact with every transaction that appends to the log, in whatever order things are reported.</summary>
public sealed class RollupProjection(ReportingCalendar calendar) : IActivityProjection
{
    /// <summary>Up to so many days of groups are read one by one, each as one range of the key; more of them by member.</summary>
    private const int MaxDaysReadSingly = 64;

    public async Task ApplyAsync(CommunityDbContext context, ActivityBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Activities.Count == 0)
        {
            return;
        }

        await RollupState.AdvanceAsync(context, calendar, batch.Activities[^1].Id, cancellationToken);
        var deltas = new RollupDeltas(calendar);
        foreach (var change in batch.RosterChanges)
        {
            deltas.ReplaceStays(change.GroupId, change.Before, change.After);
        }

        var excludedDays = new HashSet<(long GroupId, long MemberId, DateOnly Day)>();
        foreach (var activity in batch.Activities)
        {
            if (activity is not { Kind: ActivityKind.MessageSent, GroupId: { } groupId, MemberId: { } memberId })
            {
                continue;
            }

            if (activity.IsExcluded)
            {
                deltas.Hour(groupId, activity.OccurredAt).ExcludedMessages++;
                excludedDays.Add((groupId, memberId, calendar.DayOf(activity.OccurredAt)));
            }
            else
            {
                deltas.AddCounted(groupId, memberId, activity.OccurredAt, activity.IsEffective);
            }
        }

        await Replies.AddAsync(context, deltas, batch.Activities, cancellationToken);
        await CountSpeakersAsync(context, deltas, cancellationToken);
        foreach (var (groupId, memberId, day) in excludedDays)
        {
            if (!await HadSpokenAsync(context, batch, groupId, memberId, day, cancellationToken))
            {
                deltas.Day(groupId, day).ExcludedAccounts++;
            }
        }

        await deltas.SaveAsync(context, cancellationToken);
        await ContentReaches.AddAsync(context, batch.Activities.Select(ContentReaches.Of).OfType<ContentEvent>(), cancellationToken);
    }

    public async Task ReclassifyAsync(
        CommunityDbContext context, Membership membership, AccountKind previous, CancellationToken cancellationToken)
    {
        if ((previous == AccountKind.Customer) == membership.IsCounted)
        {
            return;
        }

        await RollupState.AdvanceAsync(context, calendar, null, cancellationToken);
        var (groupId, memberId) = (membership.GroupId, membership.MemberId);
        var stays = await context.Memberships.AsNoTracking()
            .Where(stay => stay.GroupId == groupId && stay.MemberId == memberId)
            .OrderBy(stay => stay.JoinedAt).ThenBy(stay => stay.Id)
            .Select(stay => new { stay.Id, Stay = new Stay(stay.JoinedAt, stay.LeftAt, stay.JoinKnown, stay.AccountKind == AccountKind.Customer) })
            .ToListAsync(cancellationToken);
        var deltas = new RollupDeltas(calendar);
        deltas.ReplaceStays(
            groupId,
            [.. stays.Select(row => row.Id == membership.Id ? row.Stay with { IsCounted = !membership.IsCounted } : row.Stay)],
            [.. stays.Select(row => row.Id == membership.Id ? row.Stay with { IsCounted = membership.IsCounted } : row.Stay)]);

        var excludedStays = stays.Where(row => !row.Stay.IsCounted && row.Id != membership.Id).Select(row => row.Id).ToHashSet();
        var daysInStay = new HashSet<DateOnly>();
        var excludedDaysElsewhere = new HashSet<DateOnly>();
        await foreach (var message in LogMessages.OfMemberAsync(context, groupId, memberId).WithCancellation(cancellationToken))
        {
            if (message.MembershipId == membership.Id)
            {
                daysInStay.Add(calendar.DayOf(message.OccurredAt));
                deltas.AddCounted(groupId, memberId, message.OccurredAt, message.IsEffective, membership.IsCounted ? 1 : -1);
                deltas.Hour(groupId, message.OccurredAt).ExcludedMessages += membership.IsCounted ? -1 : 1;
            }
            else if (message.MembershipId is { } other && excludedStays.Contains(other))
            {
                excludedDaysElsewhere.Add(calendar.DayOf(message.OccurredAt));
            }
        }

        foreach (var day in daysInStay.Except(excludedDaysElsewhere))
        {
            deltas.Day(groupId, day).ExcludedAccounts += membership.IsCounted ? -1 : 1;
        }

        var replies = await Replies.OfStayAsync(context, memberId, membership.Id, cancellationToken);
        deltas.AddReplies(replies.ConvertAll(reply => reply.With(membership.Id, !membership.IsCounted)), -1);
        deltas.AddReplies(replies.ConvertAll(reply => reply.With(membership.Id, membership.IsCounted)));
        await CountSpeakersAsync(context, deltas, cancellationToken);
        await deltas.SaveAsync(context, cancellationToken);
    }

    /// <summary>Reads what the members' days hold so far, to see whose first, or last, message of a day it is.</summary>
    internal static async Task CountSpeakersAsync(CommunityDbContext context, RollupDeltas deltas, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<(long GroupId, DateOnly Day, long MemberId), (int Messages, int Effective)>();
        var days = deltas.MemberDays.GroupBy(row => (row.GroupId, row.Day)).ToList();
        if (days.Count <= MaxDaysReadSingly)
        {
            foreach (var rows in days)
            {
                var (groupId, day) = rows.Key;
                var members = rows.Select(row => row.MemberId).ToArray();
                await ReadAsync(context.MemberDays.Where(row =>
                    row.GroupId == groupId && row.Day == day && EF.Parameter(members).Contains(row.MemberId)));
            }
        }
        else
        {
            var members = deltas.MemberDays.Select(row => row.MemberId).Distinct().ToArray();
            var (first, last) = (days.Min(rows => rows.Key.Day), days.Max(rows => rows.Key.Day));
            await ReadAsync(context.MemberDays.Where(row => EF.Parameter(members).Contains(row.MemberId) && row.Day >= first && row.Day <= last));
        }

        foreach (var row in deltas.MemberDays)
        {
            var (messages, effective) = stored.GetValueOrDefault((row.GroupId, row.Day, row.MemberId));
            deltas.CountSpeaker(row, messages, effective);
        }

        async Task ReadAsync(IQueryable<MemberDay> rows)
        {
            await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                stored[(row.GroupId, row.Day, row.MemberId)] = (row.Messages, row.EffectiveMessages);
            }
        }
    }

    /// <summary>
    /// Whether an excluded account had spoken on a day before this batch. The time of its last message answers for reports in
    /// time order; only for a late one the log is read.
    /// </summary>
    private async Task<bool> HadSpokenAsync(
        CommunityDbContext context, ActivityBatch batch, long groupId, long memberId, DateOnly day, CancellationToken cancellationToken)
    {
        if (batch.ExcludedSenders.GetValueOrDefault((groupId, memberId)) is not { } last || calendar.DayOf(last) < day)
        {
            return false;
        }

        if (calendar.DayOf(last) == day)
        {
            return true;
        }

        var (from, to, firstOfBatch) = (calendar.StartOf(day), calendar.StartOf(day.AddDays(1)), batch.Activities[0].Id);
        return await context.Activities.AnyAsync(
            activity => activity.MemberId == memberId && activity.GroupId == groupId && activity.Kind == ActivityKind.MessageSent
                && activity.OccurredAt >= from && activity.OccurredAt < to && activity.Id < firstOfBatch
                && context.Memberships.Any(stay => stay.Id == activity.MembershipId && stay.AccountKind != AccountKind.Customer),
            cancellationToken);
    }
}
