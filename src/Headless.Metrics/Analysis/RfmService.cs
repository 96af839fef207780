using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Reading;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Analysis;

/// <summary>Buyers by how lately, how often and for how much they bought.</summary>
/// <param name="Buyers">Distinct known buyers in the window.</param>
/// <param name="Revenue">What they paid, net.</param>
/// <param name="Currency">Its currency; null without an order.</param>
/// <param name="Cells">Those with a buyer, the best first.</param>
public sealed record RfmTable(long Buyers, decimal Revenue, string? Currency, IReadOnlyList<RfmCell> Cells);

/// <summary>Buyers with the same three scores, 5 the best.</summary>
/// <param name="Recency">By the last order.</param>
/// <param name="Frequency">By the number of orders.</param>
/// <param name="Monetary">By what they paid.</param>
/// <param name="Buyers">How many.</param>
/// <param name="Orders">Their orders.</param>
/// <param name="Revenue">What they come to.</param>
public sealed record RfmCell(int Recency, int Frequency, int Monetary, long Buyers, long Orders, decimal Revenue);

/// <summary>Scores buyers. Equal buyers have equal scores: a score is one more than the fifth of the buyers that are worse.</summary>
public sealed class RfmService(CommunityDbContext db, ReportingCalendar calendar, MetricService metrics)
{
    /// <exception cref="MetricWindowException">The window cannot be, or amounts are in several currencies.</exception>
    public async Task<RfmTable> GetAsync(MetricScope scope, MetricWindow window, string? currency, CancellationToken ct)
    {
        MetricService.Check(window, null);
        var groups = await metrics.GetGroupsAsync(scope, ct);
        var rows = (await PurchaseReader.Orders(
                db, groups, scope is { GroupId: null, Groups: null }, scope.People, calendar.StartOf(window.From), calendar.StartOf(window.To), currency)
            .Where(o => o.MemberId != null && o.Status == OrderStatus.Paid)
            .GroupBy(o => new { MemberId = o.MemberId!.Value, o.Currency })
            .Select(g => new { g.Key.MemberId, g.Key.Currency, Last = g.Max(o => o.PaidAt), Count = g.LongCount(), Gross = g.Sum(o => o.Amount), Refunded = g.Sum(o => o.RefundedAmount) })
            .ToListAsync(ct))
            .ConvertAll(r => new { r.MemberId, r.Currency, r.Last, r.Count, Amount = r.Gross - r.Refunded });
        var currencies = rows.Select(r => r.Currency).Distinct().Order(StringComparer.Ordinal).ToList();
        if (currencies.Count > 1)
        {
            throw new MetricWindowException($"The orders are in {string.Join(", ", currencies)}: currencies are never added, so name one.");
        }

        var (recency, frequency, monetary) = (Scores(rows.ConvertAll(r => calendar.DayOf(r.Last).DayNumber)), Scores(rows.ConvertAll(r => r.Count)), Scores(rows.ConvertAll(r => r.Amount)));
        return new RfmTable(
            rows.Count, rows.Sum(r => r.Amount), currencies.FirstOrDefault(),
            [.. rows.GroupBy(r => (R: recency[calendar.DayOf(r.Last).DayNumber], F: frequency[r.Count], M: monetary[r.Amount]))
                .OrderByDescending(g => g.Key)
                .Select(g => new RfmCell(g.Key.R, g.Key.F, g.Key.M, g.LongCount(), g.Sum(r => r.Count), g.Sum(r => r.Amount)))]);
    }

    private static Dictionary<T, int> Scores<T>(List<T> values)
        where T : notnull
    {
        var (scores, worse) = (new Dictionary<T, int>(), 0L);
        foreach (var same in values.GroupBy(v => v).OrderBy(g => g.Key))
        {
            scores[same.Key] = (int)(1 + (5 * worse / values.Count));
            worse += same.Count();
        }

        return scores;
    }
}
