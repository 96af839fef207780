using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

/// <summary>What becomes of a campaign's plan when the campaign takes a step.</summary>
internal static class PlannedWork
{
    /// <summary>
    /// Of a campaign that is called off or over, nothing more takes place, is said or done. Of one that is scheduled, what should have been
    /// said before now is left out: nobody wants yesterday's notice.
    /// </summary>
    public static async Task CancelPlannedAsync(this WriteSession session, Campaign campaign)
    {
        var isOver = campaign.Status is CampaignStatus.Cancelled or CampaignStatus.Ended;
        if (!isOver && campaign.Status != CampaignStatus.Scheduled)
        {
            return;
        }

        var tasks = session.Db.CampaignTasks.Where(t => t.CampaignId == campaign.Id && (t.Status == CampaignTaskStatus.Planned || t.Status == CampaignTaskStatus.Due));
        foreach (var task in await (isOver ? tasks : tasks.Where(t => t.DueAt <= session.Now)).ToListAsync(session.CancellationToken))
        {
            task.Cancel();
        }

        if (isOver)
        {
            foreach (var occurrence in await session.Db.CampaignOccurrences.Where(o => o.CampaignId == campaign.Id && o.Status == OccurrenceStatus.Planned).ToListAsync(session.CancellationToken))
            {
                occurrence.Cancel(campaign.CancelReason);
            }
        }
    }
}
