using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Reading;

/// <summary>
/// Fills in what became of content: of what reached people in an interval who opened it, and of what they opened in it who went on. Each
/// person counts once for each item.
/// </summary>
internal sealed class ReactionReader(CommunityDbContext db)
{
    public async Task FillAsync(InputTable table, CancellationToken ct)
    {
        var (from, to) = (table.Intervals.Start, table.Intervals.End);
        var rows = Rows(table);
        var reached = rows.Where(r => r.ReachedAt >= from && r.ReachedAt < to);
        var opened = rows.Where(r => r.OpenedAt >= from && r.OpenedAt < to);
        if (table.Intervals.IsWhole)
        {
            foreach (var row in await reached.GroupBy(r => r.GroupId)
                .Select(g => new { g.Key, Reached = g.LongCount(), Opened = g.LongCount(r => r.OpenedAt != null) }).ToListAsync(ct))
            {
                Add(table, row.Key, 0, new Reactions(row.Reached, row.Opened, 0, 0, 0, 0));
            }

            foreach (var row in await opened.GroupBy(r => r.GroupId)
                .Select(g => new
                {
                    g.Key, Openers = g.LongCount(), Completers = g.LongCount(r => r.CompletedAt != null), Commenters = g.LongCount(r => r.CommentedAt != null),
                    Likers = g.LongCount(r => r.LikedAt != null),
                }).ToListAsync(ct))
            {
                Add(table, row.Key, 0, new Reactions(0, 0, row.Openers, row.Completers, row.Commenters, row.Likers));
            }

            return;
        }

        foreach (var row in await reached.Select(r => new { r.GroupId, At = r.ReachedAt!.Value, IsOpened = r.OpenedAt != null }).ToListAsync(ct))
        {
            Add(table, row.GroupId, table.Intervals.IndexOf(row.At), new Reactions(1, row.IsOpened ? 1 : 0, 0, 0, 0, 0));
        }

        foreach (var row in await opened.Select(r => new { r.GroupId, At = r.OpenedAt!.Value, Completed = r.CompletedAt != null, Commented = r.CommentedAt != null, Liked = r.LikedAt != null }).ToListAsync(ct))
        {
            Add(table, row.GroupId, table.Intervals.IndexOf(row.At), new Reactions(0, 0, 1, row.Completed ? 1 : 0, row.Commented ? 1 : 0, row.Liked ? 1 : 0));
        }
    }

    /// <summary>What became of content with customers, in the groups asked for; of all that the caller may see also what happened in none.</summary>
    private IQueryable<ContentReach> Rows(InputTable table)
    {
        var (groups, hasAll, people) = (table.Groups, table.HasAllGroups, table.People);
        var rows = db.ContentReaches.AsNoTracking()
            .Where(r => r.GroupId == null ? hasAll : groups.Contains(r.GroupId.Value))
            .Where(r => !db.Memberships.Any(m => m.MemberId == r.MemberId && m.AccountKind != AccountKind.Customer && (r.GroupId == null || m.GroupId == r.GroupId)));
        if (people.ContentItemId is { } item)
        {
            rows = rows.Where(r => r.ContentItemId == item);
        }

        if (people.ContentCategory is { } category)
        {
            rows = rows.Where(r => db.ContentItems.Any(i => i.Id == r.ContentItemId && i.Category == category));
        }

        return people.SegmentId is { } segment
            ? rows.Where(r => db.SegmentMembers.Any(s => s.SegmentId == segment && s.MemberId == r.MemberId && s.LeftAt == null))
            : rows;
    }

    private static void Add(InputTable table, long? groupId, int index, Reactions reactions)
    {
        table.Whole[index].Reactions = reactions.Plus(table.Whole[index].Reactions);
        if (groupId is { } group && table.TryGet(group, out var inputs))
        {
            inputs[index].Reactions = reactions.Plus(inputs[index].Reactions);
        }
    }
}
