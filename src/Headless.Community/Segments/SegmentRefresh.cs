using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>
/// Brings the members of segments up to date, in the transaction of its context, whose scope has to be everything. What decides is the
/// condition, then who was put in or kept out by hand.
/// </summary>
public sealed class SegmentRefresh(CommunityDbContext db, ConditionTime time, long? actorId = null)
{
    /// <summary>Named members are looked up so many at once.</summary>
    private const int ChunkSize = 500;

    /// <summary>
    /// Looks at every member. One statement for the condition, whatever their number. Where more than <paramref name="atMost"/> enter
    /// or leave, the segment stays stale: called again, in a transaction of its own, it goes on with those who are left, so that
    /// nobody waits for all of them.
    /// </summary>
    public async Task RefreshAllAsync(Segment segment, CancellationToken cancellationToken, int atMost = int.MaxValue)
    {
        var belonging = segment.Mode == SegmentMode.Frozen
            ? await OpenAsync(segment, null, cancellationToken)
            : await SegmentQuery.Members(db, segment.Condition, time).Select(member => member.Id).ToHashSetAsync(cancellationToken);
        var isDone = await ApplyAsync(segment, belonging, null, atMost, cancellationToken);
        var id = segment.Id;
        await db.Segments.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsStale, !isDone), cancellationToken);
    }

    /// <summary>Looks at some members only: costs by their number.</summary>
    public async Task RefreshAsync(Segment segment, IReadOnlyCollection<long> memberIds, CancellationToken cancellationToken)
    {
        foreach (var chunk in memberIds.Chunk(ChunkSize))
        {
            var belonging = segment.Mode == SegmentMode.Frozen
                ? await OpenAsync(segment, chunk, cancellationToken)
                : await SegmentQuery.Members(db, segment.Condition, time, chunk).Select(member => member.Id).ToHashSetAsync(cancellationToken);
            await ApplyAsync(segment, belonging, chunk, int.MaxValue, cancellationToken);
        }
    }

    /// <summary>Puts the members of a segment into a frozen copy, which is saved already.</summary>
    public async Task CopyAsync(Segment original, Segment copy, CancellationToken cancellationToken)
    {
        var members = (await OpenAsync(original, null, cancellationToken)).Order().Select(id => (id, SegmentCause.Freeze)).ToList();
        await SegmentMemberBulk.EnterAsync(db, copy, members, time.Now, actorId, cancellationToken);
        await CountAsync(copy, members.Count, cancellationToken);
    }

    /// <returns>Whether everybody entered and left who has to.</returns>
    private async Task<bool> ApplyAsync(Segment segment, HashSet<long> belonging, long[]? among, int atMost, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(segment, among, cancellationToken);
        var decisions = await DecisionsAsync(segment, among, cancellationToken);
        foreach (var (memberId, kind) in decisions)
        {
            _ = kind == SegmentOverrideKind.Include ? belonging.Add(memberId) : belonging.Remove(memberId);
        }

        var entering = belonging.Where(id => !open.Contains(id)).Order()
            .Select(id => (id, decisions.ContainsKey(id) ? SegmentCause.ManualInclude : SegmentCause.Condition)).ToList();
        var leaving = open.Where(id => !belonging.Contains(id)).Order()
            .Select(id => (id, decisions.ContainsKey(id) ? SegmentCause.ManualExclude : SegmentCause.Condition)).ToList();
        var isDone = entering.Count + leaving.Count <= atMost;
        if (!isDone)
        {
            leaving = [.. leaving.Take(atMost)];
            entering = [.. entering.Take(atMost - leaving.Count)];
        }

        if (entering.Count > 0)
        {
            await SegmentMemberBulk.EnterAsync(db, segment, entering, time.Now, actorId, cancellationToken);
        }

        if (leaving.Count > 0)
        {
            await SegmentMemberBulk.LeaveAsync(db, segment, leaving, time.Now, actorId, cancellationToken);
        }

        await CountAsync(segment, entering.Count - leaving.Count, cancellationToken);
        await TagAsync(segment, entering.ConvertAll(member => member.id), leaving.ConvertAll(member => member.id), cancellationToken);
        return isDone;
    }

    /// <summary>What rules make of members who entered and left.</summary>
    private async Task TagAsync(Segment segment, List<long> entered, List<long> left, CancellationToken cancellationToken)
    {
        if (entered.Count + left.Count == 0)
        {
            return;
        }

        var id = segment.Id;
        foreach (var rule in await db.TagRules.AsNoTracking().Include(rule => rule.Tag).Where(rule => rule.SegmentId == id && rule.IsActive).ToListAsync(cancellationToken))
        {
            if (entered.Count > 0)
            {
                await MemberTagBulk.AddAsync(db, rule.Tag, entered, TagSource.Rule, time.Now, actorId: null, expiresAt: null, cancellationToken);
            }

            if (left.Count > 0 && rule.RemoveWhenEnds)
            {
                await MemberTagBulk.RemoveAsync(db, rule.Tag, left, TagSource.Rule, TagRemoval.RuleEnded, time.Now, actorId: null, cancellationToken);
            }
        }
    }

    /// <remarks>Past the version: who belongs to a segment is no edit of it.</remarks>
    private async Task CountAsync(Segment segment, int change, CancellationToken cancellationToken)
    {
        if (change != 0)
        {
            var id = segment.Id;
            await db.Segments.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.MemberCount, row => row.MemberCount + change), cancellationToken);
        }
    }

    private Task<HashSet<long>> OpenAsync(Segment segment, long[]? among, CancellationToken cancellationToken)
    {
        var id = segment.Id;
        var open = db.SegmentMembers.Where(stay => stay.SegmentId == id && stay.LeftAt == null);
        return (among is null ? open : open.Where(stay => EF.Parameter(among).Contains(stay.MemberId)))
            .Select(stay => stay.MemberId).ToHashSetAsync(cancellationToken);
    }

    private Task<Dictionary<long, SegmentOverrideKind>> DecisionsAsync(Segment segment, long[]? among, CancellationToken cancellationToken)
    {
        var id = segment.Id;
        var decisions = db.SegmentOverrides.Where(row => row.SegmentId == id);
        return (among is null ? decisions : decisions.Where(row => EF.Parameter(among).Contains(row.MemberId)))
            .ToDictionaryAsync(row => row.MemberId, row => row.Kind, cancellationToken);
    }
}
