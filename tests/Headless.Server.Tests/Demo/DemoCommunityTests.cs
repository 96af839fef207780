using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Demo;
using Headless.Metrics;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Demo;

/// <summary>What somebody finds after the first start.</summary>
public sealed class DemoCommunityTests(DemoServerFixture server) : IClassFixture<DemoServerFixture>
{
    [Fact]
    public async Task It_has_groups_of_all_types_on_several_platforms_and_about_1500_members()
    {
        var data = await server.DataAsync(
            "{ groups(first: 50) { nodes { type platform } totalCount } members { totalCount } tags { totalCount } contentItems { totalCount } campaigns { totalCount } orders { totalCount } }");

        var groups = data.GetProperty("groups");
        groups.GetProperty("totalCount").GetInt32().ShouldBe(12);
        Distinct(groups, "type").ShouldBe(["BENEFIT", "FLASH", "GENERAL", "TRAFFIC", "VIP"]);
        Distinct(groups, "platform").Count.ShouldBeGreaterThanOrEqualTo(5);
        data.GetProperty("members").GetProperty("totalCount").GetInt32().ShouldBeInRange(1400, 1700);
        foreach (var list in new[] { "tags", "contentItems", "campaigns", "orders" })
        {
            data.GetProperty(list).GetProperty("totalCount").GetInt32().ShouldBeGreaterThan(0, list);
        }
    }

    [Fact]
    public async Task Every_metric_of_every_group_has_a_value()
    {
        var keys = (await server.DataAsync("{ metricDefinitions { key } }")).GetProperty("metricDefinitions").EnumerateArray().Select(d => d.GetProperty("key").GetString()!).ToList();
        keys.Count.ShouldBeGreaterThan(8);
        List<string> without = [];
        foreach (var some in keys.Chunk(10))
        {
            var fields = string.Join(' ', some.Select(k => $"{k}: metric(key: {k}, window: {{ lastDays: 30 }}, options: {{ currency: \"CNY\" }}) {{ value nullReason }}"));
            var data = await server.DataAsync($"{{ {fields} groups(first: 12) {{ nodes {{ name {fields} }} }} }}");
            foreach (var (name, figures) in data.GetProperty("groups").GetProperty("nodes").EnumerateArray().Select(g => (g.GetProperty("name").GetString(), g)).Append(("all", data)))
            {
                // Exposures are counted where live codes are in use, costs of channels, not of groups; not every group that costs something sells, and who joined in these days has not been there for thirty.
                string[] elsewhere = name == "all"
                    ? ["TARGET_NOT_SET", "DELIVERY_NOT_TRACKED", "IMMATURE", "NO_QUALIFIED_INVITES"]
                    : ["EXPOSURE_NOT_TRACKED", "COST_NOT_TRACKED", "TARGET_NOT_SET", "DELIVERY_NOT_TRACKED", "IMMATURE", "NO_JOINS", "NO_ORDERS", "NO_REVENUE", "NO_BUYERS"];
                without.AddRange(some
                    .Where(k => figures.GetProperty(k).GetProperty("value").ValueKind == JsonValueKind.Null && !elsewhere.Contains(figures.GetProperty(k).GetProperty("nullReason").GetString()))
                    .Select(k => $"{name}: {k}"));
            }
        }

        without.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_ends_today_and_goes_back_sixty_days_with_a_rhythm_of_days_and_weeks()
    {
        var data = await server.DataAsync("{ metricSeries(key: MESSAGE_COUNT, window: { lastDays: 60 }, interval: DAY) { start value { value } } activityHeatmap(window: { lastDays: 56 }) { weekday hour messages } }");
        var days = data.GetProperty("metricSeries").EnumerateArray().Select(p => p.GetProperty("value").GetProperty("value").GetDouble()).ToList();
        days.Count.ShouldBe(60);
        days.Skip(1).Take(58).ShouldAllBe(d => d > 0);

        var cells = data.GetProperty("activityHeatmap").EnumerateArray()
            .Select(c => (Hour: c.GetProperty("hour").GetInt32(), Messages: c.GetProperty("messages").GetInt64())).ToList();
        long At(int hour) => cells.Where(c => c.Hour == hour).Sum(c => c.Messages);
        At(20).ShouldBeGreaterThan(5 * Math.Max(1, At(3)));
    }

    [Fact]
    public async Task Two_loads_at_the_same_moment_give_the_same_community()
    {
        var moment = new DateTimeOffset(2026, 5, 20, 4, 0, 0, TimeSpan.Zero);
        string[] contents = [await ContentsOfAsync(moment), await ContentsOfAsync(moment)];

        contents[1].ShouldBe(contents[0]);
        contents[0].Length.ShouldBeGreaterThan(100_000);
    }

    [Theory]
    [InlineData("Development", "false")]
    [InlineData("Production", null)]
    public async Task It_is_loaded_only_where_it_should_be(string environment, string? setting)
    {
        await using var other = new OtherServer(environment, setting);
        await other.InitializeAsync();

        await using var db = other.Database.Create(AccessScope.Everything);
        (await db.Groups.CountAsync(), await db.Members.CountAsync(), await db.Activities.CountAsync()).ShouldBe((0, 0, 0));
        (await db.Operators.Select(o => o.Role).ToListAsync()).ShouldBe([OperatorRole.Lead]);
    }

    /// <summary>Everything that is loaded at a moment, but for when it was stored.</summary>
    private static async Task<string> ContentsOfAsync(DateTimeOffset moment)
    {
        var folder = Directory.CreateTempSubdirectory("headless-demo-").FullName;
        try
        {
            await using var services = new ServiceCollection()
                .AddSingleton<TimeProvider>(new FixedClock(moment))
                .AddCommunityDatabase(new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(folder, "demo.db")}" })
                .AddMetrics(new ConfigurationBuilder().Build())
                .AddSingleton<DemoCommunity>()
                .BuildServiceProvider();
            var database = services.GetRequiredService<CommunityDatabase>();
            await database.MigrateAsync(default);
            (await services.GetRequiredService<DemoCommunity>().LoadAsync(services.GetRequiredService<ReportingCalendar>().TimeZone, default)).ShouldBeTrue();
            await using var db = database.Create(AccessScope.Everything);
            return string.Join(
                '\n',
                await LinesAsync(db.Groups.OrderBy(g => g.Id).Select(g => new { g.Id, g.Name, g.Type, g.Phase })),
                await LinesAsync(db.Members.OrderBy(m => m.Id).Select(m => new { m.Id, m.DisplayName, m.City, m.Gender, m.BirthYear, m.TierId, m.Phone, m.LastActiveAt })),
                await LinesAsync(db.Memberships.OrderBy(m => m.Id).Select(m => new { m.Id, m.GroupId, m.MemberId, m.JoinedAt, m.LeftAt, m.JoinSource, m.LeaveKind })),
                await LinesAsync(db.MemberTags.OrderBy(t => t.Id).Select(t => new { t.MemberId, t.TagId, t.AddedAt })),
                await LinesAsync(db.ContentItems.OrderBy(c => c.Id).Select(c => new { c.Title, c.Body, c.Status })),
                await LinesAsync(db.Campaigns.OrderBy(c => c.Id).Select(c => new { c.Name, c.Status, c.StartsAt })),
                await LinesAsync(db.Orders.OrderBy(o => o.Id).Select(o => new { o.ExternalId, o.MemberId, o.GroupId, o.Amount, o.PaidAt })),
                await LinesAsync(db.Activities.OrderBy(a => a.Id).Select(a => new { a.Id, a.Kind, a.ExternalId, a.OccurredAt, a.GroupId, a.MemberId, a.Text })));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> LinesAsync<T>(IQueryable<T> rows) =>
        string.Join('\n', (await rows.ToListAsync()).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r}")));

    private static List<string?> Distinct(JsonElement connection, string field) =>
        [.. connection.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty(field).GetString()).Distinct().Order(StringComparer.Ordinal)];

    private sealed class OtherServer(string environment, string? load) : ServerFixture
    {
        protected override string Environment => environment;

        // The fixture turns the demo off; an empty setting is as none.
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Demo:Load", load ?? string.Empty)];
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
