using Headless.Community.Data;
using Headless.Community.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Headless.Community.Tests.Data;

/// <summary>A SQLite database from before rollups and search terms lay in the order of their keys.</summary>
public sealed class WithoutRowidMigrationTests
{
    private static readonly string[] s_tables = ["GroupDays", "GroupHours", "MemberDays", "ReplyDays", "SearchTerms"];

    [Fact]
    public async Task Rollups_and_search_terms_are_put_into_the_order_of_their_keys_with_every_row_and_index()
    {
        var ct = TestContext.Current.CancellationToken;
        var file = Path.Combine(Directory.CreateTempSubdirectory("headless-").FullName, "old.db");
        using var database = new CommunityDatabase(new DatabaseOptions { ConnectionString = $"Data Source={file}" }, TimeProvider.System);
        await using (var old = database.Create(AccessScope.Everything))
        {
            await old.GetService<IMigrator>().MigrateAsync("DigestsAndReplies", ct);
            await old.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO GroupHours (GroupId, HourStart, Messages, EffectiveMessages, ExcludedMessages, Joins, Leaves, MemberDelta) VALUES (2, '2026-01-02 03:00:00', 1, 2, 3, 4, 5, 6), (1, '2026-01-02 03:00:00', 7, 0, 0, 0, 0, 0);
                INSERT INTO GroupDays (GroupId, Day, PresenceDelta, ActiveMembers, Speakers, DistinctJoiners, DistinctLeavers, ExcludedAccounts, EffectiveMessages, ExcludedMessages, Joins, Leaves, MemberDelta, Messages)
                VALUES (2, '2026-01-02', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
                INSERT INTO MemberDays (GroupId, Day, MemberId, Messages, EffectiveMessages) VALUES (2, '2026-01-02', 9, 3, 2);
                INSERT INTO ReplyDays (GroupId, Day, MemberId, Given, Received) VALUES (2, '2026-01-02', 9, 1, 4);
                INSERT INTO SearchTerms (Scope, OwnerId, Term, Weight) VALUES (4, 9, 'ab', 1), (4, 9, 'b', 1);
                """,
                ct);
        }

        await database.MigrateAsync(ct);

        await using var db = database.Create(AccessScope.Everything);
        (await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND sql LIKE '%WITHOUT ROWID' ORDER BY name").ToListAsync(ct)).ShouldBe(s_tables);
        (await db.GroupHours.OrderBy(row => row.GroupId).Select(row => new { row.GroupId, row.Messages, row.EffectiveMessages, row.ExcludedMessages, row.Joins, row.Leaves, row.MemberDelta }).ToListAsync(ct))
            .Select(row => row.ToString()).ShouldBe(
            [
                "{ GroupId = 1, Messages = 7, EffectiveMessages = 0, ExcludedMessages = 0, Joins = 0, Leaves = 0, MemberDelta = 0 }",
                "{ GroupId = 2, Messages = 1, EffectiveMessages = 2, ExcludedMessages = 3, Joins = 4, Leaves = 5, MemberDelta = 6 }",
            ]);
        var day = await db.GroupDays.SingleAsync(ct);
        (day.GroupId, day.Day, day.PresenceDelta, day.ActiveMembers, day.Speakers, day.DistinctJoiners, day.DistinctLeavers, day.ExcludedAccounts)
            .ShouldBe((2, new DateOnly(2026, 1, 2), 1, 2, 3, 4, 5, 6));
        (day.EffectiveMessages, day.ExcludedMessages, day.Joins, day.Leaves, day.MemberDelta, day.Messages).ShouldBe((7, 8, 9, 10, 11, 12));
        var spoken = await db.MemberDays.SingleAsync(ct);
        (spoken.GroupId, spoken.Day, spoken.MemberId, spoken.Messages, spoken.EffectiveMessages).ShouldBe((2, new DateOnly(2026, 1, 2), 9, 3, 2));
        var replied = await db.ReplyDays.SingleAsync(ct);
        (replied.GroupId, replied.Day, replied.MemberId, replied.Given, replied.Received).ShouldBe((2, new DateOnly(2026, 1, 2), 9, 1, 4));
        (await db.SearchTerms.Where(term => term.Scope == SearchScope.MemberName).OrderBy(term => term.Term).Select(term => term.Term).ToListAsync(ct)).ShouldBe(["ab", "b"]);
        var indexes = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").ToListAsync(ct);
        db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Where(table => s_tables.Contains(table.Name))
            .SelectMany(table => table.Indexes).Select(index => index.Name).Except(indexes).ShouldBeEmpty();
    }
}
