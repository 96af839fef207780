using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Segments;

/// <summary><c>type TagRule</c>.</summary>
public sealed class TagRuleObjectType : ObjectType<TagRule>
{
    protected override void Configure(IObjectTypeDescriptor<TagRule> descriptor)
    {
        descriptor.Description("A tag that the members of a segment have by themselves: entering the segment gives it.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<TagRuleNode>(n => TagRuleNode.GetTagRuleAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id, stable for the life of the rule: use it as cache key.");
        descriptor.Field(r => r.RemoveWhenEnds).Description("Whether a member who leaves the segment loses the tag. What somebody gave by hand stays.");
        descriptor.Field(r => r.IsActive).Description("Whether it is carried out at the moment.");
        descriptor.Field(r => r.CreatedAt).Description("When it was entered here.");
        descriptor.Field(r => r.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(r => r.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary>What a rule leads to.</summary>
[ExtendObjectType<TagRule>]
public sealed class TagRuleNode
{
    [GraphQLIgnore]
    public static Task<TagRule?> GetTagRuleAsync(long id, ByIdDataLoader<TagRule> rules, CancellationToken cancellationToken) => rules.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The tag that it gives.")]
    public static Task<Tag?> GetTagAsync([Parent(nameof(TagRule.TagId))] TagRule rule, ByIdDataLoader<Tag> tags, CancellationToken cancellationToken) =>
        tags.LoadAsync(rule.TagId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The segment whose members have it.")]
    public static Task<Segment?> GetSegmentAsync(
        [Parent(nameof(TagRule.SegmentId))] TagRule rule, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(rule.SegmentId, cancellationToken);
}

/// <summary>The rules as a list, and what one would do.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class TagRuleQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [GraphQLDescription("The rules by which members are given tags by themselves.")]
    public static IQueryable<TagRule> GetTagRules(CommunityDbContext db) => db.TagRules;

    [Authorize(Policies.Read)]
    [GraphQLDescription("What a rule would do to the members that the caller may see, were it applied now; nothing is changed. Null where there is no such tag or segment, or where the segment's privacy says that the caller may not know. Try a condition out with segmentPreview first.")]
    public static async Task<TagRulePreview?> GetTagRulePreviewAsync(
        [ID<Tag>] [GraphQLDescription("The tag.")] long tagId,
        [ID<Segment>] [GraphQLDescription("The segment.")] long segmentId,
        CommunityDatabase database,
        Caller caller,
        CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var tag = await db.Tags.AsNoTracking().Include(t => t.TagGroup).FirstOrDefaultAsync(t => t.Id == tagId, cancellationToken);
        var visible = caller.VisiblePrivacy;
        return tag is not null && await db.Segments.AnyAsync(s => s.Id == segmentId && s.Privacy <= visible, cancellationToken)
            ? new TagRulePreview(segmentId, tag)
            : null;
    }
}

[GraphQLDescription("What a rule would do were it applied now.")]
public sealed record TagRulePreview([property: GraphQLIgnore] long SegmentId, [property: GraphQLIgnore] Tag Of)
{
    private const int MaxSample = 50;

    [Cost(10)]
    [GraphQLDescription("How many members the segment has.")]
    public Task<int> GetMembersAsync(CommunityDatabase database, Caller caller, CancellationToken cancellationToken) =>
        CountAsync(database, caller, (_, members) => members, cancellationToken);

    [Cost(10)]
    [GraphQLDescription("How many of them have the tag already.")]
    public Task<int> GetTaggedAsync(CommunityDatabase database, Caller caller, CancellationToken cancellationToken) =>
        CountAsync(database, caller, (db, members) => members.Where(m => Tagged(db).Contains(m.Id)), cancellationToken);

    [Cost(10)]
    [GraphQLDescription("How many of them keep another tag of the tag's exclusive group instead.")]
    public Task<int> GetConflictingAsync(CommunityDatabase database, Caller caller, CancellationToken cancellationToken) =>
        CountAsync(database, caller, (db, members) => members.Where(m => !Tagged(db).Contains(m.Id) && Rivals(db).Contains(m.Id)), cancellationToken);

    [Cost(10)]
    [GraphQLDescription("How many would be given it.")]
    public Task<int> GetToAddAsync(CommunityDatabase database, Caller caller, CancellationToken cancellationToken) =>
        CountAsync(database, caller, ToAdd, cancellationToken);

    [Cost(10)]
    [ListSize(AssumedSize = 10, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("Some of those who would be given it: those who were entered last.")]
    public async Task<IReadOnlyList<Member>> GetSampleAsync(
        [GraphQLDescription("How many at most: 1 to 50.")] [DefaultValue(10)] int first, CommunityDatabase database, Caller caller, CancellationToken cancellationToken)
    {
        if (first is < 1 or > MaxSample)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"A sample has 1 to {MaxSample} members.").SetCode("PAGE_SIZE_INVALID").Build());
        }

        await using var db = database.Create(caller.Scope);
        return await ToAdd(db, Members(db)).AsNoTracking().OrderByDescending(m => m.Id).Take(first).ToListAsync(cancellationToken);
    }

    private IQueryable<Member> Members(CommunityDbContext db)
    {
        var segmentId = SegmentId;
        return db.SegmentMembers.Where(s => s.SegmentId == segmentId && s.LeftAt == null).Select(s => s.Member);
    }

    private IQueryable<Member> ToAdd(CommunityDbContext db, IQueryable<Member> members) =>
        members.Where(m => !Tagged(db).Contains(m.Id) && !Rivals(db).Contains(m.Id));

    private IQueryable<long> Tagged(CommunityDbContext db)
    {
        var tagId = Of.Id;
        return db.MemberTags.Where(t => t.TagId == tagId).Select(t => t.MemberId);
    }

    private IQueryable<long> Rivals(CommunityDbContext db)
    {
        var (tagId, groupId) = (Of.Id, Of.TagGroup is { Exclusive: true } ? Of.TagGroupId : 0);
        return db.MemberTags.Where(t => t.TagId != tagId && t.Tag.TagGroupId == groupId).Select(t => t.MemberId);
    }

    private async Task<int> CountAsync(
        CommunityDatabase database, Caller caller, Func<CommunityDbContext, IQueryable<Member>, IQueryable<Member>> part, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await part(db, Members(db)).CountAsync(cancellationToken);
    }
}
