using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Points;

/// <summary>Enters what was not redeemed in time.</summary>
public sealed class PointExpiry : ITimedWork
{
    private const int MaxMembers = 200;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => Due(db, now).AnyAsync(ct);

    public async Task RunAsync(WriteSession session)
    {
        var (db, now, ct) = (session.Db, session.Now, session.CancellationToken);
        var due = await Due(db, now).AsNoTracking().Include(b => b.Program).OrderBy(b => b.NextExpiryAt).Take(MaxMembers).ToListAsync(ct);
        foreach (var balance in due)
        {
            // Holds the row first: nobody enters a line of the member until this is through.
            var own = db.PointBalances.Where(b => b.Id == balance.Id);
            await own.ExecuteUpdateAsync(set => set.SetProperty(b => b.NextExpiryAt, (DateTime?)null), ct);
            var next = await PointLedger.NextExpiryAsync(db, balance.ProgramId, balance.MemberId, now, ct);
            await own.ExecuteUpdateAsync(set => set.SetProperty(b => b.NextExpiryAt, next), ct);
            var expired = await PointLedger.ExpiredAsync(db, balance.ProgramId, balance.MemberId, now, ct);
            var points = Math.Min(expired, await own.Select(b => b.Balance).SingleAsync(ct));
            if (points > 0)
            {
                var entry = await PointLedger.PostAsync(db, balance.Program, new PointPosting(balance.MemberId, PointEntryKind.Expired, -points, now), ct);
                session.RecordEntry(ActivityKind.PointsExpired, entry);
            }
        }
    }

    private static IQueryable<PointBalance> Due(CommunityDbContext db, DateTime now) => db.PointBalances.Where(b => b.NextExpiryAt != null && b.NextExpiryAt <= now);
}
