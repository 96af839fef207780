using Headless.Community;
using Headless.Community.Import;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Headless.Metrics.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests.Rollups;

/// <summary>The #ubuntu logs, imported once for all tests here.</summary>
public sealed class UbuntuIrcImport : IAsyncLifetime
{
    public static readonly ReportingCalendar Calendar = ReportingCalendar.ForZone("Asia/Shanghai");

    private readonly SqliteTestDatabase _test = new();

    public string Folder { get; private set; } = "";

    public long GroupId { get; private set; }

    public ImportResult Result { get; private set; } = null!;

    public SqliteTestDatabase Test => _test;

    public async ValueTask InitializeAsync()
    {
        Folder = SharedData.Find("ubuntu-irc");
        await _test.InitializeAsync();
        GroupId = await ImportGroups.FindOrAddAsync(_test.Database, "#ubuntu", Platform.Irc, _test.Clock.Now.UtcDateTime, CancellationToken.None);
        Result = await RunAsync();
    }

    public Task<ImportResult> RunAsync() =>
        new ImportRunner(new ActivityIngestion(_test.Database, new RollupProjection(Calendar), new ActivitySignal(), _test.Clock), _test.Database)
            .RunAsync(new ImportRequest { Format = ImportFormat.Irc, Paths = [Folder], GroupId = GroupId }, null, CancellationToken.None);

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}

/// <summary>Sixty-two real files: every line, twice, and rollups rebuilt. What they come to is in <see cref="UbuntuIrcMetricTests"/>.</summary>
public sealed class UbuntuIrcImportTests(UbuntuIrcImport import) : IClassFixture<UbuntuIrcImport>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_line_is_accounted_for_and_a_second_run_changes_nothing()
    {
        var result = import.Result;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{result.TotalAccepted} activities in {result.Elapsed.TotalSeconds:F1} s, {result.Rate:F0}/s; "
            + string.Join(", ", result.Accepted.Concat(result.Ignored).Concat(result.Rejected).Select(pair => $"{pair.Key} {pair.Value}")));
        (result.Files, result.Lines, result.Accepted["message"], result.Duplicates, result.StoppedAt).ShouldBe((62, 95_111, 75_174, 0, null));
        (result.TotalAccepted + result.TotalIgnored + result.TotalRejected).ShouldBe(result.Lines);
        result.Accepted["kick"].ShouldBe(6);
        result.Rejected.Values.Sum().ShouldBeLessThan(10);

        var before = await FingerprintAsync();
        var again = await import.RunAsync();
        again.TotalAccepted.ShouldBe(0);
        (again.Lines, again.Duplicates + again.TotalIgnored + again.TotalRejected).ShouldBe((95_111, 95_111));
        (await FingerprintAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Promise_6_rollups_that_grew_are_those_that_a_rebuild_computes()
    {
        var grown = await RollupTables.ReadAsync(import.Test.Database, Token);
        await new MetricsRebuild(import.Test.Database, UbuntuIrcImport.Calendar, import.Test.Clock).RunAsync(null, Token);
        (await RollupTables.ReadAsync(import.Test.Database, Token)).ShouldEqual(grown);
    }

    private async Task<string> FingerprintAsync()
    {
        await using var context = import.Test.Everything();
        return string.Join(
            ' ',
            await context.Activities.CountAsync(Token),
            await context.Members.CountAsync(Token),
            await context.Identities.CountAsync(Token),
            await context.Memberships.SumAsync(row => row.Version, Token),
            await context.GroupHours.SumAsync(row => row.Messages + row.Joins + row.Leaves, Token),
            await context.GroupDays.SumAsync(row => row.PresenceDelta + row.ActiveMembers, Token),
            await context.MemberDays.SumAsync(row => row.Messages, Token));
    }
}
