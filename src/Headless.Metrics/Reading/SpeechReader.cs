using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Reading;

/// <summary>Who spoke when.</summary>
internal sealed class SpeechReader(CommunityDbContext db, RollupReader rollups)
{
    /// <summary>Messages by hour. Of everybody by the reporting hours from the rollups; otherwise from the log, by quarters of an hour, which every zone's hours are made of.</summary>
    public async Task<List<HourOfGroup>> HoursAsync(long[] groups, MetricPeople people, DateTime from, DateTime to, bool isOtherZone, bool isWhole, bool isEverything, CancellationToken ct)
    {
        if (people.IsEverybody && !isOtherZone)
        {
            return await rollups.HoursAsync(isWhole && isEverything ? null : groups, from, to, isWhole, ct);
        }

        var messages = db.Activities.AsNoTracking().Where(a =>
            a.Kind == ActivityKind.MessageSent && a.OccurredAt >= from && a.OccurredAt < to && a.MemberId != null && a.GroupId != null && groups.Contains(a.GroupId.Value)
            && (a.MembershipId == null || db.Memberships.Any(m => m.Id == a.MembershipId && m.AccountKind == AccountKind.Customer)));
        if (!people.IsEverybody)
        {
            var stays = Stays.Counted(db, groups, people);
            messages = messages.Where(a => stays.Any(m => m.GroupId == a.GroupId && m.MemberId == a.MemberId));
        }

        var quarters = new Dictionary<(long, DateTime), (int Messages, int Effective)>();
        await foreach (var row in messages
            .Select(a => new { GroupId = a.GroupId!.Value, a.OccurredAt, IsEffective = a.IsExcluded ? a.IsEffectiveByText ?? a.IsEffective : a.IsEffective })
            .AsAsyncEnumerable().WithCancellation(ct))
        {
            var key = (row.GroupId, row.OccurredAt.AddTicks(-(row.OccurredAt.Ticks % (15 * TimeSpan.TicksPerMinute))));
            var (all, effective) = quarters.GetValueOrDefault(key);
            quarters[key] = (all + 1, effective + (row.IsEffective ? 1 : 0));
        }

        return [.. quarters.Select(q => new HourOfGroup(q.Key.Item1, q.Key.Item2, q.Value.Messages, q.Value.Effective))];
    }

    /// <summary>The members with the most effective messages, added over the groups.</summary>
    public async Task<List<ActiveMember>> MostActiveAsync(long[] groups, MetricPeople people, MetricWindow window, int first, CancellationToken ct)
    {
        var days = db.MemberDays.AsNoTracking().Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To);
        if (!people.IsEverybody)
        {
            var stays = Stays.Counted(db, groups, people);
            days = days.Where(d => stays.Any(m => m.GroupId == d.GroupId && m.MemberId == d.MemberId));
        }

        var rows = await days.GroupBy(d => d.MemberId)
            .Select(g => new
            {
                MemberId = g.Key,
                Effective = g.Sum(d => (long)d.EffectiveMessages),
                Messages = g.Sum(d => (long)d.Messages),
                Days = g.Where(d => d.EffectiveMessages > 0).Select(d => d.Day).Distinct().Count(),
            })
            .OrderByDescending(r => r.Effective).ThenByDescending(r => r.Messages).ThenBy(r => r.MemberId)
            .Take(first)
            .ToListAsync(ct);
        return [.. rows.Select((r, i) => new ActiveMember(i + 1, r.MemberId, r.Effective, r.Messages, r.Days))];
    }
}
