using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.CallLists;

/// <summary>Putting members on a call list: who is left out, who calls the others.</summary>
internal static class CallListFilling
{
    /// <summary>The most members that one request names.</summary>
    public const int MaxMembers = 1_000;

    /// <summary>The most callers of a list.</summary>
    public const int MaxCallers = 50;

    /// <summary>The most regions that a partition names.</summary>
    public const int MaxRegions = 100;

    /// <summary>Puts members on the current round. Its rules must be loaded.</summary>
    /// <param name="segmentId">Whose members come on it, besides those who are named; those that the caller may see.</param>
    public static async Task<CallListChange> AddMembersAsync(this WriteSession session, CallList list, IReadOnlyList<long> memberIds, long? segmentId)
    {
        var ids = memberIds.Distinct().ToArray();
        var segment = await session.FindReadySegmentAsync(segmentId);
        var chosen = segment is null
            ? session.Db.Members.Where(m => EF.Parameter(ids).Contains(m.Id))
            : session.Db.Members.Where(m => EF.Parameter(ids).Contains(m.Id)
                || session.Db.SegmentMembers.Any(s => s.SegmentId == segment.Id && s.MemberId == m.Id && s.LeftAt == null));
        var found = await chosen
            .Select(CallCandidate.At(session.Now))
            .Take(CallList.MaxEntries + 1)
            .ToDictionaryAsync(c => c.MemberId, session.CancellationToken);
        var known = await session.Db.CallEntries.IgnoreQueryFilters()
            .Where(e => e.CallListId == list.Id && e.Round == list.Round)
            .Select(e => e.MemberId)
            .ToHashSetAsync(session.CancellationToken);
        known.IntersectWith(found.Keys);
        var refused = memberIds
            .Select((id, index) => (id, index))
            .Where(row => !found.ContainsKey(row.id))
            .Select(row => new RefusedCallListMember(row.index, row.id, "NOT_FOUND", "There is no Member with the id, or you may not see it."))
            .ToList();
        var entries = await session.AddEntriesAsync(list, list.Round, [.. found.Values.Where(c => !known.Contains(c.MemberId))], new Dictionary<long, long>());
        return new CallListChange(
            list,
            entries.Count(e => e.Status == CallStatus.Pending),
            entries.Count(e => e.Status == CallStatus.Skipped),
            known.Count,
            refused);
    }

    /// <exception cref="NotFoundException">It is not there, or says something personal that the caller may not know.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.SegmentNotReady"/>: its members have not been found yet.</exception>
    private static async Task<Segment?> FindReadySegmentAsync(this WriteSession session, long? segmentId)
    {
        var segment = await session.FindAsync<Segment>(segmentId, "segmentId");
        if (segment is not null && segment.Privacy > session.Caller.VisiblePrivacy)
        {
            throw new NotFoundException(nameof(Segment), "segmentId");
        }

        return segment is { IsStale: true }
            ? throw new DomainException(DomainErrorCodes.SegmentNotReady, $"The members of '{segment.Name}' have not been found yet: try again in a moment.")
            : segment;
    }

    /// <summary>Makes the entries, in the order of the members' ids, so that the same members are shared out the same way.</summary>
    /// <param name="session">The write.</param>
    /// <param name="list">With its rules.</param>
    /// <param name="round">The round that they are for.</param>
    /// <param name="candidates">Members who are not on it yet.</param>
    /// <param name="callers">Who called a member before, and should call again.</param>
    public static async Task<IReadOnlyList<CallEntry>> AddEntriesAsync(
        this WriteSession session, CallList list, int round, IReadOnlyList<CallCandidate> candidates, IReadOnlyDictionary<long, long> callers)
    {
        var loads = await session.Db.CallEntries.IgnoreQueryFilters()
            .Where(e => e.CallListId == list.Id && e.Round == round)
            .GroupBy(e => e.OperatorId)
            .Select(g => new { OperatorId = g.Key, Count = g.Count() })
            .ToListAsync(session.CancellationToken);
        if (loads.Sum(l => l.Count) + candidates.Count > CallList.MaxEntries)
        {
            throw new DomainException(
                DomainErrorCodes.CallListTooLarge, $"A round of a call list has at most {CallList.MaxEntries} members: make another list for the others.");
        }

        var partition = new CallPartition(list.Rules, loads.Where(l => l.OperatorId is not null).ToDictionary(l => l.OperatorId!.Value, l => l.Count));
        List<CallEntry> entries = [.. candidates.OrderBy(c => c.MemberId).Select(candidate =>
        {
            var skip = candidate.SkipReason;
            var caller = skip is not null ? null
                : callers.TryGetValue(candidate.MemberId, out var before) ? before
                : partition.Assign(candidate.Region);
            skip ??= caller is null ? CallSkipReason.RegionExcluded : null;
            return new CallEntry
            {
                CallList = list,
                Round = round,
                MemberId = candidate.MemberId,
                Region = candidate.Region,
                OperatorId = caller,
                AddedById = session.Caller.OperatorId,
                Status = skip is null ? CallStatus.Pending : CallStatus.Skipped,
                SkipReason = skip,
            };
        })];
        session.Db.CallEntries.AddRange(entries);
        return entries;
    }

    /// <summary>The list with its rules; it must be open and the caller in charge of it.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.NotInCharge"/>, <see cref="DomainErrorCodes.CallListClosed"/>.</exception>
    public static async Task<CallList> FindOwnListAsync(this WriteSession session, long id, long? version, string path)
    {
        var list = await session.FindAsync<CallList>(id, path, lists => lists.Include(l => l.Rules));
        if (!session.Caller.Scope.IsEverything && list.CreatedById != session.Caller.OperatorId)
        {
            throw new DomainException(DomainErrorCodes.NotInCharge, "Whoever made the call list is in charge of it: ask them, or a LEAD.");
        }

        session.Expect(list, version);
        return list;
    }

    /// <summary>The callers, who have to be active.</summary>
    /// <exception cref="NotFoundException">One does not exist.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.OperatorInactive"/>.</exception>
    public static async Task RequireActiveAsync(this WriteSession session, IReadOnlyList<(long Id, string Path)> callers)
    {
        var ids = callers.Select(c => c.Id).Distinct().ToArray();
        var found = await session.Db.Operators.Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, session.CancellationToken);
        foreach (var (id, path) in callers)
        {
            if (!found.TryGetValue(id, out var staff))
            {
                throw new NotFoundException(nameof(Operator), path);
            }

            if (!staff.IsActive)
            {
                throw new DomainException(DomainErrorCodes.OperatorInactive, $"{staff.Name} is not active: activate the operator first, or name another caller.");
            }
        }
    }

    public static void RecordList(this WriteSession session, ActivityKind kind, CallList list, string? text = null) =>
        session.Record(kind, () => new ActivitySubject { CampaignId = list.CampaignId, Text = text ?? list.Name });
}

[GraphQLDescription("What putting members on a call list did.")]
public sealed record CallListChange(
    [property: GraphQLDescription("The list.")] CallList CallList,
    [property: GraphQLDescription("How many are to be called.")] int Added,
    [property: GraphQLDescription("How many are on it but left out: they opted out, are kept out, have no number, or live in a region that is left out.")] int Skipped,
    [property: GraphQLDescription("How many were on the round already.")] int Unchanged,
    [property: GraphQLDescription("Those who could not be put on it.")] IReadOnlyList<RefusedCallListMember> Refused);

[GraphQLDescription("A member who could not be put on a call list.")]
public sealed record RefusedCallListMember(
    [property: GraphQLDescription("The place in the input, from 0.")] int Index,
    [property: ID<Member>] [property: GraphQLDescription("The id as it was given.")] long MemberId,
    [property: GraphQLDescription("A stable name of the reason.")] string Code,
    [property: GraphQLDescription("What is wrong, for a person.")] string Message);
