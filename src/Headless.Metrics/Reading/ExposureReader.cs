using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Reading;

/// <summary>Fills in how often channels were shown, and the joins through those that were.</summary>
internal sealed class ExposureReader(CommunityDbContext db)
{
    public async Task FillAsync(InputTable table, CancellationToken ct)
    {
        var (groups, window, channel) = (table.Groups, table.Intervals.Window, table.People.JoinChannelId);
        var days = await db.EntryDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To && (channel == null || d.JoinChannelId == channel))
            .GroupBy(d => new { d.GroupId, d.Day })
            .Select(g => new { g.Key.GroupId, g.Key.Day, Count = g.Sum(d => (long)d.Exposures) })
            .ToListAsync(ct);
        days.ForEach(day => table[day.GroupId][table.Intervals.IndexOf(day.Day)].Exposures += day.Count);

        var (from, to) = (table.Intervals.Start, table.Intervals.End);
        var joins = Stays.Counted(db, groups, table.People)
            .Where(m => m.JoinChannelId != null && m.JoinKnown && m.JoinedAt >= from && m.JoinedAt < to
                && db.EntryDays.Any(d => d.JoinChannelId == m.JoinChannelId && d.GroupId == m.GroupId && d.Day >= window.From && d.Day < window.To && d.Exposures > 0))
            .Select(m => new { m.GroupId, m.JoinedAt });
        await foreach (var join in joins.AsAsyncEnumerable().WithCancellation(ct))
        {
            table[join.GroupId][table.Intervals.IndexOf(join.JoinedAt)].ExposedJoins++;
        }
    }
}
