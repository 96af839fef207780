using Headless.Community.Segments;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

/// <summary>What depends on what: segments on those and on the tags that their conditions name, a tag with a rule on the rule's segment.</summary>
internal static class SegmentDependencies
{
    /// <param name="session">The write under way.</param>
    /// <param name="changed">A segment as it is about to be saved.</param>
    public static async Task<DependencyGraph> ReadDependenciesAsync(this WriteSession session, Segment? changed = null)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var tags = (await db.Tags.Where(t => t.TagGroupId != null).Select(t => new { t.Id, t.TagGroupId }).ToListAsync(ct))
            .ToLookup(t => t.TagGroupId!.Value, t => t.Id);
        var graph = new DependencyGraph();
        foreach (var segment in await db.Segments.AsNoTracking().OrderBy(s => s.Id).ToListAsync(ct))
        {
            graph.Add(new DependencyGraph.Node(typeof(Segment), segment.Id), segment.Id == changed?.Id ? changed.Condition : segment.Condition, tags);
        }

        foreach (var rule in await db.TagRules.AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct))
        {
            graph.Add(new DependencyGraph.Node(typeof(Tag), rule.TagId), new InSegmentCondition { In = [rule.SegmentId] }, tags);
        }

        return graph;
    }

    /// <summary>What rests on a segment, for a person; null: nothing does.</summary>
    public static async Task<string?> FindDependentAsync(this WriteSession session, long segmentId)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        if (await db.TagRules.Where(r => r.SegmentId == segmentId).Select(r => r.Tag.Name).FirstOrDefaultAsync(ct) is { } tag)
        {
            return $"The rule of the tag '{tag}'";
        }

        if (await db.ReferralPrograms.Where(p => p.SegmentId == segmentId).Select(p => p.Name).FirstOrDefaultAsync(ct) is { } program)
        {
            return $"The referral programme '{program}'";
        }

        if (await db.Campaigns.Where(c => c.SegmentId == segmentId).Select(c => c.Name).FirstOrDefaultAsync(ct) is { } campaign)
        {
            return $"The campaign '{campaign}'";
        }

        var others = await db.Segments.AsNoTracking().Where(s => s.Id != segmentId).OrderBy(s => s.Id).ToListAsync(ct);
        return others.Find(s => SegmentConditionCheck.KeysOf(s.Condition, typeof(Segment)).Any(place => place.Key == segmentId)) is { } dependent
            ? $"The segment '{dependent.Name}'"
            : null;
    }
}
