using System.Text.Json;
using Headless.Community.Data;
using Headless.Community.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Audit;

/// <summary>What the trail of a context says of rows that are saved more than once, and of values that are nobody's business.</summary>
public sealed class AuditTrailTests(SqliteTestDatabase test) : IClassFixture<SqliteTestDatabase>
{
    private static readonly AuditAuthor s_author = new(null, null, "doSomething");

    [Fact]
    public async Task A_row_that_is_saved_twice_counts_once_from_before_the_first_to_after_the_last()
    {
        var id = await AddGroupAsync("one");

        var entries = await AuditAsync(async db =>
        {
            var group = await db.Groups.SingleAsync(g => g.Id == id);
            group.Name = "two";
            await db.SaveChangesAsync();
            group.Name = "three";
            group.Capacity = 7;
        });

        Describe(entries).ShouldBe([$"Changed Group {id}: capacity null → 7, name \"one\" → \"three\""]);
    }

    [Fact]
    public async Task A_row_that_is_new_and_changed_again_is_new_with_its_last_values()
    {
        var tag = new Tag { Name = "first" };
        var entries = await AuditAsync(async db =>
        {
            db.Tags.Add(tag);
            await db.SaveChangesAsync();
            tag.Name = "second";
        });

        Describe(entries).ShouldBe([$"Created Tag {tag.Id}: name null → \"second\""]);
    }

    [Fact]
    public async Task What_is_as_it_was_in_the_end_leaves_nothing()
    {
        var id = await AddGroupAsync("same");

        (await AuditAsync(async db =>
        {
            var tag = new Tag { Name = "gone again" };
            db.Tags.Add(tag);
            var group = await db.Groups.SingleAsync(g => g.Id == id);
            group.Name = "other";
            await db.SaveChangesAsync();
            db.Tags.Remove(tag);
            group.Name = "same";
        })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_without_a_number_of_its_own_is_known_by_its_columns()
    {
        var groupId = await AddGroupAsync("campaign's");
        Campaign? campaign = null;
        var entries = await AuditAsync(db =>
        {
            campaign = new Campaign { Name = "sale" };
            campaign.CampaignGroups.Add(new CampaignGroup { GroupId = groupId });
            db.Campaigns.Add(campaign);
            return Task.CompletedTask;
        });

        var join = entries.Single(e => e.SubjectType == nameof(CampaignGroup));
        join.SubjectId.ShouldBeNull();
        Describe([join]).ShouldBe([$"Created CampaignGroup : campaignId null → {campaign!.Id}, groupId null → {groupId}"]);
        join.ReadChanges(withPersonalData: true).Select(c => c.References).ShouldBe(["Campaign", "Group"]);
    }

    [Fact]
    public async Task A_save_that_nobody_follows_leaves_nothing() =>
        (await test.WriteAsync(async db =>
        {
            using (new AuditTrail(db))
            {
            }

            db.Tags.Add(new Tag { Name = "unfollowed" });
            await db.SaveChangesAsync();
            return await db.AuditEntries.CountAsync(e => e.Changes.Contains("unfollowed"));
        })).ShouldBe(0);

    [Fact]
    public void Values_about_a_person_are_kept_apart_so_that_they_can_be_emptied()
    {
        var entry = AuditEntry.Of(
            s_author,
            DateTime.UtcNow,
            AuditAction.Changed,
            nameof(Member),
            7,
            7,
            1,
            [AuditChange.Of("city", "杭州", "上海"), AuditChange.Of("phone", "111", "222") with { IsPersonal = true }]);

        entry.Changes.ShouldNotContain("111");
        entry.Changes.ShouldNotContain("222");
        Text(entry.ReadChanges(withPersonalData: true)).ShouldBe("city \"杭州\" → \"上海\", phone \"111\" → \"222\"");
        Text(entry.ReadChanges(withPersonalData: false)).ShouldBe("city \"杭州\" → \"上海\", phone null → null");
    }

    private Task<long> AddGroupAsync(string name) => test.WriteAsync(async db =>
    {
        var group = new Group { Platform = Platform.Qq, ExternalId = Guid.NewGuid().ToString("N"), Name = name };
        db.Groups.Add(group);
        await db.SaveChangesAsync();
        return group.Id;
    });

    private Task<List<AuditEntry>> AuditAsync(Func<CommunityDbContext, Task> work) => test.WriteAsync(async db =>
    {
        using var trail = new AuditTrail(db);
        await work(db);
        await db.SaveChangesAsync();
        return trail.ToEntries(s_author, DateTime.UtcNow).ToList();
    });

    private static IEnumerable<string> Describe(IEnumerable<AuditEntry> entries) =>
        entries.Select(e => $"{e.Action} {e.SubjectType} {e.SubjectId}: {Text(e.ReadChanges(withPersonalData: true))}");

    private static string Text(IEnumerable<AuditChange> changes) =>
        string.Join(", ", changes.Select(c => $"{c.Field} {Raw(c.Before)} → {Raw(c.After)}"));

    private static string Raw(JsonElement? value) => value is { } json
        ? json.ValueKind == JsonValueKind.String ? $"\"{json.GetString()}\"" : json.GetRawText()
        : "null";
}
