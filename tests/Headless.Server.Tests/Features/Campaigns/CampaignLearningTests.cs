using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Campaigns;

/// <summary>For whom a campaign is, what is tried in it, and what was learnt from it, over HTTP.</summary>
public sealed class CampaignLearningTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const int Callers = 50;
    private const string Errors = "errors { __typename ... on Error { code } }";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_campaign_is_for_a_live_or_a_frozen_segment_of_the_members_of_its_groups()
    {
        var (campaign, _, members) = await CreateAsync("Ann", "Bob");
        (await AudienceAsync(campaign)).ShouldBe("Ann, Bob");
        var live = (await server.DataAsync(
            "mutation($n: String!) { createSegment(input: { name: $n, condition: { region: { in: [\"四川\"] } } }) { segment { id } } }", new { n = _run })).GetProperty("createSegment").GetProperty("segment").GetProperty("id").GetString()!;
        (await SetAsync(new { campaignId = campaign, segmentId = live })).ShouldBe("DRAFT");
        (await AudienceAsync(campaign)).ShouldBe(string.Empty);
        await server.DataAsync("mutation($m: ID!) { updateMember(input: { id: $m, region: \"四川\" }) { errors { __typename } } }", new { m = members[0] });
        await server.RunTimersAsync();
        (await AudienceAsync(campaign)).ShouldBe("Ann");
        var frozen = (await server.DataAsync("mutation($s: ID!, $n: String!) { freezeSegment(input: { id: $s, name: $n }) { segment { id } } }", new { s = live, n = $"f{_run}" }))
            .GetProperty("freezeSegment").GetProperty("segment").GetProperty("id").GetString()!;
        (await SetAsync(new { campaignId = campaign, segmentId = frozen })).ShouldBe("DRAFT");
        await server.DataAsync("mutation($m: ID!) { updateMember(input: { id: $m, region: \"四川\" }) { errors { __typename } } }", new { m = members[1] });
        await server.RunTimersAsync();
        (await AudienceAsync(campaign)).ShouldBe("Ann");
        (await server.DataAsync("mutation($s: ID!) { deleteSegment(input: { id: $s }) { errors { ... on Error { code } } } }", new { s = frozen })).ShouldBeJson("""{ "deleteSegment": { "errors": [{ "code": "SEGMENT_IN_USE" }] } }""");
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, (await SampleCommunity.AddGroupAsync(server)).Key);
        (await AudienceAsync(campaign, owner)).ShouldBe(string.Empty);
    }

    [Fact]
    public async Task A_scheduled_campaign_preheats_by_itself_and_no_later_than_it_starts()
    {
        var (campaign, _, _) = await CreateAsync();
        var startsAt = server.Clock.GetUtcNow().AddHours(3);
        (await SetAsync(new { campaignId = campaign, preheatsAt = startsAt })).ShouldBe("DRAFT");
        await server.DataAsync("mutation($c: ID!, $s: DateTime!, $e: DateTime!) { updateCampaign(input: { id: $c, startsAt: $s, endsAt: $e }) { errors { __typename } } }", new { c = campaign, s = startsAt.AddHours(1), e = startsAt.AddHours(2) });
        (await SetAsync(new { campaignId = campaign, preheatsAt = startsAt.AddHours(1) })).ShouldBe("INVALID_INTERVAL");
        (await StepAsync("scheduleCampaign", campaign)).ShouldBe("SCHEDULED");
        await server.RunTimersAsync();
        (await StatusAsync(campaign)).ShouldBe("SCHEDULED");
        server.Clock.Forward(TimeSpan.FromHours(3.1));
        await server.RunTimersAsync();
        (await StatusAsync(campaign)).ShouldBe("PREHEATING");
        server.Clock.Forward(TimeSpan.FromHours(1));
        await server.RunTimersAsync();
        (await StatusAsync(campaign)).ShouldBe("RUNNING");
        server.Clock.Forward(TimeSpan.FromHours(1));
        await server.RunTimersAsync();
        (await SetAsync(new { campaignId = campaign, preheatsAt = (DateTimeOffset?)null })).ShouldBe("CAMPAIGN_UNDER_WAY");
    }

    [Fact]
    public async Task A_member_gets_a_variant_for_good_and_the_results_say_how_sure_they_are()
    {
        var (campaign, group, members) = await CreateAsync([.. Enumerable.Range(0, 40).Select(i => $"m{i}")]);
        (await AssignAsync(campaign, members)).ShouldBe("NO_VARIANTS");
        (await VariantsAsync(campaign, new { name = "短句" })).ShouldBe("INVALID_INPUT");
        (await VariantsAsync(campaign, new { name = "短句" }, new { name = "短句" })).ShouldBe("INVALID_INPUT");
        (await VariantsAsync(campaign, new { name = "短句", weight = 1 }, new { name = "红底海报", weight = 3 })).ShouldBe("ok");
        (await AssignAsync(campaign, members[0], "TWVtYmVyOjk5OTk5OQ==")).ShouldBe("NOT_FOUND");
        var all = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => AssignAsync(campaign, members)));
        var assigned = all.Distinct().ShouldHaveSingleItem().Split(", ");
        var posters = members.Zip(assigned).Where(p => p.Second == "红底海报").Select(p => p.First).ToList();
        posters.Count.ShouldBeInRange(20, 38);
        (await VariantsAsync(campaign)).ShouldBe("VARIANTS_IN_USE");
        foreach (var buyer in posters.Take(10))
        {
            await BuyAsync(buyer, group, campaign);
            await BuyAsync(buyer, group, campaign);
        }

        var results = (await server.DataAsync(
            "query($c: ID!) { campaignById(id: $c) { variantResults { assigned buyers rate interval { low high } difference { value interval { low high } } variant { name } } } }", new { c = campaign }))
            .GetProperty("campaignById").GetProperty("variantResults");
        results[0].GetProperty("variant").GetProperty("name").GetString().ShouldBe("短句");
        results[0].GetProperty("assigned").GetInt64().ShouldBe(40 - posters.Count);
        results[0].GetProperty("buyers").GetInt64().ShouldBe(0);
        results[0].GetProperty("difference").ValueKind.ShouldBe(JsonValueKind.Null);
        results[1].GetProperty("buyers").GetInt64().ShouldBe(10);
        var rate = results[1].GetProperty("rate").GetDouble();
        rate.ShouldBe(10.0 / posters.Count);
        results[1].GetProperty("interval").GetProperty("low").GetDouble().ShouldBeLessThan(rate);
        results[1].GetProperty("difference").GetProperty("value").GetDouble().ShouldBe(rate);
        results[1].GetProperty("difference").GetProperty("interval").GetProperty("high").GetDouble().ShouldBeGreaterThan(rate);
    }

    [Fact]
    public async Task A_review_freezes_the_numbers_and_is_found_by_its_words()
    {
        var (campaign, group, members) = await CreateAsync("Ann", "Bob");
        (await ReviewAsync(campaign)).ShouldBe("INVALID_TRANSITION");
        var now = server.Clock.GetUtcNow();
        await server.DataAsync("mutation($c: ID!, $s: DateTime!, $e: DateTime!) { updateCampaign(input: { id: $c, startsAt: $s, endsAt: $e }) { errors { __typename } } }", new { c = campaign, s = now.AddMinutes(1), e = now.AddHours(1) });
        await StepAsync("scheduleCampaign", campaign);
        await StepAsync("startCampaign", campaign);
        await BuyAsync(members[0], group, campaign);
        await StepAsync("endCampaign", campaign);
        (await ReviewAsync(campaign)).ShouldBe("REVIEWED");
        await BuyAsync(members[1], group, campaign);
        (await ReviewAsync(campaign)).ShouldBe("REVIEWED");
        var parts = (await server.DataAsync(
            """
            query($c: ID!) { campaignById(id: $c) { review reviewParts { wentWell defects actions { id text dueOn doneAt }
              figures { groups members orders buyers feedback revenue { amount currency } costs { amount } } } } }
            """,
            new { c = campaign })).GetProperty("campaignById");
        parts.GetProperty("reviewParts").GetProperty("figures").ShouldBeJson(
            """{ "groups": 1, "members": 2, "orders": 1, "buyers": 1, "feedback": 0, "revenue": [{ "amount": 99, "currency": "CNY" }], "costs": [] }""");
        var action = parts.GetProperty("reviewParts").GetProperty("actions").EnumerateArray().ShouldHaveSingleItem();
        action.GetProperty("text").GetString().ShouldBe("页面适配手机");
        const string Done = "mutation($i: ID!) { completeCampaignReviewAction(input: { id: $i }) { campaignReviewAction { text } errors { ... on Error { code } } } }";
        (await server.DataAsync(Done, new { i = action.GetProperty("id").GetString() })).ShouldBeJson("""{ "completeCampaignReviewAction": { "campaignReviewAction": { "text": "页面适配手机" }, "errors": null } }""");
        (await server.DataAsync(Done, new { i = action.GetProperty("id").GetString() })).ShouldBeJson("""{ "completeCampaignReviewAction": { "campaignReviewAction": null, "errors": [{ "code": "ALREADY_DONE" }] } }""");

        const string Search = "query($t: String!) { campaignReviewSearch(text: $t) { totalCount isTotalCountExact hits { campaign { id } excerpts { text ranges { start length } } } } }";
        (await server.DataAsync(Search, new { t = "登录" })).GetProperty("campaignReviewSearch").ShouldBeJson(
            $$"""{ "totalCount": 1, "isTotalCountExact": true, "hits": [{ "campaign": { "id": "{{campaign}}" }, "excerpts": [{ "text": "价格登录后才可见", "ranges": [{ "start": 2, "length": 2 }] }] }] }""");
        (await server.DataAsync(Search, new { t = "没有这个词" })).GetProperty("campaignReviewSearch").GetProperty("totalCount").GetInt32().ShouldBe(0);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, (await SampleCommunity.AddGroupAsync(server)).Key);
        (await server.DataAsync(Search, new { t = "登录" }, owner)).GetProperty("campaignReviewSearch").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_review_in_one_piece_is_found_once_the_clock_has_come_by()
    {
        var (campaign, _, _) = await CreateAsync();
        var now = server.Clock.GetUtcNow();
        await server.DataAsync("mutation($c: ID!, $s: DateTime!, $e: DateTime!) { updateCampaign(input: { id: $c, startsAt: $s, endsAt: $e }) { errors { __typename } } }", new { c = campaign, s = now.AddMinutes(1), e = now.AddHours(1) });
        foreach (var step in new[] { "scheduleCampaign", "startCampaign", "endCampaign" })
        {
            await StepAsync(step, campaign);
        }

        await server.DataAsync("mutation($c: ID!) { completeCampaignReview(input: { id: $c, review: \"麒麟臂\" }) { errors { __typename } } }", new { c = campaign });
        await server.RunTimersAsync();
        (await server.DataAsync("{ campaignReviewSearch(text: \"麒麟\") { hits { campaign { id } excerpts { text } } } }")).ShouldBeJson(
            $$"""{ "campaignReviewSearch": { "hits": [{ "campaign": { "id": "{{campaign}}" }, "excerpts": [{ "text": "麒麟臂" }] }] } }""");
    }

    private async Task<(string Campaign, (long Key, string Id) Group, string[] Members)> CreateAsync(params string[] names)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var members = names.Length == 0 ? [] : await SampleCommunity.AddMembersAsync(server, group.Key, names);
        var campaign = (await server.DataAsync("mutation($n: String!, $g: ID!) { createCampaign(input: { name: $n, groupIds: [$g] }) { campaign { id } } }", new { n = $"专场 {_run}", g = group.Id }))
            .GetProperty("createCampaign").GetProperty("campaign").GetProperty("id").GetString()!;
        return (campaign, group, members);
    }

    private async Task<string> AudienceAsync(string campaign, string? key = null) => string.Join(
        ", ",
        (await server.DataAsync("query($c: ID!) { campaignAudience(campaignId: $c, order: [{ displayName: ASC }]) { nodes { displayName } } }", new { c = campaign }, key))
        .GetProperty("campaignAudience").GetProperty("nodes").EnumerateArray().Select(m => m.GetProperty("displayName").GetString()));

    private Task<string> SetAsync(object input) => CampaignAsync("setCampaignAudience", "SetCampaignAudienceInput", input, c => c.GetProperty("status").GetString()!);

    private Task<string> StepAsync(string mutation, string id) => CampaignAsync(mutation, $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input", new { id }, c => c.GetProperty("status").GetString()!);

    private Task<string> VariantsAsync(string campaignId, params object[] variants) => CampaignAsync("setCampaignVariants", "SetCampaignVariantsInput", new { campaignId, variants }, _ => "ok");

    private Task<string> ReviewAsync(string campaignId) => CampaignAsync(
        "writeCampaignReview", "WriteCampaignReviewInput",
        new { campaignId, conclusion = "下次早一天预热", wentWell = "清单提前发", defects = "价格登录后才可见", actions = new[] { new { text = "页面适配手机", dueOn = "2026-12-01" } } },
        c => c.GetProperty("status").GetString()!);

    private async Task<string> CampaignAsync(string mutation, string type, object input, Func<JsonElement, string> say)
    {
        var answer = (await server.DataAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ campaign {{ status }} {Errors} }} }}", new { input })).GetProperty(mutation);
        return answer.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors ? errors[0].GetProperty("code").GetString()! : say(answer.GetProperty("campaign"));
    }

    private async Task<string> AssignAsync(string campaignId, params string[] memberIds)
    {
        var answer = (await server.DataAsync(
            $"mutation($input: AssignCampaignVariantsInput!) {{ assignCampaignVariants(input: $input) {{ variantAssignments {{ members {{ variant {{ name }} }} }} {Errors} }} }}", new { input = new { campaignId, memberIds } }))
            .GetProperty("assignCampaignVariants");
        return answer.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
            ? errors[0].GetProperty("code").GetString()!
            : string.Join(", ", answer.GetProperty("variantAssignments").GetProperty("members").EnumerateArray().Select(m => m.GetProperty("variant").GetProperty("name").GetString()));
    }

    private Task BuyAsync(string memberId, (long Key, string Id) group, string campaignId) => server.DataAsync(
        "mutation($input: RecordOrderInput!) { recordOrder(input: $input) { errors { ... on Error { message } } } }",
        new { input = new { source = "shop", externalId = Guid.NewGuid().ToString("N"), memberId, groupId = group.Id, campaignId, amount = new { amount = 99, currency = "CNY" }, paidAt = server.Clock.Now } });

    private async Task<string> StatusAsync(string campaign) => (await server.DataAsync("query($c: ID!) { campaignById(id: $c) { status } }", new { c = campaign }))
        .GetProperty("campaignById").GetProperty("status").GetString()!;
}
