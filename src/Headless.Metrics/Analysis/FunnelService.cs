using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Reading;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Analysis;

/// <summary>
/// Follows people through steps that the caller names. Somebody enters with their first first step in the window; each further step is the first
/// one after the step before, within some days of entering. Joins are read from the stays, messages from the days of members, orders from
/// the orders, and only other kinds from the log.
/// </summary>
public sealed class FunnelService(CommunityDbContext db, ReportingCalendar calendar, MetricService metrics)
{
    public const int MaxSteps = 8;
    public const int MaxWithinDays = 366;

    /// <exception cref="MetricWindowException">The window cannot be.</exception>
    public async Task<FunnelResult> GetAsync(MetricScope scope, MetricWindow window, IReadOnlyList<FunnelStep> steps, int withinDays, CancellationToken ct)
    {
        MetricService.Check(window, null);
        ArgumentOutOfRangeException.ThrowIfZero(steps.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps.Count, MaxSteps);
        var groups = await metrics.GetGroupsAsync(scope, ct);
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        var end = calendar.StartOf(window.To.AddDays(withinDays));
        var events = new Dictionary<FunnelStep, Dictionary<long, List<Event>>>();
        foreach (var step in steps.Distinct())
        {
            events[step] = await ReadAsync(scope, groups, step, from, end, ct);
        }

        var reached = new List<(long Member, List<DateTime> At)>();
        foreach (var (member, happened) in events[steps[0]])
        {
            if (Take(happened, steps[0].MinCount, null, to) is { } entered)
            {
                reached.Add((member, Follow(member, steps, events, entered, withinDays)));
            }
        }

        return new FunnelResult(reached.Count, Results(steps, reached), await TouchesAsync(groups, steps.Count, reached, ct));
    }

    private static List<DateTime> Follow(
        long member, IReadOnlyList<FunnelStep> steps, Dictionary<FunnelStep, Dictionary<long, List<Event>>> events, DateTime entered, int withinDays)
    {
        var at = new List<DateTime> { entered };
        foreach (var step in steps.Skip(1))
        {
            if (!events[step].TryGetValue(member, out var happened) || Take(happened, step.MinCount, at[^1], entered.AddDays(withinDays)) is not { } next)
            {
                break;
            }

            at.Add(next);
        }

        return at;
    }

    /// <summary>When something had happened so many times after a moment; null: not before the end.</summary>
    private static DateTime? Take(List<Event> happened, int count, DateTime? after, DateTime before)
    {
        foreach (var (at, until, times) in happened)
        {
            // What is known by day counts from the day of the step before on, and as done then at the earliest.
            if ((after is null || (until is null ? at > after : until > after)) && at < before && (count -= times) <= 0)
            {
                return after > at ? after : at;
            }
        }

        return null;
    }

    private static List<FunnelStepResult> Results(IReadOnlyList<FunnelStep> steps, List<(long Member, List<DateTime> At)> reached)
    {
        var results = new List<FunnelStepResult>();
        for (var i = 0; i < steps.Count; i++)
        {
            var days = reached.Where(r => r.At.Count > i).Select(r => (r.At[i] - r.At[0]).TotalDays).Order().ToList();
            results.Add(new FunnelStepResult(
                steps[i],
                days.Count,
                i > 0 && results[i - 1].Count > 0 ? (double)days.Count / results[i - 1].Count : null,
                reached.Count > 0 ? (double)days.Count / reached.Count : null,
                i > 0 && days.Count > 0 ? (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2 : null));
        }

        return results;
    }

    private async Task<List<FunnelTouch>> TouchesAsync(long[] groups, int steps, List<(long Member, List<DateTime> At)> reached, CancellationToken ct)
    {
        var channels = new Dictionary<long, long?>();
        foreach (var chunk in reached.Select(r => r.Member).Chunk(1_000))
        {
            var stays = await db.Memberships.AsNoTracking()
                .Where(m => EF.Parameter(chunk).Contains(m.MemberId) && groups.Contains(m.GroupId))
                .Select(m => new { m.MemberId, m.JoinedAt, m.Id, m.JoinChannelId }).ToListAsync(ct);
            foreach (var stay in stays.GroupBy(m => m.MemberId).Select(g => g.OrderBy(m => m.JoinedAt).ThenBy(m => m.Id).First()))
            {
                channels[stay.MemberId] = stay.JoinChannelId;
            }
        }

        return [.. reached.GroupBy(r => channels.GetValueOrDefault(r.Member))
            .Select(g => new FunnelTouch(g.Key, [.. Enumerable.Range(0, steps).Select(i => g.LongCount(r => r.At.Count > i))]))
            .OrderByDescending(t => t.Counts[0]).ThenBy(t => t.ChannelId ?? long.MaxValue)];
    }

    /// <summary>What happened to whom, in the order of time.</summary>
    private async Task<Dictionary<long, List<Event>>> ReadAsync(MetricScope scope, long[] groups, FunnelStep step, DateTime from, DateTime end, CancellationToken ct)
    {
        var rows = step.Kind switch
        {
            ActivityKind.MemberJoined => Joins(groups, scope.People, step, from, end),
            ActivityKind.MessageSent => Messages(groups, scope.People, from, end),
            ActivityKind.OrderRecorded => PurchaseReader.Orders(db, groups, scope is { GroupId: null, Groups: null }, scope.People, from, end, null)
                .Where(o => o.MemberId != null && o.Status == OrderStatus.Paid && (step.CampaignId == null || o.CampaignId == step.CampaignId))
                .Select(o => new Happened(o.MemberId!.Value, o.PaidAt, null, 1)),
            _ => Activities(scope, groups, step, from, end),
        };
        var events = new Dictionary<long, List<Event>>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var at = row.Day is { } day ? calendar.StartOf(day) : row.At;
            (events.TryGetValue(row.MemberId, out var list) ? list : events[row.MemberId] = [])
                .Add(new Event(at, row.Day is { } whole ? calendar.StartOf(whole.AddDays(1)) : null, row.Times));
        }

        foreach (var list in events.Values)
        {
            list.Sort((a, b) => a.At.CompareTo(b.At));
        }

        return events;
    }

    private IQueryable<Happened> Joins(long[] groups, MetricPeople people, FunnelStep step, DateTime from, DateTime end)
    {
        var joins = Stays.Counted(db, groups, people).Where(m => m.JoinKnown && m.JoinedAt >= from && m.JoinedAt < end
            && (step.ChannelId == null || m.JoinChannelId == step.ChannelId)
            && (step.CampaignId == null || m.JoinCampaignId == step.CampaignId)
            && (step.ContentItemId == null || m.JoinContentItemId == step.ContentItemId));
        if (step.ChannelKinds is { } kinds)
        {
            joins = joins.Where(m => m.Channel != null && kinds.Contains(m.Channel.Kind));
        }

        return joins.Select(m => new Happened(m.MemberId, m.JoinedAt, null, 1));
    }

    private IQueryable<Happened> Messages(long[] groups, MetricPeople people, DateTime from, DateTime end)
    {
        var (first, last) = (calendar.DayOf(from), calendar.DayOf(end));
        var days = db.MemberDays.AsNoTracking().Where(d => groups.Contains(d.GroupId) && d.Day >= first && d.Day < last && d.EffectiveMessages > 0);
        if (!people.IsEverybody)
        {
            var stays = Stays.Counted(db, groups, people);
            days = days.Where(d => stays.Any(m => m.GroupId == d.GroupId && m.MemberId == d.MemberId));
        }

        return days.Select(d => new Happened(d.MemberId, default, d.Day, d.EffectiveMessages));
    }

    private IQueryable<Happened> Activities(MetricScope scope, long[] groups, FunnelStep step, DateTime from, DateTime end)
    {
        var rows = db.Activities.AsNoTracking().Where(a => a.Kind == step.Kind && a.MemberId != null && a.OccurredAt >= from && a.OccurredAt < end
            && (step.CampaignId == null || a.CampaignId == step.CampaignId) && (step.ContentItemId == null || a.ContentItemId == step.ContentItemId));
        if (scope is not { GroupId: null, Groups: null })
        {
            rows = rows.Where(a => a.GroupId != null && groups.Contains(a.GroupId.Value));
        }

        if (!scope.People.IsEverybody)
        {
            var stays = Stays.Counted(db, groups, scope.People);
            rows = rows.Where(a => stays.Any(m => m.MemberId == a.MemberId));
        }

        return rows.Select(a => new Happened(a.MemberId!.Value, a.OccurredAt, null, 1));
    }

    private sealed record Happened(long MemberId, DateTime At, DateOnly? Day, int Times);

    private readonly record struct Event(DateTime At, DateTime? Until, int Times);
}
