using System.Linq.Expressions;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

/// <summary>
/// Closes groups at their time, FLASH groups above all, and opens drafts at theirs. A draft whose positioning is not complete is
/// not due: it opens once it is. One whose end has passed as well stays a draft.
/// </summary>
internal sealed class GroupSchedule : ITimedWork
{
    private const int MaxGroups = 200;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await db.Groups.AnyAsync(Closes(now), ct) || await db.Groups.AnyAsync(Opens(now), ct);

    public async Task RunAsync(WriteSession session)
    {
        foreach (var group in await session.Db.Groups.Where(Closes(session.Now)).OrderBy(g => g.ClosesAt).ThenBy(g => g.Id).Take(MaxGroups).ToListAsync(session.CancellationToken))
        {
            group.Close(session.Now);
            session.Record(ActivityKind.GroupClosed, () => new ActivitySubject { GroupId = group.Id });
        }

        foreach (var group in await session.Db.Groups.Where(Opens(session.Now)).OrderBy(g => g.OpensAt).ThenBy(g => g.Id).Take(MaxGroups).ToListAsync(session.CancellationToken))
        {
            if (group.Positioning.Missing.Count > 0)
            {
                // Blanks for an answer, which only a row from elsewhere can have: it would be due for ever.
                group.Reschedule(null, group.ClosesAt);
                continue;
            }

            group.Open(session.Now);
            session.Record(ActivityKind.GroupOpened, () => new ActivitySubject { GroupId = group.Id });
        }
    }

    private static Expression<Func<Group, bool>> Closes(DateTime now) => g => g.Status == GroupStatus.Active && g.ClosesAt <= now;

    private static Expression<Func<Group, bool>> Opens(DateTime now) => g =>
        g.Status == GroupStatus.Draft
        && g.OpensAt <= now
        && (g.ClosesAt == null ? g.Type != GroupType.Flash : g.ClosesAt > now)
        && g.Positioning.Why != null && g.Positioning.What != null && g.Positioning.Who != null
        && g.Positioning.Where != null && g.Positioning.When != null && g.Positioning.How != null;
}
