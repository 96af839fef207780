using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.MemberClasses;

/// <summary>
/// The classes of some members. A constant number of statements to read; what is written is what has changed.
/// </summary>
/// <param name="db">For <see cref="RefreshAsync"/>, in a transaction, with everything in its scope.</param>
/// <param name="dayOf">The local day of an instant.</param>
/// <param name="now">The time, UTC.</param>
public sealed class MemberClassification(CommunityDbContext db, Func<DateTime, DateOnly> dayOf, DateTime now)
{
    /// <summary>So many members are looked at in one go.</summary>
    public const int ChunkSize = 500;

    /// <returns>How many came into another class.</returns>
    public async Task<int> RefreshAsync(MemberClassRules rules, IReadOnlyCollection<long> memberIds, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var chunk in memberIds.Chunk(ChunkSize))
        {
            changed += await RefreshChunkAsync(rules, chunk, cancellationToken);
        }

        return changed;
    }

    /// <summary>What the rules say of some members now, without writing anything. Five statements.</summary>
    public async Task<IReadOnlyDictionary<long, Classification>> ClassifyAsync(MemberClassRules rules, long[] ids, CancellationToken cancellationToken)
    {
        var today = dayOf(now);
        var created = await db.Members.Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.CreatedAt, cancellationToken);
        var orders = (await db.Orders.Where(o => o.MemberId != null && EF.Parameter(ids).Contains(o.MemberId.Value) && o.Status == OrderStatus.Paid)
            .Select(o => new { o.Id, MemberId = o.MemberId!.Value, o.PaidAt, o.Amount, o.RefundedAmount, o.Currency }).ToListAsync(cancellationToken))
            .ToLookup(o => o.MemberId, o => new ClassOrder(o.Id, o.MemberId, dayOf(o.PaidAt), o.Amount - o.RefundedAmount, o.Currency));
        var invites = (await db.Memberships
            .Where(m => m.InvitedById != null && EF.Parameter(ids).Contains(m.InvitedById.Value) && m.MemberId != m.InvitedById)
            .Select(m => new { InviterId = m.InvitedById!.Value, m.MemberId }).Distinct().ToListAsync(cancellationToken)).ToLookup(i => i.InviterId, i => i.MemberId);
        var friends = (await (
                from stay in db.Memberships
                join order in db.Orders on stay.MemberId equals order.MemberId
                where stay.InvitedById != null && EF.Parameter(ids).Contains(stay.InvitedById.Value) && stay.MemberId != stay.InvitedById && order.Status == OrderStatus.Paid
                select new { InviterId = stay.InvitedById!.Value, order.Id, stay.MemberId, order.PaidAt, order.Amount, order.RefundedAmount, order.Currency })
            .Distinct().ToListAsync(cancellationToken))
            .ToLookup(o => o.InviterId, o => new ClassOrder(o.Id, o.MemberId, dayOf(o.PaidAt), o.Amount - o.RefundedAmount, o.Currency));
        var first = await db.Memberships.Where(m => EF.Parameter(ids).Contains(m.MemberId))
            .GroupBy(m => m.MemberId).Select(g => new { g.Key, At = g.Min(m => m.JoinedAt) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellationToken);
        var tagId = rules.NeedTagId;
        var tagged = tagId is null ? [] : await db.MemberTags.Where(t => t.TagId == tagId && EF.Parameter(ids).Contains(t.MemberId))
            .Select(t => t.MemberId).ToHashSetAsync(cancellationToken);
        return created.ToDictionary(
            member => member.Key,
            member => MemberClassifier.Classify(
                new ClassFacts(
                    [.. orders[member.Key]], [.. friends[member.Key]], invites[member.Key].Count(),
                    dayOf(first.TryGetValue(member.Key, out var at) ? at : member.Value), tagged.Contains(member.Key)),
                rules, today));
    }

    private async Task<int> RefreshChunkAsync(MemberClassRules rules, long[] ids, CancellationToken cancellationToken)
    {
        var members = await db.Members.Where(m => EF.Parameter(ids).Contains(m.Id) && m.MergedIntoId == null)
            .Select(m => new { m.Id, m.Class, m.ClassConflicts, m.ClassEvidence }).ToListAsync(cancellationToken);
        var found = await ClassifyAsync(rules, ids, cancellationToken);
        var (changes, activities) = (new List<MemberClassChange>(), new List<Activity>());
        foreach (var member in members)
        {
            var (id, of) = (member.Id, found[member.Id]);
            var (evidence, moved) = (MemberClassChange.Write(of.Evidence), of.Class != member.Class);
            if (!moved && of.Conflicts == member.ClassConflicts && evidence == member.ClassEvidence)
            {
                continue;
            }

            // Past the version: what class somebody is in is no edit of the member.
            await db.Members.Where(m => m.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Class, of.Class).SetProperty(m => m.ClassConflicts, of.Conflicts).SetProperty(m => m.ClassEvidence, evidence)
                    .SetProperty(m => m.ClassSince, m => moved ? now : m.ClassSince),
                cancellationToken);
            if (moved)
            {
                changes.Add(new MemberClassChange { MemberId = id, From = member.Class, To = of.Class, ChangedAt = now, Conflicts = of.Conflicts, Evidence = evidence });
                activities.Add(new Activity
                {
                    Kind = ActivityKind.MemberClassChanged, OccurredAt = now, RecordedAt = now, MemberId = id,
                    Data = $$"""{"from":"{{Name(member.Class)}}","to":"{{Name(of.Class)}}"}""",
                });
            }
        }

        db.MemberClassChanges.AddRange(changes);
        await db.SaveChangesAsync(cancellationToken);
        if (activities.Count > 0)
        {
            await db.BulkInsertAsync(activities, cancellationToken);
        }

        return activities.Count;
    }

    private static string Name(MemberClass value) => value.ToString().ToUpperInvariant();
}
