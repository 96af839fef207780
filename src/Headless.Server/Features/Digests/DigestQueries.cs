using Headless.Server.Access;
using Headless.Server.Features.Groups;
using Headless.Server.Reading;

namespace Headless.Server.Features.Digests;

/// <summary>Digests and their schedules as lists and by id, and what could be in one.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class DigestQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<DigestFilterInput>]
    [UseSorting<DigestSortInput>]
    [GraphQLDescription("Digests and morning issues. What waits to be approved: where: { status: { eq: DRAFT } }.")]
    public static IQueryable<Digest> GetDigests(CommunityDbContext db) => db.Digests;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One digest; null where there is none or the caller may not see it.")]
    public static Task<Digest?> GetDigestByIdAsync(
        [ID<Digest>] [GraphQLDescription("The digest's global id.")] long id, ByIdDataLoader<Digest> digests, CancellationToken cancellationToken) =>
        digests.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<DigestScheduleFilterInput>]
    [UseSorting<DigestScheduleSortInput>]
    [GraphQLDescription("When and how digests of groups are made.")]
    public static IQueryable<DigestSchedule> GetDigestSchedules(CommunityDbContext db) => db.DigestSchedules;
}

/// <summary>What could be in a digest.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class DigestCandidatesQuery
{
    private const int DefaultFirst = 20;
    private const int MaxFirst = 100;

    [Authorize(Policies.Read)]
    [Cost(30)]
    [ListSize(AssumedSize = 20, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("What a digest of a group could say, the best first, with what each gets points for. Nothing is kept. Empty where the group is none of the caller's.")]
    public static async Task<IReadOnlyList<ProposedDigestItem>> GetDigestCandidatesAsync(
        CommunityDbContext db,
        ReportingCalendar calendar,
        TimeProvider clock,
        [ID<Group>] [GraphQLDescription("The group.")] long groupId,
        [GraphQLDescription("What it is made from.")] DigestKind kind,
        [GraphQLDescription("The day, in the group's time zone; today unless given.")] DateOnly? date,
        [GraphQLDescription("MORNING: only content of these categories.")] IReadOnlyList<ContentCategory>? categories,
        [GraphQLDescription("MORNING: content that these find comes first; the first 20 count.")] IReadOnlyList<string>? keywords,
        [GraphQLDescription("How many, at most 100; 20 unless given.")] int? first,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Groups.AsNoTracking().FirstOrDefaultAsync(g => g.Id == groupId, cancellationToken) is not { } group)
        {
            return [];
        }

        var zone = calendar.ZoneOf(group);
        var window = DigestMaking.WindowOf(date ?? LocalDays.DayOf(now, zone.Id), zone, now);
        var found = await DigestMaking.ProposeAsync(
            db, kind, group.Id, window, [.. (categories ?? []).Distinct()], [.. (keywords ?? []).Where(k => k.Length <= DigestSchedule.KeywordMaxLength).Distinct().Take(DigestSchedule.MaxKeywords)],
            Math.Clamp(first ?? DefaultFirst, 0, MaxFirst), cancellationToken);
        return [.. found.Select(c => new ProposedDigestItem(c.ActivityId, c.ContentItemId, DigestItemScore.Of(c.Score, DigestScore.Version)))];
    }
}

/// <summary><c>input DigestFilterInput</c>.</summary>
public sealed class DigestFilterInput : FilterInputType<Digest>
{
    protected override void Configure(IFilterInputTypeDescriptor<Digest> descriptor)
    {
        descriptor.Description("Conditions on digests; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(d => d.Kind).Description("What it is made from.");
        descriptor.Field(d => d.Status).Description("Where it stands.");
        descriptor.Field(d => d.Date).Description("The day that it is of.");
        descriptor.Field(d => d.DeliverAt).Description("When it is to be delivered.");
        descriptor.Field(d => d.DeliveredAt).Description("When its deliveries were requested.");
        descriptor.Field(d => d.CreatedAt).Description("When the draft was made.");
        descriptor.Field(d => d.Group).Type<GroupFilterInput>().Description("The group.");
    }
}

/// <summary><c>input DigestSortInput</c>.</summary>
public sealed class DigestSortInput : SortInputType<Digest>
{
    protected override void Configure(ISortInputTypeDescriptor<Digest> descriptor)
    {
        descriptor.Description("The order of digests. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Date).Description("By the day that they are of.");
        descriptor.Field(d => d.DeliverAt).Description("By when they are to be delivered.");
        descriptor.Field(d => d.DeliveredAt).Description("By when their deliveries were requested.");
        descriptor.Field(d => d.CreatedAt).Description("By when the drafts were made.");
    }
}

/// <summary><c>input DigestScheduleFilterInput</c>.</summary>
public sealed class DigestScheduleFilterInput : FilterInputType<DigestSchedule>
{
    protected override void Configure(IFilterInputTypeDescriptor<DigestSchedule> descriptor)
    {
        descriptor.Description("Conditions on schedules of digests; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(s => s.Kind).Description("What its digests are made from.");
        descriptor.Field(s => s.NextDraftAt).Description("When the next draft is made; neq: null finds those that are active.");
        descriptor.Field(s => s.Group).Type<GroupFilterInput>().Description("The group.");
    }
}

/// <summary><c>input DigestScheduleSortInput</c>.</summary>
public sealed class DigestScheduleSortInput : SortInputType<DigestSchedule>
{
    protected override void Configure(ISortInputTypeDescriptor<DigestSchedule> descriptor)
    {
        descriptor.Description("The order of schedules of digests. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.NextDraftAt).Description("By when the next draft is made.");
        descriptor.Field(s => s.CreatedAt).Description("By when they were set.");
    }
}
