using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Alerts;

/// <summary>Groups that turn into places of advertisements, and offers that are nearly sold out .</summary>
public sealed class ViolationAndStockAlertTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string AlertsOfGroup =
        "query($id: ID!) { groupById(id: $id) { alerts(where: { kind: { eq: VIOLATION_SHARE } }) { nodes { severity status message suggestedAction evidence { name value } } } } }";

    private const string AlertsOfCampaign =
        "query($id: ID!) { alerts(where: { kind: { eq: STOCK_LOW }, campaign: { id: { eq: $id } } }) { nodes { severity status message evidence { name value } } } }";

    private readonly string _run = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Violations_above_their_share_of_the_messages_are_told_and_too_few_messages_are_not_judged()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, key, "eve");
        await SayAsync(group, 20);
        await ReportAsync(group, member, "AD");
        var second = await ReportAsync(group, member, "AD");
        await EvaluateAsync();
        (await AlertsAsync(group)).GetArrayLength().ShouldBe(0, "20 messages are too few");

        await SayAsync(group, 15);
        await EvaluateAsync();
        var name = (await server.DataAsync("query($id: ID!) { groupById(id: $id) { name } }", new { id = group })).GetProperty("groupById").GetProperty("name").GetString();
        (await AlertsAsync(group)).ShouldBeJson(
            $$"""
            [{ "severity": "WARNING", "status": "OPEN", "message": "{{name}}: 2 of 35 messages of the last 7 days break its rules.",
               "suggestedAction": "Enforce the rules, decide what waits in the moderation queue, and look at who comes in through which channel.",
               "evidence": [{ "name": "share", "value": 0.057143 }, { "name": "limit", "value": 0.05 }, { "name": "violations", "value": 2 }, { "name": "messages", "value": 35 }] }]
            """);

        // What was dismissed was none.
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.Violations.Where(v => v.Id == second).ExecuteUpdateAsync(v => v.SetProperty(row => row.Status, ViolationStatus.Dismissed), ct),
            TestContext.Current.CancellationToken);
        await EvaluateAsync();
        (await AlertsAsync(group))[0].GetProperty("status").GetString().ShouldBe("RESOLVED");
    }

    [Fact]
    public async Task A_running_campaign_whose_offer_is_nearly_sold_out_is_told_until_there_is_more()
    {
        var campaign = (await ChangeAsync("createCampaign", "campaign { id }", new { name = "周四" })).GetProperty("campaign").GetProperty("id").GetString();
        var offer = (await ChangeAsync("createOffer", "offer { id }", new { campaignId = campaign, name = "VIP", currency = "CNY" })).GetProperty("offer").GetProperty("id").GetString();
        var item = (await ChangeAsync("addOfferItem", "offerItem { id }", new { offerId = offer, product = "面霜", listPrice = 10, price = 9, stock = 5, lowStockAt = 3 }))
            .GetProperty("offerItem").GetProperty("id").GetString();
        await ChangeAsync("reserveStock", "stockReservation { id }", new { offerItemId = item, reference = $"{_run}1", quantity = 3, expiresInMinutes = 10_000 });
        await EvaluateAsync();
        (await CampaignAlertsAsync(campaign)).GetArrayLength().ShouldBe(0, "the campaign is a draft");

        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.Campaigns.Where(c => c.Name == "周四").ExecuteUpdateAsync(c => c.SetProperty(row => row.Status, CampaignStatus.Running), ct),
            TestContext.Current.CancellationToken);
        await EvaluateAsync();
        (await CampaignAlertsAsync(campaign)).ShouldBeJson(
            """[{ "severity": "WARNING", "status": "OPEN", "message": "周四: 2 of 面霜 are left.", "evidence": [{ "name": "items", "value": 1 }, { "name": "available", "value": 2 }] }]""");

        await ChangeAsync("reserveStock", "stockReservation { id }", new { offerItemId = item, reference = $"{_run}2", quantity = 2, expiresInMinutes = 10_000 });
        await EvaluateAsync();
        (await CampaignAlertsAsync(campaign)).ShouldBeJson(
            """[{ "severity": "CRITICAL", "status": "OPEN", "message": "周四: 0 of 面霜 are left.", "evidence": [{ "name": "items", "value": 1 }, { "name": "available", "value": 0 }] }]""");

        await ChangeAsync("addStock", "offerItem { stock }", new { offerItemId = item, quantity = 50 });
        await EvaluateAsync();
        (await CampaignAlertsAsync(campaign))[0].GetProperty("status").GetString().ShouldBe("RESOLVED");
    }

    private async Task<JsonElement> AlertsAsync(string group) => (await server.DataAsync(AlertsOfGroup, new { id = group })).GetProperty("groupById").GetProperty("alerts").GetProperty("nodes");

    private async Task<JsonElement> CampaignAlertsAsync(string? campaign) =>
        (await server.DataAsync(AlertsOfCampaign, new { id = campaign })).GetProperty("alerts").GetProperty("nodes");

    private async Task<JsonElement> ChangeAsync(string mutation, string fields, object input)
    {
        var payload = (await server.DataAsync(
            $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { {{fields}} errors { ... on Error { code message } } } }""", new { input })).GetProperty(mutation);
        payload.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.GetRawText());
        return payload;
    }

    private async Task<long> ReportAsync(string group, string member, string kind)
    {
        await ChangeAsync("reportViolation", "violation { id }", new { groupId = group, memberId = member, kind, evidence = "加微信领券" });
        await using var db = server.Database.Create(AccessScope.Everything);
        return await db.Violations.MaxAsync(v => v.Id, TestContext.Current.CancellationToken);
    }

    private async Task SayAsync(string group, int count)
    {
        var activities = Enumerable.Range(0, count).Select(i => new
        {
            kind = "MESSAGE",
            externalId = Guid.NewGuid().ToString("N"),
            occurredAt = server.Clock.Now.AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture),
            group = new { id = group },
            member = new { platform = "WECHAT", externalId = $"{_run}speaker" },
            text = $"good morning {i}",
        });
        await ChangeAsync("recordActivities", "report { acceptedCount }", new { source = "test", activities });
    }

    private async Task EvaluateAsync()
    {
        server.Clock.Forward(TimeSpan.FromMinutes(16));
        await server.RunTimersAsync();
    }
}
