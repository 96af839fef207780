using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Headless.Metrics.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests.Rollups;

public sealed class SqliteRollupProjectionTests() : RollupProjectionTests(new SqliteTestDatabase());

public sealed class PostgresRollupProjectionTests() : RollupProjectionTests(new PostgresTestDatabase());

public sealed class SqlServerRollupProjectionTests() : RollupProjectionTests(new SqlServerTestDatabase());

/// <summary>The rollups are the same whether they grew with the log, are built from it, or are counted over its rows.</summary>
public abstract class RollupProjectionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2026, 10, 29, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_texts = ["hello there", "hello there", "大", "/help", "!!!", "😀", "a", "see you tomorrow", "", "12345"];

    private readonly TestDatabase _test;

    protected RollupProjectionTests(TestDatabase database)
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
    [InlineData(2, "Asia/Kolkata", 7)]
    [InlineData(3, "America/New_York", 40)]
    [InlineData(4, "Asia/Shanghai", 200)]
    [InlineData(5, "America/New_York", 13)]
    public async Task Promise_6_whatever_happens_in_whatever_order_rollups_rebuild_and_counting_agree(int seed, string zone, int batchSize)
    {
        var calendar = ReportingCalendar.ForZone(zone);
        var projection = new RollupProjection(calendar);
        var ingestion = new ActivityIngestion(_test.Database, projection, new ActivitySignal(), _test.Clock);
        var groups = await AddGroupsAsync(3);
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 400).Select(index => RandomRow(random, index, groups)).ToArray();
        var rejected = 0;
        foreach (var batch in rows.Chunk(batchSize))
        {
            rejected += (await ingestion.RecordAsync("random", batch, AccessScope.Everything, null, Token)).Rejected.Count;
            if (random.Next(100) < 4 * Math.Sqrt(batchSize))
            {
                await ReclassifyAsync(projection, random);
            }
        }

        rejected.ShouldBeLessThan(300, "the test would test little");
        var grown = await RollupTables.ReadAsync(_test.Database, Token);
        grown.MemberDays.Count.ShouldBeGreaterThan(20);
        grown.Replies.Values.Sum(row => row.Given).ShouldBeGreaterThan(grown.Replies.Values.Sum(row => row.Received), "some messages are not known");
        grown.Replies.Values.Sum(row => row.Received).ShouldBeGreaterThan(5);
        grown.ShouldEqual(await RollupTables.CountAsync(_test.Database, calendar.TimeZone, Token));

        (await new MetricsRebuild(_test.Database, calendar, _test.Clock).RunAsync(null, Token)).ShouldBe(3);
        (await RollupTables.ReadAsync(_test.Database, Token)).ShouldEqual(grown);
    }

    [Fact]
    public async Task A_change_to_another_time_zone_needs_a_rebuild()
    {
        var groups = await AddGroupsAsync(1);
        await RecordAsync("Asia/Shanghai", Message(groups[0], "ann", 1));
        await Should.ThrowAsync<RollupsOutOfDateException>(() => RecordAsync("Europe/Berlin", Message(groups[0], "ann", 2)));
        await using (var context = _test.Everything())
        {
            (await context.Activities.CountAsync(Token)).ShouldBe(1);
        }

        var berlin = ReportingCalendar.ForZone("Europe/Berlin");
        await new MetricsRebuild(_test.Database, berlin, _test.Clock).RunAsync(null, Token);
        await RecordAsync("Europe/Berlin", Message(groups[0], "ann", 2));
        (await RollupTables.ReadAsync(_test.Database, Token)).ShouldEqual(await RollupTables.CountAsync(_test.Database, berlin.TimeZone, Token));
    }

    [Fact]
    public async Task The_state_says_up_to_where_and_by_what_the_rollups_count()
    {
        var groups = await AddGroupsAsync(1);
        var result = await RecordAsync("Asia/Shanghai", Message(groups[0], "ann", 1), Message(groups[0], "bob", 2));
        await using var context = _test.Everything();
        var state = await context.MetricStates.SingleAsync(Token);
        (state.ReportingTimeZone, state.EffectiveRuleVersion, state.LastActivityId, state.RebuiltAt)
            .ShouldBe(("Asia/Shanghai", EffectiveMessageRule.Version, result.Accepted[^1].ActivityId, null));
    }

    private Task<IngestionResult> RecordAsync(string zone, params ActivityInput[] rows) =>
        new ActivityIngestion(_test.Database, new RollupProjection(ReportingCalendar.ForZone(zone)), new ActivitySignal(), _test.Clock)
            .RecordAsync("test", rows, AccessScope.Everything, null, Token);

    private static ActivityInput Message(long group, string who, int minutes) => new()
    {
        Kind = ActivityInputKind.Message, ExternalId = $"{who}{minutes}", OccurredAt = s_start.AddMinutes(minutes), Group = new(group),
        Member = new(Platform.Wechat, who, who), Text = $"this is {who}",
    };

    private static ActivityInput RandomRow(Random random, int index, long[] groups)
    {
        var kind = random.Next(10) switch { 0 or 1 => ActivityInputKind.Join, 2 => ActivityInputKind.Leave, 3 => ActivityInputKind.Rename, _ => ActivityInputKind.Message };
        var member = random.Next(12);
        return new ActivityInput
        {
            Kind = kind,
            ExternalId = $"e{index}",
            OccurredAt = s_start.AddMinutes(random.Next(6 * 24 * 60)),
            Group = new GroupReference(groups[random.Next(groups.Length)]),
            Member = new IdentityReference(Platform.Irc, $"nick{member}", $"nick{member}"),
            Text = kind == ActivityInputKind.Message ? s_texts[random.Next(s_texts.Length)] : null,
            ReplyTo = kind == ActivityInputKind.Message && random.Next(2) == 0 ? $"e{(index + random.Next(1, 420)) % 420}" : null,
            NewExternalId = kind == ActivityInputKind.Rename ? $"nick{random.Next(12)}" : null,
            LeaveKind = kind == ActivityInputKind.Leave ? LeaveKind.Self : null,
        };
    }

    private Task<int> ReclassifyAsync(RollupProjection projection, Random random) => _test.WriteAsync(async context =>
    {
        var ids = await context.Memberships.OrderBy(stay => stay.Id).Select(stay => stay.Id).ToListAsync(Token);
        if (ids.Count == 0)
        {
            return 0;
        }

        var id = ids[random.Next(ids.Count)];
        var membership = await context.Memberships.SingleAsync(stay => stay.Id == id, Token);
        var previous = membership.AccountKind;
        membership.SetAccountKind(random.Next(2) == 0 ? AccountKind.Bot : AccountKind.Customer, null, DateTime.UtcNow);
        await context.SaveChangesAsync(Token);
        await projection.ReclassifyAsync(context, membership, previous, Token);
        return 1;
    });

    private Task<long[]> AddGroupsAsync(int count) => _test.WriteAsync(async context =>
    {
        var groups = Enumerable.Range(0, count).Select(index => new Group
        {
            Platform = Platform.Irc, ExternalId = $"#{index}", Name = $"#{index}", Status = GroupStatus.Active,
        }).ToArray();
        context.AddRange(groups.ToArray<object>());
        await context.SaveChangesAsync(Token);
        return Array.ConvertAll(groups, group => group.Id);
    });
}
