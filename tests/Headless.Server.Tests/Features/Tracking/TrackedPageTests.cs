using System.Net;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Tracking;

/// <summary>A server whose tracked pages are on two hosts.</summary>
public sealed class TrackingServerFixture : ClockServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [.. base.Settings, KeyValuePair.Create("Tracking:PublicUrl", "https://go.example.org/"), KeyValuePair.Create("Tracking:AllowedHosts:0", "example.com"), KeyValuePair.Create("Tracking:AllowedHosts:1", "go.example.org")];
}

/// <summary>Tracked pages over HTTP: what the redirect does and refuses, and what counts.</summary>
public sealed class TrackedPageTests(TrackingServerFixture server) : IClassFixture<TrackingServerFixture>
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0";
    private const string Desk = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/140.0";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_click_is_led_to_the_page_and_a_visitor_counts_once_a_day()
    {
        var page = await CreateAsync(new { name = "周四专场", url = "https://shop.example.com/thursday?a=1#top" });
        var (link, code) = await LinkAsync(page);
        using (var answer = await FollowAsync(code, Phone))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Found);
            answer.Headers.Location!.ToString().ShouldBe("https://shop.example.com/thursday?a=1#top");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }

        (await FollowAsync(code, Phone)).Dispose();
        (await FollowAsync(code, Desk)).Dispose();
        (await FiguresAsync(page, 3)).ShouldBeJson("""{ "viewCount": 3, "visitorCount": 2, "figures": { "views": 3, "visitors": 2, "days": [{ "views": 3, "visitors": 2 }] } }""");
        (await server.DataAsync("query($id: ID!) { trackedPageById(id: $id) { links { nodes { id address clickCount visitorCount figures { views visitors } } totalCount } } }", new { id = page }))
            .GetProperty("trackedPageById").GetProperty("links").ShouldBeJson(
                $$"""{ "nodes": [{ "id": "{{link}}", "address": "https://go.example.org/l/{{code}}", "clickCount": 3, "visitorCount": 2, "figures": { "views": 3, "visitors": 2 } }], "totalCount": 1 }""");
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.PageVisitors.Select(v => v.Key.Length).Distinct().ToListAsync(Token)).ShouldBe([22]);
    }

    [Fact]
    public async Task Machines_previews_and_whatever_fetches_ahead_are_led_there_and_count_for_nothing()
    {
        var page = await CreateAsync(new { name = "bots", url = "https://example.com/" });
        var (_, code) = await LinkAsync(page);
        foreach (var agent in new[] { "Googlebot/2.1", "WhatsApp/2.23", "curl/8.5", "facebookexternalhit/1.1", string.Empty })
        {
            using var answer = await FollowAsync(code, agent);
            answer.StatusCode.ShouldBe(HttpStatusCode.Found, agent);
        }

        using (var ahead = await FollowAsync(code, Phone, ("Sec-Purpose", "prefetch;prerender")))
        {
            ahead.StatusCode.ShouldBe(HttpStatusCode.Found);
        }

        using (var head = await FollowAsync(code, Phone, method: HttpMethod.Head))
        {
            head.StatusCode.ShouldBe(HttpStatusCode.Found);
        }

        (await FollowAsync(code, Phone)).Dispose();
        (await FiguresAsync(page, 1)).ShouldBeJson("""{ "viewCount": 1, "visitorCount": 1, "figures": { "views": 1, "visitors": 1, "days": [{ "views": 1, "visitors": 1 }] } }""");
    }

    [Fact]
    public async Task It_leads_where_the_page_is_and_nowhere_else()
    {
        var page = await CreateAsync(new { name = "closed", url = "https://example.com/a" });
        var (link, code) = await LinkAsync(page);
        using (var answer = await FollowAsync(code + "?url=https://evil.example&next=//evil.example", Phone))
        {
            answer.Headers.Location!.ToString().ShouldBe("https://example.com/a");
        }

        foreach (var path in new[] { "nothing", "https:%2F%2Fevil.example", "%2F%2Fevil.example", new string('a', 33) })
        {
            using var answer = await FollowAsync(path, Phone);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            answer.Headers.Location.ShouldBeNull();
        }

        using (var post = await FollowAsync(code, Phone, method: HttpMethod.Post))
        {
            post.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        }

        await ChangeAsync("updateTrackedPage", "trackedPage { url }", new { id = page, url = "http://www.example.com/b" });
        using (var answer = await FollowAsync(code, Desk))
        {
            answer.Headers.Location!.ToString().ShouldBe("http://www.example.com/b");
        }

        (await ChangeAsync("retireTrackedLink", "trackedLink { status }", new { id = link })).ShouldBeJson("""{ "trackedLink": { "status": "RETIRED" }, "errors": null }""");
        (await FollowAsync(code, Phone)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await ChangeAsync("retireTrackedLink", "trackedLink { status }", new { id = link })).ShouldBeJson("""{ "trackedLink": null, "errors": [{ "__typename": "DomainError" }] }""");

        var (_, second) = await LinkAsync(page);
        (await ChangeAsync("retireTrackedPage", "trackedPage { status }", new { id = page })).ShouldBeJson("""{ "trackedPage": { "status": "RETIRED" }, "errors": null }""");
        (await FollowAsync(second, Phone)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await ChangeAsync("retireTrackedPage", "trackedPage { status }", new { id = page })).ShouldBeJson("""{ "trackedPage": null, "errors": [{ "__typename": "DomainError" }] }""");
        (await ChangeAsync("createTrackedLink", "trackedLink { id }", new { pageId = page, name = "late" })).ShouldBeJson("""{ "trackedLink": null, "errors": [{ "__typename": "DomainError" }] }""");
        (await ChangeAsync("updateTrackedPage", "trackedPage { id }", new { id = page, name = "late" })).ShouldBeJson("""{ "trackedPage": null, "errors": [{ "__typename": "DomainError" }] }""");
    }

    [Theory]
    [InlineData("javascript:alert(1)", "InvalidInputError")]
    [InlineData("data:text/html,x", "InvalidInputError")]
    [InlineData("ftp://example.com/x", "InvalidInputError")]
    [InlineData("//example.com/x", "InvalidInputError")]
    [InlineData("/relative", "InvalidInputError")]
    [InlineData("https://user:secret@example.com/", "InvalidInputError")]
    [InlineData("https://example.com\\@evil.example/", "InvalidInputError")]
    [InlineData("https://example.com/a b", "InvalidInputError")]
    [InlineData("", "InvalidInputError")]
    [InlineData("https://evil.example/", "DomainError")]
    [InlineData("https://notexample.com/", "DomainError")]
    [InlineData("https://go.example.org/l/abc", "DomainError")]
    public async Task Some_addresses_are_no_targets(string url, string error) =>
        (await ChangeAsync("createTrackedPage", "trackedPage { id }", new { name = "bad", url })).ShouldBeJson($$"""{ "trackedPage": null, "errors": [{ "__typename": "{{error}}" }] }""");

    [Fact]
    public async Task A_page_that_reports_its_views_counts_those_and_its_links_count_for_themselves()
    {
        var page = await CreateAsync(new { name = "own", url = "https://example.com/own", counting = "REPORTS" });
        var (_, code) = await LinkAsync(page);
        (await FollowAsync(code, Phone)).Dispose();
        (await ReportAsync(page, ("ann", 2), ("bob", 1), ("ann", 1))).ShouldBeJson("""{ "report": { "views": 4, "newVisitors": 2 }, "errors": null }""");
        (await ReportAsync(page, ("ann", 200))).ShouldBeJson("""{ "report": { "views": 197, "newVisitors": 0 }, "errors": null }""");
        (await ReportAsync(page, ("ann", 5))).ShouldBeJson("""{ "report": { "views": 0, "newVisitors": 0 }, "errors": null }""");
        await UntilAsync(async db => await db.TrackedLinks.AnyAsync(l => l.Code == code && l.ClickCount == 1, Token));
        (await FiguresAsync(page, 201)).ShouldBeJson("""{ "viewCount": 201, "visitorCount": 2, "figures": { "views": 201, "visitors": 2, "days": [{ "views": 201, "visitors": 2 }] } }""");

        (await ReportAsync(page, ("ann", 0))).ShouldBeJson("""{ "report": null, "errors": [{ "__typename": "InvalidInputError" }] }""");
        (await ReportAsync(page)).ShouldBeJson("""{ "report": null, "errors": [{ "__typename": "InvalidInputError" }] }""");
        (await ChangeAsync("recordPageViews", "report { views }", new { pageId = page, views = new[] { new { visitor = "ann", occurredAt = TestClock.UtcNow.AddDays(-20) } } }))
            .ShouldBeJson("""{ "report": null, "errors": [{ "__typename": "InvalidInputError" }] }""");
        (await ReportAsync(await CreateAsync(new { name = "clicks", url = "https://example.com/" }), ("ann", 1))).ShouldBeJson("""{ "report": null, "errors": [{ "__typename": "DomainError" }] }""");
    }

    [Fact]
    public async Task On_another_day_a_visitor_counts_again_and_nothing_tells_them_apart_from_others_two_days_later()
    {
        await using var fixture = new TrackingServerFixture();
        await fixture.InitializeAsync();
        var page = await CreateAsync(new { name = "days", url = "https://example.com/days", counting = "REPORTS" }, fixture);
        await ReportAsync(fixture, page);
        fixture.Clock.Forward(TimeSpan.FromDays(1));
        await ReportAsync(fixture, page);
        await fixture.RunTimersAsync();
        (await fixture.DataAsync("query($id: ID!) { trackedPageById(id: $id) { viewCount visitorCount figures { visitors } } }", new { id = page })).GetProperty("trackedPageById").ShouldBeJson(
            """{ "viewCount": 2, "visitorCount": 2, "figures": { "visitors": 1 } }""");
        await using (var db = fixture.Database.Create(AccessScope.Everything))
        {
            (await db.PageVisitors.CountAsync(Token), await db.VisitorSalts.CountAsync(Token)).ShouldBe((2, 2));
        }

        fixture.Clock.Forward(TimeSpan.FromDays(3));
        await fixture.RunTimersAsync();
        await using (var db = fixture.Database.Create(AccessScope.Everything))
        {
            (await db.PageVisitors.CountAsync(Token), await db.VisitorSalts.CountAsync(Token), await db.PageDays.CountAsync(Token)).ShouldBe((0, 0, 2));
        }

        static Task<JsonElement> ReportAsync(ServerFixture fixture, string page) => fixture.DataAsync(
            "mutation($input: RecordPageViewsInput!) { recordPageViews(input: $input) { report { views } } }", new { input = new { pageId = page, views = new[] { new { visitor = "ann" } } } });
    }

    [Fact]
    public async Task An_owner_sees_the_pages_of_everybody_and_of_their_groups_and_makes_pages_in_their_groups()
    {
        var (mine, mineId) = await SampleCommunity.AddGroupAsync(server);
        var (other, otherId) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        var (everybodys, own, others) = (await CreateAsync(new { name = "all", url = "https://example.com/1" }), await CreateAsync(new { name = "mine", url = "https://example.com/2", groupId = mineId }),
            await CreateAsync(new { name = "other", url = "https://example.com/3", groupId = otherId }));
        await ChangeAsync("createTrackedLink", "trackedLink { id }", new { pageId = everybodys, name = "there", groupId = otherId });
        await ChangeAsync("createTrackedLink", "trackedLink { id }", new { pageId = everybodys, name = "here", groupId = mineId });
        foreach (var (page, isSeen) in new[] { (everybodys, true), (own, true), (others, false) })
        {
            (await server.DataAsync("query($id: ID!) { trackedPageById(id: $id) { id } }", new { id = page }, owner)).GetProperty("trackedPageById").ValueKind
                .ShouldBe(isSeen ? JsonValueKind.Object : JsonValueKind.Null);
        }

        (await server.DataAsync("query($id: ID!) { trackedPageById(id: $id) { links { nodes { name } } } }", new { id = everybodys }, owner)).GetProperty("trackedPageById").GetProperty("links")
            .ShouldBeJson("""{ "nodes": [{ "name": "here" }] }""");
        (await ChangeAsync("createTrackedPage", "trackedPage { name }", new { name = "n", url = "https://example.com/" }, owner)).ShouldBeJson("""{ "trackedPage": null, "errors": [{ "__typename": "InvalidInputError" }] }""");
        (await ChangeAsync("createTrackedPage", "trackedPage { name }", new { name = "n", url = "https://example.com/", groupId = otherId }, owner))
            .ShouldBeJson("""{ "trackedPage": null, "errors": [{ "__typename": "NotFoundError" }] }""");
        (await ChangeAsync("updateTrackedPage", "trackedPage { name }", new { id = everybodys, name = "n" }, owner)).ShouldBeJson("""{ "trackedPage": null, "errors": [{ "__typename": "NotFoundError" }] }""");
        (await ChangeAsync("updateTrackedPage", "trackedPage { name }", new { id = own, name = "n" }, owner)).ShouldBeJson("""{ "trackedPage": { "name": "n" }, "errors": null }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync("mutation { createTrackedPage(input: { name: \"n\", url: \"https://example.com/\" }) { trackedPage { id } } }", null, analyst)).GetProperty("errors")[0]
            .GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    private async Task<string> CreateAsync(object input, ServerFixture? on = null) =>
        (await ChangeAsync("createTrackedPage", "trackedPage { id }", input, on: on)).GetProperty("trackedPage").GetProperty("id").GetString()!;

    private async Task<(string Id, string Code)> LinkAsync(string page)
    {
        var link = (await ChangeAsync("createTrackedLink", "trackedLink { id code }", new { pageId = page, name = "群公告" })).GetProperty("trackedLink");
        return (link.GetProperty("id").GetString()!, link.GetProperty("code").GetString()!);
    }

    private Task<JsonElement> ReportAsync(string page, params (string Visitor, int Count)[] views) =>
        ChangeAsync("recordPageViews", "report { views newVisitors }", new { pageId = page, views = views.Select(v => new { visitor = v.Visitor, count = v.Count }).ToArray() });

    private async Task<JsonElement> ChangeAsync(string mutation, string fields, object input, string? key = null, ServerFixture? on = null) => (await (on ?? server).DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { {{fields}} errors { __typename } } }""", new { input }, key)).GetProperty(mutation);

    private async Task<HttpResponseMessage> FollowAsync(string code, string agent, (string Name, string Value)? header = null, HttpMethod? method = null)
    {
        using var client = server.Factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, "/l/" + code);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        if (header is { } extra)
        {
            request.Headers.Add(extra.Name, extra.Value);
        }

        return await client.SendAsync(request, Token);
    }

    /// <summary>The figures once so many views have been counted, which takes a second.</summary>
    private async Task<JsonElement> FiguresAsync(string page, int views)
    {
        await UntilAsync(async db => await db.TrackedPages.AnyAsync(p => p.Id == Key(page) && p.ViewCount >= views, Token));
        return (await server.DataAsync("query($id: ID!) { trackedPageById(id: $id) { viewCount visitorCount figures { views visitors days { views visitors } } } }", new { id = page })).GetProperty("trackedPageById");
    }

    private async Task UntilAsync(Func<CommunityDbContext, Task<bool>> isSo)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            await using var db = server.Database.Create(AccessScope.Everything);
            if (await isSo(db))
            {
                return;
            }

            await Task.Delay(100, Token);
        }

        throw new TimeoutException("It has not been counted.");
    }

    private static long Key(string id) =>
        long.Parse(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(id)).Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
}
