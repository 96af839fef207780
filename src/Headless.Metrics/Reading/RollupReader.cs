using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Reading;

/// <summary>
/// Fills in what the rollups have of everybody in groups, by day or by hour of the reporting time zone. Each statement answers for all
/// groups at once; none reads the activity log.
/// </summary>
internal sealed class RollupReader(CommunityDbContext db)
{
    public async Task FillAsync(InputTable table, MetricSources sources, CancellationToken ct)
    {
        var intervals = table.Intervals;
        if ((sources & (MetricSources.Totals | MetricSources.Members)) != 0)
        {
            await FillTotalsAsync(table, ct);
        }

        var before = (sources & (MetricSources.Members | MetricSources.Days)) != 0 ? await BeforeAsync(table, ct) : [];
        if (sources.HasFlag(MetricSources.Members))
        {
            FillMembers(table, before);
        }

        if (sources.HasFlag(MetricSources.Days))
        {
            foreach (var (group, days) in await ActiveAndPresentAsync(table, before, ct))
            {
                for (var d = 0; d < days.Length; d++)
                {
                    table[group][intervals.IndexOf(intervals.Window.From.AddDays(d))].Days.Add(days[d]);
                }
            }
        }

        if (sources.HasFlag(MetricSources.ActiveMembers))
        {
            await FillActiveMembersAsync(table, ct);
        }

        if (sources.HasFlag(MetricSources.Comers))
        {
            await FillComersAsync(table, ct);
        }

        if (sources.HasFlag(MetricSources.Leavers))
        {
            await FillLeaversAsync(table, ct);
        }
    }

    /// <summary>Members of each group at an instant on an hour's boundary: running sums.</summary>
    public Task<Dictionary<long, long>> MembersAtHourAsync(long[] groups, DateTime at, CancellationToken ct) => db.GroupHours.AsNoTracking()
        .Where(h => groups.Contains(h.GroupId) && h.HourStart < at && h.MemberDelta != 0)
        .GroupBy(h => h.GroupId)
        .Select(g => new { g.Key, Members = g.Sum(h => (long)h.MemberDelta) })
        .ToDictionaryAsync(g => g.Key, g => g.Members, ct);

    /// <summary>Messages by hour, of each group, or with <paramref name="isWhole"/> of all of them together: then the database adds up, and has an hour's row to give instead of each group's.</summary>
    /// <param name="groups">The groups; null: all that there are.</param>
    public async Task<List<HourOfGroup>> HoursAsync(long[]? groups, DateTime from, DateTime to, bool isWhole, CancellationToken ct)
    {
        var hours = db.GroupHours.AsNoTracking().Where(h => h.HourStart >= from && h.HourStart < to);
        if (groups is not null)
        {
            hours = hours.Where(h => groups.Contains(h.GroupId));
        }

        return await (isWhole
            ? hours.GroupBy(h => h.HourStart).Select(g => new HourOfGroup(0, g.Key, g.Sum(h => (long)h.Messages), g.Sum(h => (long)h.EffectiveMessages)))
            : hours.Select(h => new HourOfGroup(h.GroupId, h.HourStart, h.Messages, h.EffectiveMessages))).ToListAsync(ct);
    }

    private async Task FillTotalsAsync(InputTable table, CancellationToken ct)
    {
        var (groups, intervals, window) = (table.Groups, table.Intervals, table.Intervals.Window);
        if (intervals.Interval == MetricInterval.Hour)
        {
            var (from, to) = (intervals.Start, intervals.End);
            await foreach (var row in db.GroupHours.AsNoTracking()
                .Where(h => groups.Contains(h.GroupId) && h.HourStart >= from && h.HourStart < to)
                .Select(h => new { h.GroupId, h.HourStart, h.Messages, h.EffectiveMessages, h.Joins, h.Leaves, h.MemberDelta })
                .AsAsyncEnumerable().WithCancellation(ct))
            {
                Add(table[row.GroupId][intervals.IndexOf(row.HourStart)], row.Messages, row.EffectiveMessages, row.Joins, row.Leaves, row.MemberDelta);
            }

            return;
        }

        var days = db.GroupDays.AsNoTracking().Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To);
        if (intervals.IsWhole)
        {
            var rows = await days.GroupBy(d => d.GroupId)
                .Select(g => new
                {
                    g.Key,
                    Messages = g.Sum(d => (long)d.Messages),
                    Effective = g.Sum(d => (long)d.EffectiveMessages),
                    Joins = g.Sum(d => (long)d.Joins),
                    Leaves = g.Sum(d => (long)d.Leaves),
                    Delta = g.Sum(d => (long)d.MemberDelta),
                })
                .ToListAsync(ct);
            rows.ForEach(row => Add(table[row.Key][0], row.Messages, row.Effective, row.Joins, row.Leaves, row.Delta));
            return;
        }

        await foreach (var row in days
            .Select(d => new { d.GroupId, d.Day, d.Messages, d.EffectiveMessages, d.Joins, d.Leaves, d.MemberDelta })
            .AsAsyncEnumerable().WithCancellation(ct))
        {
            Add(table[row.GroupId][intervals.IndexOf(row.Day)], row.Messages, row.EffectiveMessages, row.Joins, row.Leaves, row.MemberDelta);
        }

        static void Add(MetricInputs inputs, long messages, long effective, long joins, long leaves, long delta)
        {
            inputs.Messages += messages;
            inputs.EffectiveMessages += effective;
            inputs.Joins += joins;
            inputs.Leaves += leaves;
            inputs.MembersAtEnd += delta;
        }
    }

    /// <summary>The members of each group at the beginning of the window, and those present on the day before it: running sums, in one statement.</summary>
    private async Task<Dictionary<long, Standing>> BeforeAsync(InputTable table, CancellationToken ct)
    {
        var (groups, first) = (table.Groups, table.Intervals.Window.From);
        return await db.GroupDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day < first)
            .GroupBy(d => d.GroupId)
            .Select(g => new { g.Key, Members = g.Sum(d => (long)d.MemberDelta), Present = g.Sum(d => (long)d.PresenceDelta) })
            .ToDictionaryAsync(g => g.Key, g => new Standing(g.Members, g.Present), ct);
    }

    /// <summary>Turns what the intervals changed into how many there were.</summary>
    private static void FillMembers(InputTable table, Dictionary<long, Standing> before)
    {
        foreach (var group in table.Groups)
        {
            var members = before.GetValueOrDefault(group).Members;
            foreach (var inputs in table[group])
            {
                inputs.MembersAtStart = members;
                inputs.MembersAtEnd = members += inputs.MembersAtEnd;
            }
        }
    }

    private async Task<Dictionary<long, (long Active, long Present)[]>> ActiveAndPresentAsync(InputTable table, Dictionary<long, Standing> before, CancellationToken ct)
    {
        var (groups, window) = (table.Groups, table.Intervals.Window);
        var result = groups.ToDictionary(id => id, _ => new (long Active, long Present)[window.Days]);
        await foreach (var row in db.GroupDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To)
            .Select(d => new { d.GroupId, d.Day, d.PresenceDelta, d.ActiveMembers })
            .AsAsyncEnumerable().WithCancellation(ct))
        {
            result[row.GroupId][row.Day.DayNumber - window.From.DayNumber] = (row.ActiveMembers, row.PresenceDelta);
        }

        foreach (var (group, days) in result)
        {
            var present = before.GetValueOrDefault(group).Present;
            for (var i = 0; i < days.Length; i++)
            {
                present += days[i].Present;
                days[i].Present = present;
            }
        }

        return result;
    }

    private async Task FillActiveMembersAsync(InputTable table, CancellationToken ct)
    {
        var (groups, intervals, window) = (table.Groups, table.Intervals, table.Intervals.Window);
        if (intervals.Interval is MetricInterval.Day || window.Days == 1)
        {
            await foreach (var row in db.GroupDays.AsNoTracking()
                .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To)
                .Select(d => new { d.GroupId, d.Day, d.ActiveMembers })
                .AsAsyncEnumerable().WithCancellation(ct))
            {
                table[row.GroupId][intervals.IndexOf(row.Day)].ActiveMembers += row.ActiveMembers;
            }

            return;
        }

        var days = db.MemberDays.AsNoTracking().Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To && d.EffectiveMessages > 0);
        if (intervals.IsWhole)
        {
            var rows = await days.GroupBy(d => d.GroupId)
                .Select(g => new { g.Key, Count = g.Select(d => d.MemberId).Distinct().Count() })
                .ToListAsync(ct);
            rows.ForEach(row => table[row.Key][0].ActiveMembers = row.Count);
            return;
        }

        var seen = new HashSet<(int, long, long)>();
        await foreach (var row in days.Select(d => new { d.GroupId, d.MemberId, d.Day }).AsAsyncEnumerable().WithCancellation(ct))
        {
            var i = intervals.IndexOf(row.Day);
            table[row.GroupId][i].ActiveMembers += seen.Add((i, row.GroupId, row.MemberId)) ? 1 : 0;
        }
    }

    private async Task FillComersAsync(InputTable table, CancellationToken ct)
    {
        var (from, to) = (table.Intervals.Start, table.Intervals.End);
        var comers = Stays.Counted(db, table.Groups, default).Where(m => m.JoinedAt >= from && m.JoinedAt < to);
        if (table.Intervals.IsWhole)
        {
            var rows = await comers.GroupBy(m => m.GroupId).Select(g => new { g.Key, Count = g.Select(m => m.MemberId).Distinct().Count() }).ToListAsync(ct);
            rows.ForEach(row => table[row.Key][0].Comers = row.Count);
            return;
        }

        var seen = new HashSet<(int, long, long)>();
        await foreach (var row in comers.Select(m => new { m.GroupId, m.MemberId, m.JoinedAt }).AsAsyncEnumerable().WithCancellation(ct))
        {
            var i = table.Intervals.IndexOf(row.JoinedAt);
            table[row.GroupId][i].Comers += seen.Add((i, row.GroupId, row.MemberId)) ? 1 : 0;
        }
    }

    private async Task FillLeaversAsync(InputTable table, CancellationToken ct)
    {
        var (from, to) = (table.Intervals.Start, table.Intervals.End);
        var leavers = Stays.Counted(db, table.Groups, default).Where(m => m.LeftAt >= from && m.LeftAt < to);
        if (table.Intervals.IsWhole)
        {
            var rows = await leavers.GroupBy(m => m.GroupId).Select(g => new { g.Key, Count = g.Select(m => m.MemberId).Distinct().Count() }).ToListAsync(ct);
            rows.ForEach(row => table[row.Key][0].Leavers = row.Count);
            return;
        }

        var seen = new HashSet<(int, long, long)>();
        await foreach (var row in leavers.Select(m => new { m.GroupId, m.MemberId, m.LeftAt }).AsAsyncEnumerable().WithCancellation(ct))
        {
            var i = table.Intervals.IndexOf(row.LeftAt!.Value);
            table[row.GroupId][i].Leavers += seen.Add((i, row.GroupId, row.MemberId)) ? 1 : 0;
        }
    }
}

/// <summary>Where a group stood before a window.</summary>
internal readonly record struct Standing(long Members, long Present);

/// <summary>What was said in an hour, in a group or, with 0, in all that were asked for.</summary>
internal readonly record struct HourOfGroup(long GroupId, DateTime Start, long Messages, long EffectiveMessages);
