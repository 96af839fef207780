using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Reading;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Analysis;

/// <summary>Cohorts by when people joined or first bought. A cell whose period has not ended is null: it is not over, it is not 0.</summary>
public sealed class CohortService(CommunityDbContext db, ReportingCalendar calendar, MetricService metrics, TimeProvider clock)
{
    /// <summary>The most cohorts in a table.</summary>
    public const int MaxCohorts = 120;

    /// <summary>The most periods after the first.</summary>
    public const int MaxPeriods = 120;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Cohorts of those who joined in the window, in how far they stay and speak.</summary>
    /// <exception cref="MetricWindowException">The window cannot be, or has too many cohorts.</exception>
    public async Task<IReadOnlyList<RetentionCohort>> GetRetentionAsync(
        MetricScope scope, MetricWindow window, MetricInterval interval, int periods, CancellationToken ct)
    {
        var starts = Starts(window, interval, periods);
        var groups = await metrics.GetGroupsAsync(scope, ct);
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        var cohorts = Cohorts(starts, window, periods);
        HashSet<long>? meant = scope.People.IsEverybody ? null : [.. await Stays.Counted(db, groups, scope.People)
            .Where(m => m.JoinKnown && m.JoinedAt >= from && m.JoinedAt < to).Select(m => m.Id).ToListAsync(ct)];

        // Sorted here: whether a join is a person's first in the group is not asked of the database row by row.
        var (end, stays) = (calendar.StartOf(starts[^1]), new List<CohortStay>());
        await foreach (var stay in Stays.Counted(db, groups, default).Where(m => m.JoinedAt < end)
            .Select(m => new CohortStay(m.GroupId, m.MemberId, m.JoinedAt, m.Id, m.LeftAt, m.JoinKnown))
            .AsAsyncEnumerable().WithCancellation(ct))
        {
            stays.Add(stay);
        }

        stays.Sort();
        var ends = starts.ConvertAll(calendar.StartOf);
        var cohortOf = new Dictionary<(long, long), int>();
        var (staying, active, sizes) = (new long[cohorts.Count, periods + 1], new long[cohorts.Count, periods + 1], new long[cohorts.Count]);
        for (int begin = 0, next; begin < stays.Count; begin = next)
        {
            var (groupId, memberId) = (stays[begin].GroupId, stays[begin].MemberId);
            for (next = begin + 1; next < stays.Count && stays[next].GroupId == groupId && stays[next].MemberId == memberId;)
            {
                next++;
            }

            var known = stays.FindIndex(begin, next - begin, stay => stay.JoinKnown);
            if (known < 0 || stays[known].JoinedAt < from || stays[known].JoinedAt >= to || meant?.Contains(stays[known].Id) == false)
            {
                continue;
            }

            var cohort = IndexOf(starts, calendar.DayOf(stays[known].JoinedAt));
            cohortOf[(groupId, memberId)] = cohort;
            sizes[cohort]++;
            for (var period = 0; period <= periods; period++)
            {
                var at = ends[cohort + period + 1];
                staying[cohort, period] += stays.FindIndex(begin, next - begin, s => s.JoinedAt >= from && s.JoinedAt < at && (s.LeftAt is null || s.LeftAt >= at)) >= 0 ? 1 : 0;
            }
        }

        var (firstDay, lastDay) = (window.From, starts[^1]);
        var seen = new HashSet<(long, long, int)>();
        await foreach (var day in db.MemberDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day >= firstDay && d.Day < lastDay && d.EffectiveMessages > 0)
            .Select(d => new { d.GroupId, d.MemberId, d.Day })
            .AsAsyncEnumerable().WithCancellation(ct))
        {
            if (cohortOf.TryGetValue((day.GroupId, day.MemberId), out var cohort)
                && IndexOf(starts, day.Day) - cohort is >= 0 and var period && period <= periods
                && seen.Add((day.GroupId, day.MemberId, period)))
            {
                active[cohort, period]++;
            }
        }

        return [.. cohorts.Select((cohort, c) => new RetentionCohort(
            cohort.From, cohort.To, sizes[c],
            [.. Enumerable.Range(0, periods + 1).Select(period => HasEnded(starts[c + period + 1])
                ? new RetentionCell(period, staying[c, period], active[c, period], Rate(staying[c, period], sizes[c]), Rate(active[c, period], sizes[c]))
                : new RetentionCell(period, null, null, null, null))]))];
    }

    /// <summary>Cohorts of those whose first order that stands was paid in the window, and what they bought since.</summary>
    /// <exception cref="MetricWindowException">The window cannot be, has too many cohorts, or amounts are in several currencies.</exception>
    public async Task<IReadOnlyList<PurchaseCohort>> GetPurchasesAsync(
        MetricScope scope, MetricWindow window, MetricInterval interval, int periods, string? currency, CancellationToken ct)
    {
        var starts = Starts(window, interval, periods);
        var cohorts = Cohorts(starts, window, periods);
        var groups = await metrics.GetGroupsAsync(scope, ct);
        var (from, to, end) = (calendar.StartOf(window.From), calendar.StartOf(window.To), calendar.StartOf(starts[^1]));
        var all = PurchaseReader.Orders(db, groups, scope is { GroupId: null, Groups: null }, scope.People, DateTime.UnixEpoch, end, currency)
            .Where(o => o.MemberId != null && o.Status == OrderStatus.Paid);
        var firsts = all.GroupBy(o => o.MemberId!.Value).Select(g => new { MemberId = g.Key, First = g.Min(o => o.PaidAt) });
        var orders = from order in all
                     join first in firsts on order.MemberId equals first.MemberId
                     where first.First >= @from && first.First < to
                     select new { first.MemberId, first.First, order.PaidAt, order.Amount, order.RefundedAmount, order.Currency };
        var (buyers, counts, revenue, sizes) = (new long[cohorts.Count, periods + 1], new long[cohorts.Count, periods + 1], new decimal[cohorts.Count, periods + 1], new long[cohorts.Count]);
        var (seen, members, currencies) = (new HashSet<(long, int)>(), new HashSet<long>(), new SortedSet<string>(StringComparer.Ordinal));
        await foreach (var order in orders.AsAsyncEnumerable().WithCancellation(ct))
        {
            currencies.Add(order.Currency);
            var cohort = IndexOf(starts, calendar.DayOf(order.First));
            sizes[cohort] += members.Add(order.MemberId) ? 1 : 0;
            var period = IndexOf(starts, calendar.DayOf(order.PaidAt)) - cohort;
            if (period <= periods)
            {
                counts[cohort, period]++;
                revenue[cohort, period] += order.Amount - order.RefundedAmount;
                buyers[cohort, period] += seen.Add((order.MemberId, period)) ? 1 : 0;
            }
        }

        if (currencies.Count > 1)
        {
            throw new MetricWindowException($"The orders are in {string.Join(", ", currencies)}: currencies are never added, so name one.");
        }

        return [.. cohorts.Select((cohort, c) => new PurchaseCohort(
            cohort.From, cohort.To, sizes[c],
            [.. Enumerable.Range(0, periods + 1).Select(period => HasEnded(starts[c + period + 1])
                ? new PurchaseCell(period, buyers[c, period], counts[c, period], revenue[c, period], Rate(buyers[c, period], sizes[c]))
                : new PurchaseCell(period, null, null, null, null))]))];
    }

    /// <summary>A stay, in the order of whom it is about and when it began.</summary>
    private readonly record struct CohortStay(long GroupId, long MemberId, DateTime JoinedAt, long Id, DateTime? LeftAt, bool JoinKnown) : IComparable<CohortStay>
    {
        public int CompareTo(CohortStay other)
        {
            var order = GroupId.CompareTo(other.GroupId);
            order = order != 0 ? order : MemberId.CompareTo(other.MemberId);
            order = order != 0 ? order : JoinedAt.CompareTo(other.JoinedAt);
            return order != 0 ? order : Id.CompareTo(other.Id);
        }
    }

    private static double? Rate(long part, long size) => size == 0 ? null : (double)part / size;

    private static List<MetricWindow> Cohorts(List<DateOnly> starts, MetricWindow window, int periods) =>
        [.. Enumerable.Range(0, starts.Count - periods - 1).Select(i => new MetricWindow(i == 0 ? window.From : starts[i], starts[i + 1] > window.To ? window.To : starts[i + 1]))];

    /// <summary>The beginnings of the periods of the window and of those after it, and the end of the last.</summary>
    private List<DateOnly> Starts(MetricWindow window, MetricInterval interval, int periods)
    {
        MetricService.Check(window, null);
        if (interval == MetricInterval.Hour)
        {
            throw new MetricWindowException("Cohorts are those of a day, a week or a month.");
        }

        var starts = new List<DateOnly>();
        var day = interval switch { MetricInterval.Week => calendar.WeekOf(window.From), MetricInterval.Month => ReportingCalendar.MonthOf(window.From), _ => window.From };
        for (; day < window.To; day = Next(day))
        {
            starts.Add(day);
        }

        if (starts.Count > MaxCohorts)
        {
            throw new MetricWindowException($"There would be {starts.Count} cohorts: ask for at most {MaxCohorts}, by a shorter window or a longer interval.");
        }

        for (var period = 0; period <= periods; period++, day = Next(day))
        {
            starts.Add(day);
        }

        return starts;

        DateOnly Next(DateOnly at) => interval switch { MetricInterval.Week => at.AddDays(7), MetricInterval.Month => at.AddMonths(1), _ => at.AddDays(1) };
    }

    private bool HasEnded(DateOnly end) => calendar.StartOf(end) <= Now;

    private static int IndexOf(List<DateOnly> starts, DateOnly day)
    {
        var i = starts.BinarySearch(day);
        return i >= 0 ? i : ~i - 1;
    }
}
