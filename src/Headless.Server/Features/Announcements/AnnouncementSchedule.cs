using System.Linq.Expressions;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Announcements;

/// <summary>Publishes announcements at their time. Where the group does not run by then nobody would read them: they are drafts again.</summary>
internal sealed class AnnouncementSchedule : ITimedWork
{
    private const int MaxAnnouncements = 200;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => db.Announcements.AnyAsync(IsDue(now), ct);

    public async Task RunAsync(WriteSession session)
    {
        var due = await session.Db.Announcements.Include(a => a.Group)
            .Where(IsDue(session.Now))
            .OrderBy(a => a.PublishAt).ThenBy(a => a.Id)
            .Take(MaxAnnouncements)
            .ToListAsync(session.CancellationToken);
        foreach (var announcement in due)
        {
            if (announcement.Group.Status != GroupStatus.Active)
            {
                announcement.Unschedule();
                session.RecordAnnouncement(ActivityKind.AnnouncementUnscheduled, announcement);
                continue;
            }

            if (announcement.IsPinned)
            {
                await session.UnpinOthersAsync(announcement);
            }

            announcement.Publish(announcement.Group, session.Now);
            session.RecordAnnouncement(ActivityKind.AnnouncementPublished, announcement);
            if (announcement.IsPinned)
            {
                // The next one of the group finds it above the messages.
                await session.Db.SaveChangesAsync(session.CancellationToken);
            }
        }
    }

    private static Expression<Func<Announcement, bool>> IsDue(DateTime now) => a => a.Status == AnnouncementStatus.Scheduled && a.PublishAt <= now;
}
