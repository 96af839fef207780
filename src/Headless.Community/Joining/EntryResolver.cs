using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Decides where entry points lead now: three statements, however many there are. A group takes no more than the platform lets in by a code, unless a target has a limit of its own.</summary>
public static class EntryResolver
{
    /// <param name="db">A context that shows everything: where a code leads does not depend on who asks.</param>
    /// <param name="entryPointIds">The entry points.</param>
    /// <param name="now">The time at which the platforms' policies are read, UTC.</param>
    /// <param name="ct">Cancels the statements.</param>
    public static async Task<IReadOnlyDictionary<long, EntryResolution>> ResolveAsync(
        CommunityDbContext db, IReadOnlyCollection<long> entryPointIds, DateTime now, CancellationToken ct)
    {
        var entryPoints = await db.EntryPoints.AsNoTracking()
            .Where(e => entryPointIds.Contains(e.Id))
            .Select(e => new { e.Id, e.Status, FallbackId = db.Identities.Where(i => i.Id == e.FallbackIdentityId).Select(i => (long?)i.Id).FirstOrDefault() })
            .ToListAsync(ct);
        var targets = await db.EntryPointTargets.AsNoTracking()
            .Where(t => entryPointIds.Contains(t.EntryPointId))
            .OrderBy(t => t.EntryPointId).ThenBy(t => t.Position)
            .Select(t => new
            {
                Target = t,
                Status = (GroupStatus?)t.Group!.Status,
                Platform = (Platform?)t.Group!.Platform,
                t.Group!.Capacity,
                Members = db.Memberships.Count(m => m.GroupId == t.GroupId && m.LeftAt == null),
            })
            .ToListAsync(ct);
        var policies = await PlatformPolicies.LoadAsync(db, ct);
        var states = targets.ToLookup(
            t => t.Target.EntryPointId,
            t => t.Target.GroupId is null
                ? OfAccount(t.Target)
                : OfGroup(t.Target, t.Status!.Value, t.Members, t.Capacity, policies.ValueAt(t.Platform!.Value, PlatformPolicyKey.GroupQrMaxMembers, now)));
        return entryPoints.ToDictionary(e => e.Id, e => Decide(e.Id, e.Status, e.FallbackId, [.. states[e.Id]]));
    }

    private static EntryResolution Decide(long id, EntryPointStatus status, long? fallback, IReadOnlyList<EntryTargetState> states)
    {
        if (status != EntryPointStatus.Active)
        {
            return new EntryResolution(id, EntryOutcome.Off, null, null, states);
        }

        var open = states.FirstOrDefault(s => s.Availability == EntryAvailability.Open);
        return open is not null ? new EntryResolution(id, EntryOutcome.Target, open.Target, open.Target.IdentityId, states)
            : fallback is not null ? new EntryResolution(id, EntryOutcome.Fallback, null, fallback, states)
            : new EntryResolution(id, EntryOutcome.Full, null, null, states);
    }

    private static EntryTargetState OfAccount(EntryPointTarget target) => new(
        target,
        target.FriendCount >= target.Limit ? EntryAvailability.Full : EntryAvailability.Open,
        target.FriendCount,
        target.Limit,
        target.Limit is null ? EntryLimitSource.None : EntryLimitSource.Own);

    private static EntryTargetState OfGroup(EntryPointTarget target, GroupStatus status, int members, int? capacity, int? policy)
    {
        var (limit, source) = target.Limit is not null ? (target.Limit, EntryLimitSource.Own)
            : policy is not null ? (policy, EntryLimitSource.PlatformPolicy)
            : (null, EntryLimitSource.None);
        if (capacity is not null && (limit is null || capacity < limit))
        {
            (limit, source) = (capacity, EntryLimitSource.GroupCapacity);
        }

        var availability = status != GroupStatus.Active ? EntryAvailability.Closed
            : members >= limit ? EntryAvailability.Full
            : EntryAvailability.Open;
        return new EntryTargetState(target, availability, members, limit, source);
    }
}
