using System.Globalization;
using Headless.Server.Alerts;

namespace Headless.Server.Features.Groups;

/// <summary>
/// Finds groups that were entered long before anything happens in them: the first campaign begins more days later than it may,
/// or those days have passed and none is planned. One statement.
/// </summary>
internal sealed class FirstActivityTooFar(AlertOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.FirstActivityTooFar;

    public TimeSpan Interval => TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var groups = await db.Groups.AsNoTracking()
            .Where(g => g.Status == GroupStatus.Draft || g.Status == GroupStatus.Active)
            .Where(g => !g.Campaigns.Any(c => c.StartsAt <= now && c.Status != CampaignStatus.Cancelled && c.Status != CampaignStatus.Draft))
            .Select(g => new
            {
                g.Id,
                g.Name,
                g.CreatedAt,
                First = g.Campaigns.Where(c => c.Status != CampaignStatus.Cancelled && c.Status != CampaignStatus.Draft).Min(c => c.StartsAt),
            })
            .ToListAsync(cancellationToken);
        return [.. groups.Select(g => Check(g.Id, g.Name, g.CreatedAt, g.First, now)).OfType<AlertCondition>()];
    }

    private AlertCondition? Check(long id, string name, DateTime createdAt, DateTime? first, DateTime now)
    {
        var limit = TimeSpan.FromDays(options.FirstActivityDays);
        return first switch
        {
            { } start when start > createdAt + limit => Condition(
                id, AlertSeverity.Info, createdAt, first, now,
                string.Create(CultureInfo.InvariantCulture, $"{name} waits {Days(start - createdAt)} days for its first campaign.")),
            null when now > createdAt + limit => Condition(
                id, AlertSeverity.Warning, createdAt, first, now,
                string.Create(CultureInfo.InvariantCulture, $"{name} was entered {Days(now - createdAt)} days ago and no campaign is planned for it.")),
            _ => null,
        };
    }

    private AlertCondition Condition(long id, AlertSeverity severity, DateTime createdAt, DateTime? first, DateTime now, string message) => new(
        AlertSubject.OfGroup(id),
        severity,
        message,
        "Plan a campaign soon, or enter the group shortly before its first one: people who come into a silent group leave.",
        [
            new AlertFigure("daysSinceCreated", Days(now - createdAt)),
            new AlertFigure("daysToFirstCampaign", first is { } start ? Days(start - now) : -1),
            new AlertFigure("limitDays", options.FirstActivityDays),
        ]);

    private static int Days(TimeSpan time) => Math.Max(0, (int)time.TotalDays);
}
