using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Campaigns;

/// <summary><c>enum CampaignStepKind</c>.</summary>
public sealed class CampaignStepKindEnumType : EnumType<CampaignStepKind>
{
    protected override void Configure(IEnumTypeDescriptor<CampaignStepKind> descriptor)
    {
        descriptor.Description("What is planned before a campaign takes place.");
        descriptor.Value(CampaignStepKind.Notice).Description("Members are told of it: an announcement in every group that runs.");
        descriptor.Value(CampaignStepKind.Countdown).Description("Members are told how long it is until then: an announcement in every group that runs.");
        descriptor.Value(CampaignStepKind.RedPacket).Description("Staff send a red packet that names the time.");
        descriptor.Value(CampaignStepKind.Teaser).Description("Staff show what is coming.");
    }
}

/// <summary><c>enum OccurrenceStatus</c>.</summary>
public sealed class OccurrenceStatusEnumType : EnumType<OccurrenceStatus>
{
    protected override void Configure(IEnumTypeDescriptor<OccurrenceStatus> descriptor)
    {
        descriptor.Description("Where an occurrence stands: PLANNED → RUNNING → ENDED, or CANCELLED.");
        descriptor.Value(OccurrenceStatus.Planned).Description("It is to come; it can be moved.");
        descriptor.Value(OccurrenceStatus.Running).Description("It takes place.");
        descriptor.Value(OccurrenceStatus.Ended).Description("It is over.");
        descriptor.Value(OccurrenceStatus.Cancelled).Description("It does not take place.");
    }
}

/// <summary><c>enum CampaignTaskStatus</c>.</summary>
public sealed class CampaignTaskStatusEnumType : EnumType<CampaignTaskStatus>
{
    protected override void Configure(IEnumTypeDescriptor<CampaignTaskStatus> descriptor)
    {
        descriptor.Description("Where a task stands.");
        descriptor.Value(CampaignTaskStatus.Planned).Description("Its time has not come.");
        descriptor.Value(CampaignTaskStatus.Due).Description("Staff have to do it now: completeCampaignTask.");
        descriptor.Value(CampaignTaskStatus.Done).Description("It was done, by staff or by itself.");
        descriptor.Value(CampaignTaskStatus.Cancelled).Description("It is not to be done any more.");
    }
}

/// <summary><c>type CampaignPlan</c>.</summary>
public sealed class CampaignPlanObjectType : ObjectType<CampaignPlan>
{
    protected override void Configure(IObjectTypeDescriptor<CampaignPlan> descriptor)
    {
        descriptor.Description("When a campaign takes place again and again, and what comes before.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Rule).Description("The rule of RFC 5545.");
        descriptor.Field(p => p.FirstOn).Description("The local day from which the rule counts.");
        descriptor.Field(p => p.LastOn).Description("The last local day on which it takes place.");
        descriptor.Field(p => p.IsEndAssumed).Description("Whether the rule says no end, so that it was given one: 366 days after firstOn.");
        descriptor.Field(p => p.DurationInMinutes).Name("durationMinutes").Description("How long each takes, in minutes.");
        descriptor.Field(p => p.CountdownFromMinutes).Description("How many minutes before each the countdown begins; null: there is none.");
        descriptor.Field(p => p.CountdownEveryMinutes).Description("The minutes between two announcements of it.");
        descriptor.Field(p => p.CountdownText).Description("What it says.");
    }
}

/// <summary><c>type CampaignStep</c>.</summary>
public sealed class CampaignStepObjectType : ObjectType<CampaignStep>
{
    protected override void Configure(IObjectTypeDescriptor<CampaignStep> descriptor)
    {
        descriptor.Description("Something that is said or done before each occurrence.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Kind).Description("What.");
        descriptor.Field(s => s.DaysBefore).Description("How many days before; 0 is the day itself.");
        descriptor.Field(s => s.Text).Description("What is said or to be done.");
    }
}

/// <summary>The times of a step.</summary>
[ExtendObjectType<CampaignStep>]
public sealed class CampaignStepNode
{
    [GraphQLDescription("The local time, such as 18:30.")]
    public static string GetAt([Parent(nameof(CampaignStep.Minute))] CampaignStep step) => LocalTimes.Text(step.Minute);
}

/// <summary>What a plan leads to.</summary>
[ExtendObjectType<CampaignPlan>]
public sealed class CampaignPlanNode
{
    [GraphQLDescription("The local time at which each begins, such as 20:00.")]
    public static string GetStartsAt([Parent(nameof(CampaignPlan.StartMinute))] CampaignPlan plan) => LocalTimes.Text(plan.StartMinute);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging]
    [GraphQLDescription("What is said and done before each.")]
    public static IQueryable<CampaignStep> GetSteps([Parent(nameof(CampaignPlan.Id))] CampaignPlan plan, CommunityDbContext db) =>
        db.CampaignSteps.Where(s => s.CampaignPlanId == plan.Id);
}

/// <summary><c>type CampaignOccurrence</c>.</summary>
public sealed class CampaignOccurrenceObjectType : ObjectType<CampaignOccurrence>
{
    protected override void Configure(IObjectTypeDescriptor<CampaignOccurrence> descriptor)
    {
        descriptor.Description("A campaign takes place once.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(o => o.Id).ResolveNodeWith<CampaignOccurrenceNode>(n => CampaignOccurrenceNode.GetOccurrenceAsync(default, default!, default));
        descriptor.Field(o => o.Id).Description("The global id, stable for the life of the occurrence: use it as cache key.");
        descriptor.Field(o => o.On).Description("The local day that the rule gives it; it keeps it when it is moved.");
        descriptor.Field(o => o.Status).Description("Where it stands.");
        descriptor.Field(o => o.StartsAt).Description("When it begins.");
        descriptor.Field(o => o.EndsAt).Description("When it ends; this moment is no longer part of it.");
        descriptor.Field(o => o.IsMoved).Description("Whether it is at another time than the rule says.");
        descriptor.Field(o => o.CancelReason).Description("Why it was cancelled.");
        descriptor.Field(o => o.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary>What an occurrence leads to.</summary>
[ExtendObjectType<CampaignOccurrence>]
public sealed class CampaignOccurrenceNode
{
    [GraphQLIgnore]
    public static Task<CampaignOccurrence?> GetOccurrenceAsync(long id, ByIdDataLoader<CampaignOccurrence> occurrences, CancellationToken cancellationToken) =>
        occurrences.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(CampaignOccurrence.CampaignId))] CampaignOccurrence occurrence, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(occurrence.CampaignId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<CampaignTaskFilterInput>]
    [UseSorting<CampaignTaskSortInput>]
    [GraphQLDescription("What is said and done before it.")]
    public static IQueryable<CampaignTask> GetTasks([Parent(nameof(CampaignOccurrence.Id))] CampaignOccurrence occurrence, CommunityDbContext db) =>
        db.CampaignTasks.Where(t => t.OccurrenceId == occurrence.Id);
}

/// <summary><c>type CampaignTask</c>.</summary>
public sealed class CampaignTaskObjectType : ObjectType<CampaignTask>
{
    protected override void Configure(IObjectTypeDescriptor<CampaignTask> descriptor)
    {
        descriptor.Description("Something to be said or done at a time, before a campaign takes place.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id).ResolveNodeWith<CampaignTaskNode>(n => CampaignTaskNode.GetTaskAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id, stable for the life of the task: use it as cache key.");
        descriptor.Field(t => t.Kind).Description("What.");
        descriptor.Field(t => t.DueAt).Description("When.");
        descriptor.Field(t => t.Text).Description("What is said or to be done.");
        descriptor.Field(t => t.Status).Description("Where it stands.");
        descriptor.Field(t => t.Evidence).Description("What shows that it was done.");
        descriptor.Field(t => t.DoneAt).Description("When it was done.");
        descriptor.Field(t => t.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary>What a task leads to.</summary>
[ExtendObjectType<CampaignTask>]
public sealed class CampaignTaskNode
{
    [GraphQLIgnore]
    public static Task<CampaignTask?> GetTaskAsync(long id, ByIdDataLoader<CampaignTask> tasks, CancellationToken cancellationToken) => tasks.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign.")]
    public static Task<Campaign?> GetCampaignAsync([Parent(nameof(CampaignTask.CampaignId))] CampaignTask task, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(task.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The occurrence that it comes before.")]
    public static Task<CampaignOccurrence?> GetOccurrenceAsync(
        [Parent(nameof(CampaignTask.OccurrenceId))] CampaignTask task, ByIdDataLoader<CampaignOccurrence> occurrences, CancellationToken cancellationToken) =>
        occurrences.LoadAsync(task.OccurrenceId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who did it; null: nobody yet, or the product itself.")]
    public static Task<Operator?> GetDoneByAsync([Parent(nameof(CampaignTask.DoneById))] CampaignTask task, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(task.DoneById, cancellationToken);
}

/// <summary>The plan of a campaign.</summary>
[ExtendObjectType<Campaign>]
public sealed class CampaignPlanOfCampaign
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("When it takes place again and again; null: once, within its window.")]
    public static Task<CampaignPlan?> GetPlanAsync([Parent(nameof(Campaign.Id))] Campaign campaign, CampaignPlanDataLoader plans, CancellationToken cancellationToken) =>
        plans.LoadAsync(campaign.Id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<CampaignOccurrenceFilterInput>]
    [UseSorting<CampaignOccurrenceSortInput>]
    [GraphQLDescription("When it takes place by its plan.")]
    public static IQueryable<CampaignOccurrence> GetOccurrences([Parent(nameof(Campaign.Id))] Campaign campaign, CommunityDbContext db) =>
        db.CampaignOccurrences.Where(o => o.CampaignId == campaign.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("What has to be answered before it starts; none: nobody has asked for a checklist.")]
    public static IQueryable<LaunchCheck> GetLaunchChecks([Parent(nameof(Campaign.Id))] Campaign campaign, CommunityDbContext db) =>
        db.LaunchChecks.Where(c => c.CampaignId == campaign.Id);
}

/// <summary>The plans of campaigns: one statement for a list.</summary>
public sealed class CampaignPlanDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, CampaignPlan>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, CampaignPlan>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.CampaignPlans.AsNoTracking().Where(p => keys.Contains(p.CampaignId)).ToDictionaryAsync(p => p.CampaignId, cancellationToken);
    }
}

/// <summary>Occurrences and tasks of all campaigns.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class CampaignPlanQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CampaignOccurrenceFilterInput>]
    [UseSorting<CampaignOccurrenceSortInput>]
    [GraphQLDescription("The calendar: when campaigns take place by their plans, in groups that the caller may see.")]
    public static IQueryable<CampaignOccurrence> GetCampaignOccurrences(CommunityDbContext db) => db.CampaignOccurrences;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CampaignTaskFilterInput>]
    [UseSorting<CampaignTaskSortInput>]
    [GraphQLDescription("What is to be said and done before campaigns: those that are DUE are for staff to do now.")]
    public static IQueryable<CampaignTask> GetCampaignTasks(CommunityDbContext db) => db.CampaignTasks;
}

/// <summary><c>input CampaignOccurrenceFilterInput</c>.</summary>
public sealed class CampaignOccurrenceFilterInput : FilterInputType<CampaignOccurrence>
{
    protected override void Configure(IFilterInputTypeDescriptor<CampaignOccurrence> descriptor)
    {
        descriptor.Description("Conditions on occurrences; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(o => o.Status).Description("Where it stands.");
        descriptor.Field(o => o.StartsAt).Description("When it begins.");
        descriptor.Field(o => o.EndsAt).Description("When it ends.");
        descriptor.Field(o => o.Campaign).Type<CampaignFilterInput>().Description("The campaign.");
    }
}

/// <summary><c>input CampaignOccurrenceSortInput</c>.</summary>
public sealed class CampaignOccurrenceSortInput : SortInputType<CampaignOccurrence>
{
    protected override void Configure(ISortInputTypeDescriptor<CampaignOccurrence> descriptor)
    {
        descriptor.Description("The order of occurrences. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.StartsAt).Description("By when they begin.");
        descriptor.Field(o => o.EndsAt).Description("By when they end.");
    }
}

/// <summary><c>input CampaignTaskFilterInput</c>.</summary>
public sealed class CampaignTaskFilterInput : FilterInputType<CampaignTask>
{
    protected override void Configure(IFilterInputTypeDescriptor<CampaignTask> descriptor)
    {
        descriptor.Description("Conditions on tasks; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(t => t.Kind).Description("What.");
        descriptor.Field(t => t.Status).Description("Where it stands.");
        descriptor.Field(t => t.DueAt).Description("When.");
        descriptor.Field(t => t.Campaign).Type<CampaignFilterInput>().Description("The campaign.");
    }
}

/// <summary><c>input CampaignTaskSortInput</c>.</summary>
public sealed class CampaignTaskSortInput : SortInputType<CampaignTask>
{
    protected override void Configure(ISortInputTypeDescriptor<CampaignTask> descriptor)
    {
        descriptor.Description("The order of tasks. Tasks that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.DueAt).Description("By when they are due.");
    }
}
