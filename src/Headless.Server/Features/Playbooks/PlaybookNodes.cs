using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Playbooks;

/// <summary>What a playbook leads to.</summary>
[ExtendObjectType<Playbook>]
public sealed class PlaybookNode
{
    [GraphQLIgnore]
    public static Task<Playbook?> GetPlaybookAsync(long id, ByIdDataLoader<Playbook> playbooks, CancellationToken cancellationToken) =>
        playbooks.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true, ConnectionName = "PlaybookSteps")]
    [GraphQLDescription("Its steps, in their order.")]
    public static IQueryable<PlaybookStep> GetSteps([Parent(nameof(Playbook.Id))] Playbook playbook, CommunityDbContext db) =>
        db.PlaybookSteps.Where(s => s.PlaybookId == playbook.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The groups in which it applies itself to whoever joins, as far as the caller may see them.")]
    public static IQueryable<Group> GetGroups([Parent(nameof(Playbook.Id))] Playbook playbook, CommunityDbContext db) =>
        db.PlaybookGroups.Where(g => g.PlaybookId == playbook.Id).Select(g => g.Group);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true, ConnectionName = "PlaybookRuns")]
    [UseFiltering<PlaybookRunFilterInput>]
    [UseSorting<PlaybookRunSortInput>]
    [GraphQLDescription("Where it was applied.")]
    public static IQueryable<PlaybookRun> GetRuns([Parent(nameof(Playbook.Id))] Playbook playbook, CommunityDbContext db) =>
        db.PlaybookRuns.Where(r => r.PlaybookId == playbook.Id);
}

/// <summary>What a step leads to.</summary>
[ExtendObjectType<PlaybookStep>]
public sealed class PlaybookStepNode
{
    [GraphQLDescription("The local time of day, such as 18:30; null: the time of day of the start, on day 0 the very moment.")]
    public static string? GetAt([Parent(nameof(PlaybookStep.Minute))] PlaybookStep step) => step.Minute is { } minute ? LocalTimes.Text(minute) : null;

    [Cost(1)]
    [GraphQLDescription("The segment whose members it is for; null: for others.")]
    public static Task<Segment?> GetSegmentAsync([Parent(nameof(PlaybookStep.SegmentId))] PlaybookStep step, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(step.SegmentId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The material; null: there is none.")]
    public static Task<ContentItem?> GetContentItemAsync(
        [Parent(nameof(PlaybookStep.ContentItemId))] PlaybookStep step, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(step.ContentItemId, cancellationToken);
}

/// <summary>What a run leads to.</summary>
[ExtendObjectType<PlaybookRun>]
public sealed class PlaybookRunNode
{
    [GraphQLIgnore]
    public static Task<PlaybookRun?> GetRunAsync(long id, ByIdDataLoader<PlaybookRun> runs, CancellationToken cancellationToken) => runs.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The playbook.")]
    public static Task<Playbook?> GetPlaybookAsync([Parent(nameof(PlaybookRun.PlaybookId))] PlaybookRun run, ByIdDataLoader<Playbook> playbooks, CancellationToken cancellationToken) =>
        playbooks.LoadAsync(run.PlaybookId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it is for, or in which the member joined.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(PlaybookRun.GroupId))] PlaybookRun run, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(run.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member who joined; null: it is for everybody.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(PlaybookRun.MemberId))] PlaybookRun run, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(run.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign; null: it is for none.")]
    public static Task<Campaign?> GetCampaignAsync([Parent(nameof(PlaybookRun.CampaignId))] PlaybookRun run, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(run.CampaignId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true, ConnectionName = "PlaybookTasks")]
    [UseFiltering<PlaybookTaskFilterInput>]
    [UseSorting<PlaybookTaskSortInput>]
    [GraphQLDescription("Its tasks.")]
    public static IQueryable<PlaybookTask> GetTasks([Parent(nameof(PlaybookRun.Id))] PlaybookRun run, CommunityDbContext db) =>
        db.PlaybookTasks.Where(t => t.RunId == run.Id);
}

/// <summary>What a task leads to.</summary>
[ExtendObjectType<PlaybookTask>]
public sealed class PlaybookTaskNode
{
    [GraphQLIgnore]
    public static Task<PlaybookTask?> GetTaskAsync(long id, ByIdDataLoader<PlaybookTask> tasks, CancellationToken cancellationToken) => tasks.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The run that it belongs to.")]
    public static Task<PlaybookRun?> GetRunAsync([Parent(nameof(PlaybookTask.RunId))] PlaybookTask task, ByIdDataLoader<PlaybookRun> runs, CancellationToken cancellationToken) =>
        runs.LoadAsync(task.RunId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(PlaybookTask.GroupId))] PlaybookTask task, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(task.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member whom it is for; null: for everybody.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(PlaybookTask.MemberId))] PlaybookTask task, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(task.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign; null: for none.")]
    public static Task<Campaign?> GetCampaignAsync([Parent(nameof(PlaybookTask.CampaignId))] PlaybookTask task, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(task.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The segment whose members it is for; null: for others.")]
    public static Task<Segment?> GetSegmentAsync([Parent(nameof(PlaybookTask.SegmentId))] PlaybookTask task, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(task.SegmentId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The material; null: there is none.")]
    public static Task<ContentItem?> GetContentItemAsync(
        [Parent(nameof(PlaybookTask.ContentItemId))] PlaybookTask task, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(task.ContentItemId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who is to do it; null: whoever of the group's staff comes first.")]
    public static Task<Operator?> GetAssigneeAsync([Parent(nameof(PlaybookTask.AssigneeId))] PlaybookTask task, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(task.AssigneeId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who did it; null: nobody yet, or the product itself.")]
    public static Task<Operator?> GetDoneByAsync([Parent(nameof(PlaybookTask.DoneById))] PlaybookTask task, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(task.DoneById, cancellationToken);
}

/// <summary>What playbooks plan for a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupPlaybooks
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<PlaybookTaskFilterInput>]
    [UseSorting<PlaybookTaskSortInput>]
    [GraphQLDescription("What playbooks plan for it and for its members.")]
    public static IQueryable<PlaybookTask> GetPlaybookTasks([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.PlaybookTasks.Where(t => t.GroupId == group.Id);
}

/// <summary>What playbooks plan for a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberPlaybooks
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<PlaybookTaskFilterInput>]
    [UseSorting<PlaybookTaskSortInput>]
    [GraphQLDescription("What playbooks plan for them since they joined.")]
    public static IQueryable<PlaybookTask> GetPlaybookTasks([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.PlaybookTasks.Where(t => t.MemberId == member.Id);
}
