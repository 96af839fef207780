using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Campaigns;

/// <summary>Campaigns that take place again and again: plans, notices, countdowns, tasks, checklists and what the clock does, over HTTP.</summary>
public sealed class CampaignPlanTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string Errors = "errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }";

    [Fact]
    public async Task A_weekly_campaign_gives_notice_counts_down_takes_place_and_ends_by_itself()
    {
        var (campaign, group) = await CreateAsync();
        var first = Tomorrow.AddDays(1);
        (await PlanAsync(new
        {
            campaignId = campaign, rule = "FREQ=DAILY;INTERVAL=7;COUNT=2", firstOn = Day(first), startsAt = "20:00", durationMinutes = 60,
            steps = new object[] { new { kind = "NOTICE", daysBefore = 1, at = "12:00", text = "明晚八点专场" }, new { kind = "RED_PACKET", daysBefore = 0, at = "18:00", text = "发小红包：八点见" } },
            countdownFromMinutes = 60, countdownEveryMinutes = 30, countdownText = "还有",
        })).GetProperty("campaign").ShouldBeJson(
            $$"""
            { "status": "DRAFT", "startsAt": "{{Iso(first, 20)}}", "endsAt": "{{Iso(first.AddDays(7), 21)}}",
              "plan": { "rule": "FREQ=DAILY;INTERVAL=7;COUNT=2", "startsAt": "20:00", "durationMinutes": 60, "isEndAssumed": false, "steps": { "nodes": [{ "kind": "NOTICE", "at": "12:00" }, { "kind": "RED_PACKET", "at": "18:00" }] } },
              "occurrences": { "totalCount": 2, "nodes": [{ "status": "PLANNED", "tasks": { "totalCount": 4 } }, { "status": "PLANNED", "tasks": { "totalCount": 4 } }] } }
            """);
        await StepAsync("scheduleCampaign", new { id = campaign });

        await ForwardToAsync(first.AddDays(-1).AddHours(12).AddMinutes(1));
        await server.RunTimersAsync();
        (await AnnouncementsAsync(group)).ShouldBe(["EVENT PUBLISHED 明晚八点专场"]);
        await ForwardToAsync(first.AddHours(18).AddMinutes(1));
        (await TasksAsync(campaign, "DUE")).ShouldBe(["RED_PACKET 发小红包：八点见"]);
        await ForwardToAsync(first.AddHours(19).AddMinutes(31));
        await server.RunTimersAsync();
        (await AnnouncementsAsync(group)).ShouldBe(["EVENT PUBLISHED 明晚八点专场", "COUNTDOWN PUBLISHED 还有", "COUNTDOWN PUBLISHED 还有"]);
        await ForwardToAsync(first.AddHours(20).AddMinutes(1));
        (await StateAsync(campaign)).ShouldBe("RUNNING: RUNNING, PLANNED");
        await ForwardToAsync(first.AddHours(21).AddMinutes(1));
        (await StateAsync(campaign)).ShouldBe("RUNNING: ENDED, PLANNED");
        await ForwardToAsync(first.AddDays(7).AddHours(21).AddMinutes(1));
        await server.RunTimersAsync();
        (await StateAsync(campaign)).ShouldBe("ENDED: ENDED, ENDED");
    }

    [Fact]
    public async Task What_is_moved_takes_its_notice_with_it_and_what_is_cancelled_says_nothing_more()
    {
        var (campaign, _) = await CreateAsync();
        var first = Tomorrow.AddDays(1);
        await PlanAsync(new
        {
            campaignId = campaign, rule = "FREQ=WEEKLY;COUNT=3", firstOn = Day(first), startsAt = "20:00", durationMinutes = 60,
            steps = new object[] { new { kind = "NOTICE", daysBefore = 1, at = "12:00", text = "明天" } },
        });
        await StepAsync("scheduleCampaign", new { id = campaign });
        var ids = (await server.DataAsync("query($id: ID!) { campaignById(id: $id) { occurrences(order: [{ startsAt: ASC }]) { nodes { id } } } }", new { id = campaign }))
            .GetProperty("campaignById").GetProperty("occurrences").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!).ToList();
        const string moved = "campaignOccurrence { isMoved startsAt endsAt tasks { nodes { dueAt status } } }";
        (await ChangeAsync("moveCampaignOccurrence", moved, new { id = ids[0], startsAt = Iso(first.AddDays(1), 19) })).GetProperty("campaignOccurrence").ShouldBeJson(
            $$"""{ "isMoved": true, "startsAt": "{{Iso(first.AddDays(1), 19)}}", "endsAt": "{{Iso(first.AddDays(1), 20)}}", "tasks": { "nodes": [{ "dueAt": "{{Iso(first, 12)}}", "status": "PLANNED" }] } }""");
        (await ChangeAsync("moveCampaignOccurrence", moved, new { id = ids[0], startsAt = "2020-01-01T00:00:00Z" })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("CAMPAIGN_STARTS_IN_PAST");
        const string cancelled = "campaignOccurrence { status cancelReason tasks { nodes { status } } }";
        (await ChangeAsync("cancelCampaignOccurrence", cancelled, new { id = ids[1], reason = "缺货" })).GetProperty("campaignOccurrence").ShouldBeJson(
            """{ "status": "CANCELLED", "cancelReason": "缺货", "tasks": { "nodes": [{ "status": "CANCELLED" }] } }""");
        (await ChangeAsync("cancelCampaignOccurrence", cancelled, new { id = ids[1] })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        (await ChangeAsync("moveCampaignOccurrence", moved, new { id = ids[1], startsAt = Iso(first.AddDays(30), 19) })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        await StepAsync("cancelCampaign", new { id = campaign, reason = "over" });
        (await StateAsync(campaign)).ShouldBe("CANCELLED: CANCELLED, CANCELLED, CANCELLED");
        (await TasksAsync(campaign, "PLANNED")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31", "20:00", "INVALID_RECURRENCE")]
    [InlineData("FREQ=DAILY;COUNT=99999", "20:00", "INVALID_RECURRENCE")]
    [InlineData("FREQ=SECONDLY", "20:00", "INVALID_RECURRENCE")]
    [InlineData("FREQ=DAILY;COUNT=1", "24:00", "INVALID_INPUT")]
    public async Task A_plan_that_cannot_be_is_refused(string rule, string startsAt, string code)
    {
        var (campaign, _) = await CreateAsync();
        (await PlanAsync(new { campaignId = campaign, rule, firstOn = Day(Tomorrow), startsAt, durationMinutes = 60 })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task A_plan_without_an_end_is_bounded_one_that_begins_in_the_past_and_one_that_runs_are_refused()
    {
        var (campaign, _) = await CreateAsync();
        (await PlanAsync(new { campaignId = campaign, rule = "FREQ=DAILY;COUNT=3", firstOn = "2020-01-01", startsAt = "20:00", durationMinutes = 60 })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("CAMPAIGN_STARTS_IN_PAST");
        var bounded = await PlanAsync(new { campaignId = campaign, rule = "FREQ=WEEKLY", firstOn = Day(Tomorrow), startsAt = "20:00", durationMinutes = 60 });
        (bounded.GetProperty("campaign").GetProperty("plan").GetProperty("isEndAssumed").GetBoolean(), bounded.GetProperty("campaign").GetProperty("occurrences").GetProperty("totalCount").GetInt32()).ShouldBe((true, 53));
        await StepAsync("scheduleCampaign", new { id = campaign });
        await StepAsync("startCampaign", new { id = campaign });
        (await PlanAsync(new { campaignId = campaign, rule = "FREQ=WEEKLY", firstOn = Day(Tomorrow), startsAt = "20:00", durationMinutes = 60 })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("CAMPAIGN_UNDER_WAY");
    }

    [Fact]
    public async Task With_a_checklist_nothing_starts_before_it_is_answered_not_even_by_itself()
    {
        var (campaign, _) = await CreateAsync();
        var first = Tomorrow.AddDays(1);
        await PlanAsync(new { campaignId = campaign, rule = "FREQ=DAILY;COUNT=1", firstOn = Day(first), startsAt = "08:00", durationMinutes = 600 });
        await StepAsync("scheduleCampaign", new { id = campaign });
        var checks = (await ChangeAsync("addLaunchChecks", "campaign { launchChecks { nodes { id kind text answer } } }", new { campaignId = campaign, questions = new[] { "客服排班了吗？" } }))
            .GetProperty("campaign").GetProperty("launchChecks").GetProperty("nodes").EnumerateArray().ToList();
        checks.Select(c => c.GetProperty("kind").GetString()).ShouldBe(["MOBILE_READY", "PRICE_VISIBLE", "LOGIN_RETURN", "DRY_RUN", "CUSTOM"]);
        (await StepAsync("startCampaign", new { id = campaign })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("LAUNCH_NOT_CHECKED");
        await ForwardToAsync(first.AddHours(9));
        (await StateAsync(campaign)).ShouldBe("SCHEDULED: PLANNED");
        foreach (var check in checks)
        {
            await ChangeAsync("answerLaunchCheck", "launchCheck { answer }", new { id = check.GetProperty("id").GetString(), answer = check.GetProperty("kind").GetString() == "DRY_RUN" ? "NO" : "YES" });
        }

        await server.RunTimersAsync();
        (await StateAsync(campaign)).ShouldBe("SCHEDULED: PLANNED");
        (await ChangeAsync("answerLaunchCheck", "launchCheck { kind answer note answeredBy { role } }", new { id = checks[3].GetProperty("id").GetString(), answer = "NOT_APPLICABLE", note = "no log-in" })).GetProperty("launchCheck")
            .ShouldBeJson("""{ "kind": "DRY_RUN", "answer": "NOT_APPLICABLE", "note": "no log-in", "answeredBy": { "role": "LEAD" } }""");
        await server.RunTimersAsync();
        (await StateAsync(campaign)).ShouldBe("RUNNING: RUNNING");
    }

    [Fact]
    public async Task An_owner_of_another_group_sees_no_plan_and_an_analyst_changes_none()
    {
        var (campaign, _) = await CreateAsync();
        await PlanAsync(new { campaignId = campaign, rule = "FREQ=DAILY;COUNT=1", firstOn = Day(Tomorrow.AddDays(2)), startsAt = "08:00", durationMinutes = 60 });
        var id = (await server.DataAsync("query($id: ID!) { campaignById(id: $id) { occurrences { nodes { id } } } }", new { id = campaign })).GetProperty("campaignById").GetProperty("occurrences").GetProperty("nodes")[0].GetProperty("id").GetString();
        var owner = await server.CreateKeyAsync(OperatorRole.Owner);
        (await server.DataAsync("query($id: ID!) { node(id: $id) { id } campaignOccurrences { totalCount } campaignTasks { totalCount } }", new { id }, owner)).ShouldBeJson(
            """{ "node": null, "campaignOccurrences": { "totalCount": 0 }, "campaignTasks": { "totalCount": 0 } }""");
        (await ChangeAsync("cancelCampaignOccurrence", "campaignOccurrence { status }", new { id }, owner)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync("mutation($input: CancelCampaignOccurrenceInput!) { cancelCampaignOccurrence(input: $input) { campaignOccurrence { id } } }", new { input = new { id } }, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    private DateTime Tomorrow => server.Clock.Now.Date.AddDays(1);

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Iso(DateTime day, int hour) => day.AddHours(hour).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);

    private async Task ForwardToAsync(DateTime at)
    {
        server.Clock.Forward(at - server.Clock.Now);
        await server.RunTimersAsync();
    }

    private async Task<(string Campaign, string Group)> CreateAsync()
    {
        var group = (await server.DataAsync(
            "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }",
            new { input = new { platform = "QQ", externalId = Guid.NewGuid().ToString("N"), name = "plans", positioning = new { why = "a", what = "b", who = "c", where = "d", when = "e", how = "f" } } }))
            .GetProperty("createGroup").GetProperty("group").GetProperty("id").GetString()!;
        await server.DataAsync("mutation($id: ID!) { openGroup(input: { id: $id }) { errors { __typename } } }", new { id = group });
        var campaign = (await server.DataAsync(
            "mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }",
            new { input = new { name = "周四专场", groupIds = new[] { group }, timeZone = "UTC" } })).GetProperty("createCampaign").GetProperty("campaign").GetProperty("id").GetString()!;
        return (campaign, group);
    }

    private Task<JsonElement> PlanAsync(object input) => ChangeAsync(
        "setCampaignPlan",
        "campaign { status startsAt endsAt plan { rule startsAt durationMinutes isEndAssumed steps { nodes { kind at } } } occurrences(order: [{ startsAt: ASC }]) { totalCount nodes { status tasks { totalCount } } } }",
        input);

    private Task<JsonElement> StepAsync(string mutation, object input) => ChangeAsync(mutation, "campaign { status }", input);

    private async Task<JsonElement> ChangeAsync(string mutation, string fields, object input, string? apiKey = null) => (await server.DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { {{fields}} {{(mutation == "answerLaunchCheck" ? "errors { ... on Error { code } }" : Errors)}} } }""",
        new { input }, apiKey)).GetProperty(mutation);

    private async Task<string> StateAsync(string campaign)
    {
        var state = (await server.DataAsync("query($id: ID!) { campaignById(id: $id) { status occurrences(order: [{ startsAt: ASC }]) { nodes { status } } } }", new { id = campaign })).GetProperty("campaignById");
        return $"{state.GetProperty("status").GetString()}: {string.Join(", ", state.GetProperty("occurrences").GetProperty("nodes").EnumerateArray().Select(o => o.GetProperty("status").GetString()))}";
    }

    private async Task<string[]> TasksAsync(string campaign, string status) =>
    [
        .. (await server.DataAsync(
            "query($id: ID!, $status: CampaignTaskStatus!) { campaignTasks(where: { status: { eq: $status }, campaign: { id: { eq: $id } } }) { nodes { kind text } } }", new { id = campaign, status }))
            .GetProperty("campaignTasks").GetProperty("nodes").EnumerateArray().Select(t => $"{t.GetProperty("kind").GetString()} {t.GetProperty("text").GetString()}"),
    ];

    private async Task<string[]> AnnouncementsAsync(string group) =>
    [
        .. (await server.DataAsync("query($id: ID!) { announcements(where: { group: { id: { eq: $id } } }, order: [{ publishedAt: ASC }]) { nodes { kind status text } } }", new { id = group }))
            .GetProperty("announcements").GetProperty("nodes").EnumerateArray().Select(a => $"{a.GetProperty("kind").GetString()} {a.GetProperty("status").GetString()} {a.GetProperty("text").GetString()}"),
    ];
}
