using Headless.Community.Import;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Headless.Metrics.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests.Rollups;

public sealed class CdnowImportTests : IAsyncLifetime
{
    private readonly SqliteTestDatabase _test = new();

    public ValueTask InitializeAsync() => _test.InitializeAsync();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public async Task The_purchase_history_goes_in_to_the_cent_and_once()
    {
        var request = new ImportRequest { Format = ImportFormat.Orders, Paths = [SharedData.Find(Path.Combine("cdnow", "orders.txt"))] };
        var runner = new ImportRunner(
            new ActivityIngestion(_test.Database, new RollupProjection(ReportingCalendar.ForZone(null)), new ActivitySignal(), _test.Clock), _test.Database);
        var result = await runner.RunAsync(request, null, TestContext.Current.CancellationToken);
        (result.Lines, result.TotalAccepted, result.TotalIgnored, result.TotalRejected, result.Duplicates).ShouldBe((69_659, 69_659, 0, 0, 0));
        (await runner.RunAsync(request, null, TestContext.Current.CancellationToken)).Duplicates.ShouldBe(69_659);

        await using var context = _test.Everything();
        var orders = await context.Orders.GroupBy(order => order.Currency)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(TestContext.Current.CancellationToken);
        orders.Select(row => (row.Key, row.Count)).ShouldBe([("USD", 69_659)]);
        (await context.Orders.Select(order => order.Amount).ToListAsync(TestContext.Current.CancellationToken)).Sum().ShouldBe(2_500_315.63m);
        (await context.Members.CountAsync(TestContext.Current.CancellationToken))
            .ShouldBe(File.ReadLines(request.Paths[0]).Select(line => line[..5]).Distinct().Count());
    }
}
