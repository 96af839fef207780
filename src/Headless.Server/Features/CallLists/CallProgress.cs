using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.CallLists;

[GraphQLDescription("How many entries of a call list there are, by what came of the calls.")]
public sealed record CallCounts(
    [property: GraphQLDescription("All of them.")] int Total,
    [property: GraphQLDescription("Not called yet.")] int Pending,
    [property: GraphQLDescription("Called, but nobody answered.")] int NoAnswer,
    [property: GraphQLDescription("Answered, not decided.")] int Reached,
    [property: GraphQLDescription("Said yes.")] int Accepted,
    [property: GraphQLDescription("Said no.")] int Refused,
    [property: GraphQLDescription("The number was not theirs.")] int WrongNumber,
    [property: GraphQLDescription("Left out, not to be called.")] int Skipped)
{
    internal static CallCounts Of(IEnumerable<CallTally> tallies)
    {
        var counts = tallies.ToLookup(t => t.Status, t => t.Count);
        return new CallCounts(
            counts.Sum(c => c.Sum()),
            counts[CallStatus.Pending].Sum(),
            counts[CallStatus.NoAnswer].Sum(),
            counts[CallStatus.Reached].Sum(),
            counts[CallStatus.Accepted].Sum(),
            counts[CallStatus.Refused].Sum(),
            counts[CallStatus.WrongNumber].Sum(),
            counts[CallStatus.Skipped].Sum());
    }
}

[GraphQLDescription("How far one caller has come.")]
public sealed record CallerProgress(
    [property: GraphQLIgnore] long OperatorId,
    [property: GraphQLDescription("Their entries.")] CallCounts Counts)
{
    [Cost(1)]
    [GraphQLDescription("The caller.")]
    public Task<Operator?> GetOperatorAsync(ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(OperatorId, cancellationToken);
}

/// <summary>So many entries of a list have the round, caller and status.</summary>
public sealed record CallTally(long CallListId, int Round, long? OperatorId, CallStatus Status, int Count);

/// <summary>The tallies of call lists: one statement over an index for a whole page of lists.</summary>
public sealed class CallTalliesByListIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, CallTally>(batchScheduler, options)
{
    protected override async Task<ILookup<long, CallTally>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return Array.Empty<CallTally>().ToLookup(t => t.CallListId);
        }

        await using var db = database.Create(caller.Scope);
        var tallies = await db.CallEntries
            .Where(e => keys.Contains(e.CallListId))
            .GroupBy(e => new { e.CallListId, e.Round, e.OperatorId, e.Status })
            .Select(g => new { g.Key.CallListId, g.Key.Round, g.Key.OperatorId, g.Key.Status, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return tallies
            .Select(t => new CallTally(t.CallListId, t.Round, t.OperatorId, t.Status, t.Count))
            .ToLookup(t => t.CallListId);
    }
}

/// <summary>How far a call list is.</summary>
[ExtendObjectType<CallList>]
public sealed class CallListProgress
{
    [Cost(1)]
    [GraphQLDescription("How far a round is, of what the caller may see. One statement counts a whole page of lists.")]
    public static async Task<CallCounts> GetCountsAsync(
        [Parent($"{nameof(CallList.Id)} {nameof(CallList.Round)}")] CallList list,
        [GraphQLDescription("The round, from 1; the current one unless given.")] int? round,
        CallTalliesByListIdDataLoader tallies,
        CancellationToken cancellationToken) =>
        CallCounts.Of((await tallies.LoadAsync(list.Id, cancellationToken) ?? []).Where(t => t.Round == (round ?? list.Round)));

    [Cost(1)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("How far each caller is in a round, of what the caller of the API may see. One statement counts a whole page of lists.")]
    public static async Task<IReadOnlyList<CallerProgress>> GetProgressAsync(
        [Parent($"{nameof(CallList.Id)} {nameof(CallList.Round)}")] CallList list,
        [GraphQLDescription("The round, from 1; the current one unless given.")] int? round,
        CallTalliesByListIdDataLoader tallies,
        CancellationToken cancellationToken) =>
        [.. (await tallies.LoadAsync(list.Id, cancellationToken) ?? [])
            .Where(t => t.Round == (round ?? list.Round) && t.OperatorId is not null)
            .GroupBy(t => t.OperatorId!.Value)
            .OrderBy(g => g.Key)
            .Select(g => new CallerProgress(g.Key, CallCounts.Of(g)))];
}
