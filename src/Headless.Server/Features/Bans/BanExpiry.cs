using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Bans;

/// <summary>Notes that bans have ended by their time. Whether one holds at a time is decided by its times; this is for lists and followers.</summary>
public sealed class BanExpiry : ITimedWork
{
    private const int MaxRows = 200;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => Due(db, now).AnyAsync(ct);

    public async Task RunAsync(WriteSession session)
    {
        var due = await Due(session.Db, session.Now).OrderBy(b => b.Until).ThenBy(b => b.Id).Take(MaxRows).ToListAsync(session.CancellationToken);
        foreach (var ban in due)
        {
            ban.Expire();
            session.RecordBan(ActivityKind.BanExpired, ban, ban.IsForAllGroups ? null : [.. ban.BanGroups.Select(g => g.GroupId)], ban.Reason);
        }
    }

    private static IQueryable<Ban> Due(CommunityDbContext db, DateTime now) =>
        db.Bans.Include(b => b.BanGroups).Where(b => b.Status == BanStatus.Active && b.Until != null && b.Until <= now);
}
