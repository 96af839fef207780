using System.Diagnostics;
using Headless.Community.Data;
using Headless.Community.Segments;
using Headless.Community.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Segments;

/// <summary>
/// How long segments take at 200 000 members, 600 000 memberships and 1 000 000 tags of members. Measured only where
/// HEADLESS_SEGMENT_SPEED says so; the figures go to the test's output.
/// </summary>
public sealed class SegmentSpeedTests(SqliteTestDatabase database, ITestOutputHelper output) : IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task A_preview_a_refresh_and_a_tag_for_everybody_are_measured()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("HEADLESS_SEGMENT_SPEED") is null, "HEADLESS_SEGMENT_SPEED is not set.");
        var time = new ConditionTime(new DateTime(2026, 11, 22, 3, 30, 0, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var (tags, groups) = await database.WriteAsync(db => FillAsync(db, time.Now));
        await using var reader = database.Everything();
        await reader.Database.ExecuteSqlRawAsync("PRAGMA optimize", TestContext.Current.CancellationToken);
        var five = new AllOf(
        [
            new TagsCondition { AnyOf = [tags[0], tags[1]] },
            new MembershipCondition { Groups = [.. groups.Take(100)] },
            new PurchaseCondition { Currency = "CNY", Amount = new AmountRange(300, null) },
            new LastActiveCondition { Within = RelativeTime.TryParse("P30D") },
            new RegionCondition { NotIn = ["四川"] },
        ]);
        var broad = new AllOf(
        [
            new MembershipCondition(), new NoneOf([new TagsCondition { AnyOf = [tags[2]] }]), new PurchaseCondition { Count = new CountRange(null, 3) },
            new LastActiveCondition { Within = RelativeTime.TryParse("P1Y") }, new RegionCondition { NotIn = ["四川"] },
        ]);
        foreach (var (name, condition) in new (string, SegmentCondition)[] { ("five conditions", five), ("five broad conditions", broad) })
        {
            output.WriteLine(SegmentQuery.Members(reader, condition, time).Select(member => member.Id).ToQueryString());
            for (var round = 0; round < 4; round++)
            {
                var count = 0;
                var counting = await MeasureAsync(async () => count = await SegmentQuery.Members(reader, condition, time).CountAsync(TestContext.Current.CancellationToken));
                var sampling = await MeasureAsync(() => SegmentQuery.Members(reader, condition, time).AsNoTracking().OrderByDescending(m => m.Id).Take(10).ToListAsync(TestContext.Current.CancellationToken));
                output.WriteLine($"{name}: {count} members, count {counting:0} ms, sample {sampling:0} ms");
            }
        }

        var segment = await database.WriteAsync(async db =>
        {
            var made = new Segment { Name = "broad", Condition = broad };
            db.Segments.Add(made);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return made;
        });
        output.WriteLine($"first computation: {await WriteAsync(db => new SegmentRefresh(db, time).RefreshAllAsync(segment, TestContext.Current.CancellationToken)):0} ms");
        output.WriteLine($"computed again, nothing changed: {await WriteAsync(db => new SegmentRefresh(db, time).RefreshAllAsync(segment, TestContext.Current.CancellationToken)):0} ms");
        long[] touched = [.. Enumerable.Range(1, 2_000).Select(number => number * 97L)];
        output.WriteLine($"2 000 members looked at: {await WriteAsync(db => new SegmentRefresh(db, time).RefreshAsync(segment, touched, TestContext.Current.CancellationToken)):0} ms");
        output.WriteLine($"whom 20 s moved: {await MeasureAsync(() => MemberChanges.ReadAsync(
            reader, new SegmentRefreshState { LastActivityId = long.MaxValue / 2, TimeAt = time.Now.AddSeconds(-20) }, [five, broad], time, TestContext.Current.CancellationToken)):0} ms");
        var tag = await reader.Tags.AsNoTracking().FirstAsync(row => row.Id == tags[9], TestContext.Current.CancellationToken);
        long[] everybody = [.. Enumerable.Range(1, 100_000).Select(number => number * 2L)];
        output.WriteLine($"a tag for 100 000 members: {await WriteAsync(db => MemberTagBulk.AddAsync(
            db, tag, everybody, TagSource.Manual, time.Now, null, null, TestContext.Current.CancellationToken)):0} ms");
    }

    private static async Task<double> MeasureAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private Task<double> WriteAsync(Func<CommunityDbContext, Task> work) => MeasureAsync(() => database.WriteAsync(async db =>
    {
        await work(db);
        return true;
    }));

    private static async Task<(long[] Tags, long[] Groups)> FillAsync(CommunityDbContext db, DateTime now)
    {
        var ct = TestContext.Current.CancellationToken;
        var groups = Enumerable.Range(0, 1_000).Select(number => new Group { Platform = Platform.Wechat, ExternalId = $"g{number}", Name = $"group {number}" }).ToList();
        var tags = Enumerable.Range(0, 50).Select(number => new Tag { Name = $"tag {number}" }).ToList();
        db.AddRange(groups);
        db.AddRange(tags);
        db.Add(new Member { DisplayName = "first" });
        await db.SaveChangesAsync(ct);
        await CopyAsync(db, "Members", 200_000, ("DisplayName", "'member ' || n"), ("Region", "CASE n % 5 WHEN 0 THEN '四川' ELSE '上海' END"), ("LastActiveAt", Ago("n * 7 % 90")));
        db.Add(new Membership { GroupId = groups[0].Id, MemberId = 1, JoinedAt = now });
        db.Add(new MemberTag { MemberId = 1, TagId = tags[49].Id, AddedAt = now });
        db.Add(new Order { Source = "shop", ExternalId = "first", MemberId = 1, Amount = 1, Currency = "CNY", PaidAt = now });
        await db.SaveChangesAsync(ct);
        await CopyAsync(db, "Memberships", 600_000, ("MemberId", "n % 200000 + 2"), ("GroupId", $"{groups[0].Id} + (n * 13 + n / 200000) % 999"), ("JoinedAt", Ago("n % 200")));
        await CopyAsync(db, "MemberTags", 1_000_000, ("MemberId", "n % 200000 + 2"), ("TagId", $"{tags[0].Id} + (n % 200000 + 7 * (n / 200000)) % 49"), ("AddedAt", Ago("n % 100")));
        await CopyAsync(db, "Orders", 300_000, ("ExternalId", "'o' || n"), ("MemberId", "n % 100000 + 2"), ("Amount", "(n % 400) * 10000"), ("PaidAt", Ago("n % 300")));
        return ([.. tags.Select(tag => tag.Id)], [.. groups.Select(group => group.Id)]);

        string Ago(string days) => $"strftime('%Y-%m-%d %H:%M:%S', '{now:yyyy-MM-dd HH:mm:ss}', '-' || ({days}) || ' days')";
    }

    /// <summary>Rows like the first one of a table, but for some columns: so this knows nothing of the others.</summary>
    private static async Task CopyAsync(CommunityDbContext db, string table, int rows, params (string Column, string Value)[] values)
    {
        var type = db.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table);
        var columns = type.GetProperties().Concat(type.GetComplexProperties().SelectMany(part => part.ComplexType.GetProperties()))
            .Select(property => property.GetColumnName()).Where(column => column != "Id").ToList();
        var selected = columns.Select(column => Array.Find(values, value => value.Column == column).Value ?? $"\"{column}\"");
        await db.Database.ExecuteSqlRawAsync(
            $"""
             WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {rows})
             INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
             SELECT {string.Join(", ", selected)} FROM numbers, (SELECT * FROM "{table}" ORDER BY "Id" LIMIT 1)
             """,
            TestContext.Current.CancellationToken);
    }
}
