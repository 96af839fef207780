using Headless.Server.Writing;

namespace Headless.Server.Timers;

/// <summary>Forgets the answers to mutations with an idempotency key once they have been kept long enough.</summary>
internal sealed class MutationReceiptSweep(IdempotencyOptions options) : ITimedWork
{
    private const int AtOnce = 1_000;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var until = now - options.KeepFor;
        return db.MutationReceipts.AnyAsync(r => r.CreatedAt < until, ct);
    }

    public Task RunAsync(WriteSession session)
    {
        var until = session.Now - options.KeepFor;
        var expired = session.Db.MutationReceipts.Where(r => r.CreatedAt < until).OrderBy(r => r.CreatedAt).Select(r => r.Id).Take(AtOnce);
        return session.Db.MutationReceipts.Where(r => expired.Contains(r.Id)).ExecuteDeleteAsync(session.CancellationToken);
    }
}
