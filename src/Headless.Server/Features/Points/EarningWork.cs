using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Points;

/// <summary>
/// Reads on in the log and enters what members earn by rules. Not while activities are recorded: a rule must not slow reports down, and an
/// entry that is refused must not refuse a report.
/// </summary>
public sealed class EarningWork : ITimedWork
{
    private const int MaxActivities = 500;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        if (await FromAsync(db, ct) is not { } from)
        {
            return false;
        }

        return await db.Activities.AnyAsync(a => a.Id > from, ct);
    }

    public async Task RunAsync(WriteSession session)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var from = await FromAsync(db, ct) ?? 0;
        var rules = await db.EarningRules.Include(r => r.Groups).Include(r => r.Program).Where(r => r.IsActive).ToListAsync(ct);
        var activities = await db.Activities.AsNoTracking().Where(a => a.Id > from).OrderBy(a => a.Id).Take(MaxActivities).ToListAsync(ct);
        if (await db.EarningStates.FirstOrDefaultAsync(ct) is not { } state)
        {
            state = db.EarningStates.Add(new EarningState()).Entity;
        }

        state.LastActivityId = activities[^1].Id;
        var earned = activities.SelectMany(activity => rules.Where(rule => Earns(rule, activity)).Select(rule => (Rule: rule, Activity: activity))).ToList();
        var amounts = await AmountsAsync(db, earned.Where(e => e.Rule.PerAmount is not null).Select(e => e.Activity.OrderId), ct);
        var days = await DaysAsync(db, [.. earned.Where(e => e.Rule.DailyCap is not null)], ct);
        foreach (var (rule, activity) in earned)
        {
            var key = new EarningDay(rule.Id, activity.MemberId!.Value, rule.Program.DayOf(activity.OccurredAt));
            var order = activity.OrderId is { } id ? amounts.GetValueOrDefault(id) : null;
            var points = rule.Capped(rule.PointsFor(order?.Amount, order?.Currency), days.GetValueOrDefault(key));
            if (points > 0 && await TryPostAsync(session, rule.Program, new PointPosting(key.MemberId, PointEntryKind.Earned, points, activity.OccurredAt)
                {
                    GroupId = activity.GroupId, ExpiresAt = rule.Program.ExpiryOf(activity.OccurredAt), RuleId = rule.Id, ActivityId = activity.Id,
                    OrderId = activity.OrderId, Note = rule.Name,
                }) is { } entry)
            {
                days[key] = days.GetValueOrDefault(key) + points;
                session.RecordEntry(ActivityKind.PointsEarned, entry);
            }
        }

        await TakeBackAsync(session, [.. activities.Where(a => a.Kind is ActivityKind.OrderRefunded or ActivityKind.OrderCancelled).Select(a => a.OrderId).OfType<long>()]);
    }

    private static bool Earns(EarningRule rule, Activity activity) =>
        activity.Id > rule.AfterActivityId
        && activity.Kind == rule.ActivityKind
        && activity.MemberId is not null
        && !activity.IsExcluded
        && (activity.IsEffective || activity.Kind != ActivityKind.MessageSent)
        && activity.OccurredAt >= rule.CreatedAt
        && !rule.Program.IsRetired
        && (rule.IsEverywhere || rule.Groups.Exists(g => g.GroupId == activity.GroupId));

    /// <summary>The activity to read on after; null where no rule holds.</summary>
    private static async Task<long?> FromAsync(CommunityDbContext db, CancellationToken ct) =>
        await db.EarningRules.Where(r => r.IsActive).MinAsync(r => (long?)r.AfterActivityId, ct) is { } first
            ? Math.Max(first, await db.EarningStates.Select(s => (long?)s.LastActivityId).FirstOrDefaultAsync(ct) ?? 0)
            : null;

    private static async Task<Dictionary<long, Order>> AmountsAsync(CommunityDbContext db, IEnumerable<long?> orderIds, CancellationToken ct)
    {
        long[] ids = [.. orderIds.OfType<long>().Distinct()];
        return ids.Length == 0 ? [] : await db.Orders.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
    }

    /// <summary>What has been earned by rules with a cap, on the days that are at issue.</summary>
    private static async Task<Dictionary<EarningDay, long>> DaysAsync(CommunityDbContext db, List<(EarningRule Rule, Activity Activity)> capped, CancellationToken ct)
    {
        var sums = new Dictionary<EarningDay, long>();
        foreach (var byRule in capped.GroupBy(e => e.Rule))
        {
            long[] members = [.. byRule.Select(e => e.Activity.MemberId!.Value).Distinct()];
            var (first, last) = (byRule.Min(e => byRule.Key.Program.DayOf(e.Activity.OccurredAt)), byRule.Max(e => byRule.Key.Program.DayOf(e.Activity.OccurredAt)));
            var rows = await db.PointEntries
                .Where(e => e.RuleId == byRule.Key.Id && EF.Parameter(members).Contains(e.MemberId) && e.Day >= first && e.Day <= last)
                .GroupBy(e => new { e.MemberId, e.Day }).Select(g => new { g.Key.MemberId, g.Key.Day, Points = g.Sum(e => e.Points) }).ToListAsync(ct);
            rows.ForEach(row => sums[new EarningDay(byRule.Key.Id, row.MemberId, row.Day)] = row.Points);
        }

        return sums;
    }

    /// <summary>An order whose money went back earns nothing: its points go too, as far as they are still there.</summary>
    private static async Task TakeBackAsync(WriteSession session, long[] orderIds)
    {
        if (orderIds.Length == 0)
        {
            return;
        }

        await session.Db.SaveChangesAsync(session.CancellationToken);
        var entries = await session.Db.PointEntries.Include(e => e.Program)
            .Where(e => e.Kind == PointEntryKind.Earned && e.OrderId != null && EF.Parameter(orderIds).Contains(e.OrderId.Value))
            .Where(e => !session.Db.PointEntries.Any(other => other.ReversesId == e.Id))
            .OrderBy(e => e.Id).ToListAsync(session.CancellationToken);
        foreach (var entry in entries)
        {
            var balance = await session.Db.PointBalances.Where(b => b.ProgramId == entry.ProgramId && b.MemberId == entry.MemberId).Select(b => b.Balance).SingleAsync(session.CancellationToken);
            var points = entry.Program.AllowsNegative ? entry.Points : Math.Clamp(balance, 0, entry.Points);
            if (points > 0 && await TryPostAsync(session, entry.Program, new PointPosting(entry.MemberId, PointEntryKind.Reversed, -points, session.Now)
                {
                    GroupId = entry.GroupId, OrderId = entry.OrderId, ReversesId = entry.Id, Note = entry.Note,
                }) is { } reversal)
            {
                session.RecordEntry(ActivityKind.PointsReversed, reversal);
            }
        }
    }

    /// <summary>The line; null where the member can have no more, or not so few.</summary>
    private static async Task<PointEntry?> TryPostAsync(WriteSession session, PointProgram program, PointPosting posting)
    {
        try
        {
            return await PointLedger.PostAsync(session.Db, program, posting, session.CancellationToken);
        }
        catch (DomainException)
        {
            return null;
        }
    }

    private readonly record struct EarningDay(long RuleId, long MemberId, DateOnly Day);
}
