using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Headless.Metrics.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests;

public sealed class SqliteContentReachTests() : ContentReachTests(new SqliteTestDatabase());

public sealed class PostgresContentReachTests() : ContentReachTests(new PostgresTestDatabase());

public sealed class SqlServerContentReachTests() : ContentReachTests(new SqlServerTestDatabase());

/// <summary>What became of content is the same whether it grew with the log, is built from it, or is counted over its rows.</summary>
public abstract class ContentReachTests : IAsyncLifetime
{
    private static readonly DateTime s_start = new(2026, 10, 20, 0, 0, 0, DateTimeKind.Utc);
    private static readonly MetricKey[] s_keys = [MetricKey.OpenRate, MetricKey.CompletionRate, MetricKey.CommentRate, MetricKey.LikeRate];

    private readonly TestDatabase _test;

    protected ContentReachTests(TestDatabase database)
    {
        if (database.Absence is { } reason)
        {
            Assert.Skip(reason);
        }

        _test = database;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _test.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(1, "Asia/Shanghai", 1)]
    [InlineData(2, "America/New_York", 7)]
    [InlineData(3, "Asia/Kolkata", 60)]
    [InlineData(4, "Asia/Shanghai", 400)]
    public async Task Whatever_is_reported_in_whatever_order_rates_rebuild_and_counting_agree(int seed, string zone, int batchSize)
    {
        var (calendar, random) = (ReportingCalendar.ForZone(zone), new Random(seed));
        _test.Clock.Now = new DateTimeOffset(s_start.AddDays(30));
        var (groups, items) = await AddAsync();
        var ingestion = new ActivityIngestion(_test.Database, new RollupProjection(calendar), new ActivitySignal(), _test.Clock);
        var rows = Enumerable.Range(0, 400).Select(i => RandomRow(random, i, groups, items)).ToArray();
        foreach (var batch in rows.Chunk(batchSize))
        {
            (await ingestion.RecordAsync("random", batch, AccessScope.Everything, null, Token)).Rejected.ShouldBeEmpty();
        }

        await MakeStaffAsync(groups[0]);
        var grown = await ReadAsync();
        grown.Count.ShouldBeGreaterThan(20);
        await new MetricsRebuild(_test.Database, calendar, _test.Clock).RunAsync(null, Token);
        (await ReadAsync()).ShouldBe(grown);

        await using var context = _test.Everything();
        var log = await context.Activities.AsNoTracking().Where(a => a.ContentItemId != null).OrderBy(a => a.OccurredAt).ThenBy(a => a.Id).ToListAsync(Token);
        var staff = (await context.Memberships.Where(m => m.AccountKind != AccountKind.Customer).Select(m => new { m.GroupId, m.MemberId }).ToListAsync(Token)).Select(m => (m.GroupId, m.MemberId)).ToHashSet();
        staff.ShouldNotBeEmpty();
        var service = new MetricService(context, calendar, new MetricSettings(), _test.Clock);
        var first = calendar.DayOf(s_start);
        var withValue = 0;
        foreach (var window in new MetricWindow[] { new(first.AddDays(-1), first.AddDays(30)), new(first.AddDays(3), first.AddDays(4)), new(first.AddDays(5), first.AddDays(9)) })
        {
            foreach (var (scope, of, item) in new (MetricScope Scope, long[]? Groups, long? Item)[]
                {
                    (MetricScope.Everything, null, null), (MetricScope.OfGroup(groups[0]), [groups[0]], null), (new MetricScope(null, null, new MetricPeople(null, null, null, items[1])), null, items[1]),
                    (new MetricScope(null, new MetricGroups(groups[..2], null, null, null, null, null, null)), groups[..2], null),
                })
            {
                foreach (var key in s_keys)
                {
                    var value = (await service.GetValuesAsync([new MetricQuery(scope, key, window, new MetricOptions())], Token)).Values.Single();
                    var expected = Count(log, staff, key, of, item, calendar.StartOf(window.From), calendar.StartOf(window.To));
                    (value.Numerator, value.Denominator).ShouldBe((expected.Numerator, expected.Denominator), $"{key} {window} {of?.Length} {item}");
                    value.NullReason.ShouldBe(expected.Denominator == 0 ? MetricNullReason.DeliveryNotTracked : null);
                    withValue += expected.Denominator > 0 ? 1 : 0;
                    foreach (var interval in new[] { MetricInterval.Day, MetricInterval.Hour })
                    {
                        var points = await service.GetSeriesAsync(new MetricSeriesQuery(scope, key, window, interval, new MetricOptions()), Token);
                        (points.Sum(p => p.Value.Numerator), points.Sum(p => p.Value.Denominator!.Value)).ShouldBe((expected.Numerator, expected.Denominator), $"{key} by {interval}");
                    }
                }
            }
        }

        withValue.ShouldBeGreaterThan(30, "rates that are never there are not tested");
        (await service.GetValuesAsync([new MetricQuery(new MetricScope(null, null, new MetricPeople(null, null, 1, null)), MetricKey.OpenRate, new MetricWindow(first, first.AddDays(1)), new MetricOptions())], Token))
            .Values.Single().NullReason.ShouldBe(MetricNullReason.NotDefinedForScope);
    }

    /// <summary>Each person once for each item, by the first time, in the group of the first thing that happened in one.</summary>
    private static (decimal Numerator, decimal Denominator) Count(
        List<Activity> log, HashSet<(long, long)> staff, MetricKey key, long[]? groups, long? item, DateTime from, DateTime to)
    {
        var (numerator, denominator) = (0, 0);
        foreach (var of in log.GroupBy(a => (a.ContentItemId!.Value, Member: a.MemberId!.Value)))
        {
            var group = of.FirstOrDefault(a => a.GroupId is not null)?.GroupId;
            if ((item is not null && of.Key.Item1 != item)
                || (groups is not null && (group is null || !groups.Contains(group.Value)))
                || (group is null ? staff.Any(s => s.Item2 == of.Key.Member) : staff.Contains((group.Value, of.Key.Member))))
            {
                continue;
            }

            DateTime? First(params ActivityKind[] kinds) => of.Where(a => kinds.Contains(a.Kind)).Select(a => (DateTime?)a.OccurredAt).Min();
            var opened = First(ActivityKind.ContentOpened);
            var (day, isAbove) = key switch
            {
                MetricKey.OpenRate => (First(ActivityKind.ContentExposed, ActivityKind.DeliverySent), opened is not null),
                MetricKey.CompletionRate => (opened, First(ActivityKind.ContentCompleted) is not null),
                MetricKey.CommentRate => (opened, First(ActivityKind.ContentCommented) is not null),
                _ => (opened, First(ActivityKind.ContentLiked) is not null),
            };
            if (day >= from && day < to)
            {
                denominator++;
                numerator += isAbove ? 1 : 0;
            }
        }

        return (numerator, denominator);
    }

    private static ActivityInput RandomRow(Random random, int index, long[] groups, long[] items) => new()
    {
        Kind = (ActivityInputKind)((int)ActivityInputKind.ContentExposed + (random.Next(3) switch { 0 => 0, 1 => 1, _ => random.Next(7) })),
        ExternalId = $"e{index}",
        OccurredAt = s_start.AddMinutes(random.Next(10 * 24 * 60)),
        Group = random.Next(4) == 0 ? null : new GroupReference(groups[random.Next(groups.Length)]),
        Member = new IdentityReference(Platform.Wechat, $"m{random.Next(15)}"),
        ContentItemId = items[random.Next(items.Length)],
    };

    private async Task<List<string>> ReadAsync()
    {
        await using var context = _test.Everything();
        var rows = await context.ContentReaches.AsNoTracking().OrderBy(r => r.ContentItemId).ThenBy(r => r.MemberId).ToListAsync(Token);
        return rows.ConvertAll(r => string.Join(
            ' ', r.ContentItemId, r.MemberId, r.GroupId, r.ReachedAt?.Ticks, r.OpenedAt?.Ticks, r.CompletedAt?.Ticks, r.CommentedAt?.Ticks, r.LikedAt?.Ticks, r.SharedAt?.Ticks, r.FollowedAt?.Ticks,
            r.Deliveries, r.Exposures, r.Opens, r.Completions, r.Comments, r.Likes, r.Shares, r.Follows));
    }

    private Task<int> MakeStaffAsync(long group) => _test.WriteAsync(async context =>
    {
        foreach (var id in await context.Members.OrderBy(m => m.Id).Select(m => m.Id).Take(3).ToListAsync(Token))
        {
            var stay = new Membership { GroupId = group, MemberId = id, JoinedAt = s_start };
            stay.SetAccountKind(AccountKind.Bot, null, s_start);
            context.Memberships.Add(stay);
        }

        return await context.SaveChangesAsync(Token);
    });

    private Task<(long[] Groups, long[] Items)> AddAsync() => _test.WriteAsync(async context =>
    {
        var groups = Enumerable.Range(0, 3).Select(i => new Group { Platform = Platform.Wechat, ExternalId = $"g{i}", Name = $"g{i}", Status = GroupStatus.Active }).ToArray();
        var items = Enumerable.Range(0, 3).Select(i => new ContentItem { Title = $"item {i}" }).ToArray();
        context.AddRange(groups);
        context.AddRange(items);
        await context.SaveChangesAsync(Token);
        return (groups.Select(g => g.Id).ToArray(), items.Select(i => i.Id).ToArray());
    });
}
