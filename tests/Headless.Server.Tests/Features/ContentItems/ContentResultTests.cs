using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.ContentItems;

/// <summary>What becomes of content, over HTTP: reported, delivered, counted.</summary>
public sealed class ContentResultTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Results = "reached deliveries exposures opens openers completers commenters comments likers sharers followers openRate { numerator denominator value } completionRate { numerator denominator value } commentRate { value } likeRate { value }";
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Reports_become_counts_of_people_and_rates_with_what_they_are_computed_from()
    {
        var (group, item) = await AddAsync();
        var rows = new (string Kind, string Who)[]
        {
            ("CONTENT_EXPOSED", "ann"), ("CONTENT_EXPOSED", "ann"), ("CONTENT_EXPOSED", "bob"), ("CONTENT_EXPOSED", "cid"), ("CONTENT_EXPOSED", "dan"),
            ("CONTENT_OPENED", "ann"), ("CONTENT_OPENED", "ann"), ("CONTENT_OPENED", "bob"), ("CONTENT_OPENED", "eve"), ("CONTENT_COMPLETED", "ann"),
            ("CONTENT_COMMENTED", "ann"), ("CONTENT_COMMENTED", "ann"), ("CONTENT_LIKED", "cid"), ("CONTENT_SHARED", "bob"), ("CONTENT_FOLLOWED", "eve"),
        };
        (await RecordAsync(group.ExternalId, item.Id, rows)).ShouldBeJson("""{ "acceptedCount": 15, "duplicateCount": 0, "rejected": [] }""");
        (await RecordAsync(group.ExternalId, item.Id, rows)).ShouldBeJson("""{ "acceptedCount": 0, "duplicateCount": 15, "rejected": [] }""");
        var data = await server.DataAsync(
            "query($id: ID!, $g: ID!) { contentItemById(id: $id) { results { " + Results + " } } groupById(id: $g) { metrics(keys: [OPEN_RATE, COMPLETION_RATE, COMMENT_RATE, LIKE_RATE], window: { lastDays: 2 }) { numerator denominator nullReason } memberCount } "
            + "metric(key: OPEN_RATE, window: { lastDays: 2 }, scope: { contentItemId: $id }) { numerator denominator } }",
            new { id = item.Id, g = group.Id });
        data.GetProperty("contentItemById").GetProperty("results").ShouldBeJson(
            """
            { "reached": 4, "deliveries": 0, "exposures": 5, "opens": 4, "openers": 3, "completers": 1, "commenters": 1, "comments": 2, "likers": 1, "sharers": 1, "followers": 1,
              "openRate": { "numerator": 2, "denominator": 4, "value": 0.5 }, "completionRate": { "numerator": 1, "denominator": 3, "value": 0.3333333333333333 },
              "commentRate": { "value": 0.3333333333333333 }, "likeRate": { "value": 0 } }
            """);
        data.GetProperty("groupById").ShouldBeJson(
            """
            { "metrics": [{ "numerator": 2, "denominator": 4, "nullReason": null }, { "numerator": 1, "denominator": 3, "nullReason": null }, { "numerator": 1, "denominator": 3, "nullReason": null },
              { "numerator": 0, "denominator": 3, "nullReason": null }], "memberCount": 0 }
            """);
        data.GetProperty("metric").ShouldBeJson("""{ "numerator": 2, "denominator": 4 }""");
    }

    [Fact]
    public async Task Reports_about_nothing_are_refused_and_content_without_any_has_no_rates()
    {
        var (group, item) = await AddAsync();
        (await RecordAsync(group.ExternalId, Convert.ToBase64String("ContentItem:999999"u8.ToArray()), [("CONTENT_OPENED", "ann")])).ShouldBeJson(
            """{ "acceptedCount": 0, "duplicateCount": 0, "rejected": [{ "code": "UNKNOWN_CONTENT_ITEM", "path": "activities[0].contentItemId" }] }""");
        (await RecordAsync(group.ExternalId, null, [("CONTENT_OPENED", "ann")])).ShouldBeJson(
            """{ "acceptedCount": 0, "duplicateCount": 0, "rejected": [{ "code": "MISSING_FIELD", "path": "activities[0].contentItemId" }] }""");
        (await server.DataAsync("query($id: ID!) { contentItemById(id: $id) { results { reached openRate { numerator denominator value } } } }", new { id = item.Id })).GetProperty("contentItemById").ShouldBeJson(
            """{ "results": { "reached": 0, "openRate": { "numerator": 0, "denominator": 0, "value": null } } }""");
    }

    [Fact]
    public async Task What_a_connector_has_sent_is_what_the_open_rate_is_measured_against()
    {
        var (group, item) = await AddAsync();
        var key = Key(group.Id);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                foreach (var name in new[] { "ann", "bob" })
                {
                    var member = new Member { DisplayName = name };
                    member.Identities.Add(new Identity { Platform = Platform.Telegram, ExternalId = $"{_run}-{name}" });
                    member.Memberships.Add(new Membership { GroupId = key, JoinedAt = TestClock.UtcNow.UtcDateTime.AddHours(-1) });
                    db.Members.Add(member);
                }

                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await ChangeAsync("requestDeliveries", "mailing { id }", new { audience = new { groupId = group.Id }, purpose = "SERVICE", contentItemId = item.Id });
        var claim = (await ChangeAsync("claimDeliveries", "claim { claimId deliveries { id } }", new { platforms = new[] { "TELEGRAM" } })).GetProperty("claim");
        await ChangeAsync("recordDeliveryResults", "report { recorded }", new
        {
            claimId = claim.GetProperty("claimId").GetString(),
            results = claim.GetProperty("deliveries").EnumerateArray().Select(d => new { deliveryId = d.GetProperty("id").GetString(), outcome = "SENT" }).ToArray(),
        });
        await RecordAsync(group.ExternalId, item.Id, [("CONTENT_OPENED", "ann")], "TELEGRAM");
        (await server.DataAsync("query($id: ID!) { contentItemById(id: $id) { results { reached deliveries exposures openRate { numerator denominator value } } } }", new { id = item.Id })).GetProperty("contentItemById").ShouldBeJson(
            """{ "results": { "reached": 2, "deliveries": 2, "exposures": 0, "openRate": { "numerator": 1, "denominator": 2, "value": 0.5 } } }""");
    }

    [Fact]
    public async Task An_owner_sees_what_became_of_it_in_their_groups_and_an_account_of_staff_counts_nowhere()
    {
        var (mine, item) = await AddAsync();
        var (other, _) = await AddAsync();
        await RecordAsync(mine.ExternalId, item.Id, [("CONTENT_OPENED", "ann"), ("CONTENT_OPENED", "bot")]);
        await RecordAsync(other.ExternalId, item.Id, [("CONTENT_OPENED", "bob")]);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var bot = await db.Identities.Where(i => i.ExternalId == $"{_run}-bot").Select(i => i.MemberId).SingleAsync(ct);
                var stay = new Membership { GroupId = Key(mine.Id), MemberId = bot, JoinedAt = TestClock.UtcNow.UtcDateTime.AddHours(-1) };
                stay.SetAccountKind(AccountKind.Bot, null, TestClock.UtcNow.UtcDateTime);
                db.Memberships.Add(stay);
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, Key(mine.Id));
        const string query = "query($id: ID!) { contentItemById(id: $id) { results { openers } } }";
        (await server.DataAsync(query, new { id = item.Id }, owner)).GetProperty("contentItemById").ShouldBeJson("""{ "results": { "openers": 1 } }""");
        (await server.DataAsync(query, new { id = item.Id })).GetProperty("contentItemById").ShouldBeJson("""{ "results": { "openers": 2 } }""");
    }

    private static long Key(string id) => long.Parse(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(id)).Split(':')[1], CultureInfo.InvariantCulture);

    private async Task<JsonElement> ChangeAsync(string mutation, string fields, object input) => (await server.DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { {{fields}} errors { __typename } } }""", new { input })).GetProperty(mutation);

    private async Task<JsonElement> RecordAsync(string group, string? item, (string Kind, string Who)[] rows, string platform = "WECHAT") => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount duplicateCount rejected { code path } } } }",
        new
        {
            input = new
            {
                source = _run,
                activities = rows.Select((row, index) => new
                {
                    kind = row.Kind, externalId = $"{group}-{index}", occurredAt = TestClock.UtcNow.UtcDateTime.AddMinutes(-20 + index).ToString("O", CultureInfo.InvariantCulture), group = new { platform = "WECHAT", externalId = group },
                    member = new { platform, externalId = $"{_run}-{row.Who}" }, contentItemId = item, text = row.Kind == "CONTENT_COMMENTED" ? "学到了" : null,
                }).ToArray(),
            },
        })).GetProperty("recordActivities").GetProperty("report");

    private async Task<((string Id, string ExternalId) Group, (string Id, long Key) Item)> AddAsync()
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        var (externalId, item) = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var content = new ContentItem { Title = $"早报 {_run}", Body = "……", Status = ContentStatus.Published };
                db.ContentItems.Add(content);
                await db.SaveChangesAsync(ct);
                return (await db.Groups.Where(g => g.Id == key).Select(g => g.ExternalId).SingleAsync(ct), content.Id);
            },
            TestContext.Current.CancellationToken);
        return ((id, externalId), (Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"ContentItem:{item}")), item));
    }
}
