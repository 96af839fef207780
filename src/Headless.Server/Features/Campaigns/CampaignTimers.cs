using System.Linq.Expressions;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

/// <summary>Preheats, starts and ends campaigns at their times. One whose checklist is not answered waits with its start.</summary>
internal sealed class CampaignWindows : ITimedWork
{
    private const int AtOnce = 100;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await db.Campaigns.AnyAsync(IsToPreheat(now), ct) || await db.Campaigns.AnyAsync(IsToStart(db, now), ct) || await db.Campaigns.AnyAsync(IsToEnd(now), ct);

    public async Task RunAsync(WriteSession session)
    {
        foreach (var campaign in await session.Db.Campaigns.Where(IsToPreheat(session.Now)).OrderBy(c => c.PreheatsAt).ThenBy(c => c.Id).Take(AtOnce).ToListAsync(session.CancellationToken))
        {
            campaign.Preheat();
            session.RecordCampaign(ActivityKind.CampaignPreheating, campaign, await session.FindGroupIdsAsync(campaign.Id));
        }

        foreach (var campaign in await session.Db.Campaigns.Where(IsToEnd(session.Now)).OrderBy(c => c.EndsAt).ThenBy(c => c.Id).Take(AtOnce).ToListAsync(session.CancellationToken))
        {
            campaign.End(session.Now);
            session.RecordCampaign(ActivityKind.CampaignEnded, campaign, await session.FindGroupIdsAsync(campaign.Id));
        }

        foreach (var campaign in await session.Db.Campaigns.Where(IsToStart(session.Db, session.Now)).OrderBy(c => c.StartsAt).ThenBy(c => c.Id).Take(AtOnce).ToListAsync(session.CancellationToken))
        {
            campaign.Start(session.Now);
            session.RecordCampaign(ActivityKind.CampaignStarted, campaign, await session.FindGroupIdsAsync(campaign.Id));
        }
    }

    private static Expression<Func<Campaign, bool>> IsToStart(CommunityDbContext db, DateTime now)
    {
        var open = db.OpenLaunchChecks();
        return c => (c.Status == CampaignStatus.Scheduled || c.Status == CampaignStatus.Preheating) && c.StartsAt <= now && !open.Any(check => check.CampaignId == c.Id);
    }

    /// <summary>Not one that starts by now: it would be warmed up for nothing.</summary>
    private static Expression<Func<Campaign, bool>> IsToPreheat(DateTime now) => c => c.Status == CampaignStatus.Scheduled && c.PreheatsAt <= now && c.StartsAt > now;

    private static Expression<Func<Campaign, bool>> IsToEnd(DateTime now) => c => c.Status == CampaignStatus.Running && c.EndsAt <= now;
}

/// <summary>Begins and ends the occurrences of campaigns that run.</summary>
internal sealed class OccurrenceTimes : ITimedWork
{
    private const int AtOnce = 200;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await db.CampaignOccurrences.AnyAsync(IsToBegin(now), ct) || await db.CampaignOccurrences.AnyAsync(IsToEnd(now), ct);

    public async Task RunAsync(WriteSession session)
    {
        foreach (var occurrence in await DueAsync(session, IsToBegin(session.Now)))
        {
            occurrence.Begin();
            await RecordAsync(session, ActivityKind.CampaignOccurrenceStarted, occurrence);
        }

        await session.Db.SaveChangesAsync(session.CancellationToken);
        foreach (var occurrence in await DueAsync(session, IsToEnd(session.Now)))
        {
            occurrence.End();
            await RecordAsync(session, ActivityKind.CampaignOccurrenceEnded, occurrence);
        }
    }

    private static Task<List<CampaignOccurrence>> DueAsync(WriteSession session, Expression<Func<CampaignOccurrence, bool>> due) =>
        session.Db.CampaignOccurrences.Include(o => o.Campaign).Where(due).OrderBy(o => o.StartsAt).ThenBy(o => o.Id).Take(AtOnce).ToListAsync(session.CancellationToken);

    private static async Task RecordAsync(WriteSession session, ActivityKind kind, CampaignOccurrence occurrence) =>
        session.RecordCampaign(kind, occurrence.Campaign, await session.FindGroupIdsAsync(occurrence.CampaignId), occurrence.On.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Also of a campaign that has just ended, whose last occurrence ends with it.</summary>
    private static Expression<Func<CampaignOccurrence, bool>> IsToBegin(DateTime now) => o =>
        o.Status == OccurrenceStatus.Planned && o.StartsAt <= now && (o.Campaign.Status == CampaignStatus.Running || o.Campaign.Status == CampaignStatus.Ended);

    private static Expression<Func<CampaignOccurrence, bool>> IsToEnd(DateTime now) => o => o.Status == OccurrenceStatus.Running && o.EndsAt <= now;
}

/// <summary>
/// Says what is to be said before a campaign, and tells staff what is to be done. An announcement is handed to its group's schedule,
/// which publishes it as any other; a group that does not run, or whose platform has none, is left out.
/// </summary>
internal sealed class CampaignTaskTimes : ITimedWork
{
    private const int AtOnce = 100;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => db.CampaignTasks.AnyAsync(IsDue(now), ct);

    public async Task RunAsync(WriteSession session)
    {
        var capabilities = await PlatformCapabilities.LoadAsync(session.Db, session.CancellationToken);
        foreach (var task in await session.Db.CampaignTasks.Include(t => t.Campaign).Include(t => t.Occurrence)
            .Where(IsDue(session.Now)).OrderBy(t => t.DueAt).ThenBy(t => t.Id).Take(AtOnce).ToListAsync(session.CancellationToken))
        {
            var groupIds = await session.FindGroupIdsAsync(task.CampaignId);
            if (!task.IsAutomatic)
            {
                task.FallDue();
                session.RecordCampaign(ActivityKind.CampaignTaskDue, task.Campaign, groupIds, task.Text);
                continue;
            }

            var wanted = groupIds.ToArray();
            foreach (var group in await session.Db.Groups.Where(g => EF.Parameter(wanted).Contains(g.Id) && g.Status == GroupStatus.Active).OrderBy(g => g.Id).ToListAsync(session.CancellationToken))
            {
                if (MayAnnounce(capabilities, group.Platform))
                {
                    session.Db.Announcements.Add(Announce(task, group, session.Now));
                }
            }

            task.Complete(null, null, session.Now);
            session.RecordCampaign(ActivityKind.CampaignTaskDone, task.Campaign, groupIds, task.Text);
        }
    }

    private static Announcement Announce(CampaignTask task, Group group, DateTime now)
    {
        var (kind, target) = task.Kind == CampaignStepKind.Countdown ? (AnnouncementKind.Countdown, (DateTime?)task.Occurrence.StartsAt) : (AnnouncementKind.Event, null);
        var announcement = Announcement.Write(group.Id, kind, task.Text, target, isPinned: false, authorId: null, now);
        announcement.Schedule(now.AddMilliseconds(1), now);
        return announcement;
    }

    private static bool MayAnnounce(PlatformCapabilities capabilities, Platform platform) =>
        capabilities.IsAvailable(platform, PlatformCapabilityKind.Announcement) != false;

    /// <summary>Of campaigns that are going to take place: what a draft has planned waits for it to be scheduled.</summary>
    private static Expression<Func<CampaignTask, bool>> IsDue(DateTime now) => t =>
        t.Status == CampaignTaskStatus.Planned && t.DueAt <= now
        && (t.Campaign.Status == CampaignStatus.Scheduled || t.Campaign.Status == CampaignStatus.Preheating || t.Campaign.Status == CampaignStatus.Running);
}
