using System.Runtime.CompilerServices;
using Headless.Community.Ingestion;

namespace Headless.Server.Delivery;

/// <summary>What of the log somebody follows.</summary>
/// <param name="GroupIds">Only of these groups; null: of all.</param>
/// <param name="Kinds">Only of these kinds; null: of all.</param>
public sealed record ActivitySelection(IReadOnlySet<long>? GroupIds, IReadOnlySet<ActivityKind>? Kinds)
{
    /// <summary>Only about these members; null: about anybody.</summary>
    public IReadOnlySet<long>? MemberIds { get; init; }

    /// <summary>Only about these tags; null: about any.</summary>
    public IReadOnlySet<long>? TagIds { get; init; }

    /// <summary>Only about these campaigns; null: about any.</summary>
    public IReadOnlySet<long>? CampaignIds { get; init; }

    /// <summary>Only about these content items; null: about any.</summary>
    public IReadOnlySet<long>? ContentItemIds { get; init; }

    public bool Includes(Activity activity) =>
        (Kinds is null || Kinds.Contains(activity.Kind))
        && Has(GroupIds, activity.GroupId) && Has(MemberIds, activity.MemberId) && Has(TagIds, activity.TagId) && Has(CampaignIds, activity.CampaignId)
        && Has(ContentItemIds, activity.ContentItemId);

    /// <summary>The same as a condition of a query.</summary>
    public IQueryable<Activity> Of(IQueryable<Activity> activities)
    {
        if (Kinds?.ToArray() is { } kinds)
        {
            activities = activities.Where(a => EF.Parameter(kinds).Contains(a.Kind));
        }

        if (GroupIds?.ToArray() is { } groups)
        {
            activities = activities.Where(a => a.GroupId != null && EF.Parameter(groups).Contains(a.GroupId.Value));
        }

        if (MemberIds?.ToArray() is { } members)
        {
            activities = activities.Where(a => a.MemberId != null && EF.Parameter(members).Contains(a.MemberId.Value));
        }

        if (TagIds?.ToArray() is { } tags)
        {
            activities = activities.Where(a => a.TagId != null && EF.Parameter(tags).Contains(a.TagId.Value));
        }

        if (CampaignIds?.ToArray() is { } campaigns)
        {
            activities = activities.Where(a => a.CampaignId != null && EF.Parameter(campaigns).Contains(a.CampaignId.Value));
        }

        if (ContentItemIds?.ToArray() is { } items)
        {
            activities = activities.Where(a => a.ContentItemId != null && EF.Parameter(items).Contains(a.ContentItemId.Value));
        }

        return activities;
    }

    private static bool Has(IReadOnlySet<long>? wanted, long? id) => wanted is null || (id is { } known && wanted.Contains(known));
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
    public async IAsyncEnumerable<Activity> ReadAsync(
        long after, ActivitySelection selection, AccessScope scope, Func<IQueryable<Activity>, IQueryable<Activity>>? where, [EnumeratorCancellation] CancellationToken ct)
    {
        Position = after;
        var end = await LastIdAsync(ct);
        do
        {
            while (Position < end)
            {
                var (from, to) = (Position, end);
                List<Activity> page;
                await using (var db = database.Create(scope))
                {
                    var rows = selection.Of(db.Activities.AsNoTracking().Where(a => a.Id > from && a.Id <= to));
                    page = await (where?.Invoke(rows) ?? rows).OrderBy(a => a.Id).Take(PageSize).ToListAsync(ct);
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
