using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Rollups;

/// <summary>What single members add to the rollups, taken out and put in: the same sums as a rebuild makes of them.</summary>
public sealed class MemberContributions(ReportingCalendar calendar) : IMemberProjection
{
    public Task WithdrawAsync(CommunityDbContext context, IReadOnlyCollection<long> memberIds, CancellationToken cancellationToken) =>
        AddAsync(context, memberIds, -1, cancellationToken);

    public Task RestoreAsync(CommunityDbContext context, IReadOnlyCollection<long> memberIds, CancellationToken cancellationToken) =>
        AddAsync(context, memberIds, 1, cancellationToken);

    private async Task AddAsync(CommunityDbContext context, IReadOnlyCollection<long> memberIds, int sign, CancellationToken cancellationToken)
    {
        await context.LockActivityLogAsync(cancellationToken);
        await RollupState.AdvanceAsync(context, calendar, null, cancellationToken);
        var deltas = new RollupDeltas(calendar);
        foreach (var memberId in memberIds)
        {
            var groups = await context.Memberships.IgnoreQueryFilters()
                .Where(stay => stay.MemberId == memberId)
                .Select(stay => stay.GroupId)
                .Union(context.Activities.IgnoreQueryFilters()
                    .Where(activity => activity.MemberId == memberId && activity.GroupId != null && activity.Kind == ActivityKind.MessageSent)
                    .Select(activity => activity.GroupId!.Value))
                .ToListAsync(cancellationToken);
            foreach (var groupId in groups)
            {
                await AddAsync(context, deltas, groupId, memberId, sign, cancellationToken);
            }
        }

        deltas.AddReplies(await Replies.OfMembersAsync(context, memberIds, cancellationToken), sign);
        await RollupProjection.CountSpeakersAsync(context, deltas, cancellationToken);
        await deltas.SaveAsync(context, cancellationToken);
        await ContentReaches.RemoveAsync(context, memberIds, cancellationToken);
        if (sign > 0)
        {
            await ContentReaches.BuildAsync(context, memberIds, cancellationToken);
        }

        var ids = memberIds.ToArray();
        await context.MemberDays
            .Where(row => EF.Parameter(ids).Contains(row.MemberId) && row.Messages == 0 && row.EffectiveMessages == 0)
            .ExecuteDeleteAsync(cancellationToken);
        await context.ReplyDays
            .Where(row => EF.Parameter(ids).Contains(row.MemberId) && row.Given == 0 && row.Received == 0)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task AddAsync(
        CommunityDbContext context, RollupDeltas deltas, long groupId, long memberId, int sign, CancellationToken cancellationToken)
    {
        var rows = await context.Memberships.IgnoreQueryFilters().AsNoTracking()
            .Where(stay => stay.GroupId == groupId && stay.MemberId == memberId)
            .OrderBy(stay => stay.JoinedAt).ThenBy(stay => stay.Id)
            .Select(stay => new { stay.Id, Stay = new Stay(stay.JoinedAt, stay.LeftAt, stay.JoinKnown, stay.AccountKind == AccountKind.Customer) })
            .ToListAsync(cancellationToken);
        Stay[] stays = [.. rows.Select(row => row.Stay)];
        deltas.ReplaceStays(groupId, sign < 0 ? stays : [], sign < 0 ? [] : stays);

        var excludedStays = rows.Where(row => !row.Stay.IsCounted).Select(row => row.Id).ToHashSet();
        var excludedDays = new HashSet<DateOnly>();
        await foreach (var message in LogMessages.OfMemberAsync(context, groupId, memberId).WithCancellation(cancellationToken))
        {
            if (message.MembershipId is not { } stay || !excludedStays.Contains(stay))
            {
                deltas.AddCounted(groupId, memberId, message.OccurredAt, message.IsEffective, sign);
                continue;
            }

            deltas.Hour(groupId, message.OccurredAt).ExcludedMessages += sign;
            var day = calendar.DayOf(message.OccurredAt);
            if (excludedDays.Add(day))
            {
                deltas.Day(groupId, day).ExcludedAccounts += sign;
            }
        }
    }
}
