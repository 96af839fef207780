using Headless.Server.Access;
using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;
using Headless.Server.Features.Operators;
using Headless.Server.Reading;

namespace Headless.Server.Features.Playbooks;

/// <summary>Playbooks, their runs and tasks as lists and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class PlaybookQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<PlaybookFilterInput>]
    [UseSorting<PlaybookSortInput>]
    [GraphQLDescription("The playbooks of the organisation.")]
    public static IQueryable<Playbook> GetPlaybooks(CommunityDbContext db) => db.Playbooks;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One playbook; null where there is none.")]
    public static Task<Playbook?> GetPlaybookByIdAsync(
        [ID<Playbook>] [GraphQLDescription("The playbook's global id.")] long id, ByIdDataLoader<Playbook> playbooks, CancellationToken cancellationToken) =>
        playbooks.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<PlaybookRunFilterInput>]
    [UseSorting<PlaybookRunSortInput>]
    [GraphQLDescription("Where playbooks were applied, in groups that the caller may see.")]
    public static IQueryable<PlaybookRun> GetPlaybookRuns(CommunityDbContext db) => db.PlaybookRuns;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<PlaybookTaskFilterInput>]
    [UseSorting<PlaybookTaskSortInput>]
    [GraphQLDescription("What playbooks plan in groups that the caller may see: where: { status: { in: [DUE, OVERDUE] } }, order: [{ dueAt: ASC }] is the list of what is to be done now.")]
    public static IQueryable<PlaybookTask> GetPlaybookTasks(CommunityDbContext db) => db.PlaybookTasks;
}

/// <summary><c>input PlaybookFilterInput</c>.</summary>
public sealed class PlaybookFilterInput : FilterInputType<Playbook>
{
    protected override void Configure(IFilterInputTypeDescriptor<Playbook> descriptor)
    {
        descriptor.Description("Conditions on playbooks; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Name).Description("The name.");
        descriptor.Field(p => p.Target).Description("What it is applied to.");
        descriptor.Field(p => p.Status).Description("Where it stands.");
    }
}

/// <summary><c>input PlaybookSortInput</c>.</summary>
public sealed class PlaybookSortInput : SortInputType<Playbook>
{
    protected override void Configure(ISortInputTypeDescriptor<Playbook> descriptor)
    {
        descriptor.Description("The order of playbooks. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Name).Description("By name.");
        descriptor.Field(p => p.CreatedAt).Description("By the time of making.");
        descriptor.Field(p => p.UpdatedAt).Description("By the time of the last change.");
    }
}

/// <summary><c>input PlaybookRunFilterInput</c>.</summary>
public sealed class PlaybookRunFilterInput : FilterInputType<PlaybookRun>
{
    protected override void Configure(IFilterInputTypeDescriptor<PlaybookRun> descriptor)
    {
        descriptor.Description("Conditions on runs; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(r => r.Status).Description("Where it stands.");
        descriptor.Field(r => r.StartsAt).Description("The moment that its days are counted from.");
        descriptor.Field(r => r.Playbook).Type<PlaybookFilterInput>().Description("The playbook.");
        descriptor.Field(r => r.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(r => r.Member).Type<MemberFilterInput>().Description("The member who joined.");
        descriptor.Field(r => r.Campaign).Type<CampaignFilterInput>().Description("The campaign.");
    }
}

/// <summary><c>input PlaybookRunSortInput</c>.</summary>
public sealed class PlaybookRunSortInput : SortInputType<PlaybookRun>
{
    protected override void Configure(ISortInputTypeDescriptor<PlaybookRun> descriptor)
    {
        descriptor.Description("The order of runs. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.StartsAt).Description("By the moment that their days are counted from.");
        descriptor.Field(r => r.CreatedAt).Description("By when they were applied.");
    }
}

/// <summary><c>input PlaybookTaskFilterInput</c>.</summary>
public sealed class PlaybookTaskFilterInput : FilterInputType<PlaybookTask>
{
    protected override void Configure(IFilterInputTypeDescriptor<PlaybookTask> descriptor)
    {
        descriptor.Description("Conditions on tasks; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(t => t.Status).Description("Where it stands.");
        descriptor.Field(t => t.DueAt).Description("When it is to be done.");
        descriptor.Field(t => t.DoneAt).Description("When it was done.");
        descriptor.Field(t => t.Run).Type<PlaybookRunFilterInput>().Description("The run that it belongs to.");
        descriptor.Field(t => t.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(t => t.Member).Type<MemberFilterInput>().Description("The member whom it is for.");
        descriptor.Field(t => t.Campaign).Type<CampaignFilterInput>().Description("The campaign.");
        descriptor.Field(t => t.Assignee).Type<OperatorFilterInput>().Description("Who is to do it; null: nobody was given it.");
    }
}

/// <summary><c>input PlaybookTaskSortInput</c>.</summary>
public sealed class PlaybookTaskSortInput : SortInputType<PlaybookTask>
{
    protected override void Configure(ISortInputTypeDescriptor<PlaybookTask> descriptor)
    {
        descriptor.Description("The order of tasks. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.DueAt).Description("By when they are to be done.");
        descriptor.Field(t => t.DoneAt).Description("By when they were done.");
    }
}
