using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

/// <summary>How changes of campaigns get into the log: one row for each group, because who follows a group sees no other rows.</summary>
internal static class CampaignActivities
{
    /// <summary>Adds an activity about the campaign to the log for each of the groups; one without a group where there is none.</summary>
    public static void RecordCampaign(
        this WriteSession session, ActivityKind kind, Campaign campaign, IReadOnlyCollection<long> groupIds, string? text = null)
    {
        if (groupIds.Count == 0)
        {
            session.Record(kind, () => new ActivitySubject { CampaignId = campaign.Id, Text = text });
            return;
        }

        foreach (var groupId in groupIds)
        {
            session.Record(kind, () => new ActivitySubject { CampaignId = campaign.Id, GroupId = groupId, Text = text });
        }
    }

    /// <summary>The groups that the campaign runs in, also those that the caller may not see: their followers are told, too.</summary>
    public static Task<List<long>> FindGroupIdsAsync(this WriteSession session, long campaignId) =>
        session.Db.CampaignGroups.IgnoreQueryFilters()
            .Where(row => row.CampaignId == campaignId)
            .OrderBy(row => row.GroupId)
            .Select(row => row.GroupId)
            .ToListAsync(session.CancellationToken);
}
