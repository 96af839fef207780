using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>What came of a check-in.</summary>
/// <param name="CheckIn">The row.</param>
/// <param name="IsNew">Whether it was made now.</param>
/// <param name="Standing">Where the member stands with it.</param>
/// <param name="Reached">The milestones that they reached with it.</param>
public sealed record CheckInResult(CheckIn CheckIn, bool IsNew, CheckInStanding Standing, IReadOnlyList<CheckInMilestone> Reached);

/// <summary>Enters check-ins, inside a transaction that the caller has begun.</summary>
public static class CheckInBook
{
    /// <summary>Enters a day, once; the points of the day and of milestones go to the ledger with it.</summary>
    /// <param name="program">With its milestones and its programme of points.</param>
    /// <exception cref="DomainException">The programme is closed on that day, or the day cannot be added.</exception>
    /// <exception cref="DbUpdateException">Somebody else has entered the member's first day at the same moment: begin again.</exception>
    public static async Task<CheckInResult> EnterAsync(
        CommunityDbContext db, CheckInProgram program, long memberId, DateOnly day, DateTime at, bool isMakeUp, DateTime now, CancellationToken ct)
    {
        var standing = await HoldAsync(db, program.Id, memberId, ct);
        var entered = await db.CheckIns.IgnoreQueryFilters().Where(c => c.ProgramId == program.Id && c.MemberId == memberId).OrderBy(c => c.Day).ToListAsync(ct);
        if (entered.Find(c => c.Day == day) is { } known)
        {
            return new CheckInResult(known, false, standing, []);
        }

        if (isMakeUp)
        {
            program.RequireMakeUp(day, program.DayOf(now), standing.MakeUps);
        }
        else
        {
            program.RequireOpen(day);
        }

        var checkIn = new CheckIn { ProgramId = program.Id, MemberId = memberId, Day = day, CheckedAt = at, IsMakeUp = isMakeUp };
        db.CheckIns.Add(checkIn);
        entered.Add(checkIn);
        standing.Count([.. entered.Select(c => c.Day).Order()], entered.Count(c => c.IsMakeUp));
        checkIn.Streak = StreakOf([.. entered.Select(c => c.Day)], day);
        var reached = await ReachAsync(db, program, standing, now, ct);
        if (program.PointProgram is { IsRetired: false } points)
        {
            foreach (var (amount, note) in reached.Select(m => (m.Points, m.Name)).Prepend((program.PointsPerDay, program.Name)).Where(p => p.Item1 > 0))
            {
                await PointLedger.PostAsync(
                    db, points, new PointPosting(memberId, PointEntryKind.CheckIn, amount, now) { GroupId = program.GroupId, ExpiresAt = points.ExpiryOf(now), Note = note }, ct);
            }
        }

        return new CheckInResult(checkIn, true, standing, reached);
    }

    /// <summary>Computes where members stand again: rows of theirs were moved.</summary>
    public static async Task RebuildAsync(CommunityDbContext db, IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        long[] ids = [.. memberIds];
        var days = await db.CheckIns.IgnoreQueryFilters().Where(c => EF.Parameter(ids).Contains(c.MemberId)).OrderBy(c => c.Day).ToListAsync(ct);
        var standings = await db.CheckInStandings.IgnoreQueryFilters().Where(s => EF.Parameter(ids).Contains(s.MemberId)).ToListAsync(ct);
        foreach (var own in days.GroupBy(c => (c.ProgramId, c.MemberId)).Where(own => !standings.Exists(s => (s.ProgramId, s.MemberId) == own.Key)).ToList())
        {
            standings.Add(db.CheckInStandings.Add(new CheckInStanding { ProgramId = own.Key.ProgramId, MemberId = own.Key.MemberId }).Entity);
        }

        foreach (var standing in standings)
        {
            var own = days.FindAll(c => c.ProgramId == standing.ProgramId && c.MemberId == standing.MemberId);
            standing.Count(own.ConvertAll(c => c.Day), own.Count(c => c.IsMakeUp));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>The member's row, which nobody else changes until this transaction ends.</summary>
    private static async Task<CheckInStanding> HoldAsync(CommunityDbContext db, long programId, long memberId, CancellationToken ct)
    {
        var own = db.CheckInStandings.IgnoreQueryFilters().Where(s => s.ProgramId == programId && s.MemberId == memberId);
        if (await own.ExecuteUpdateAsync(set => set.SetProperty(s => s.Turn, s => s.Turn + 1), ct) == 0)
        {
            var standing = new CheckInStanding { ProgramId = programId, MemberId = memberId };
            db.CheckInStandings.Add(standing);
            await db.SaveChangesAsync(ct);
            return standing;
        }

        return await own.SingleAsync(ct);
    }

    private static int StreakOf(HashSet<DateOnly> days, DateOnly day)
    {
        var first = day;
        while (days.Contains(first.AddDays(-1)))
        {
            first = first.AddDays(-1);
        }

        return day.DayNumber - first.DayNumber + 1;
    }

    private static async Task<IReadOnlyList<CheckInMilestone>> ReachAsync(
        CommunityDbContext db, CheckInProgram program, CheckInStanding standing, DateTime now, CancellationToken ct)
    {
        var count = program.Mode == CheckInMode.Continuous ? standing.LongestStreak : standing.TotalDays;
        var before = await db.CheckInRewards.IgnoreQueryFilters().Where(r => r.MemberId == standing.MemberId && r.Milestone.ProgramId == program.Id)
            .Select(r => r.MilestoneId).ToListAsync(ct);
        List<CheckInMilestone> reached = [.. program.Milestones.Where(m => m.Days <= count && !before.Contains(m.Id)).OrderBy(m => m.Days)];
        db.CheckInRewards.AddRange(reached.Select(m => new CheckInReward { MilestoneId = m.Id, MemberId = standing.MemberId, ReachedAt = now }));
        return reached;
    }
}
