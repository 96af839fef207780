using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Search;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Metrics;

/// <summary>What members speak of, over HTTP: terms, the window before, later buyers, and what is never told.</summary>
public sealed class KeywordTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Fields =
        "messages members messagesWithoutText isComplete keywords { term messages members previousMessages change isNew linkClicks laterBuyers { members buyers rate allMembers allBuyers rateOfAll lift } }";

    private const string OfGroup = "query($id: ID!) { groupById(id: $id) { keywords(window: { lastDays: 3 }, buyWithinDays: 1) { " + Fields + " } } }";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chinese_and_English_terms_are_counted_beside_the_window_before_and_those_who_bought()
    {
        var group = await AddAsync();
        await server.DataAsync("mutation($input: CreateTrackedPageInput!) { createTrackedPage(input: $input) { trackedPage { id } } }", new { input = new { name = _run, url = "https://example.com/" } });
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var page = await db.TrackedPages.SingleAsync(p => p.Name == _run, ct);
                var link = db.TrackedLinks.Add(new TrackedLink { PageId = page.Id, Code = _run, Name = "search", Keyword = "retinol" }).Entity;
                await db.SaveChangesAsync(ct);
                db.PageDays.Add(new PageDay { PageId = page.Id, LinkId = link.Id, Day = DateOnly.FromDateTime(TestClock.UtcNow.UtcDateTime).AddDays(-1), Views = 7, Visitors = 5 });
                await db.SaveChangesAsync(ct);
            },
            Token);
        (await server.DataAsync(OfGroup, new { id = group.Id })).GetProperty("groupById").GetProperty("keywords").ShouldBeJson(
            """
            { "messages": 6, "members": 4, "messagesWithoutText": 0, "isComplete": true, "keywords": [
              { "term": "retinol", "messages": 4, "members": 4, "previousMessages": 0, "change": null, "isNew": true, "linkClicks": 7,
                "laterBuyers": { "members": 4, "buyers": 2, "rate": 0.5, "allMembers": 4, "allBuyers": 2, "rateOfAll": 0.5, "lift": 1 } },
              { "term": "敏感肌", "messages": 3, "members": 3, "previousMessages": 1, "change": 2, "isNew": false, "linkClicks": 0,
                "laterBuyers": { "members": 3, "buyers": 2, "rate": 0.6666666666666666, "allMembers": 4, "allBuyers": 2, "rateOfAll": 0.5, "lift": 1.3333333333333333 } }] }
            """);
        (await server.DataAsync(
            "query($id: ID!) { keywords(window: { lastDays: 3 }, scope: { groupIds: [$id] }, order: LIFT, first: 1, buyWithinDays: 1) { keywords { term } } few: keywords(window: { lastDays: 3 }, scope: { groupIds: [$id] }, minMembers: 4) { keywords { term laterBuyers { members rate lift } } } }",
            new { id = group.Id })).ShouldBeJson(
                """{ "keywords": { "keywords": [{ "term": "敏感肌" }] }, "few": { "keywords": [{ "term": "retinol", "laterBuyers": { "members": 0, "rate": null, "lift": null } }] } }""");
    }

    [Fact]
    public async Task Where_texts_are_not_kept_nothing_is_counted_and_nothing_is_compared()
    {
        var group = await AddAsync();
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.Activities.Where(a => a.GroupId == group.Key && a.OccurredAt < TestClock.UtcNow.UtcDateTime.AddDays(-3)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Text, (string?)null), ct),
            Token);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { keywords(window: { lastDays: 3 }) { messages messagesWithoutText keywords { term previousMessages change isNew } } } }", new { id = group.Id }))
            .GetProperty("groupById").GetProperty("keywords").ShouldBeJson(
                """
                { "messages": 6, "messagesWithoutText": 0, "keywords": [{ "term": "retinol", "previousMessages": null, "change": null, "isNew": false },
                  { "term": "敏感肌", "previousMessages": null, "change": null, "isNew": false }] }
                """);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { keywords(window: { lastDays: 6 }) { messages messagesWithoutText isComplete } } }", new { id = group.Id }))
            .GetProperty("groupById").GetProperty("keywords").ShouldBeJson("""{ "messages": 6, "messagesWithoutText": 1, "isComplete": true }""");
    }

    [Fact]
    public async Task Nobody_reads_keywords_of_groups_that_are_not_theirs_and_what_one_or_two_said_is_never_told()
    {
        var (mine, other) = (await AddAsync(), await AddAsync());
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { id } keywords(window: { lastDays: 3 }, minMembers: 3) { messages keywords { term } } }", new { id = other.Id }, owner)).ShouldBeJson(
            """{ "groupById": null, "keywords": { "messages": 6, "keywords": [{ "term": "retinol" }, { "term": "敏感肌" }] } }""");
        foreach (var arguments in new[] { "minMembers: 2", "first: 0", "first: 201", "buyWithinDays: 91" })
        {
            (await server.QueryAsync($"{{ keywords(window: {{ lastDays: 3 }}, {arguments}) {{ messages }} }}")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
                .ShouldBe("PAGE_SIZE_EXCEEDED", arguments);
        }

        var reader = await server.CreateKeyAsync(OperatorRole.Lead, ApiKeyScope.Read);
        (await server.QueryAsync("{ keywords(window: { lastDays: 3 }) { messages } }", null, reader)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
            .ShouldBe("FORBIDDEN");
    }

    [Theory]
    [InlineData("我想买防晒霜", "买防,买防晒,买防晒霜,防晒,防晒霜,晒霜")]
    [InlineData("Is THIS the best SPF50 for me?", "best,spf50")]
    [InlineData("call 13800000000 or order a123456", "call,order")]
    [InlineData("😀😀 好的", "")]
    [InlineData(null, "")]
    public void Terms_are_words_and_parts_between_function_characters(string? text, string terms) =>
        string.Join(',', KeywordTerms.Of(text).Order(StringComparer.Ordinal)).ShouldBe(string.Join(',', terms.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));

    private async Task<(long Key, string Id)> AddAsync()
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        await using var reader = server.Database.Create(AccessScope.Everything);
        var externalId = await reader.Groups.Where(g => g.Id == key).Select(g => g.ExternalId).SingleAsync(Token);
        var (now, index) = (TestClock.UtcNow, 0);
        (string Who, string Text, double Days)[] said =
        [
            ("ann", "敏感肌好烦", -4), ("ann", "敏感肌怎么过冬", -2), ("bob", "敏感肌用什么面霜", -1.99), ("cid", "我也是敏感肌 Retinol", -1.98), ("dan", "retinol 好用吗", -1.97), ("ann", "Retinol!", -1.96),
            ("bob", "retinol 13800000000", -1.95),
        ];
        var rows = new[] { "ann", "bob", "cid", "dan" }.Select(who => Row("JOIN", who, null, -8)).Concat(said.Select(s => Row("MESSAGE", s.Who, s.Text, s.Days))).ToArray();
        var report = (await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount rejected { code } } } }", new { input = new { source = $"{_run}-{key}", activities = rows } }))
            .GetProperty("recordActivities").GetProperty("report");
        report.ShouldBeJson("""{ "acceptedCount": 11, "rejected": [] }""");
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                foreach (var who in new[] { "ann", "bob" })
                {
                    var member = await db.Identities.Where(i => i.ExternalId == $"{_run}-{key}-{who}").Select(i => i.MemberId).SingleAsync(ct);
                    db.Orders.Add(new Order { Source = "shop", ExternalId = $"{_run}-{key}-{who}", GroupId = key, MemberId = member, Amount = 99, Currency = "CNY", PaidAt = now.UtcDateTime.AddDays(-1.5) });
                }

                await db.SaveChangesAsync(ct);
            },
            Token);
        return (key, id);

        object Row(string kind, string who, string? text, double days) => new
        {
            kind, externalId = $"{++index}", occurredAt = now.AddDays(days).ToString("O", CultureInfo.InvariantCulture), group = new { platform = "WECHAT", externalId },
            member = new { platform = "WECHAT", externalId = $"{_run}-{key}-{who}" }, text,
        };
    }
}
