using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Campaigns;

/// <summary>Campaigns over HTTP: their groups, their status machine, and who sees them.</summary>
public sealed class CampaignTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Errors =
        "errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } ... on NotFoundError { path } }";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_campaign_leads_to_its_groups_and_a_group_to_its_campaigns()
    {
        var (_, first) = await SampleCommunity.AddGroupAsync(server);
        var (_, second) = await SampleCommunity.AddGroupAsync(server);
        var id = await CreateAsync(new
        {
            name = $"Thursday {_run}",
            goal = "WIN_BACK",
            kind = "FLASH_SALE",
            groupIds = new[] { first, second },
            startsAt = "2031-01-02T20:00:00+08:00",
            endsAt = "2031-01-02T22:00:00+08:00",
            timeZone = "Asia/Urumqi",
            hook = "Half price",
            budget = new { amount = 1234.5m, currency = "CNY" },
        });

        (await server.DataAsync(
            """
            query($id: ID!, $group: ID!) {
              campaignById(id: $id) { name goal kind status startsAt endsAt timeZone hook budget { amount currency } version groups { totalCount } }
              groupById(id: $group) { campaigns { nodes { id } totalCount } }
              node(id: $id) { __typename }
            }
            """,
            new { id, group = first })).ShouldBeJson(
            $$"""
            { "campaignById": { "name": "Thursday {{_run}}", "goal": "WIN_BACK", "kind": "FLASH_SALE", "status": "DRAFT",
                "startsAt": "2031-01-02T12:00:00.000Z", "endsAt": "2031-01-02T14:00:00.000Z", "timeZone": "Asia/Urumqi", "hook": "Half price",
                "budget": { "amount": 1234.5, "currency": "CNY" }, "version": 1, "groups": { "totalCount": 2 } },
              "groupById": { "campaigns": { "nodes": [{ "id": "{{id}}" }], "totalCount": 1 } },
              "node": { "__typename": "Campaign" } }
            """);

        var moved = await UpdateAsync(new { id, groupIds = new[] { second }, budget = (object?)null, name = $"Friday {_run}" });
        moved.ShouldBeJson(
            $$"""
            { "campaign": { "name": "Friday {{_run}}", "startsAt": "2031-01-02T12:00:00.000Z", "budget": null, "version": 2,
                "groups": { "nodes": [{ "id": "{{second}}" }] } }, "errors": null }
            """);
    }

    [Fact]
    public async Task A_campaign_is_fixed_warmed_up_run_ended_and_reviewed()
    {
        var (groupKey, groupId) = await SampleCommunity.AddGroupAsync(server);
        var starts = TestClock.UtcNow.UtcDateTime.AddDays(1).ToString("O", CultureInfo.InvariantCulture);
        var ends = TestClock.UtcNow.UtcDateTime.AddDays(2).ToString("O", CultureInfo.InvariantCulture);
        var id = await CreateAsync(new { name = $"Steps {_run}", groupIds = new[] { groupId }, startsAt = starts, endsAt = ends });

        (await StepAsync("startCampaign", new { id })).ShouldBeJson(Refused("INVALID_TRANSITION"));
        (await StepAsync("scheduleCampaign", new { id, version = 1 })).ShouldBeJson(Stepped("SCHEDULED", 2));
        (await StepAsync("unscheduleCampaign", new { id })).ShouldBeJson(Stepped("DRAFT", 3));
        (await StepAsync("scheduleCampaign", new { id })).ShouldBeJson(Stepped("SCHEDULED", 4));
        (await StepAsync("preheatCampaign", new { id })).ShouldBeJson(Stepped("PREHEATING", 5));
        (await StepAsync("startCampaign", new { id })).ShouldBeJson(Stepped("RUNNING", 6));
        (await StepAsync("endCampaign", new { id })).ShouldBeJson(Stepped("ENDED", 7));
        (await StepAsync("cancelCampaign", new { id, reason = "too late" })).ShouldBeJson(Refused("INVALID_TRANSITION"));
        (await StepAsync("completeCampaignReview", new { id, review = "More tea next time." })).ShouldBeJson(Stepped("REVIEWED", 8));

        (await LoggedActivities.KindsAsync(server, a => a.GroupId == groupKey)).ShouldBe(
        [
            ActivityKind.CampaignCreated, ActivityKind.CampaignScheduled, ActivityKind.CampaignUnscheduled, ActivityKind.CampaignScheduled,
            ActivityKind.CampaignPreheating, ActivityKind.CampaignStarted, ActivityKind.CampaignEnded, ActivityKind.CampaignReviewed,
        ]);
        (await server.DataAsync("query($id: ID!) { campaignById(id: $id) { review cancelReason } }", new { id })).ShouldBeJson(
            """{ "campaignById": { "review": "More tea next time.", "cancelReason": null } }""");
    }

    [Fact]
    public async Task A_campaign_without_a_window_or_with_one_that_has_begun_is_not_scheduled()
    {
        var none = await CreateAsync(new { name = $"None {_run}" });
        (await StepAsync("scheduleCampaign", new { id = none })).ShouldBeJson(Refused("CAMPAIGN_WINDOW_REQUIRED"));
        var past = await CreateAsync(new { name = $"Past {_run}", startsAt = "2001-01-01T00:00:00Z", endsAt = "2001-01-02T00:00:00Z" });
        (await StepAsync("scheduleCampaign", new { id = past })).ShouldBeJson(Refused("CAMPAIGN_STARTS_IN_PAST"));
        (await StepAsync("cancelCampaign", new { id = past, reason = "never mind" })).ShouldBeJson(Stepped("CANCELLED", 2));
        (await UpdateAsync(new { id = past, endsAt = "2031-01-01T00:00:00Z" })).GetProperty("errors").ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "endsAt", "code": "CAMPAIGN_OVER" }] }]""");
    }

    [Theory]
    [InlineData("""{ "timeZone": "Mars/Olympus" }""", "timeZone", "UNKNOWN_TIME_ZONE")]
    [InlineData("""{ "timeZone": "China Standard Time" }""", "timeZone", "UNKNOWN_TIME_ZONE")]
    [InlineData("""{ "timeZone": "../../etc/passwd" }""", "timeZone", "UNKNOWN_TIME_ZONE")]
    [InlineData("""{ "budget": { "amount": -1, "currency": "CNY" } }""", "budget.amount", "INVALID_AMOUNT")]
    [InlineData("""{ "budget": { "amount": 0.00001, "currency": "CNY" } }""", "budget.amount", "INVALID_AMOUNT")]
    [InlineData("""{ "budget": { "amount": 1, "currency": "yuan" } }""", "budget.currency", "INVALID_CURRENCY")]
    [InlineData("""{ "name": "" }""", "name", "NOT_EMPTY")]
    public async Task A_bad_input_is_answered_with_its_field(string fields, string path, string code)
    {
        var input = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(fields)!;
        input.TryAdd("name", JsonSerializer.SerializeToElement("Bad"));
        (await TryCreateAsync(input)).ShouldBeJson(
            $$"""
            { "campaign": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "{{path}}", "code": "{{code}}" }] }] }
            """);
    }

    [Fact]
    public async Task A_campaign_does_not_end_before_it_starts_and_runs_in_groups_that_exist()
    {
        (await TryCreateAsync(new { name = "Backwards", startsAt = "2031-01-02T00:00:00Z", endsAt = "2031-01-01T00:00:00Z" })).ShouldBeJson(
            """{ "campaign": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_INTERVAL" }] }""");
        var (_, groupId) = await SampleCommunity.AddGroupAsync(server);
        var (_, hidden) = await SampleCommunity.AddGroupAsync(server);
        var (ownKey, _) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, ownKey);
        (await TryCreateAsync(new { name = "Elsewhere", groupIds = new[] { hidden } }, owner)).ShouldBeJson(
            """{ "campaign": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND", "path": "groupIds[0]" }] }""");
        (await TryCreateAsync(new { name = "Twice", groupIds = new[] { groupId, groupId } })).ShouldBeJson(
            """
            { "campaign": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "groupIds", "code": "DUPLICATE_ID" }] }] }
            """);
    }

    [Fact]
    public async Task An_owner_sees_and_moves_a_campaign_within_their_groups_only()
    {
        var (mineKey, mine) = await SampleCommunity.AddGroupAsync(server);
        var (alsoMineKey, alsoMine) = await SampleCommunity.AddGroupAsync(server);
        var (_, theirs) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mineKey, alsoMineKey);
        var shared = await CreateAsync(new { name = $"Shared {_run}", groupIds = new[] { mine, theirs } });
        var foreign = await CreateAsync(new { name = $"Foreign {_run}", groupIds = new[] { theirs } });

        (await server.DataAsync(
            """
            query($shared: ID!, $foreign: ID!, $run: String!) {
              shared: campaignById(id: $shared) { groups { nodes { id } totalCount } }
              foreign: campaignById(id: $foreign) { id }
              node(id: $foreign) { id }
              campaigns(where: { name: { endsWith: $run } }) { nodes { id } totalCount }
            }
            """,
            new { shared, foreign, run = _run },
            owner)).ShouldBeJson(
            $$"""
            { "shared": { "groups": { "nodes": [{ "id": "{{mine}}" }], "totalCount": 1 } }, "foreign": null, "node": null,
              "campaigns": { "nodes": [{ "id": "{{shared}}" }], "totalCount": 1 } }
            """);

        (await TryCreateAsync(new { name = "Nowhere" }, owner)).ShouldBeJson(
            """
            { "campaign": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "groupIds", "code": "GROUP_REQUIRED" }] }] }
            """);
        (await UpdateAsync(new { id = shared, groupIds = new[] { alsoMine } }, owner)).GetProperty("campaign").GetProperty("groups").ShouldBeJson(
            $$"""{ "nodes": [{ "id": "{{alsoMine}}" }] }""");
        (await server.DataAsync(
            "query($id: ID!) { campaignById(id: $id) { version groups(order: [{ createdAt: ASC }]) { nodes { id } } } }", new { id = shared })).ShouldBeJson(
            $$"""{ "campaignById": { "version": 2, "groups": { "nodes": [{ "id": "{{alsoMine}}" }, { "id": "{{theirs}}" }] } } }""");
    }

    [Fact]
    public async Task Campaigns_are_found_by_what_they_are_for_and_by_their_groups()
    {
        var (_, groupId) = await SampleCommunity.AddGroupAsync(server);
        string name;
        await using (var db = server.Database.Create(AccessScope.Everything))
        {
            name = await db.Groups.OrderByDescending(g => g.Id).Select(g => g.Name).FirstAsync(TestContext.Current.CancellationToken);
        }

        await CreateAsync(new { name = "b", goal = "CONVERT", groupIds = new[] { groupId }, budget = new { amount = 10m, currency = "CNY" } });
        await CreateAsync(new { name = "a", goal = "CONVERT", groupIds = new[] { groupId }, budget = new { amount = 20m, currency = "CNY" } });
        await CreateAsync(new { name = "c", goal = "RETAIN", groupIds = new[] { groupId } });
        (await server.DataAsync(
            """
            query($group: String!) {
              campaigns(where: { goal: { eq: CONVERT }, groups: { some: { name: { eq: $group } } } }, order: [{ budget: DESC }]) {
                nodes { name budget { amount } groups { totalCount } }
              }
            }
            """,
            new { group = name })).ShouldBeJson(
            """
            { "campaigns": { "nodes": [
                { "name": "a", "budget": { "amount": 20 }, "groups": { "totalCount": 1 } },
                { "name": "b", "budget": { "amount": 10 }, "groups": { "totalCount": 1 } }] } }
            """);
    }

    private static string Stepped(string status, long version) =>
        $$"""{ "campaign": { "status": "{{status}}", "version": {{version}} }, "errors": null }""";

    private static string Refused(string code) =>
        $$"""{ "campaign": null, "errors": [{ "__typename": "DomainError", "code": "{{code}}" }] }""";

    private async Task<JsonElement> TryCreateAsync(object input, string? apiKey = null) => (await server.DataAsync(
        $$"""mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } {{Errors}} } }""",
        new { input },
        apiKey)).GetProperty("createCampaign");

    private async Task<string> CreateAsync(object input) =>
        (await TryCreateAsync(input)).GetProperty("campaign").GetProperty("id").GetString()!;

    private async Task<JsonElement> UpdateAsync(object input, string? apiKey = null) => (await server.DataAsync(
        $$"""
        mutation($input: UpdateCampaignInput!) {
          updateCampaign(input: $input) { campaign { name startsAt budget { amount } version groups { nodes { id } } } {{Errors}} }
        }
        """,
        new { input },
        apiKey)).GetProperty("updateCampaign");

    private async Task<JsonElement> StepAsync(string mutation, object input) => (await server.DataAsync(
        $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) { campaign { status version } errors { __typename ... on Error { code } } }
        }
        """,
        new { input })).GetProperty(mutation);
}
