using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Rollups;

/// <summary>Keeps <see cref="ContentReach"/> with the log, and builds it again from it.</summary>
public static class ContentReaches
{
    private const int AtOnce = 2_000;

    private static readonly ActivityKind[] s_kinds =
    [
        ActivityKind.DeliverySent, ActivityKind.ContentExposed, ActivityKind.ContentOpened, ActivityKind.ContentCompleted, ActivityKind.ContentCommented, ActivityKind.ContentLiked,
        ActivityKind.ContentShared, ActivityKind.ContentFollowed,
    ];

    /// <summary>Adds what has just been appended to the log, inside the transaction that holds its lock.</summary>
    public static async Task AddAsync(CommunityDbContext context, IEnumerable<ContentEvent> events, CancellationToken cancellationToken)
    {
        var added = events.ToList();
        if (added.Count == 0)
        {
            return;
        }

        var (items, members) = (added.Select(e => e.ContentItemId).Distinct().ToArray(), added.Select(e => e.MemberId).Distinct().ToArray());
        var rows = (await context.ContentReaches.IgnoreQueryFilters()
            .Where(row => EF.Parameter(items).Contains(row.ContentItemId) && EF.Parameter(members).Contains(row.MemberId))
            .ToListAsync(cancellationToken)).ToDictionary(row => (row.ContentItemId, row.MemberId));
        foreach (var one in added)
        {
            if (!rows.TryGetValue((one.ContentItemId, one.MemberId), out var row))
            {
                row = context.ContentReaches.Add(new ContentReach { ContentItemId = one.ContentItemId, MemberId = one.MemberId }).Entity;
                rows.Add((one.ContentItemId, one.MemberId), row);
            }

            row.Add(one.Kind, one.At, one.GroupId);
        }

        await context.SaveChangesAsync(cancellationToken);
        foreach (var row in rows.Values)
        {
            context.Entry(row).State = EntityState.Detached;
        }
    }

    /// <summary>What an activity adds; null: nothing.</summary>
    public static ContentEvent? Of(Activity activity) =>
        activity is { ContentItemId: { } item, MemberId: { } member } && s_kinds.Contains(activity.Kind)
            ? new ContentEvent(activity.Kind, item, member, activity.GroupId, activity.OccurredAt)
            : null;

    /// <summary>Takes out what members add.</summary>
    internal static Task RemoveAsync(CommunityDbContext context, IReadOnlyCollection<long> memberIds, CancellationToken cancellationToken)
    {
        var ids = memberIds.ToArray();
        return context.ContentReaches.IgnoreQueryFilters().Where(row => EF.Parameter(ids).Contains(row.MemberId)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Adds what the log has, of some members or of all; nothing of it may be in.</summary>
    internal static async Task BuildAsync(CommunityDbContext context, IReadOnlyCollection<long>? memberIds, CancellationToken cancellationToken)
    {
        var log = context.Activities.IgnoreQueryFilters().AsNoTracking()
            .Where(activity => activity.ContentItemId != null && activity.MemberId != null && EF.Parameter(s_kinds).Contains(activity.Kind));
        if (memberIds?.ToArray() is { } ids)
        {
            log = log.Where(activity => EF.Parameter(ids).Contains(activity.MemberId!.Value));
        }

        long last = 0;
        while (true)
        {
            var rows = await log.Where(activity => activity.Id > last).OrderBy(activity => activity.Id).Take(AtOnce)
                .Select(activity => new { activity.Id, activity.Kind, ContentItemId = activity.ContentItemId!.Value, MemberId = activity.MemberId!.Value, activity.GroupId, activity.OccurredAt })
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }

            await AddAsync(context, rows.Select(row => new ContentEvent(row.Kind, row.ContentItemId, row.MemberId, row.GroupId, row.OccurredAt)), cancellationToken);
            last = rows[^1].Id;
        }
    }
}

/// <summary>Something that happened with a content item and a person.</summary>
/// <param name="Kind">What.</param>
/// <param name="ContentItemId">The item.</param>
/// <param name="MemberId">The person.</param>
/// <param name="GroupId">The group; null: in none.</param>
/// <param name="At">When, UTC.</param>
public readonly record struct ContentEvent(ActivityKind Kind, long ContentItemId, long MemberId, long? GroupId, DateTime At);
