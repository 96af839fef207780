using System.Globalization;

namespace Headless.Server.Alerts;

/// <summary>Finds groups that many more leave than usual, with when and why, and what came before .</summary>
internal sealed class LeaveSpikeAlert(GroupVitals vitals, AlertOptions options) : IAlertSource
{
    /// <summary>Yesterday and today: a wave in the evening is still a wave in the morning.</summary>
    private const int Days = 2;

    /// <summary>What is usual is the mean of the four weeks before.</summary>
    private const int UsualDays = 28;

    private const int DaysBefore = 3;

    public AlertKind Kind => AlertKind.LeaveSpike;

    public TimeSpan Interval => TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var to = vitals.Today(now).AddDays(1);
        var (from, usualFrom) = (to.AddDays(-Days), to.AddDays(-Days - UsualDays));
        var days = await db.GroupDays.AsNoTracking().Where(d => d.Day >= usualFrom && d.Day < to && d.Leaves > 0)
            .Select(d => new { d.GroupId, d.Day, d.Leaves }).ToListAsync(cancellationToken);
        var waves = days.GroupBy(d => d.GroupId)
            .Select(g => (Id: g.Key, Leaves: g.Where(d => d.Day >= from).Sum(d => d.Leaves), Usual: (double)g.Where(d => d.Day < from).Sum(d => d.Leaves) / UsualDays * Days))
            .Where(g => g.Leaves >= options.LeaveSpikeMinimum && g.Leaves >= options.LeaveSpikeTimes * g.Usual)
            .ToDictionary(g => g.Id);
        if (waves.Count == 0)
        {
            return [];
        }

        long[] ids = [.. waves.Keys];
        var (since, before) = (vitals.StartOf(from), vitals.StartOf(from.AddDays(-DaysBefore)));
        var names = await db.Groups.Where(g => ids.Contains(g.Id) && g.Status == GroupStatus.Active).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var leaves = (await db.Memberships.AsNoTracking()
            .Where(m => ids.Contains(m.GroupId) && m.AccountKind == AccountKind.Customer && m.LeftAt >= since)
            .Select(m => new { m.GroupId, LeftAt = m.LeftAt!.Value, m.LeaveKind }).ToListAsync(cancellationToken)).ToLookup(m => m.GroupId);
        var campaigns = await db.CampaignGroups.Where(g => ids.Contains(g.GroupId) && g.Campaign.StartsAt >= before && g.Campaign.StartsAt <= now && g.Campaign.Status != CampaignStatus.Cancelled)
            .GroupBy(g => g.GroupId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var announcements = await db.Announcements.Where(a => ids.Contains(a.GroupId) && a.PublishedAt >= before && a.PublishedAt <= now)
            .GroupBy(a => a.GroupId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. names.Select(group =>
        {
            var (wave, left) = (waves[group.Key], leaves[group.Key].ToList());
            var worst = left.GroupBy(m => m.LeftAt.Hour).OrderByDescending(h => h.Count()).ThenBy(h => h.Key).FirstOrDefault();
            return new AlertCondition(
                AlertSubject.OfGroup(group.Key), AlertSeverity.Critical,
                string.Create(CultureInfo.InvariantCulture, $"{wave.Leaves} left {group.Value} yesterday and today, where {wave.Usual:0.#} are usual."),
                "Look at when they left and why, and at what happened just before; ask some of them.",
                [
                    new AlertFigure("leaves", wave.Leaves), new AlertFigure("usual", MetricJudge.Number(wave.Usual)),
                    new AlertFigure("bySelf", left.Count(m => m.LeaveKind == LeaveKind.Self)), new AlertFigure("removed", left.Count(m => m.LeaveKind == LeaveKind.Removed)),
                    new AlertFigure("unknown", left.Count(m => m.LeaveKind is null or LeaveKind.Unknown)),
                    new AlertFigure("worstHour", worst?.Key ?? -1), new AlertFigure("leavesInWorstHour", worst?.Count() ?? 0),
                    new AlertFigure("campaignsBefore", campaigns.GetValueOrDefault(group.Key)), new AlertFigure("announcementsBefore", announcements.GetValueOrDefault(group.Key)),
                ]);
        })];
    }
}
