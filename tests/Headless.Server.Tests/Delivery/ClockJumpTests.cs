using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Features.Webhooks;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Delivery;

/// <summary>A clock that goes an hour forth and back: the log has its own order, and nothing is told, counted or done twice.</summary>
public sealed class ClockJumpTests(WebhookServerFixture server) : IClassFixture<WebhookServerFixture>
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Promise_2_the_order_of_the_log_and_its_cursors_do_not_follow_the_clock()
    {
        // From the middle of an hour, so that the hours of the messages are two.
        server.Clock.Forward(TimeSpan.FromMinutes(90 - server.Clock.Now.Minute));
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var after = await FirstCursorAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await WebhookSteps.CreateAsync(server, receiver.Url, group, "subscription { onActivity { externalId } }", ["MESSAGE_SENT"]);
        await using var stream = await ActivityStream.ConnectAsync(server);
        await stream.SubscribeAsync("1", new { groupIds = new[] { group }, kinds = new[] { "MESSAGE_SENT" }, after });
        string[] names = ["before", "ahead", "back", "ahead again", "back again"];
        var cursors = new List<string?>();
        for (var i = 0; i < names.Length; i++)
        {
            if (i > 0)
            {
                server.Clock.Forward(i % 2 == 1 ? s_hour : -s_hour);
            }

            await server.RunTimersAsync();
            await SayAsync(group, names[i]);
            var told = await stream.NextAsync();
            told.GetProperty("externalId").GetString().ShouldBe($"{group}-{names[i]}");
            (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "externalId": "{{group}}-{{names[i]}}" }""");
            cursors.Add(told.GetProperty("cursor").GetString());
        }

        await receiver.NothingAsync(300);
        for (var i = 0; i < names.Length; i++)
        {
            var rest = await server.DataAsync(
                "query($g: ID!, $after: String) { activities(after: $after, where: { kind: { eq: MESSAGE_SENT }, group: { id: { eq: $g } } }) { nodes { externalId } } }", new { g = group, after = cursors[i] });
            rest.GetProperty("activities").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("externalId").GetString()).ShouldBe(names[(i + 1)..].Select(n => $"{group}-{n}"));
        }

        // Each message is in the hour in which it is said to have happened, and there is one figure of all.
        var today = DateOnly.FromDateTime(server.Clock.Now);
        var window = new { from = today.AddDays(-1).ToString("O", CultureInfo.InvariantCulture), to = today.AddDays(3).ToString("O", CultureInfo.InvariantCulture) };
        var figures = (await server.DataAsync(
            "query($id: ID!, $window: MetricWindowInput!) { groupById(id: $id) { metric(key: MESSAGE_COUNT, window: $window) { value } metricSeries(key: MESSAGE_COUNT, window: $window, interval: HOUR) { value { value } } } }",
            new { id = group, window })).GetProperty("groupById");
        figures.GetProperty("metric").GetProperty("value").GetInt32().ShouldBe(5);
        figures.GetProperty("metricSeries").EnumerateArray().Select(p => p.GetProperty("value").GetProperty("value").GetInt32()).Where(v => v > 0).ShouldBe([3, 2]);
    }

    [Fact]
    public async Task Promise_4_a_key_answers_the_same_before_and_after_the_clock_has_jumped()
    {
        var (name, key) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        var first = await CreateTagAsync(name, key);
        foreach (var jump in new[] { s_hour, -s_hour, -s_hour, s_hour })
        {
            server.Clock.Forward(jump);
            await server.RunTimersAsync();
            (await CreateTagAsync(name, key)).ShouldBe(first);
        }

        (await LoggedActivities.KindsAsync(server, a => a.Kind == ActivityKind.TagCreated && a.Text == name)).ShouldBe([ActivityKind.TagCreated]);
    }

    [Fact]
    public async Task What_is_due_is_done_once_however_often_the_clock_passes_its_time()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.Groups.Where(g => g.Id == key).ExecuteUpdateAsync(g => g.SetProperty(row => row.Capacity, 1), ct),
            TestContext.Current.CancellationToken);
        await SampleCommunity.AddMembersAsync(server, key, "m");
        var campaign = (await server.DataAsync("mutation { createCampaign(input: { name: \"clock\" }) { campaign { id } } }")).GetProperty("createCampaign").GetProperty("campaign").GetProperty("id").GetString();
        var offer = (await WebhookSteps.MutateAsync(server, "createOffer", new { campaignId = campaign, name = "VIP", currency = "CNY" }, "offer { id }")).GetProperty("offer").GetProperty("id").GetString();
        var item = (await WebhookSteps.MutateAsync(server, "addOfferItem", new { offerId = offer, product = "时钟", listPrice = 10, price = 9, stock = 5 }, "offerItem { id }")).GetProperty("offerItem").GetProperty("id").GetString();
        await WebhookSteps.MutateAsync(server, "reserveStock", new { offerItemId = item, reference = "r", quantity = 2, expiresInMinutes = 30 }, "stockReservation { id }");
        foreach (var jump in new[] { s_hour, -s_hour, s_hour, -s_hour })
        {
            server.Clock.Forward(jump);
            await server.RunTimersAsync();
        }

        (await server.DataAsync("query($id: ID!) { node(id: $id) { ... on OfferItem { stock reserved available } } }", new { id = item })).ShouldBeJson("""{ "node": { "stock": 5, "reserved": 0, "available": 5 } }""");
        (await LoggedActivities.KindsAsync(server, a => a.Kind == ActivityKind.StockExpired)).ShouldBe([ActivityKind.StockExpired]);
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key && a.Kind >= ActivityKind.AlertRaised && a.Kind <= ActivityKind.AlertResolved)).ShouldBe([ActivityKind.AlertRaised]);
    }

    private async Task<string> FirstCursorAsync()
    {
        await WebhookSteps.MutateAsync(server, "createTag", new { name = Guid.NewGuid().ToString("N") }, "tag { id }");
        return (await server.DataAsync("{ activities(last: 1) { edges { cursor } } }")).GetProperty("activities").GetProperty("edges")[0].GetProperty("cursor").GetString()!;
    }

    /// <summary>By the server's clock, wherever it stands.</summary>
    private async Task SayAsync(string group, string text) => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount rejected { message } } } }",
        new
        {
            input = new
            {
                source = "clock",
                activities = new[]
                {
                    new { kind = "MESSAGE", externalId = $"{group}-{text}", occurredAt = server.Clock.GetUtcNow(), group = new { id = group }, member = new { platform = "WECHAT", externalId = "speaker" }, text },
                },
            },
        })).ShouldBeJson("""{ "recordActivities": { "report": { "acceptedCount": 1, "rejected": [] } } }""");

    private async Task<string> CreateTagAsync(string name, string key)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "mutation($name: String!) { createTag(input: { name: $name }) { tag { id createdAt } errors { __typename } } }", variables = new { name } }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
