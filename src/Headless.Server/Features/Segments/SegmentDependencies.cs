using Headless.Community.Segments;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

/// <summary>What depends on what, read for a change.</summary>
internal static class SegmentDependencies
{
    /// <summary>The graph of all segments, one of them as it is about to be saved.</summary>
    public static async Task<DependencyGraph> ReadDependenciesAsync(this WriteSession session, Segment changed)
    {
        var tags = (await session.Db.Tags.Where(t => t.TagGroupId != null).Select(t => new { t.Id, t.TagGroupId }).ToListAsync(session.CancellationToken))
            .ToLookup(t => t.TagGroupId!.Value, t => t.Id);
        var graph = new DependencyGraph();
        foreach (var segment in await session.Db.Segments.AsNoTracking().Where(s => s.Id != changed.Id).ToListAsync(session.CancellationToken))
        {
            graph.Add(new DependencyGraph.Node(typeof(Segment), segment.Id), segment.Condition, tags);
        }

        graph.Add(new DependencyGraph.Node(typeof(Segment), changed.Id), changed.Condition, tags);
        return graph;
    }

    /// <summary>What names a segment in its condition, for a person; null: nothing does.</summary>
    public static async Task<string?> FindDependentAsync(this WriteSession session, long segmentId) =>
        (await session.Db.Segments.AsNoTracking().Where(s => s.Id != segmentId).OrderBy(s => s.Id).ToListAsync(session.CancellationToken))
        .Find(s => SegmentConditionCheck.KeysOf(s.Condition, typeof(Segment)).Any(place => place.Key == segmentId)) is { } dependent
            ? $"The segment '{dependent.Name}'"
            : null;
}
