using Headless.Community.Ingestion;
using Headless.Community.Segments;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

/// <summary>
/// Keeps the members of live segments right, and with them the tags that rules give: within a second or two of what the log says of a
/// member, within <see cref="MemberChanges.TimeInterval"/> of what only time changes.
/// </summary>
/// <remarks>A segment that is new, or has another condition, is computed over every member first; then only those are looked at who changed.</remarks>
public sealed class SegmentRefreshWork(SegmentClock clock) : ITimedWork
{
    /// <summary>
    /// The most members who enter or leave a segment in one transaction when all are looked at: other writers wait for about a second
    /// at most, and what is interrupted has lost no more.
    /// </summary>
    internal const int MembersAtOnce = 20_000;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        if (!await db.Segments.AnyAsync(s => s.Mode == SegmentMode.Live, ct))
        {
            return false;
        }

        return await db.Segments.AnyAsync(s => s.IsStale, ct)
            || await db.SegmentRefreshStates.AsNoTracking().FirstOrDefaultAsync(ct) is not { } state
            || now - state.TimeAt >= MemberChanges.TimeInterval
            || await db.Activities.AnyAsync(a => a.Id > state.LastActivityId, ct);
    }

    public async Task RunAsync(WriteSession session)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var state = await db.SegmentRefreshStates.FirstOrDefaultAsync(ct);
        if (state is null)
        {
            // What happened before is in the first computation of each segment, also of one that a tag's rule had computed already.
            state = new SegmentRefreshState { LastActivityId = await db.LastActivityIdAsync(ct), TimeAt = session.Now };
            await db.Segments.Where(s => s.Mode == SegmentMode.Live).ExecuteUpdateAsync(set => set.SetProperty(s => s.IsStale, true), ct);
            db.SegmentRefreshStates.Add(state);
        }

        var segments = await InOrderAsync(session);
        var refresh = new SegmentRefresh(db, clock.At(session.Now));
        if (segments.FirstOrDefault(s => s.IsStale) is { } stale)
        {
            await refresh.RefreshAllAsync(stale, ct, MembersAtOnce);
            return;
        }

        var changes = await MemberChanges.ReadAsync(db, state, [.. segments.Select(s => s.Condition)], clock.At(session.Now), ct);
        foreach (var segment in segments)
        {
            if (changes.Stale.Contains(segment.Condition) || (changes.AreGroupsChanged && segment.Condition.RestsOnGroups()))
            {
                await refresh.RefreshAllAsync(segment, ct, MembersAtOnce);
            }
            else
            {
                await refresh.RefreshAsync(segment, changes.MemberIds, ct);
            }
        }

        if (changes.AreAttributesChanged)
        {
            await ReadPrivacyAgainAsync(session, segments);
        }
    }

    /// <summary>The live segments, each after those that it refers to.</summary>
    private static async Task<IReadOnlyList<Segment>> InOrderAsync(WriteSession session)
    {
        var graph = await session.ReadDependenciesAsync();
        var segments = await session.Db.Segments.AsNoTracking().Where(s => s.Mode == SegmentMode.Live).ToDictionaryAsync(s => s.Id, session.CancellationToken);
        return [.. graph.InOrder().Where(n => n.Entity == typeof(Segment)).Select(n => segments.GetValueOrDefault(n.Key)).OfType<Segment>()];
    }

    /// <summary>An attribute may have been given another privacy class.</summary>
    private static async Task ReadPrivacyAgainAsync(WriteSession session, IReadOnlyList<Segment> segments)
    {
        foreach (var segment in segments)
        {
            var (privacy, _) = await SegmentPrivacy.OfAsync(session.Db, segment.Condition, session.CancellationToken);
            if (privacy != segment.Privacy)
            {
                var id = segment.Id;
                await session.Db.Segments.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Privacy, privacy), session.CancellationToken);
            }
        }
    }
}
