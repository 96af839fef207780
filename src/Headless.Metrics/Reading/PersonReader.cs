using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Reading;

/// <summary>Fills in who was a member, who was invited and who stayed: from the stays, whatever the time zone.</summary>
internal sealed class PersonReader(CommunityDbContext db, ReportingCalendar calendar, DateTime now, int qualifiedStayDays)
{
    /// <summary>How many days a newcomer has for a first message, the day of the joining included .</summary>
    private const int FirstDays = 7;

    public async Task FillAsync(InputTable table, MetricSources sources, int horizonDays, CancellationToken ct)
    {
        await FillExcludedAsync(table, ct);
        if (sources.HasFlag(MetricSources.Persons))
        {
            await FillPersonsAsync(table, ct);
        }

        if (sources.HasFlag(MetricSources.Invites))
        {
            await FillInvitesAsync(table, ct);
        }

        if (sources.HasFlag(MetricSources.Retention))
        {
            await FillRetentionAsync(table, horizonDays, ct);
        }

        if (sources.HasFlag(MetricSources.Newcomers))
        {
            await FillNewcomersAsync(table, ct);
        }
    }

    private async Task FillExcludedAsync(InputTable table, CancellationToken ct)
    {
        if (table.Intervals.IsWhole)
        {
            var rows = await Stays.Excluded(db, table).GroupBy(m => m.GroupId)
                .Select(g => new { g.Key, Count = g.Select(m => m.MemberId).Distinct().Count() }).ToListAsync(ct);
            rows.ForEach(row => table[row.Key][0].ExcludedAccounts = row.Count);
            return;
        }

        var seen = new HashSet<(int, long, long)>();
        foreach (var stay in await Stays.Excluded(db, table).Select(m => new { m.GroupId, m.MemberId, m.JoinedAt, m.LeftAt }).ToListAsync(ct))
        {
            foreach (var i in Touched(table.Intervals, stay.JoinedAt, stay.LeftAt))
            {
                table[stay.GroupId][i].ExcludedAccounts += seen.Add((i, stay.GroupId, stay.MemberId)) ? 1 : 0;
            }
        }
    }

    private async Task FillPersonsAsync(InputTable table, CancellationToken ct)
    {
        if (table.Intervals.IsWhole)
        {
            var rows = await Stays.Overlapping(db, table).GroupBy(m => m.GroupId)
                .Select(g => new { g.Key, Count = g.Select(m => m.MemberId).Distinct().Count() }).ToListAsync(ct);
            rows.ForEach(row => table[row.Key][0].Persons = row.Count);
            table.Whole[0].Persons = await Stays.Overlapping(db, table).Select(m => m.MemberId).Distinct().CountAsync(ct);
            return;
        }

        var seen = new HashSet<(int, long, long)>();
        await foreach (var stay in Stays.Overlapping(db, table).Select(m => new { m.GroupId, m.MemberId, m.JoinedAt, m.LeftAt }).AsAsyncEnumerable().WithCancellation(ct))
        {
            foreach (var i in Touched(table.Intervals, stay.JoinedAt, stay.LeftAt))
            {
                table[stay.GroupId][i].Persons += seen.Add((i, stay.GroupId, stay.MemberId)) ? 1 : 0;
                table.Whole[i].Persons += seen.Add((i, 0, stay.MemberId)) ? 1 : 0;
            }
        }
    }

    /// <summary>A.12 #24: an invite qualifies when the person is new, is a customer, has stayed for some days, and nobody holds it or has rejected it.</summary>
    private async Task FillInvitesAsync(InputTable table, CancellationToken ct)
    {
        var (groups, from, to) = (table.Groups, table.Intervals.Start, table.Intervals.End);
        var invited = Stays.Counted(db, groups, table.People)
            .Where(m => m.JoinedAt >= from && m.JoinedAt < to && m.InvitedById != null && m.InvitedById != m.MemberId
                && !db.Referrals.Any(r => r.MembershipId == m.Id
                    && (r.Status == ReferralStatus.Held || (r.Status == ReferralStatus.Rejected && (r.Reason == ReferralReason.DecidedByStaff || r.Reason == ReferralReason.InvitationRevoked))))
                && !db.Memberships.Any(e => e.MemberId == m.MemberId && (e.JoinedAt < m.JoinedAt || (e.JoinedAt == m.JoinedAt && e.Id < m.Id))))
            .Select(m => new { m.GroupId, InviterId = m.InvitedById!.Value, m.JoinedAt, m.LeftAt });
        var invites = await invited.ToListAsync(ct);
        var inviterIds = invites.Select(invite => invite.InviterId).ToHashSet();
        var inviterStays = (inviterIds.Count == 0 ? [] : await Stays.Counted(db, groups, default)
            .Where(m => m.JoinedAt < to && (m.LeftAt == null || m.LeftAt >= from))
            .Select(m => new { m.GroupId, m.MemberId, m.JoinedAt, m.LeftAt })
            .ToListAsync(ct)).Where(m => inviterIds.Contains(m.MemberId)).ToLookup(m => (m.GroupId, m.MemberId));
        var inviters = new HashSet<(int, long, long)>();
        foreach (var invite in invites.Where(invite => (invite.LeftAt ?? now) - invite.JoinedAt >= TimeSpan.FromDays(qualifiedStayDays)))
        {
            var i = table.Intervals.IndexOf(invite.JoinedAt);
            table[invite.GroupId][i].QualifiedInvites++;
            table.Whole[i].QualifiedInvites++;
            var (start, end) = (table.Intervals.StartOf(i), table.Intervals.EndOf(i));
            if (inviterStays[(invite.GroupId, invite.InviterId)].Any(m => m.JoinedAt < end && (m.LeftAt is null || m.LeftAt >= start)))
            {
                table[invite.GroupId][i].Inviters += inviters.Add((i, invite.GroupId, invite.InviterId)) ? 1 : 0;
                table.Whole[i].Inviters += inviters.Add((i, 0, invite.InviterId)) ? 1 : 0;
            }
        }
    }

    /// <summary>Who joined in an interval, and whether a stay of theirs in that group held when the horizon had passed.</summary>
    private async Task FillRetentionAsync(InputTable table, int horizonDays, CancellationToken ct)
    {
        var (groups, from, to) = (table.Groups, table.Intervals.Start, table.Intervals.End);
        var joined = Stays.Counted(db, groups, table.People).Where(m => m.JoinedAt >= from && m.JoinedAt < to && m.JoinKnown);
        var joins = await joined.OrderBy(m => m.JoinedAt).ThenBy(m => m.Id).Select(m => new { m.GroupId, m.MemberId, m.JoinedAt }).ToListAsync(ct);

        // Looked up here and not in SQL: as a condition on each row it would be asked by time, not by member.
        // A stay that begins after the last horizon has passed decides nothing.
        var last = to.AddDays(horizonDays);
        var stays = (joins.Count == 0 ? [] : await Stays.Counted(db, groups, default).Where(m => m.JoinedAt >= from && m.JoinedAt < last)
            .Select(m => new { m.GroupId, m.MemberId, m.JoinedAt, m.LeftAt })
            .ToListAsync(ct)).ToLookup(m => (m.GroupId, m.MemberId));
        var seen = new HashSet<(int, long, long)>();
        foreach (var join in joins)
        {
            var i = table.Intervals.IndexOf(join.JoinedAt);
            if (!seen.Add((i, join.GroupId, join.MemberId)))
            {
                continue;
            }

            var due = join.JoinedAt.AddDays(horizonDays);
            foreach (var inputs in new[] { table[join.GroupId][i], table.Whole[i] })
            {
                if (due > now)
                {
                    inputs.ImmatureCohort++;
                    continue;
                }

                inputs.Cohort++;
                inputs.Retained += stays[(join.GroupId, join.MemberId)].Any(s => s.JoinedAt <= due && (s.LeftAt is null || s.LeftAt > due)) ? 1 : 0;
            }
        }
    }

    /// <summary>Who joined in an interval, and whether they spoke within their first seven days.</summary>
    private async Task FillNewcomersAsync(InputTable table, CancellationToken ct)
    {
        var (groups, from, to, intervals) = (table.Groups, table.Intervals.Start, table.Intervals.End, table.Intervals);
        var joined = Stays.Counted(db, groups, table.People).Where(m => m.JoinedAt >= from && m.JoinedAt < to && m.JoinKnown);
        var (firstDay, lastDay) = (calendar.DayOf(from), calendar.DayOf(to).AddDays(FirstDays));
        var spoke = (await db.MemberDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day >= firstDay && d.Day < lastDay && d.EffectiveMessages > 0)
            .Select(d => new { d.GroupId, d.MemberId, d.Day }).ToListAsync(ct)).ToLookup(d => (d.GroupId, d.MemberId), d => d.Day);
        var seen = new HashSet<(int, long, long)>();
        foreach (var join in await joined.OrderBy(m => m.JoinedAt).ThenBy(m => m.Id).Select(m => new { m.GroupId, m.MemberId, m.JoinedAt }).ToListAsync(ct))
        {
            var i = intervals.IndexOf(join.JoinedAt);
            if (!seen.Add((i, join.GroupId, join.MemberId)))
            {
                continue;
            }

            var day = calendar.DayOf(join.JoinedAt);
            foreach (var inputs in new[] { table[join.GroupId][i], table.Whole[i] })
            {
                if (calendar.StartOf(day.AddDays(FirstDays)) > now)
                {
                    inputs.ImmatureNewcomers++;
                    continue;
                }

                inputs.Newcomers++;
                inputs.NewcomersWhoSpoke += spoke[(join.GroupId, join.MemberId)].Any(d => d >= day && d < day.AddDays(FirstDays)) ? 1 : 0;
            }
        }
    }

    private static IEnumerable<int> Touched(Intervals intervals, DateTime from, DateTime? to) =>
        intervals.Overlap(from, to) is { } overlap ? Enumerable.Range(overlap.First, overlap.Last - overlap.First + 1) : [];
}
