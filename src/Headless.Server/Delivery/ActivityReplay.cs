using System.Runtime.CompilerServices;
using Headless.Community.Ingestion;

namespace Headless.Server.Delivery;

/// <summary>What of the log somebody follows.</summary>
/// <param name="GroupIds">Only of these groups; null: of all.</param>
/// <param name="Kinds">Only of these kinds; null: of all.</param>
public sealed record ActivitySelection(IReadOnlySet<long>? GroupIds, IReadOnlySet<ActivityKind>? Kinds)
{
    public bool Includes(Activity activity) =>
        (Kinds is null || Kinds.Contains(activity.Kind)) && (GroupIds is null || (activity.GroupId is { } id && GroupIds.Contains(id)));
}

/// <summary>
/// Reads the log from where somebody left it to its end, page by page and at the pace of whoever takes it, so that following it live can
/// begin there: a subscriber who was away for a night holds up nobody else's reading.
/// </summary>
public sealed class ActivityReplay(CommunityDatabase database)
{
    private const int PageSize = 500;

    /// <summary>So near the end the feed takes over.</summary>
    private const int Near = 1_000;

    /// <summary>Where the last page ended: everything up to it has been read.</summary>
    public long Position { get; private set; }

    /// <summary>The activities after a position that are selected and visible within a scope, in the order of the log.</summary>
    public async IAsyncEnumerable<Activity> ReadAsync(long after, ActivitySelection selection, AccessScope scope, [EnumeratorCancellation] CancellationToken ct)
    {
        Position = after;
        var kinds = selection.Kinds?.ToArray();
        var groups = selection.GroupIds?.ToArray();
        var end = await LastIdAsync(ct);
        do
        {
            while (Position < end)
            {
                var (from, to) = (Position, end);
                List<Activity> page;
                await using (var db = database.Create(scope))
                {
                    var rows = db.Activities.AsNoTracking().Where(a => a.Id > from && a.Id <= to);
                    if (kinds is not null)
                    {
                        rows = rows.Where(a => EF.Parameter(kinds).Contains(a.Kind));
                    }

                    if (groups is not null)
                    {
                        rows = rows.Where(a => a.GroupId != null && EF.Parameter(groups).Contains(a.GroupId.Value));
                    }

                    page = await rows.OrderBy(a => a.Id).Take(PageSize).ToListAsync(ct);
                }

                foreach (var activity in page)
                {
                    yield return activity;
                }

                Position = page.Count < PageSize ? end : page[^1].Id;
            }

            end = await LastIdAsync(ct);
        }
        while (end - Position > Near);
    }

    private async Task<long> LastIdAsync(CancellationToken ct)
    {
        await using var db = database.Create(AccessScope.Everything);
        return await db.LastActivityIdAsync(ct);
    }
}
