using System.Text.Json;
using Headless.Community.Segments;
using Headless.Server.Access;
using Headless.Server.Features.Segments.Conditions;

namespace Headless.Server.Features.Segments;

[GraphQLDescription("What a condition finds at the moment, within what the caller may see.")]
public sealed record SegmentPreview([property: GraphQLIgnore] SegmentCondition Condition)
{
    /// <summary>The most members of a sample.</summary>
    private const int MaxSample = 50;

    [Cost(10)]
    [GraphQLDescription("How many members fulfil it.")]
    public async Task<int> GetCountAsync(CommunityDatabase database, Caller caller, SegmentClock clock, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await SegmentQuery.Members(db, Condition, clock.Time).CountAsync(cancellationToken);
    }

    [Cost(10)]
    [ListSize(AssumedSize = 10, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("Some of the members who fulfil it: those who were entered last.")]
    public async Task<IReadOnlyList<Member>> GetSampleAsync(
        [GraphQLDescription("How many at most: 1 to 50.")] [DefaultValue(10)] int first,
        CommunityDatabase database,
        Caller caller,
        SegmentClock clock,
        CancellationToken cancellationToken)
    {
        if (first is < 1 or > MaxSample)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"A sample has 1 to {MaxSample} members.").SetCode("PAGE_SIZE_INVALID").Build());
        }

        await using var db = database.Create(caller.Scope);
        return await SegmentQuery.Members(db, Condition, clock.Time).AsNoTracking().OrderByDescending(m => m.Id).Take(first).ToListAsync(cancellationToken);
    }

    [Cost(10)]
    [GraphQLDescription("Why a member fulfils it or does not; null where there is no such member or the caller may not see them.")]
    public async Task<ConditionExplanation?> GetExplainAsync(
        [ID<Member>] [GraphQLDescription("The member.")] long memberId,
        CommunityDatabase database,
        Caller caller,
        SegmentClock clock,
        CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return ConditionExplanation.From(await SegmentQuery.ExplainAsync(db, Condition, memberId, clock.Time, cancellationToken), caller);
    }
}

[GraphQLDescription("Why a member fulfils a condition or does not, by what the caller may see.")]
public sealed record ConditionExplanation(
    [property: GraphQLDescription("Whether the whole condition holds.")] bool Matched,
    [property: GraphQLDescription("Each node of the tree, the root first, in the order in which it is written.")] IReadOnlyList<ConditionNode> Nodes)
{
    internal static ConditionExplanation? From(SegmentExplanation? explanation, Caller caller) => explanation is null
        ? null
        : new ConditionExplanation(
            explanation.Matched,
            [.. explanation.Nodes.Select(node => new ConditionNode(
                node.Path,
                node.Condition,
                node.Depth,
                node.Matched,
                node.Actual is null || (node.IsPersonal && !caller.May(Policies.ReadPersonalData)) ? null : JsonSerializer.SerializeToElement(node.Actual)))]);
}

[GraphQLDescription("One node of a condition, with whether it holds for a member.")]
public sealed record ConditionNode(
    [property: GraphQLDescription("Where it stands in the tree: all[2].purchase.")] string Path,
    [property: GraphQLDescription("The field of the input that it is: all, purchase.")] string Condition,
    [property: GraphQLDescription("How deep it stands: 1 is the root.")] int Depth,
    [property: GraphQLDescription("Whether it holds.")] bool Matched,
    [property: GraphQLDescription("What the member has in this respect, by what the node looks at: {\"orders\":3,\"amount\":120,\"currency\":\"CNY\"}; null for all, any and none.")] JsonElement? Actual);

/// <summary>The moment at which conditions are asked, and the zone of their days.</summary>
public sealed class SegmentClock(TimeProvider clock, ReportingCalendar calendar)
{
    public ConditionTime Time => At(clock.GetUtcNow().UtcDateTime);

    public ConditionTime At(DateTime now) => new(now, calendar.TimeZone);
}
