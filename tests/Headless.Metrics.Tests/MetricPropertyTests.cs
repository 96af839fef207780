using System.Globalization;
using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Headless.Metrics.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests;

public sealed class SqliteMetricPropertyTests() : MetricPropertyTests(new SqliteTestDatabase());

public sealed class PostgresMetricPropertyTests() : MetricPropertyTests(new PostgresTestDatabase());

public sealed class SqlServerMetricPropertyTests() : MetricPropertyTests(new SqlServerTestDatabase());

/// <summary>Whatever happened, each metric is what counting the raw rows gives: by group and over groups, as a value and as a series, in any zone.</summary>
public abstract class MetricPropertyTests : IAsyncLifetime
{
    private static readonly MetricKey[] s_untracked =
        [MetricKey.JoinRate, MetricKey.OpenRate, MetricKey.CompletionRate, MetricKey.CommentRate, MetricKey.LikeRate, MetricKey.TargetAttainment];

    private static readonly MetricKey[] s_keys = [.. Enum.GetValues<MetricKey>().Except(s_untracked)];
    private static readonly string[] s_texts = ["hello there", "hello there", "大", "/help", "!!!", "😀", "see you tomorrow", "good morning"];

    private readonly TestDatabase _test;
    private DateTime _start;

    protected MetricPropertyTests(TestDatabase database)
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
    [InlineData(1, "Asia/Shanghai", "Asia/Shanghai")]
    [InlineData(2, "Asia/Shanghai", "Asia/Kolkata")]
    [InlineData(3, "America/New_York", "America/New_York")]
    [InlineData(4, "America/New_York", "Asia/Kathmandu")]
    [InlineData(5, "Asia/Kolkata", "America/New_York")]
    public async Task Promise_6_every_metric_is_what_counting_the_raw_rows_gives(int seed, string reporting, string asked)
    {
        var (calendar, zone) = (ReportingCalendar.ForZone(reporting), ReportingCalendar.ForZone(asked, DayOfWeek.Sunday));
        var random = new Random(seed);
        var groups = await FillAsync(calendar, random);
        await using var context = _test.Everything();
        var oracle = await MetricOracle.ReadAsync(context, _test.Clock.Now.UtcDateTime, Token);
        var service = new MetricService(context, new ReportingCalendar(calendar.TimeZone, DayOfWeek.Sunday), new MetricSettings(), _test.Clock);
        var channel = await context.JoinChannels.Select(row => row.Id).FirstAsync(Token);
        var first = zone.DayOf(_start);
        MetricWindow[] windows = [new(first.AddDays(-2), first.AddDays(32)), new(first.AddDays(3), first.AddDays(4)), new(first.AddDays(9), first.AddDays(21))];
        (MetricScope Scope, long[] Groups, bool IsAll, long? Channel)[] scopes =
        [
            (MetricScope.Everything, groups, true, null),
            (MetricScope.OfGroup(groups[0]), [groups[0]], false, null),
            (new MetricScope(null, new MetricGroups([groups[0], groups[2]], null, null, null, null, null, null)), [groups[0], groups[2]], false, null),
            (new MetricScope(null, null, new MetricPeople(null, channel, null, null)), groups, true, channel),
        ];
        var options = new MetricOptions(LeaveRateBasis.Exposed, null, 5, asked == reporting ? null : asked);
        var withValue = new HashSet<MetricKey>();
        foreach (var window in windows)
        {
            var values = await service.GetValuesAsync(
                [.. from scope in scopes from key in s_keys from currency in new[] { null, "CNY" } select new MetricQuery(scope.Scope, key, window, options with { Currency = currency })], Token);
            foreach (var (scope, of, isAll, channelId) in scopes)
            {
                foreach (var key in s_keys)
                {
                    foreach (var currency in new[] { null, "CNY" })
                    {
                        var value = values[new MetricQuery(scope, key, window, options with { Currency = currency })];
                        oracle.FirstDay = window.From;
                        var expected = oracle.Compute(key, of, isAll, channelId, Days(zone, window), options with { Currency = currency }, scope.GroupId is not null, calendar.TimeZone);
                        ShouldBe(value, expected, $"{key} of {of.Length} groups, channel {channelId}, {window}, {currency}");
                        _ = value.Value is not null && withValue.Add(key);
                    }
                }
            }
        }

        withValue.Order().ShouldBe(s_keys.Where(key => key != MetricKey.NewcomerActivationRate || options.TimeZone is null).Order(), "a metric that is never there is not tested");
        foreach (var (scope, of, isAll, channelId) in new[] { scopes[0], scopes[1 + (seed % 3)] })
        {
            foreach (var interval in Enum.GetValues<MetricInterval>())
            {
                var keys = interval == MetricInterval.Hour ? s_keys.Where(key => !MetricFormula.NeedsWholeDays(key)).ToArray() : s_keys;
                var window = interval == MetricInterval.Hour ? windows[1] : windows[0];
                var series = await service.GetSeriesAsync([.. keys.Select(key => new MetricSeriesQuery(scope, key, window, interval, options with { Currency = "CNY" }))], Token);
                foreach (var (query, points) in series)
                {
                    points[0].Start.ShouldBe(zone.StartOf(window.From));
                    points[^1].End.ShouldBe(zone.StartOf(window.To));
                    foreach (var point in points)
                    {
                        var days = Days(zone, point.Value.Window).Select(day => day < point.Start ? point.Start : day > point.End ? point.End : day).Distinct().ToList();
                        oracle.FirstDay = point.Value.Window.From;
                        ShouldBe(
                            point.Value, oracle.Compute(query.Key, of, isAll, channelId, days, query.Options, scope.GroupId is not null, calendar.TimeZone),
                            $"{query.Key} by {interval} of {of.Length} groups, channel {channelId}, {point.Start:O}");
                    }
                }
            }
        }
    }

    private static List<DateTime> Days(ReportingCalendar zone, MetricWindow window) =>
        [.. Enumerable.Range(0, window.Days + 1).Select(d => zone.StartOf(window.From.AddDays(d)))];

    private static void ShouldBe(MetricValue value, (decimal Numerator, decimal? Denominator, double? Value) expected, string what)
    {
        (value.Numerator, value.Denominator).ShouldBe((expected.Numerator, expected.Denominator), what);
        (value.Value is null).ShouldBe(expected.Value is null, what);
        (value.Value ?? 0).ShouldBe(expected.Value ?? 0, 1e-9, what);
        (value.NullReason is null).ShouldBe(value.Value is not null, what);
    }

    /// <summary>Three groups, a month in which clocks change, people who come, go, speak, invite and buy, some of them staff.</summary>
    private async Task<long[]> FillAsync(ReportingCalendar calendar, Random random)
    {
        // The clocks of America/New_York go back on 1 November 2026.
        _start = new DateTime(2026, 10, 16, 0, 0, 0, DateTimeKind.Utc);
        _test.Clock.Now = new DateTimeOffset(_start.AddDays(31));
        var groups = await _test.WriteAsync(async context =>
        {
            var added = Enumerable.Range(0, 3).Select(i => new Group { Platform = Platform.Irc, ExternalId = $"#{i}", Name = $"#{i}", Status = GroupStatus.Active }).ToArray();
            context.Groups.AddRange(added);
            var channel = new JoinChannel { Name = "search" };
            channel.Costs.Add(new ChannelCost { From = new DateOnly(2026, 10, 18), To = new DateOnly(2026, 10, 28), Amount = 50, Currency = "CNY" });
            context.JoinChannels.AddRange(channel, new JoinChannel { Name = "shop" });
            await context.SaveChangesAsync(Token);
            return Array.ConvertAll(added, group => group.Id);
        });
        var projection = new RollupProjection(calendar);
        var ingestion = new ActivityIngestion(_test.Database, projection, new ActivitySignal(), _test.Clock);
        var rows = Enumerable.Range(0, 900).Select(i => Row(random, i, groups)).ToArray();
        foreach (var batch in rows.Chunk(60))
        {
            await ingestion.RecordAsync("random", batch, AccessScope.Everything, null, Token);
            await ReclassifyAsync(projection, random);
        }

        await _test.WriteAsync(async context =>
        {
            var members = await context.Members.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(Token);
            var channels = await context.JoinChannels.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(Token);
            foreach (var stay in await context.Memberships.OrderBy(row => row.Id).ToListAsync(Token))
            {
                stay.InvitedById = random.Next(3) == 0 ? members[random.Next(members.Count)] : null;
                stay.JoinChannelId = random.Next(3) == 0 ? channels[random.Next(channels.Count)] : null;
            }

            for (var i = 0; i < 120; i++)
            {
                context.Orders.Add(new Order
                {
                    Source = "shop", ExternalId = i.ToString(CultureInfo.InvariantCulture), Amount = random.Next(1, 5000) / 100m, Currency = random.Next(6) == 0 ? "USD" : "CNY",
                    MemberId = random.Next(5) == 0 ? null : members[random.Next(members.Count)], GroupId = random.Next(4) == 0 ? null : groups[random.Next(3)],
                    PaidAt = _start.AddMinutes(random.Next(31 * 24 * 60)),
                    Status = random.Next(8) switch { 0 => OrderStatus.Refunded, 1 => OrderStatus.Cancelled, _ => OrderStatus.Paid },
                });
            }

            return await context.SaveChangesAsync(Token);
        });
        return groups;
    }

    private ActivityInput Row(Random random, int index, long[] groups)
    {
        var kind = random.Next(12) switch { 0 or 1 => ActivityInputKind.Join, 2 => ActivityInputKind.Leave, _ => ActivityInputKind.Message };
        var member = random.Next(25);
        return new ActivityInput
        {
            Kind = kind,
            ExternalId = $"e{index}",
            OccurredAt = _start.AddMinutes(random.Next(30 * 24 * 60)),
            Group = new GroupReference(groups[random.Next(groups.Length)]),
            Member = new IdentityReference(Platform.Irc, $"nick{member}", $"nick{member}"),
            Text = kind == ActivityInputKind.Message ? s_texts[random.Next(s_texts.Length)] : null,
            LeaveKind = kind == ActivityInputKind.Leave ? LeaveKind.Self : null,
        };
    }

    private Task<int> ReclassifyAsync(RollupProjection projection, Random random) => _test.WriteAsync(async context =>
    {
        var stays = await context.Memberships.OrderBy(stay => stay.Id).ToListAsync(Token);
        var membership = stays[random.Next(stays.Count)];
        var previous = membership.AccountKind;
        membership.SetAccountKind(random.Next(3) == 0 ? AccountKind.Bot : AccountKind.Customer, null, DateTime.UtcNow);
        await context.SaveChangesAsync(Token);
        await projection.ReclassifyAsync(context, membership, previous, Token);
        return 1;
    });
}
