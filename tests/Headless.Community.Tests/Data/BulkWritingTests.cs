using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Data;

public sealed class SqliteBulkWritingTests(SqliteTestDatabase database) : BulkWritingTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresBulkWritingTests(PostgresTestDatabase database) : BulkWritingTests(database), IClassFixture<PostgresTestDatabase>;

public sealed class SqlServerBulkWritingTests(SqlServerTestDatabase database) : BulkWritingTests(database), IClassFixture<SqlServerTestDatabase>;

public abstract class BulkWritingTests(TestDatabase database) : ProviderTests(database)
{
    [Fact]
    public async Task Activities_get_consecutive_numbers_and_come_back_as_they_went_in()
    {
        var (group, member, staff) = (NewGroup(), NewMember(), new Operator { Name = "Ada" });
        await SaveAsync(group, member, staff);
        Activity[] activities =
        [
            new()
            {
                Kind = ActivityKind.MessageSent, Source = "bulk", ExternalId = "1", OccurredAt = At(1).AddTicks(1234560), RecordedAt = At(2),
                GroupId = group.Id, MemberId = member.Id, MembershipId = 7, ActorId = staff.Id, TagId = 1, CampaignId = 2, ContentItemId = 3,
                OrderId = 4, Text = "你好 🎉 'quoted' \"twice\" \\ \t" + new string('x', 900), IsEffective = true, EffectiveRuleVersion = 1,
                IsExcluded = true, Data = """{"a":1}""",
            },
            new() { Kind = ActivityKind.MemberLeft, Source = "bulk", ExternalId = "2", OccurredAt = At(1), RecordedAt = At(2) },
            new() { Kind = ActivityKind.MemberJoined, Source = "bulk", ExternalId = "3", OccurredAt = At(1), RecordedAt = At(2), Text = "" },
        ];
        var first = await Test.WriteAsync(context => context.BulkInsertAsync(activities, Token));
        activities.Select(row => row.Id).ShouldBe([first, first + 1, first + 2]);

        await using var context = Everything();
        var stored = await context.Activities.Where(row => row.Source == "bulk").OrderBy(row => row.Id).ToListAsync(Token);
        stored.ShouldBeEquivalentTo(activities.ToList());
        (await context.Activities.CountAsync(row => row.OccurredAt == At(1) && row.Source == "bulk", Token)).ShouldBe(2);
    }

    [Fact]
    public async Task Numbers_go_on_after_a_bulk_insert_and_are_not_given_again()
    {
        Activity Row(string id) => new() { Kind = ActivityKind.MessageSent, Source = "numbers", ExternalId = id, OccurredAt = At(1), RecordedAt = At(1) };
        var bulk = new[] { Row("1"), Row("2") };
        await Test.WriteAsync(context => context.BulkInsertAsync(bulk, Token));
        var single = Row("3");
        await SaveAsync(single);
        single.Id.ShouldBeGreaterThan(bulk[1].Id);
        await Test.WriteAsync(context => context.Activities.Where(row => row.Id == single.Id).ExecuteDeleteAsync(Token));

        var after = await Test.WriteAsync(context => context.BulkInsertAsync([Row("4")], Token));
        after.ShouldBeGreaterThan(single.Id);
        (await Test.WriteAsync(context => context.BulkInsertAsync([], Token))).ShouldBe(0);
    }

    [Fact]
    public async Task A_bulk_insert_that_fails_leaves_nothing_behind()
    {
        Activity Row(string id, long? groupId) => new()
        {
            Kind = ActivityKind.MessageSent, Source = "failing", ExternalId = id, OccurredAt = At(1), RecordedAt = At(1), GroupId = groupId,
        };
        await Should.ThrowAsync<Exception>(() => Test.WriteAsync(context => context.BulkInsertAsync([Row("1", null), Row("1", null)], Token)));
        await Should.ThrowAsync<Exception>(() => Test.WriteAsync(context => context.BulkInsertAsync([Row("1", null), Row("2", 999_999)], Token)));

        await using var context = Everything();
        (await context.Activities.CountAsync(row => row.Source == "failing", Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Writing_in_bulk_needs_a_transaction()
    {
        await using var context = Everything();
        await Should.ThrowAsync<InvalidOperationException>(() => context.BulkInsertAsync([], Token));
        await Should.ThrowAsync<InvalidOperationException>(() => context.BulkAddAsync(new[] { new GroupDay { GroupId = 1 } }, Token));
    }

    [Fact]
    public async Task Rollups_add_up()
    {
        var (hour, day) = (At(5, 16), new DateOnly(2026, 3, 6));
        for (var round = 1; round <= 3; round++)
        {
            await Test.WriteAsync(async context =>
            {
                await context.BulkAddAsync(
                    new[]
                    {
                        new GroupHour { GroupId = 1, HourStart = hour, Messages = 5, EffectiveMessages = 4, ExcludedMessages = 3, Joins = 2, Leaves = 1, MemberDelta = -1 },
                        new GroupHour { GroupId = round + 1, HourStart = hour, Messages = round },
                    },
                    Token);
                await context.BulkAddAsync(
                    new[] { new GroupDay { GroupId = 1, Day = day, PresenceDelta = -1, ActiveMembers = 1, Speakers = 2, DistinctJoiners = 3, DistinctLeavers = 4, ExcludedAccounts = 5 } },
                    Token);
                await context.BulkAddAsync(new[] { new GroupTotal { GroupId = 1, MemberDelta = 2, PresenceDelta = -1 } }, Token);
                await context.BulkAddAsync(
                    Enumerable.Range(1, 600).Select(id => new MemberDay { GroupId = 1, Day = day, MemberId = id, Messages = id, EffectiveMessages = 1 }).ToList(),
                    Token);
                return true;
            });
        }

        await using var context = Everything();
        (await context.GroupHours.OrderBy(row => row.GroupId).ToListAsync(Token)).ShouldBeEquivalentTo(new List<GroupHour>
        {
            new() { GroupId = 1, HourStart = hour, Messages = 15, EffectiveMessages = 12, ExcludedMessages = 9, Joins = 6, Leaves = 3, MemberDelta = -3 },
            new() { GroupId = 2, HourStart = hour, Messages = 1 },
            new() { GroupId = 3, HourStart = hour, Messages = 2 },
            new() { GroupId = 4, HourStart = hour, Messages = 3 },
        });
        (await context.GroupDays.SingleAsync(Token)).ShouldBeEquivalentTo(
            new GroupDay { GroupId = 1, Day = day, PresenceDelta = -3, ActiveMembers = 3, Speakers = 6, DistinctJoiners = 9, DistinctLeavers = 12, ExcludedAccounts = 15 });
        (await context.GroupTotals.SingleAsync(Token)).ShouldBeEquivalentTo(new GroupTotal { GroupId = 1, MemberDelta = 6, PresenceDelta = -3 });
        (await context.MemberDays.CountAsync(row => row.Day == day && row.EffectiveMessages == 3 && row.Messages == row.MemberId * 3, Token)).ShouldBe(600);
    }
}
