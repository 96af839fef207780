using Headless.Server.Writing;

namespace Headless.Server.Features.Playbooks;

/// <summary>Finds what a playbook is applied to and makes runs of it, which nobody has added yet.</summary>
internal static class PlaybookTargets
{
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.PlaybookTargetMismatch"/>, <see cref="DomainErrorCodes.CampaignWindowRequired"/>.</exception>
    /// <exception cref="NotFoundException">Something does not exist, or the caller may not see it.</exception>
    public static Task<List<PlaybookRun>> FindTargetsAsync(
        this WriteSession session, Playbook playbook, ApplyPlaybookInput input, ReportingCalendar calendar, long lastActivityId) => (playbook.Target, input) switch
    {
        (PlaybookTarget.Group, { GroupIds: { Count: > 0 } ids, MembershipIds: null, CampaignId: null }) => OfGroupsAsync(session, playbook, ids, input.StartsAt, calendar, lastActivityId),
        (PlaybookTarget.Join, { GroupIds: null, MembershipIds: { Count: > 0 } ids, CampaignId: null }) => OfStaysAsync(session, playbook, ids, input.StartsAt, calendar, lastActivityId),
        (PlaybookTarget.Campaign, { GroupIds: null, MembershipIds: null, CampaignId: { } id, StartsAt: null }) => OfCampaignAsync(session, playbook, id, calendar, lastActivityId),
        _ => throw new DomainException(
            DomainErrorCodes.PlaybookTargetMismatch, "Give what the playbook's target asks for and nothing else: groupIds for GROUP, membershipIds for JOIN, campaignId for CAMPAIGN."),
    };

    private static async Task<List<PlaybookRun>> OfGroupsAsync(
        WriteSession session, Playbook playbook, IReadOnlyList<long> ids, DateTimeOffset? startsAt, ReportingCalendar calendar, long last)
    {
        var runs = new List<PlaybookRun>();
        var start = WholeSeconds(startsAt?.UtcDateTime ?? session.Now);
        foreach (var (id, index) in ids.Distinct().Select((id, index) => (id, index)))
        {
            var group = await session.FindAsync<Group>(id, $"groupIds[{index}]");
            runs.Add(PlaybookRun.Begin(playbook, PlaybookApplication.KeyOf(playbook, id, null, start), id, start, group.TimeZone ?? calendar.TimeZone.Id, last));
        }

        return runs;
    }

    private static async Task<List<PlaybookRun>> OfStaysAsync(
        WriteSession session, Playbook playbook, IReadOnlyList<long> ids, DateTimeOffset? startsAt, ReportingCalendar calendar, long last)
    {
        var runs = new List<PlaybookRun>();
        foreach (var (id, index) in ids.Distinct().Select((id, index) => (id, index)))
        {
            var stay = await session.FindAsync<Membership>(id, $"membershipIds[{index}]", q => q.Include(m => m.Group));
            runs.Add(PlaybookRun.Begin(
                playbook, PlaybookApplication.KeyOf(playbook, stay), stay.GroupId, WholeSeconds(startsAt?.UtcDateTime ?? stay.JoinedAt), stay.Group.TimeZone ?? calendar.TimeZone.Id, last, stay));
        }

        return runs;
    }

    private static async Task<List<PlaybookRun>> OfCampaignAsync(WriteSession session, Playbook playbook, long id, ReportingCalendar calendar, long last)
    {
        var campaign = await session.FindAsync<Campaign>(id, "campaignId", q => q.Include(c => c.Groups));
        var start = campaign.StartsAt ?? throw new DomainException(
            DomainErrorCodes.CampaignWindowRequired, "The campaign has no start, from which the days would be counted: set its window first.");
        return [.. campaign.Groups.OrderBy(g => g.Id).Select(group => PlaybookRun.Begin(
            playbook, PlaybookApplication.KeyOf(playbook, group.Id, id, start), group.Id, start, group.TimeZone ?? calendar.TimeZone.Id, last, campaignId: id))];
    }

    private static DateTime WholeSeconds(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
