using System.Globalization;
using Headless.Community.Import;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Headless.Metrics.Analysis;
using Headless.Metrics.Rollups;

namespace Headless.Metrics.Tests.Rollups;

/// <summary>Sales figures of a real purchase history beside a count over its lines.</summary>
public sealed class CdnowMetricTests : IAsyncLifetime
{
    private readonly SqliteTestDatabase _test = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _test.InitializeAsync();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public async Task Monthly_revenue_order_value_repurchase_and_purchase_cohorts_agree_with_the_raw_lines()
    {
        var file = SharedData.Find(Path.Combine("cdnow", "orders.txt"));
        var calendar = ReportingCalendar.ForZone(null);
        await new ImportRunner(new ActivityIngestion(_test.Database, new RollupProjection(calendar), new ActivitySignal(), _test.Clock), _test.Database)
            .RunAsync(new ImportRequest { Format = ImportFormat.Orders, Paths = [file] }, null, Token);
        var lines = File.ReadLines(file).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(p => (Who: p[0], Day: DateOnly.ParseExact(p[1], "yyyyMMdd", CultureInfo.InvariantCulture), Amount: decimal.Parse(p[3], CultureInfo.InvariantCulture))).ToList();
        await using var context = _test.Everything();
        var service = new MetricService(context, calendar, new MetricSettings(), _test.Clock);
        var window = new MetricWindow(new DateOnly(2021, 1, 1), new DateOnly(2022, 7, 1));

        var keys = new[] { MetricKey.Revenue, MetricKey.AverageOrderValue, MetricKey.RevenuePerBuyer, MetricKey.RepurchaseRate, MetricKey.RepurchaseFrequency };
        var series = await service.GetSeriesAsync([.. keys.Select(key => new MetricSeriesQuery(MetricScope.Everything, key, window, MetricInterval.Month, new MetricOptions()))], Token);
        foreach (var (query, points) in series)
        {
            points.Count.ShouldBe(18);
            foreach (var point in points)
            {
                var month = lines.Where(l => l.Day >= point.Value.Window.From && l.Day < point.Value.Window.To).ToList();
                var buyers = month.GroupBy(l => l.Who).Select(g => g.Count()).ToList();
                var expected = query.Key switch
                {
                    MetricKey.Revenue => (double)month.Sum(l => l.Amount),
                    MetricKey.AverageOrderValue => (double)(month.Sum(l => l.Amount) / month.Count),
                    MetricKey.RevenuePerBuyer => (double)(month.Sum(l => l.Amount) / buyers.Count),
                    MetricKey.RepurchaseRate => (double)buyers.Count(n => n > 1) / buyers.Count,
                    _ => (double)month.Count / buyers.Count,
                };
                point.Value.Value!.Value.ShouldBe(expected, 1e-9, $"{query.Key} {point.Value.Window.From}");
                point.Value.Currency.ShouldBe(query.Key is MetricKey.RepurchaseRate or MetricKey.RepurchaseFrequency ? null : "USD");
            }
        }

        var all = (await service.GetValuesAsync([new MetricQuery(null, MetricKey.RepurchaseRate, window)], Token)).Single().Value;
        (all.Numerator, all.Denominator).ShouldBe((lines.GroupBy(l => l.Who).Count(g => g.Count() > 1), lines.Select(l => l.Who).Distinct().Count()));

        var cohorts = await new CohortService(context, calendar, service, _test.Clock).GetPurchasesAsync(MetricScope.Everything, window, MetricInterval.Month, 5, null, Token);
        var first = lines.GroupBy(l => l.Who).ToDictionary(g => g.Key, g => g.Min(l => l.Day));
        cohorts.Sum(c => c.Size).ShouldBe(first.Count);
        foreach (var cohort in cohorts)
        {
            var people = first.Where(f => f.Value >= cohort.From && f.Value < cohort.To).Select(f => f.Key).ToHashSet();
            cohort.Size.ShouldBe(people.Count);
            foreach (var cell in cohort.Cells)
            {
                var month = lines.Where(l => people.Contains(l.Who) && l.Day >= cohort.From.AddMonths(cell.Period) && l.Day < cohort.From.AddMonths(cell.Period + 1)).ToList();
                (cell.Buyers, cell.Orders, cell.Revenue).ShouldBe((month.Select(l => l.Who).Distinct().LongCount(), month.Count, month.Sum(l => l.Amount)));
            }
        }

        var rfm = await new RfmService(context, calendar, service).GetAsync(MetricScope.Everything, window, null, Token);
        (rfm.Buyers, rfm.Revenue, rfm.Cells.Sum(c => c.Orders)).ShouldBe((first.Count, lines.Sum(l => l.Amount), lines.Count));
    }
}
