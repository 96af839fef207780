using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Views of a page by one visitor on a day.</summary>
/// <param name="PageId">The page.</param>
/// <param name="LinkId">The link that was followed; null: the page reported it.</param>
/// <param name="IsOfPage">Whether they are views of the page, too; otherwise of the link alone.</param>
/// <param name="Day">The day of the reporting time zone.</param>
/// <param name="VisitorKey">The visitor's key of that day.</param>
/// <param name="Views">How many.</param>
public readonly record struct PageHit(long PageId, long? LinkId, bool IsOfPage, DateOnly Day, string VisitorKey, int Views = 1);

/// <summary>What a count changed of a page.</summary>
/// <param name="PageId">The page.</param>
/// <param name="Views">Its views that were added.</param>
/// <param name="Visitors">Its visitors that were added.</param>
/// <param name="Clicks">The clicks on its links that were added.</param>
public sealed record PageCountChange(long PageId, long Views, long Visitors, long Clicks);

/// <summary>Counts views in days, pages and links: a handful of statements for thousands of views.</summary>
public static class PageViewCounting
{
    /// <summary>So many views of one visitor on a day count; what comes after them is a machine or a child.</summary>
    public const int MaxViews = 200;

    /// <summary>So many visitors of a page, or of a link, on a day are told apart; the views of further ones count, they themselves do not.</summary>
    public const int MaxVisitors = 500_000;

    /// <summary>How long views of the past can still be reported, and so how long a day's keys are kept after it.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromHours(24);

    private const int AtOnce = 500;

    /// <summary>Counts inside the transaction of the context, which sees every row.</summary>
    public static async Task<IReadOnlyList<PageCountChange>> CountAsync(CommunityDbContext db, IReadOnlyCollection<PageHit> hits, CancellationToken ct)
    {
        // One at a time: two who see the same visitor for the first time would count them twice.
        await TransactionLock.ActivityLog.TakeAsync(db, ct);
        var added = new Dictionary<(long Page, long Link), (long Views, long Visitors)>();
        foreach (var day in hits.GroupBy(hit => hit.Day))
        {
            var sums = new Dictionary<(long Page, long Link, string Key), int>();
            foreach (var hit in day)
            {
                if (hit.LinkId is { } link)
                {
                    Add((hit.PageId, link, hit.VisitorKey), hit.Views);
                }

                if (hit.IsOfPage)
                {
                    Add((hit.PageId, 0, hit.VisitorKey), hit.Views);
                }
            }

            await CountDayAsync(db, day.Key, sums, added, ct);

            void Add((long, long, string) of, int views) => sums[of] = Math.Min(MaxViews, sums.GetValueOrDefault(of) + views);
        }

        foreach (var ((page, link), (views, visitors)) in added)
        {
            if (link == 0)
            {
                await db.TrackedPages.Where(p => p.Id == page).ExecuteUpdateAsync(
                    set => set.SetProperty(p => p.ViewCount, p => p.ViewCount + views).SetProperty(p => p.VisitorCount, p => p.VisitorCount + visitors), ct);
            }
            else
            {
                await db.TrackedLinks.Where(l => l.Id == link).ExecuteUpdateAsync(
                    set => set.SetProperty(l => l.ClickCount, l => l.ClickCount + views).SetProperty(l => l.VisitorCount, l => l.VisitorCount + visitors), ct);
            }
        }

        return
        [
            .. added.GroupBy(of => of.Key.Page).OrderBy(of => of.Key).Select(of => new PageCountChange(
                of.Key, of.Where(a => a.Key.Link == 0).Sum(a => a.Value.Views), of.Where(a => a.Key.Link == 0).Sum(a => a.Value.Visitors),
                of.Where(a => a.Key.Link != 0).Sum(a => a.Value.Views))),
        ];
    }

    private static async Task CountDayAsync(
        CommunityDbContext db, DateOnly day, Dictionary<(long Page, long Link, string Key), int> sums, Dictionary<(long Page, long Link), (long Views, long Visitors)> added,
        CancellationToken ct)
    {
        var pages = sums.Keys.Select(of => of.Page).Distinct().ToArray();
        var days = await db.PageDays.Where(d => d.Day == day && EF.Parameter(pages).Contains(d.PageId)).ToDictionaryAsync(d => (d.PageId, d.LinkId), ct);
        foreach (var some in sums.Chunk(AtOnce))
        {
            var keys = some.Select(of => of.Key.Key).Distinct().ToArray();
            var known = await db.PageVisitors.Where(v => v.Day == day).WhereIn(db, v => v.Key, keys).ToDictionaryAsync(v => (v.PageId, v.LinkId, v.Key), ct);
            foreach (var (of, views) in some)
            {
                if (!days.TryGetValue((of.Page, of.Link), out var sum))
                {
                    sum = db.PageDays.Add(new PageDay { PageId = of.Page, LinkId = of.Link, Day = day }).Entity;
                    days.Add((of.Page, of.Link), sum);
                }

                var (counted, isNew) = (views, 0);
                if (known.TryGetValue(of, out var visitor))
                {
                    counted = Math.Min(views, MaxViews - visitor.Views);
                    visitor.Views += counted;
                }
                else if (sum.Visitors < MaxVisitors)
                {
                    db.PageVisitors.Add(new PageVisitor { PageId = of.Page, LinkId = of.Link, Day = day, Key = of.Key, Views = views });
                    isNew = 1;
                }

                if (counted == 0)
                {
                    continue;
                }

                sum.Views += counted;
                sum.Visitors += isNew;
                var before = added.GetValueOrDefault((of.Page, of.Link));
                added[(of.Page, of.Link)] = (before.Views + counted, before.Visitors + isNew);
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
