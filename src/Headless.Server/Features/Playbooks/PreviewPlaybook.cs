using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Playbooks;

[GraphQLDescription("What applying a playbook would plan. Nothing is kept.")]
public sealed record PlaybookPreview(
    [property: GraphQLDescription("The moment that its days are counted from.")] DateTime StartsAt,
    [property: GraphQLDescription("The IANA time zone in which its times of day are meant.")] string TimeZone,
    [property: ListSize(AssumedSize = 20)] [property: GraphQLDescription("Its steps with their dates, the earliest first.")] IReadOnlyList<PlannedPlaybookStep> Steps)
{
    [GraphQLDescription("How many tasks there would be.")]
    public int TaskCount => Steps.Count(step => !step.IsPast);

    [GraphQLDescription("How many steps would be left out, because their time has passed.")]
    public int PastCount => Steps.Count(step => step.IsPast);
}

[GraphQLDescription("A step with the date that it would have.")]
public sealed record PlannedPlaybookStep(
    [property: GraphQLDescription("The place of the step in the playbook, from 0.")] int Position,
    [property: GraphQLDescription("What it is.")] string Title,
    [property: GraphQLDescription("Who would carry it out.")] PlaybookStepKind Kind,
    [property: GraphQLDescription("When.")] DateTime DueAt,
    [property: GraphQLDescription("The local day.")] DateOnly LocalDay,
    [property: GraphQLDescription("The local time, such as 18:30. It differs from that of the step where the clocks jump over that.")] string LocalTime,
    [property: GraphQLDescription("Whether its time has passed, so that it would be left out.")] bool IsPast);

/// <summary>Dry runs of playbooks.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class PlaybookPreviewQueries
{
    [Authorize(Policies.Read)]
    [GraphQLDescription("The dates that the steps of a playbook would have. A dry run of applyPlaybook: null where the playbook or what it is to be applied to cannot be seen, or a campaign has no start.")]
    public static async Task<PlaybookPreview?> GetPreviewPlaybookAsync(
        [ID<Playbook>] [GraphQLDescription("The playbook, in whatever state.")] long playbookId,
        [ID<Group>] [GraphQLDescription("The group, whose time zone counts; the reporting time zone unless given.")] long? groupId,
        [ID<Campaign>] [GraphQLDescription("The campaign from whose start days are counted.")] long? campaignId,
        [GraphQLDescription("The moment that days are counted from; that of the campaign, or now, unless given.")] DateTimeOffset? startsAt,
        CommunityDbContext db,
        ReportingCalendar calendar,
        TimeProvider clock,
        ByIdDataLoader<Playbook> playbooks,
        ByIdDataLoader<Group> groups,
        ByIdDataLoader<Campaign> campaigns,
        CancellationToken cancellationToken)
    {
        var (playbook, group, campaign) = (
            await playbooks.LoadAsync(playbookId, cancellationToken), await groups.LoadAsync(groupId, cancellationToken), await campaigns.LoadAsync(campaignId, cancellationToken));
        var now = clock.GetUtcNow().UtcDateTime;
        if (playbook is null || (groupId is not null && group is null) || (campaignId is not null && (campaign?.StartsAt is null)))
        {
            return null;
        }

        var start = startsAt?.UtcDateTime ?? campaign?.StartsAt ?? now;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(group?.TimeZone ?? calendar.TimeZone.Id);
        var steps = await db.PlaybookSteps.AsNoTracking().Where(s => s.PlaybookId == playbook.Id).OrderBy(s => s.Position).ToListAsync(cancellationToken);
        return new PlaybookPreview(start, zone.Id, [.. PlaybookPlanning.Dates(steps, start, zone, now).Select(planned =>
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(planned.DueAt, zone);
            return new PlannedPlaybookStep(
                planned.Step.Position, planned.Step.Title, planned.Step.Kind, planned.DueAt, DateOnly.FromDateTime(local), LocalTimes.Text((local.Hour * 60) + local.Minute), planned.IsPast);
        })]);
    }
}
