using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

/// <summary>Takes tags away whose time is over.</summary>
public sealed class TagExpiryWork : ITimedWork
{
    private const int MaxRows = 500;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await db.MemberTags.AnyAsync(t => t.ExpiresAt <= now, ct) || await db.ItemTags.AnyAsync(t => t.ExpiresAt <= now, ct);

    public async Task RunAsync(WriteSession session)
    {
        var (db, now, ct) = (session.Db, session.Now, session.CancellationToken);
        var over = await db.MemberTags.AsNoTracking().Include(t => t.Tag).Where(t => t.ExpiresAt <= now).OrderBy(t => t.ExpiresAt).Take(MaxRows).ToListAsync(ct);
        foreach (var byTag in over.GroupBy(t => t.TagId))
        {
            await MemberTagBulk.RemoveAsync(db, byTag.First().Tag, byTag.Select(t => t.MemberId), null, TagRemoval.Expired, now, null, ct);
        }

        foreach (var item in await db.ItemTags.Include(t => t.Tag).Where(t => t.ExpiresAt <= now).OrderBy(t => t.ExpiresAt).Take(MaxRows).ToListAsync(ct))
        {
            db.ItemTags.Remove(item);
            session.RecordTag(ActivityKind.TagRemoved, item, item.Tag, MemberTagBulk.DataOf(TagRemoval.Expired));
        }
    }
}
