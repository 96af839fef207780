using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics;

/// <summary>The statements behind the metrics. Each answers for every group asked for at once; none reads the activity log.</summary>
internal sealed class RollupReader(CommunityDbContext db, ReportingCalendar calendar)
{
    /// <summary>The groups to answer for: those named, or all that the caller may see.</summary>
    public async Task<long[]> VisibleGroupsAsync(IReadOnlyCollection<long>? ids, CancellationToken ct)
    {
        var groups = ids is null ? db.Groups : db.Groups.Where(g => ids.Contains(g.Id));
        return await groups.Select(g => g.Id).ToArrayAsync(ct);
    }

    /// <summary>The inputs of a window for each group.</summary>
    public async Task<Dictionary<long, MetricInputs>> ReadAsync(long[] groups, MetricWindow window, MetricSources sources, CancellationToken ct)
    {
        var inputs = groups.ToDictionary(id => id, _ => new MetricInputs());
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        if (sources.HasFlag(MetricSources.Hours))
        {
            var rows = await db.GroupHours.AsNoTracking()
                .Where(h => groups.Contains(h.GroupId) && h.HourStart >= from && h.HourStart < to)
                .GroupBy(h => h.GroupId)
                .Select(g => new
                {
                    g.Key,
                    Joins = g.Sum(h => (long)h.Joins),
                    Leaves = g.Sum(h => (long)h.Leaves),
                    Messages = g.Sum(h => (long)h.Messages),
                    Effective = g.Sum(h => (long)h.EffectiveMessages),
                })
                .ToListAsync(ct);
            foreach (var row in rows)
            {
                var input = inputs[row.Key];
                (input.Joins, input.Leaves, input.Messages, input.EffectiveMessages) = (row.Joins, row.Leaves, row.Messages, row.Effective);
            }
        }

        if (sources.HasFlag(MetricSources.Members))
        {
            foreach (var row in await MembersAtAsync(groups, from, to, ct))
            {
                (inputs[row.GroupId].MembersAtStart, inputs[row.GroupId].MembersAtEnd) = (row.First, row.Second);
            }
        }

        if (sources.HasFlag(MetricSources.ActiveMembers))
        {
            var rows = await db.MemberDays.AsNoTracking()
                .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To && d.EffectiveMessages > 0)
                .GroupBy(d => d.GroupId)
                .Select(g => new { g.Key, Count = g.Select(d => d.MemberId).Distinct().Count() })
                .ToListAsync(ct);
            rows.ForEach(row => inputs[row.Key].ActiveMembers = row.Count);
        }

        if (sources.HasFlag(MetricSources.Comers))
        {
            var rows = await Counted(groups).Where(m => m.JoinedAt >= from && m.JoinedAt < to)
                .GroupBy(m => m.GroupId)
                .Select(g => new { g.Key, Count = g.Select(m => m.MemberId).Distinct().Count() })
                .ToListAsync(ct);
            rows.ForEach(row => inputs[row.Key].Comers = row.Count);
        }

        if (sources.HasFlag(MetricSources.Leavers))
        {
            var rows = await Counted(groups).Where(m => m.LeftAt >= from && m.LeftAt < to)
                .GroupBy(m => m.GroupId)
                .Select(g => new { g.Key, Count = g.Select(m => m.MemberId).Distinct().Count() })
                .ToListAsync(ct);
            rows.ForEach(row => inputs[row.Key].Leavers = row.Count);
        }

        if (sources.HasFlag(MetricSources.Days))
        {
            foreach (var (group, days) in await ActiveAndPresentByDayAsync(groups, window, ct))
            {
                inputs[group].Days.AddRange(days);
            }
        }

        if (sources.HasFlag(MetricSources.Exposures))
        {
            foreach (var row in await ExposuresAsync(groups, window, ct))
            {
                inputs[row.GroupId].Exposures += row.Count;
            }

            await foreach (var join in ExposedJoinsAsync(groups, window).WithCancellation(ct))
            {
                inputs[join.GroupId].ExposedJoins++;
            }
        }

        var excluded = await Excluded(groups, from, to)
            .GroupBy(m => m.GroupId)
            .Select(g => new { g.Key, Count = g.Select(m => m.MemberId).Distinct().Count() })
            .ToListAsync(ct);
        excluded.ForEach(row => inputs[row.Key].ExcludedAccounts = row.Count);
        return inputs;
    }

    /// <summary>Members of each group at two instants on hour boundaries, by running sums over the hours.</summary>
    public Task<List<MembersAt>> MembersAtAsync(long[] groups, DateTime first, DateTime second, CancellationToken ct)
    {
        return db.GroupHours.AsNoTracking()
            .Where(h => groups.Contains(h.GroupId) && h.HourStart < second && h.MemberDelta != 0)
            .GroupBy(h => h.GroupId)
            .Select(g => new MembersAt(
                g.Key,
                g.Sum(h => h.HourStart < first ? (long)h.MemberDelta : 0L),
                g.Sum(h => (long)h.MemberDelta)))
            .ToListAsync(ct);
    }

    /// <summary>For each group and each day of the window: members active, and members present at any time of the day.</summary>
    public async Task<Dictionary<long, (long Active, long Present)[]>> ActiveAndPresentByDayAsync(long[] groups, MetricWindow window, CancellationToken ct)
    {
        var before = await db.GroupDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day < window.From)
            .GroupBy(d => d.GroupId)
            .Select(g => new { g.Key, Present = g.Sum(d => (long)d.PresenceDelta) })
            .ToDictionaryAsync(r => r.Key, r => r.Present, ct);
        var rows = await db.GroupDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To)
            .Select(d => new { d.GroupId, d.Day, d.PresenceDelta, d.ActiveMembers })
            .ToListAsync(ct);
        var byGroup = rows.ToLookup(r => r.GroupId);
        var result = new Dictionary<long, (long, long)[]>(groups.Length);
        foreach (var group in groups)
        {
            var days = new (long Active, long Present)[window.Days];
            foreach (var row in byGroup[group])
            {
                ref var day = ref days[row.Day.DayNumber - window.From.DayNumber];
                (day.Active, day.Present) = (row.ActiveMembers, row.PresenceDelta);
            }

            var present = before.GetValueOrDefault(group);
            for (var i = 0; i < days.Length; i++)
            {
                present += days[i].Present;
                days[i].Present = present;
            }

            result[group] = days;
        }

        return result;
    }

    /// <summary>The hours of a window of several groups added together, in time order.</summary>
    public Task<List<HourTotals>> HoursAsync(long[] groups, MetricWindow window, CancellationToken ct)
    {
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        return db.GroupHours.AsNoTracking()
            .Where(h => groups.Contains(h.GroupId) && h.HourStart >= from && h.HourStart < to)
            .GroupBy(h => h.HourStart)
            .Select(g => new HourTotals(
                g.Key,
                g.Sum(h => (long)h.Messages),
                g.Sum(h => (long)h.EffectiveMessages),
                g.Sum(h => (long)h.Joins),
                g.Sum(h => (long)h.Leaves),
                g.Sum(h => (long)h.MemberDelta)))
            .ToListAsync(ct);
    }

    /// <summary>Who sent an effective message on which day, once for each group.</summary>
    public IAsyncEnumerable<MemberOnDay> ActiveDaysAsync(long[] groups, MetricWindow window) => db.MemberDays.AsNoTracking()
        .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To && d.EffectiveMessages > 0)
        .Select(d => new MemberOnDay(d.GroupId, d.MemberId, d.Day))
        .AsAsyncEnumerable();

    /// <summary>Beginnings of stays in a window.</summary>
    public IAsyncEnumerable<MemberAt> ComersAsync(long[] groups, MetricWindow window)
    {
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        return Counted(groups).Where(m => m.JoinedAt >= from && m.JoinedAt < to)
            .Select(m => new MemberAt(m.GroupId, m.MemberId, m.JoinedAt)).AsAsyncEnumerable();
    }

    /// <summary>Ends of stays in a window.</summary>
    public IAsyncEnumerable<MemberAt> LeaversAsync(long[] groups, MetricWindow window)
    {
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        return Counted(groups).Where(m => m.LeftAt >= from && m.LeftAt < to)
            .Select(m => new MemberAt(m.GroupId, m.MemberId, m.LeftAt!.Value)).AsAsyncEnumerable();
    }

    /// <summary>Stays of accounts that staff or machines control and that overlap a window.</summary>
    public Task<List<ExcludedStay>> ExcludedStaysAsync(long[] groups, MetricWindow window, CancellationToken ct) =>
        Excluded(groups, calendar.StartOf(window.From), calendar.StartOf(window.To))
            .Select(m => new ExcludedStay(m.GroupId, m.MemberId, m.JoinedAt, m.LeftAt))
            .ToListAsync(ct);

    /// <summary>Exposures of a window by group and day.</summary>
    public Task<List<ExposuresOfDay>> ExposuresAsync(long[] groups, MetricWindow window, CancellationToken ct) => db.EntryDays.AsNoTracking()
        .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To)
        .GroupBy(d => new { d.GroupId, d.Day })
        .Select(g => new ExposuresOfDay(g.Key.GroupId, g.Key.Day, g.Sum(d => (long)d.Exposures)))
        .ToListAsync(ct);

    /// <summary>Joins of a window through channels of which exposures were reported for the group in it.</summary>
    public IAsyncEnumerable<MemberAt> ExposedJoinsAsync(long[] groups, MetricWindow window)
    {
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        return Counted(groups)
            .Where(m => m.JoinChannelId != null && m.JoinKnown && m.JoinedAt >= from && m.JoinedAt < to
                && db.EntryDays.Any(d => d.JoinChannelId == m.JoinChannelId && d.GroupId == m.GroupId && d.Day >= window.From && d.Day < window.To && d.Exposures > 0))
            .Select(m => new MemberAt(m.GroupId, m.MemberId, m.JoinedAt)).AsAsyncEnumerable();
    }

    /// <summary>The members with the most effective messages, added over the groups.</summary>
    public async Task<List<ActiveMember>> MostActiveAsync(long[] groups, MetricWindow window, int first, CancellationToken ct)
    {
        var rows = await db.MemberDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To)
            .GroupBy(d => d.MemberId)
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

    private IQueryable<Membership> Excluded(long[] groups, DateTime from, DateTime to) => db.Memberships.AsNoTracking()
        .Where(m => groups.Contains(m.GroupId) && m.AccountKind != AccountKind.Customer && m.JoinedAt < to && (m.LeftAt == null || m.LeftAt >= from));

    private IQueryable<Membership> Counted(long[] groups) => db.Memberships.AsNoTracking()
        .Where(m => groups.Contains(m.GroupId) && m.AccountKind == AccountKind.Customer);
}

internal sealed record HourTotals(DateTime Start, long Messages, long EffectiveMessages, long Joins, long Leaves, long MemberDelta);

internal sealed record MembersAt(long GroupId, long First, long Second);

internal sealed record ExposuresOfDay(long GroupId, DateOnly Day, long Count);

internal readonly record struct MemberOnDay(long GroupId, long MemberId, DateOnly Day);

internal readonly record struct MemberAt(long GroupId, long MemberId, DateTime At);

internal sealed record ExcludedStay(long GroupId, long MemberId, DateTime JoinedAt, DateTime? LeftAt);
