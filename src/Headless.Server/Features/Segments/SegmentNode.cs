using System.Text.Json;
using Headless.Community.Segments;
using Headless.Server.Access;
using Headless.Server.Features.Members;
using Headless.Server.Features.Segments.Conditions;
using Headless.Server.Reading;

namespace Headless.Server.Features.Segments;

/// <summary>What a segment leads to.</summary>
[ExtendObjectType<Segment>]
public sealed class SegmentNode
{
    [GraphQLIgnore]
    public static Task<Segment?> GetSegmentAsync(long id, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(id, cancellationToken);

    [GraphQLDescription("The condition, as the input SegmentConditionInput takes it: change it and send it back.")]
    public static JsonElement GetCondition([Parent(nameof(Segment.ConditionJson))] Segment segment, ConditionPrinter printer) => printer.Print(segment.Condition);

    [Cost(1)]
    [GraphQLDescription("How many members it has, of those that the caller may see. Null where privacy says that the caller may not know.")]
    public static async Task<int?> GetMemberCountAsync(
        [Parent($"{nameof(Segment.Id)} {nameof(Segment.MemberCount)} {nameof(Segment.Privacy)}")] Segment segment,
        Caller caller,
        SegmentMemberCountDataLoader counts,
        CancellationToken cancellationToken) =>
        segment.Privacy > caller.VisiblePrivacy ? null
        : caller.Scope.IsEverything ? segment.MemberCount
        : await counts.LoadAsync(segment.Id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<MemberFilterInput>]
    [UseSorting<MemberSortInput>]
    [GraphQLDescription("The members that it has and that the caller may see. Empty where privacy says that the caller may not know.")]
    public static IQueryable<Member> GetMembers([Parent(nameof(Segment.Id))] Segment segment, CommunityDbContext db, Caller caller)
    {
        var visible = caller.VisiblePrivacy;

        return db.SegmentMembers
            .Where(s => s.SegmentId == segment.Id && s.LeftAt == null && s.Segment.Privacy <= visible)
            .Select(s => s.Member);
    }

    [Authorize(Policies.Read)]
    [Cost(10)]
    [GraphQLDescription("Why a member fulfils the condition or does not, by what the caller may see: an OWNER's own groups. Null where there is no such member, or where privacy says that the caller may not know.")]
    public static async Task<ConditionExplanation?> GetExplainAsync(
        [Parent($"{nameof(Segment.ConditionJson)} {nameof(Segment.Privacy)}")] Segment segment,
        [ID<Member>] [GraphQLDescription("The member.")] long memberId,
        CommunityDatabase database,
        Caller caller,
        SegmentClock clock,
        CancellationToken cancellationToken)
    {
        if (segment.Privacy > caller.VisiblePrivacy)
        {
            return null;
        }

        await using var db = database.Create(caller.Scope);
        return ConditionExplanation.From(await SegmentQuery.ExplainAsync(db, segment.Condition, memberId, clock.Time, cancellationToken), caller);
    }
}

/// <summary>How many members of segments a caller sees who does not see all: one statement for a whole list of segments.</summary>
public sealed class SegmentMemberCountDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, int>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, int>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var counts = await db.SegmentMembers
            .Where(s => keys.Contains(s.SegmentId) && s.LeftAt == null)
            .GroupBy(s => s.SegmentId)
            .Select(g => new { SegmentId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.SegmentId, c => c.Count, cancellationToken);
        return keys.ToDictionary(key => key, key => counts.GetValueOrDefault(key));
    }
}
