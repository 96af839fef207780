using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>What is to be entered into a member's ledger.</summary>
public sealed record PointPosting(long MemberId, PointEntryKind Kind, long Points, DateTime At)
{
    public long? GroupId { get; init; }

    public DateTime? ExpiresAt { get; init; }

    public string? Note { get; init; }

    public long? RuleId { get; init; }

    public long? ActivityId { get; init; }

    public long? OrderId { get; init; }

    public long? ReversesId { get; init; }

    public string? IdempotencyKey { get; init; }
}

/// <summary>Enters lines into ledgers and keeps the balances, inside a transaction that the caller has begun.</summary>
public static class PointLedger
{
    /// <summary>
    /// Enters a line. The balance moves by one statement that looks whether it may, so that of two who spend the last points one does.
    /// </summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.InsufficientPoints"/>: there are too few. <see cref="DomainErrorCodes.PointLimit"/>: nobody may have so many.
    /// </exception>
    /// <exception cref="DbUpdateException">Somebody else has entered the member's first line at the same moment: begin again.</exception>
    public static async Task<PointEntry> PostAsync(CommunityDbContext db, PointProgram program, PointPosting posting, CancellationToken ct)
    {
        var (points, expiry) = (posting.Points, posting.ExpiresAt);
        var allowsNegative = program.AllowsNegative;
        var own = db.PointBalances.IgnoreQueryFilters().Where(b => b.ProgramId == program.Id && b.MemberId == posting.MemberId);
        if (!await own.AnyAsync(ct))
        {
            var balance = new PointBalance { ProgramId = program.Id, MemberId = posting.MemberId };
            db.PointBalances.Add(balance);
            await db.SaveChangesAsync(ct);
            db.Entry(balance).State = EntityState.Detached;
        }

        var moved = await own
            .Where(b => b.Balance + points <= PointBalance.MaxBalance && b.Balance + points >= -PointBalance.MaxBalance && (points > 0 || allowsNegative || b.Balance + points >= 0))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(b => b.Balance, b => b.Balance + points)
                    .SetProperty(b => b.NextExpiryAt, b => expiry != null && (b.NextExpiryAt == null || b.NextExpiryAt > expiry) ? expiry : b.NextExpiryAt),
                ct);
        var now = await own.Select(b => b.Balance).SingleAsync(ct);
        if (moved == 0)
        {
            throw points < 0 && now + points >= -PointBalance.MaxBalance
                ? new DomainException(DomainErrorCodes.InsufficientPoints, $"There are {now} points: {-points} cannot be taken.")
                : new DomainException(DomainErrorCodes.PointLimit, $"A member has at most {PointBalance.MaxBalance} points.");
        }

        var entry = new PointEntry
        {
            ProgramId = program.Id, MemberId = posting.MemberId, GroupId = posting.GroupId, Kind = posting.Kind, Points = points, BalanceAfter = now,
            OccurredAt = posting.At, Day = program.DayOf(posting.At), ExpiresAt = expiry, Note = posting.Note, RuleId = posting.RuleId,
            ActivityId = posting.ActivityId, OrderId = posting.OrderId, ReversesId = posting.ReversesId, IdempotencyKey = posting.IdempotencyKey,
        };
        db.PointEntries.Add(entry);
        return entry;
    }

    /// <summary>
    /// How many points of a member are void by now: what should have been redeemed by now, less everything that went out. What expires first
    /// is redeemed first.
    /// </summary>
    public static async Task<long> ExpiredAsync(CommunityDbContext db, long programId, long memberId, DateTime now, CancellationToken ct)
    {
        var own = db.PointEntries.IgnoreQueryFilters().Where(e => e.ProgramId == programId && e.MemberId == memberId);
        var due = await own.Where(e => e.Points > 0 && e.Kind != PointEntryKind.Reversed && e.ExpiresAt <= now).SumAsync(e => e.Points, ct);
        var gone = await own.Where(e => e.Points < 0 || e.Kind == PointEntryKind.Reversed).SumAsync(e => e.Points, ct);
        return Math.Max(0, due + gone);
    }

    /// <summary>When points of a member expire next.</summary>
    public static Task<DateTime?> NextExpiryAsync(CommunityDbContext db, long programId, long memberId, DateTime now, CancellationToken ct) =>
        db.PointEntries.IgnoreQueryFilters()
            .Where(e => e.ProgramId == programId && e.MemberId == memberId && e.Points > 0 && e.ExpiresAt > now)
            .MinAsync(e => e.ExpiresAt, ct);

    /// <summary>Sets the balances of some members to what their ledgers come to: rows of theirs were moved.</summary>
    public static async Task RebuildAsync(CommunityDbContext db, IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        long[] ids = [.. memberIds];
        var sums = await db.PointEntries.IgnoreQueryFilters().Where(e => EF.Parameter(ids).Contains(e.MemberId))
            .GroupBy(e => new { e.ProgramId, e.MemberId })
            .Select(g => new { g.Key.ProgramId, g.Key.MemberId, Points = g.Sum(e => e.Points), Expiry = g.Min(e => e.ExpiresAt) })
            .ToListAsync(ct);
        var balances = await db.PointBalances.IgnoreQueryFilters().Where(b => EF.Parameter(ids).Contains(b.MemberId)).ToListAsync(ct);
        foreach (var balance in balances)
        {
            var sum = sums.Find(s => s.ProgramId == balance.ProgramId && s.MemberId == balance.MemberId);
            (balance.Balance, balance.NextExpiryAt) = (sum?.Points ?? 0, sum?.Expiry);
        }

        db.PointBalances.AddRange(sums.Where(s => !balances.Exists(b => b.ProgramId == s.ProgramId && b.MemberId == s.MemberId))
            .Select(s => new PointBalance { ProgramId = s.ProgramId, MemberId = s.MemberId, Balance = s.Points, NextExpiryAt = s.Expiry }));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Sets every balance of a programme to what its ledger comes to; returns how many were wrong.</summary>
    public static async Task<int> RebuildAsync(CommunityDbContext db, PointProgram program, CancellationToken ct)
    {
        var entries = db.PointEntries.IgnoreQueryFilters().Where(e => e.ProgramId == program.Id);
        var balances = db.PointBalances.IgnoreQueryFilters().Where(b => b.ProgramId == program.Id);
        var wrong = await balances.Where(b => b.Balance != entries.Where(e => e.MemberId == b.MemberId).Sum(e => e.Points))
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Balance, b => entries.Where(e => e.MemberId == b.MemberId).Sum(e => e.Points)), ct);
        var missing = await entries.Where(e => !balances.Any(b => b.MemberId == e.MemberId))
            .GroupBy(e => e.MemberId).Select(g => new { MemberId = g.Key, Points = g.Sum(e => e.Points), Expiry = g.Min(e => e.ExpiresAt) }).ToListAsync(ct);
        db.PointBalances.AddRange(missing.Select(m => new PointBalance { ProgramId = program.Id, MemberId = m.MemberId, Balance = m.Points, NextExpiryAt = m.Expiry }));
        await db.SaveChangesAsync(ct);
        return wrong + missing.Count;
    }
}
