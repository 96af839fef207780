using System.Data.Common;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.Community.Tests.Data;

public sealed class SqliteStorageTests(SqliteTestDatabase database) : StorageTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresStorageTests(PostgresTestDatabase database) : StorageTests(database), IClassFixture<PostgresTestDatabase>;

public sealed class SqlServerStorageTests(SqlServerTestDatabase database) : StorageTests(database), IClassFixture<SqlServerTestDatabase>;

public abstract class StorageTests(TestDatabase database) : ProviderTests(database)
{
    [Fact]
    public async Task Every_migration_is_applied_and_every_table_answers()
    {
        await using var context = Everything();
        (await context.Database.GetPendingMigrationsAsync(Token)).ShouldBeEmpty();
        (await context.Database.GetAppliedMigrationsAsync(Token)).ShouldBe(context.Database.GetMigrations());
        (await context.GroupHours.CountAsync(Token)).ShouldBe(0);
        (await context.MetricStates.CountAsync(Token)).ShouldBe(0);
        (await context.IdempotencyRecords.CountAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task A_history_without_the_newest_migration_gets_it_and_one_with_it_is_left_alone()
    {
        var statements = new List<string>();
        using var again = new CommunityDatabase(Test.Database.Options, Test.Clock, [new StatementRecorder(statements)]);
        await again.MigrateAsync(Token);
        await again.WarmUpAsync(Token);
        statements.ShouldAllBe(statement => statement.Contains("SELECT") && statement.Contains("Operators"));

        await using var context = Everything();
        (await context.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" """, Token)).ShouldBe(context.Database.GetMigrations().Count());
        await Should.ThrowAsync<DbException>(() => again.MigrateAsync(Token));
        statements.ShouldContain(statement => statement.Contains("CREATE TABLE"));
        foreach (var name in context.Database.GetMigrations())
        {
            await context.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ({name}, '10')""", Token);
        }

        await again.MigrateAsync(Token);
    }

    private sealed class StatementRecorder(List<string> statements) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            statements.Add(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            statements.Add(command.CommandText);
            return new(result);
        }
    }

    [Fact]
    public async Task Times_come_back_as_UTC_in_whole_microseconds_and_compare()
    {
        var opensAt = new DateTime(2026, 3, 1, 23, 59, 59, DateTimeKind.Utc).AddTicks(1234567);
        var group = new Group { Platform = Platform.Irc, ExternalId = "times", Name = "times", OpensAt = opensAt };
        await SaveAsync(group);

        await using var context = Everything();
        var stored = await context.Groups.SingleAsync(row => row.Id == group.Id, Token);
        stored.OpensAt.ShouldBe(opensAt.AddTicks(-7));
        stored.OpensAt!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        (await context.Groups.CountAsync(row => row.Id == group.Id && row.OpensAt == opensAt, Token)).ShouldBe(1);
        (await context.Groups.CountAsync(row => row.Id == group.Id && row.OpensAt < opensAt, Token)).ShouldBe(0);
        var local = opensAt.ToLocalTime();
        (await context.Groups.CountAsync(row => row.Id == group.Id && row.OpensAt == local, Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Times_with_and_without_fractions_sort_together()
    {
        var start = At(1);
        DateTime[] times = [start, start.AddMilliseconds(45), start.AddMilliseconds(450), start.AddMilliseconds(500), start.AddSeconds(1)];
        await SaveAsync([.. times.Reverse().Select(time => new Order
        {
            Source = "fractions", ExternalId = time.ToString("O"), Amount = 1, Currency = "CNY", PaidAt = time,
        })]);

        await using var context = Everything();
        (await context.Orders.Where(row => row.Source == "fractions").OrderBy(row => row.PaidAt).Select(row => row.PaidAt).ToListAsync(Token))
            .ShouldBe(times);
    }

    [Fact]
    public async Task Amounts_add_up_compare_and_sort_exactly()
    {
        decimal[] amounts = [0.1m, 0.2m, 9.9m, 10m, -3.3333m, 1_000_000_000_000m, 2_500_315.63m];
        await SaveAsync([.. amounts.Select(amount => NewOrder(amount, "exact"))]);

        await using var context = Everything();
        var orders = context.Orders.Where(row => row.Source == "exact");
        (await orders.SumAsync(row => row.Amount, Token)).ShouldBe(amounts.Sum());
        (await orders.MaxAsync(row => row.Amount, Token)).ShouldBe(1_000_000_000_000m);
        (await orders.MinAsync(row => row.Amount, Token)).ShouldBe(-3.3333m);
        (await orders.OrderBy(row => row.Amount).Select(row => row.Amount).ToListAsync(Token)).ShouldBe(amounts.Order());
        var limit = 9.9m;
        (await orders.CountAsync(row => row.Amount >= limit, Token)).ShouldBe(4);
        (await orders.CountAsync(row => row.Amount > limit, Token)).ShouldBe(3);
        (await orders.Where(row => row.Amount < 10m).SumAsync(row => row.Amount, Token)).ShouldBe(6.8667m);
        (await orders.Where(row => row.Amount > 0m && row.Amount < 1m).AverageAsync(row => row.Amount, Token)).ShouldBe(0.15m);
        var byCurrency = await orders
            .GroupBy(row => row.Currency)
            .Select(rows => new { Currency = rows.Key, Total = rows.Sum(row => row.Amount), Orders = rows.Count() })
            .SingleAsync(Token);
        byCurrency.ShouldBe(new { Currency = "CNY", Total = amounts.Sum(), Orders = amounts.Length });
    }

    [Fact]
    public async Task Text_compares_sorts_and_is_searched_by_code_point()
    {
        string[] names = ["Zoe", "adam", "Ädam", "Adam", "中文", "100%_[x]"];
        await SaveAsync([.. names.Select(name => new Member { DisplayName = name, City = "ordinal" })]);

        await using var context = Everything();
        var members = context.Members.Where(row => row.City == "ordinal");
        (await members.OrderBy(row => row.DisplayName).Select(row => row.DisplayName).ToListAsync(Token))
            .ShouldBe(["100%_[x]", "Adam", "Zoe", "adam", "Ädam", "中文"]);
        (await members.CountAsync(row => row.DisplayName == "adam", Token)).ShouldBe(1);
        var part = "dam";
        (await members.CountAsync(row => row.DisplayName.Contains(part), Token)).ShouldBe(3);
        var start = "A";
        (await members.Where(row => row.DisplayName.StartsWith(start)).Select(row => row.DisplayName).ToListAsync(Token)).ShouldBe(["Adam"]);
        var special = "%_[";
        (await members.CountAsync(row => row.DisplayName.Contains(special), Token)).ShouldBe(1);
    }

    [Fact]
    public async Task A_group_keeps_everything_it_was_given()
    {
        var group = new Group
        {
            Platform = Platform.Wecom,
            ExternalId = "whole",
            Name = "成都福利群1",
            Type = GroupType.Flash,
            Purposes = [GroupPurpose.Acquire, GroupPurpose.Activate],
            BusinessModel = BusinessModel.Service,
            Phase = GroupPhase.Seed,
            Capacity = 200,
            ClosesAt = At(20),
            Positioning = new GroupPositioning { Why = "why", Where = "线上" },
            Branding = new GroupBranding { Tagline = "周四见 🎉" },
            NicknameRule = new NicknameRule { Pattern = "^.+ .+$" },
            ValueOffers = [ValueOffer.PeopleMatching, ValueOffer.MorningPaper],
            JoinPolicy = JoinPolicy.MemberReferral,
        };
        group.ChangePhase(GroupPhase.Fatigued, At(3), "nobody comes");
        await SaveAsync(group);

        await using var context = Everything();
        var stored = await context.Groups.Include(row => row.PhaseChanges).SingleAsync(row => row.Id == group.Id, Token);
        stored.Purposes.ShouldBe([GroupPurpose.Acquire, GroupPurpose.Activate]);
        stored.Phase.ShouldBe(GroupPhase.Fatigued);
        stored.PhaseChanges.Single().From.ShouldBe(GroupPhase.Seed);
        stored.Positioning.Where.ShouldBe("线上");
        stored.Positioning.Who.ShouldBeNull();
        stored.Branding.Tagline.ShouldBe("周四见 🎉");
        stored.NicknameRule.Pattern.ShouldBe("^.+ .+$");
        stored.ValueOffers.ShouldBe([ValueOffer.MorningPaper, ValueOffer.PeopleMatching]);
        stored.ClosesAt.ShouldBe(At(20));
        (stored.Type, stored.Capacity, stored.JoinPolicy).ShouldBe((GroupType.Flash, 200, JoinPolicy.MemberReferral));
        (await context.Groups.CountAsync(row => row.Positioning.Where == "线上", Token)).ShouldBe(1);
        (await context.Groups.CountAsync(row => row.Id == group.Id && (row.PurposeFlags & GroupPurpose.Activate) != 0, Token)).ShouldBe(1);
    }

    [Fact]
    public async Task A_member_has_at_most_one_open_stay_in_a_group()
    {
        var (group, member) = (NewGroup(), NewMember());
        var first = new Membership { Group = group, Member = member, JoinedAt = At(1) };
        await SaveAsync(first);
        await Should.ThrowAsync<DbUpdateException>(() =>
            SaveAsync(new Membership { GroupId = group.Id, MemberId = member.Id, JoinedAt = At(2) }));

        await Test.WriteAsync(async context =>
        {
            (await context.Memberships.SingleAsync(row => row.Id == first.Id, Token)).Leave(At(3), LeaveKind.Self);
            return await context.SaveChangesAsync(Token);
        });
        await SaveAsync(
            new Membership { GroupId = group.Id, MemberId = member.Id, JoinedAt = At(1), LeftAt = At(2), LeaveKind = LeaveKind.Removed },
            new Membership { GroupId = group.Id, MemberId = member.Id, JoinedAt = At(4) });

        await using var context = Everything();
        (await context.Memberships.CountAsync(row => row.MemberId == member.Id, Token)).ShouldBe(3);
        (await context.Memberships.CountAsync(row => row.MemberId == member.Id && row.LeftAt == null, Token)).ShouldBe(1);
    }

    [Fact]
    public async Task An_identity_belongs_to_one_member()
    {
        await SaveAsync(new Identity { Member = NewMember(), Platform = Platform.Qq, ExternalId = "10001" });
        await SaveAsync(new Identity { Member = NewMember(), Platform = Platform.Wechat, ExternalId = "10001" });
        await Should.ThrowAsync<DbUpdateException>(() =>
            SaveAsync(new Identity { Member = NewMember(), Platform = Platform.Qq, ExternalId = "10001" }));
    }

    [Fact]
    public async Task Tag_names_are_unique_within_a_group_and_among_those_without()
    {
        var (interests, levels) = (new TagGroup { Name = "interests" }, new TagGroup { Name = "levels" });
        await SaveAsync(new Tag { Name = "gold", TagGroup = interests }, new Tag { Name = "gold", TagGroup = levels }, new Tag { Name = "gold" });
        await Should.ThrowAsync<DbUpdateException>(() => SaveAsync(new Tag { Name = "gold", TagGroupId = levels.Id }));
        await Should.ThrowAsync<DbUpdateException>(() => SaveAsync(new Tag { Name = "gold" }));
    }

    [Fact]
    public async Task A_members_tags_are_reached_through_the_rows_that_say_who_gave_them()
    {
        var (member, tag, staff) = (NewMember(), new Tag { Name = "reached" }, new Operator { Name = "May" });
        await SaveAsync(staff);
        member.AddTag(tag, TagSource.Campaign, At(1), staff.Id);
        await SaveAsync(member);

        await using var context = Everything();
        var stored = await context.Members.Include(row => row.Tags).SingleAsync(row => row.Id == member.Id, Token);
        stored.Tags.Select(row => row.Name).ShouldBe(["reached"]);
        stored.MemberTags.Single().AddedById.ShouldBe(staff.Id);
        (await context.Members.CountAsync(row => row.Tags.Any(held => held.Name == "reached"), Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Saving_stamps_times_and_counts_versions()
    {
        var created = Test.Clock.Now.UtcDateTime.AddTicks(-7);
        var member = NewMember();
        await SaveAsync(member);
        (member.CreatedAt, member.UpdatedAt, member.Version).ShouldBe((created, created, 1));

        Test.Clock.Now += TimeSpan.FromMinutes(1);
        await Test.WriteAsync(async context =>
        {
            (await context.Members.SingleAsync(row => row.Id == member.Id, Token)).City = "成都";
            return await context.SaveChangesAsync(Token);
        });

        await using var context = Everything();
        var stored = await context.Members.SingleAsync(row => row.Id == member.Id, Token);
        (stored.CreatedAt, stored.UpdatedAt, stored.Version).ShouldBe((created, created.AddMinutes(1), 2));
    }

    [Fact]
    public async Task The_second_of_two_edits_of_one_version_is_refused()
    {
        var member = NewMember();
        await SaveAsync(member);
        await using var first = Everything();
        await using var second = Everything();
        var mine = await first.Members.SingleAsync(row => row.Id == member.Id, Token);
        var theirs = await second.Members.SingleAsync(row => row.Id == member.Id, Token);
        mine.City = "成都";
        theirs.City = "重庆";
        await first.SaveChangesAsync(Token);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Token));

        await using var context = Everything();
        var stored = await context.Members.SingleAsync(row => row.Id == member.Id, Token);
        (stored.City, stored.Version).ShouldBe(("成都", 2));
    }

    [Fact]
    public async Task The_log_is_appended_to_within_a_transaction_and_never_changed()
    {
        var activity = new Activity { Kind = ActivityKind.TagAdded, OccurredAt = At(1) };
        await using (var outside = Everything())
        {
            outside.Add(activity);
            await Should.ThrowAsync<InvalidOperationException>(() => outside.SaveChangesAsync(Token));
        }

        await SaveAsync(new Activity { Kind = ActivityKind.TagRemoved, OccurredAt = At(1), Source = "log", ExternalId = "1" });
        await using var context = Everything();
        var stored = await context.Activities.SingleAsync(row => row.Source == "log", Token);
        stored.RecordedAt.ShouldBe(Test.Clock.Now.UtcDateTime, TimeSpan.FromMicroseconds(1));
        context.Remove(stored);
        await Should.ThrowAsync<InvalidOperationException>(() => context.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task An_activity_is_ingested_once()
    {
        Activity Message(string? source, string? id) => new()
        {
            Kind = ActivityKind.MessageSent, Source = source, ExternalId = id, OccurredAt = At(1),
        };
        await SaveAsync(Message("a", "once"), Message("b", "once"), Message(null, null), Message(null, null));
        await Should.ThrowAsync<DbUpdateException>(() => SaveAsync(Message("a", "once")));
    }
}
