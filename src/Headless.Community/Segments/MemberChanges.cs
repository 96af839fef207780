using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>Which members have to be looked at again since the last time: those whom the log names, and those whom time moved.</summary>
/// <param name="MemberIds">The members.</param>
/// <param name="Stale">The conditions for which every member has to be looked at.</param>
/// <param name="AreGroupsChanged">Whether something was changed of a group, which no activity of a member tells.</param>
/// <param name="AreAttributesChanged">Whether the definition of an attribute was changed, perhaps who may read it.</param>
public sealed record MemberChanges(IReadOnlyCollection<long> MemberIds, IReadOnlySet<SegmentCondition> Stale, bool AreGroupsChanged, bool AreAttributesChanged)
{
    /// <summary>So many activities are looked at in one go.</summary>
    public const int MaxActivities = 2_000;

    /// <summary>Further behind than this it is cheaper to look at everybody.</summary>
    public const int MaxBehind = 50_000;

    /// <summary>Whom time moved is looked for this often.</summary>
    public static readonly TimeSpan TimeInterval = TimeSpan.FromSeconds(20);

    /// <summary>More members than this whom time moved at once, as at midnight: everybody is looked at.</summary>
    private const int MaxMoved = 5_000;

    /// <summary>Reads on from where the state stands, and moves it.</summary>
    /// <param name="conditions">What is asked of the members.</param>
    public static async Task<MemberChanges> ReadAsync(
        CommunityDbContext db, SegmentRefreshState state, IReadOnlyCollection<SegmentCondition> conditions, ConditionTime time, CancellationToken cancellationToken)
    {
        var last = state.LastActivityId;
        var newest = await db.LastActivityIdAsync(cancellationToken);
        if (newest - last > MaxBehind)
        {
            (state.LastActivityId, state.TimeAt) = (newest, time.Now);
            return new MemberChanges([], new HashSet<SegmentCondition>(conditions, ReferenceEqualityComparer.Instance), false, true);
        }

        var activities = await db.Activities.Where(activity => activity.Id > last).OrderBy(activity => activity.Id).Take(MaxActivities)
            .Select(activity => new { activity.Id, activity.Kind, activity.MemberId }).ToListAsync(cancellationToken);
        state.LastActivityId = activities.Count > 0 ? activities[^1].Id : last;
        var members = activities
            .Where(activity => activity.MemberId is not null && activity.Kind is not (ActivityKind.SegmentEntered or ActivityKind.SegmentLeft))
            .Select(activity => activity.MemberId!.Value).ToHashSet();
        var stale = new HashSet<SegmentCondition>(ReferenceEqualityComparer.Instance);
        if (time.Now - state.TimeAt >= TimeInterval)
        {
            await AddMovedAsync(db, state.TimeAt, conditions, time, members, stale, cancellationToken);
            state.TimeAt = time.Now;
        }

        return new MemberChanges(members, stale, activities.Exists(activity => activity.Kind == ActivityKind.GroupUpdated),
            activities.Exists(activity => activity.Kind == ActivityKind.AttributeDefinitionUpdated));
    }

    private static async Task AddMovedAsync(
        CommunityDbContext db, DateTime from, IEnumerable<SegmentCondition> conditions, ConditionTime time, HashSet<long> members, HashSet<SegmentCondition> stale,
        CancellationToken cancellationToken)
    {
        var scope = new ConditionScope(db, time, isForFew: false);
        foreach (var condition in conditions)
        {
            foreach (var moved in condition.Leaves().SelectMany(step => step.Leaf.MovedSince(scope, from)))
            {
                var ids = await moved.Distinct().Take(MaxMoved + 1).ToListAsync(cancellationToken);
                if (ids.Count > MaxMoved)
                {
                    stale.Add(condition);
                    break;
                }

                members.UnionWith(ids);
            }
        }
    }
}
