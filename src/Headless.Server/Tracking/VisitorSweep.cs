using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Tracking;

/// <summary>Forgets the keys of a day's visitors, and the salt that they were made with, once no late report of that day can come any more.</summary>
internal sealed class VisitorSweep(ReportingCalendar calendar) : ITimedWork
{
    private const int AtOnce = 20_000;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var first = First(now);
        return await db.VisitorSalts.AnyAsync(s => s.Day < first, ct) || await db.PageVisitors.AnyAsync(v => v.Day < first, ct);
    }

    public async Task RunAsync(WriteSession session)
    {
        var (db, first, ct) = (session.Db, First(session.Now), session.CancellationToken);
        await db.VisitorSalts.Where(s => s.Day < first).ExecuteDeleteAsync(ct);
        var expired = db.PageVisitors.Where(v => v.Day < first).OrderBy(v => v.Id).Select(v => v.Id).Take(AtOnce);
        await db.PageVisitors.Where(v => expired.Contains(v.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>The first day of which something can still be counted.</summary>
    private DateOnly First(DateTime now) => calendar.DayOf(now - PageViewCounting.Lateness);
}
