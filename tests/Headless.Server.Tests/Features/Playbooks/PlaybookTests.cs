using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Playbooks;

/// <summary>Playbooks over HTTP: steps that become dated tasks, what ends them early, what is due, overdue and done.</summary>
public sealed class PlaybookTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string Errors = "errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }";
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Whoever_joins_a_group_gets_the_tasks_of_its_playbook_and_leaving_ends_them()
    {
        var (group, id) = await SampleCommunity.AddGroupAsync(server);
        var playbook = await CreateAsync("JOIN", new object[]
        {
            new { title = "欢迎", dayOffset = 0 },
            new { title = "发群规", dayOffset = 1, at = "10:00", channel = "GROUP", audience = "GROUP" },
        });
        await ChangeAsync("setPlaybookGroups", "playbook { groups { nodes { id } } }", new { id = playbook, groupIds = new[] { id } });
        await JoinAsync(group, "before");
        await ActivateAsync(playbook);
        await JoinAsync(group, "ann");
        await server.RunTimersAsync();
        await server.RunTimersAsync();
        const string Runs = "query($id: ID!) { playbookRuns(where: { playbook: { id: { eq: $id } } }) { nodes { status stoppedBy member { displayName } tasks(order: [{ dueAt: ASC }]) { nodes { title status audience channel } } } } }";
        (await server.DataAsync(Runs, new { id = playbook })).GetProperty("playbookRuns").ShouldBeJson(
            """
            { "nodes": [{ "status": "RUNNING", "stoppedBy": null, "member": { "displayName": "ann" }, "tasks": { "nodes": [
              { "title": "欢迎", "status": "DUE", "audience": "MEMBER", "channel": "PRIVATE_CHAT" }, { "title": "发群规", "status": "PLANNED", "audience": "GROUP", "channel": "GROUP" }] } }] }
            """);
        await ReportAsync(group, "LEAVE", "ann");
        await server.RunTimersAsync();
        (await server.DataAsync(Runs, new { id = playbook })).GetProperty("playbookRuns").ShouldBeJson(
            """
            { "nodes": [{ "status": "STOPPED", "stoppedBy": "MEMBER_LEFT", "member": { "displayName": "ann" }, "tasks": { "nodes": [
              { "title": "欢迎", "status": "CANCELLED", "audience": "MEMBER", "channel": "PRIVATE_CHAT" }, { "title": "发群规", "status": "CANCELLED", "audience": "GROUP", "channel": "GROUP" }] } }] }
            """);
    }

    [Fact]
    public async Task A_member_who_buys_is_not_asked_to_any_more_where_the_playbook_says_so()
    {
        var (group, id) = await SampleCommunity.AddGroupAsync(server);
        var playbook = await CreateAsync("JOIN", new object[] { new { title = "推首单", dayOffset = 3, at = "20:00" } }, ["MEMBER_BOUGHT"]);
        await ChangeAsync("setPlaybookGroups", "playbook { id }", new { id = playbook, groupIds = new[] { id } });
        await ActivateAsync(playbook);
        await JoinAsync(group, "ann");
        await JoinAsync(group, "bob");
        await server.RunTimersAsync();
        await ReportAsync(group, "ORDER", "ann");
        await ReportAsync(group, "LEAVE", "bob");
        await server.RunTimersAsync();
        (await RunsAsync(playbook)).ShouldBe(["STOPPED MEMBER_BOUGHT", "RUNNING "]);
    }

    [Fact]
    public async Task The_time_of_day_is_that_of_the_group_also_when_its_clocks_change()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        (await ChangeAsync("updateGroup", "group { timeZone }", new { id, timeZone = "Europe/Berlin" })).ShouldBeJson("""{ "group": { "timeZone": "Europe/Berlin" }, "errors": null }""");
        (await ChangeAsync("updateGroup", "group { timeZone }", new { id, timeZone = "Mars" })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_INPUT");
        var playbook = await CreateAsync("GROUP", new object[]
        {
            new { title = "the day before", dayOffset = -1, at = "09:00" },
            new { title = "the moment", dayOffset = 0 },
            new { title = "in the gap", dayOffset = 1, at = "02:30" },
            new { title = "after it", dayOffset = 1, at = "09:00" },
            new { title = "same time of day", dayOffset = 2 },
        });
        await ActivateAsync(playbook);
        var preview = (await server.DataAsync(
            "query($p: ID!, $g: ID!, $at: DateTime) { previewPlaybook(playbookId: $p, groupId: $g, startsAt: $at) { startsAt timeZone taskCount pastCount steps { position title dueAt localDay localTime isPast } } }",
            new { p = playbook, g = id, at = "2029-03-24T20:15:00Z" })).GetProperty("previewPlaybook");
        preview.ShouldBeJson(
            """
            { "startsAt": "2029-03-24T20:15:00.000Z", "timeZone": "Europe/Berlin", "taskCount": 5, "pastCount": 0, "steps": [
              { "position": 0, "title": "the day before", "dueAt": "2029-03-23T08:00:00.000Z", "localDay": "2029-03-23", "localTime": "09:00", "isPast": false },
              { "position": 1, "title": "the moment", "dueAt": "2029-03-24T20:15:00.000Z", "localDay": "2029-03-24", "localTime": "21:15", "isPast": false },
              { "position": 2, "title": "in the gap", "dueAt": "2029-03-25T01:30:00.000Z", "localDay": "2029-03-25", "localTime": "03:30", "isPast": false },
              { "position": 3, "title": "after it", "dueAt": "2029-03-25T07:00:00.000Z", "localDay": "2029-03-25", "localTime": "09:00", "isPast": false },
              { "position": 4, "title": "same time of day", "dueAt": "2029-03-26T19:15:00.000Z", "localDay": "2029-03-26", "localTime": "21:15", "isPast": false }] }
            """);
        var applied = await ChangeAsync(
            "applyPlaybook", "runs { timeZone startsAt tasks(order: [{ dueAt: ASC }]) { nodes { title dueAt } } }", new { playbookId = playbook, groupIds = new[] { id }, startsAt = "2029-03-24T20:15:00Z" });
        applied.GetProperty("runs")[0].GetProperty("tasks").GetProperty("nodes").EnumerateArray().Select(t => t.GetProperty("dueAt").GetString())
            .ShouldBe(preview.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("dueAt").GetString()));
    }

    [Fact]
    public async Task A_campaign_takes_its_tasks_with_it_and_cancels_them_with_itself()
    {
        var (campaign, group) = await CampaignAsync(server.Clock.Now.Date.AddDays(10).AddHours(4));
        var playbook = await CreateAsync("CAMPAIGN", new object[] { new { title = "预告", dayOffset = -1, at = "12:00" }, new { title = "复盘", dayOffset = 1, at = "10:00" } });
        await ActivateAsync(playbook);
        var first = await ChangeAsync("applyPlaybook", "runs { id status campaign { name } group { id } tasks { totalCount } }", new { playbookId = playbook, campaignId = campaign });
        first.GetProperty("runs").GetArrayLength().ShouldBe(1);
        first.GetProperty("runs")[0].GetProperty("group").GetProperty("id").GetString().ShouldBe(group);
        first.GetProperty("runs")[0].GetProperty("tasks").GetProperty("totalCount").GetInt32().ShouldBe(2);
        (await ChangeAsync("applyPlaybook", "runs { id status campaign { name } group { id } tasks { totalCount } }", new { playbookId = playbook, campaignId = campaign })).ToString().ShouldBe(first.ToString());

        var moved = server.Clock.Now.Date.AddDays(12).AddHours(4);
        await ChangeAsync("updateCampaign", "campaign { id }", new { id = campaign, startsAt = Iso(moved), endsAt = Iso(moved.AddHours(2)) });
        await server.RunTimersAsync();
        (await server.DataAsync("query($c: ID!) { playbookTasks(where: { campaign: { id: { eq: $c } } }, order: [{ dueAt: ASC }]) { nodes { title dueAt status } } }", new { c = campaign })).GetProperty("playbookTasks").ShouldBeJson(
            $$"""{ "nodes": [{ "title": "预告", "dueAt": "{{Iso(moved.Date.AddDays(-1).AddHours(4))}}", "status": "PLANNED" }, { "title": "复盘", "dueAt": "{{Iso(moved.Date.AddDays(1).AddHours(2))}}", "status": "PLANNED" }] }""");
        await ChangeAsync("cancelCampaign", "campaign { status }", new { id = campaign, reason = "缺货" });
        await server.RunTimersAsync();
        (await RunsAsync(playbook)).ShouldBe(["STOPPED CAMPAIGN_CANCELLED"]);
    }

    [Fact]
    public async Task A_task_falls_due_becomes_overdue_and_is_done_with_what_shows_it()
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        var playbook = await CreateAsync("GROUP", new object[] { new { title = "早安", dayOffset = 0, graceMinutes = 30 }, new { title = "晚安", dayOffset = 1 } });
        await ActivateAsync(playbook);
        await ChangeAsync("applyPlaybook", "runs { id }", new { playbookId = playbook, groupIds = new[] { id } });
        var tasks = await TasksAsync(id);
        tasks.Select(t => t.Text).ShouldBe(["早安 PLANNED", "晚安 PLANNED"]);
        await server.RunTimersAsync();
        (await TasksAsync(id)).Select(t => t.Text).ShouldBe(["早安 DUE", "晚安 PLANNED"]);
        server.Clock.Forward(TimeSpan.FromMinutes(31));
        await server.RunTimersAsync();
        (await TasksAsync(id)).Select(t => t.Text).ShouldBe(["早安 OVERDUE", "晚安 PLANNED"]);

        var me = (await server.DataAsync("{ viewer { operator { id } } }")).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
        (await ChangeAsync("assignPlaybookTask", "playbookTask { assignee { id } }", new { id = tasks[0].Id, operatorId = me })).GetProperty("playbookTask").GetProperty("assignee").GetProperty("id").GetString().ShouldBe(me);
        (await ChangeAsync("completePlaybookTask", "playbookTask { status evidence doneBy { id } run { status } }", new { id = tasks[0].Id, evidence = "https://x.test/1" })).GetProperty("playbookTask").ShouldBeJson(
            $$"""{ "status": "DONE", "evidence": "https://x.test/1", "doneBy": { "id": "{{me}}" }, "run": { "status": "RUNNING" } }""");
        (await ChangeAsync("completePlaybookTask", "playbookTask { status }", new { id = tasks[0].Id })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        (await ChangeAsync("assignPlaybookTask", "playbookTask { status }", new { id = tasks[0].Id })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        (await ChangeAsync("completePlaybookTask", "playbookTask { status run { status } }", new { id = tasks[1].Id })).GetProperty("playbookTask").ShouldBeJson("""{ "status": "DONE", "run": { "status": "COMPLETED" } }""");
        (await server.DataAsync(
            "query($id: ID!) { groupById(id: $id) { activities(where: { kind: { in: [PLAYBOOK_APPLIED, PLAYBOOK_TASK_DUE, PLAYBOOK_TASK_OVERDUE, PLAYBOOK_TASK_DONE, PLAYBOOK_RUN_COMPLETED] } }) { nodes { kind } } } }", new { id }))
            .GetProperty("groupById").GetProperty("activities").GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("kind").GetString())
            .ShouldBe(["PLAYBOOK_APPLIED", "PLAYBOOK_TASK_DUE", "PLAYBOOK_TASK_OVERDUE", "PLAYBOOK_TASK_DONE", "PLAYBOOK_TASK_DONE", "PLAYBOOK_RUN_COMPLETED"]);
        key.ShouldBePositive();
    }

    [Fact]
    public async Task A_run_that_somebody_stopped_can_be_begun_again_and_one_that_is_over_cannot_be_stopped()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        var playbook = await CreateAsync("GROUP", new object[] { new { title = "早安", dayOffset = 1 } });
        await ActivateAsync(playbook);
        var start = Iso(server.Clock.Now.AddDays(1));
        var run = (await ChangeAsync("applyPlaybook", "runs { id }", new { playbookId = playbook, groupIds = new[] { id }, startsAt = start })).GetProperty("runs")[0].GetProperty("id").GetString();
        (await ChangeAsync("stopPlaybookRun", "playbookRun { status stoppedBy stopReason tasks { nodes { status } } }", new { id = run, reason = "换方案", version = 1 })).GetProperty("playbookRun").ShouldBeJson(
            """{ "status": "STOPPED", "stoppedBy": "BY_HAND", "stopReason": "换方案", "tasks": { "nodes": [{ "status": "CANCELLED" }] } }""");
        (await ChangeAsync("stopPlaybookRun", "playbookRun { status }", new { id = run })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
        (await ChangeAsync("stopPlaybookRun", "playbookRun { status }", new { id = run, version = 1 })).GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("StaleVersionError");
        (await ChangeAsync("applyPlaybook", "runs { id }", new { playbookId = playbook, groupIds = new[] { id }, startsAt = start })).GetProperty("runs")[0].GetProperty("id").GetString().ShouldNotBe(run);
    }

    [Fact]
    public async Task A_playbook_takes_the_steps_that_its_status_allows_and_no_other()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var playbook = await CreateAsync("GROUP", []);
        await RefusedAsync("activatePlaybook", "playbook { id }", new { id = playbook }, "PLAYBOOK_HAS_NO_STEPS");
        await RefusedAsync("deactivatePlaybook", "playbook { id }", new { id = playbook }, "INVALID_TRANSITION");
        await RefusedAsync("applyPlaybook", "runs { id }", new { playbookId = playbook, groupIds = new[] { group } }, "PLAYBOOK_NOT_ACTIVE");
        var steps = new object[] { new { title = "x", dayOffset = 1 } };
        (await ChangeAsync("setPlaybookSteps", "playbook { version steps { nodes { position title at } } }", new { id = playbook, steps, version = 1 })).GetProperty("playbook").ShouldBeJson(
            """{ "version": 2, "steps": { "nodes": [{ "position": 0, "title": "x", "at": null }] } }""");
        await ActivateAsync(playbook);
        await RefusedAsync("activatePlaybook", "playbook { id }", new { id = playbook }, "INVALID_TRANSITION");
        await RefusedAsync("setPlaybookSteps", "playbook { id }", new { id = playbook, steps }, "PLAYBOOK_NOT_DRAFT");
        await RefusedAsync("setPlaybookGroups", "playbook { id }", new { id = playbook, groupIds = new[] { group } }, "PLAYBOOK_TARGET_MISMATCH");
        await RefusedAsync("applyPlaybook", "runs { id }", new { playbookId = playbook }, "PLAYBOOK_TARGET_MISMATCH");
        await RefusedAsync("applyPlaybook", "runs { id }", new { playbookId = playbook, groupIds = new[] { group }, startsAt = "2020-01-01T00:00:00Z" }, "PLAYBOOK_NOTHING_TO_DO");
        await RefusedAsync("updatePlaybook", "playbook { id }", new { id = playbook, stopsOn = new[] { "MEMBER_LEFT" } }, "PLAYBOOK_STOP_DOES_NOT_FIT");
        await RefusedAsync("updatePlaybook", "playbook { id }", new { id = playbook, stopsOn = new[] { "BY_HAND" } }, "PLAYBOOK_STOP_DOES_NOT_FIT");
        (await ChangeAsync("deactivatePlaybook", "playbook { status }", new { id = playbook })).GetProperty("playbook").ShouldBeJson("""{ "status": "DRAFT" }""");
        (await ChangeAsync("archivePlaybook", "playbook { status }", new { id = playbook })).GetProperty("playbook").ShouldBeJson("""{ "status": "ARCHIVED" }""");
        foreach (var step in new[] { "activatePlaybook", "deactivatePlaybook", "archivePlaybook" })
        {
            await RefusedAsync(step, "playbook { id }", new { id = playbook }, "INVALID_TRANSITION");
        }
    }

    [Fact]
    public async Task Steps_that_cannot_be_are_refused_with_the_field_at_fault()
    {
        (await CreateErrorsAsync("GROUP", new object[] { new { title = "", dayOffset = 400, at = "25:00", graceMinutes = 0 } })).ShouldBeJson(
            """
            [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "steps[0].title", "code": "NOT_EMPTY" }, { "path": "steps[0].dayOffset", "code": "INCLUSIVE_BETWEEN" },
              { "path": "steps[0].at", "code": "INVALID_TIME" }, { "path": "steps[0].graceMinutes", "code": "INCLUSIVE_BETWEEN" }] }]
            """);
        (await CreateErrorsAsync("JOIN", new object[] { new { title = "x", dayOffset = -1 } })).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "steps[0].dayOffset", "code": "BEFORE_THE_JOIN" }] }]""");
        (await CreateErrorsAsync("GROUP", new object[] { new { title = "x", dayOffset = 0, audience = "MEMBER" } })).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "steps[0].audience", "code": "NO_MEMBER" }] }]""");
        (await CreateErrorsAsync("GROUP", new object[] { new { title = "x", dayOffset = 0, audience = "SEGMENT" } })).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "steps[0].segmentId", "code": "SEGMENT_REQUIRED" }] }]""");
        (await CreateErrorsAsync("GROUP", [.. Enumerable.Range(0, 101).Select(i => (object)new { title = "x", dayOffset = i })])).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "steps", "code": "TOO_MANY_STEPS" }] }]""");
        await CreateAsync("GROUP", []);
        (await CreateErrorsAsync("GROUP", [])).ShouldBeJson("""[{ "__typename": "AlreadyExistsError", "code": "ALREADY_EXISTS" }]""");
    }

    [Fact]
    public async Task An_owner_applies_what_the_lead_wrote_to_their_own_groups_and_sees_no_others()
    {
        var (key, mine) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        var playbook = await CreateAsync("GROUP", new object[] { new { title = "早安", dayOffset = 1 } });
        await ActivateAsync(playbook);
        await ChangeAsync("applyPlaybook", "runs { id }", new { playbookId = playbook, groupIds = new[] { other } });
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, key);
        await RefusedAsync("createPlaybook", "playbook { id }", new { name = _run + "x", target = "GROUP" }, "PLAYBOOK_NEEDS_FULL_SIGHT", owner);
        await RefusedAsync("archivePlaybook", "playbook { id }", new { id = playbook }, "PLAYBOOK_NEEDS_FULL_SIGHT", owner);
        await RefusedAsync("applyPlaybook", "runs { id }", new { playbookId = playbook, groupIds = new[] { other } }, "NOT_FOUND", owner);
        await ChangeAsync("applyPlaybook", "runs { id }", new { playbookId = playbook, groupIds = new[] { mine } }, owner);
        (await server.DataAsync("query($id: ID!) { playbookById(id: $id) { runs { totalCount } } playbookRuns { nodes { group { id } } } playbookTasks { nodes { group { id } } } }", new { id = playbook }, owner)).ShouldBeJson(
            $$"""{ "playbookById": { "runs": { "totalCount": 1 } }, "playbookRuns": { "nodes": [{ "group": { "id": "{{mine}}" } }] }, "playbookTasks": { "nodes": [{ "group": { "id": "{{mine}}" } }] } }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync("mutation($input: ApplyPlaybookInput!) { applyPlaybook(input: $input) { runs { id } } }", new { input = new { playbookId = playbook, groupIds = new[] { mine } } }, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    private static string Iso(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private async Task<string> CreateAsync(string target, object[] steps, string[]? stopsOn = null) => (await ChangeAsync(
        "createPlaybook", "playbook { id }", stopsOn is null ? new { name = $"{_run} {target}", target, steps } : new { name = $"{_run} {target}", target, steps, stopsOn })).GetProperty("playbook").GetProperty("id").GetString()!;

    private async Task<JsonElement> CreateErrorsAsync(string target, object[] steps) =>
        (await ChangeAsync("createPlaybook", "playbook { id }", new { name = $"{_run} {target}", target, steps })).GetProperty("errors");

    private async Task ActivateAsync(string playbook) =>
        (await ChangeAsync("activatePlaybook", "playbook { status }", new { id = playbook })).ShouldBeJson("""{ "playbook": { "status": "ACTIVE" }, "errors": null }""");

    private async Task RefusedAsync(string mutation, string fields, object input, string code, string? apiKey = null) =>
        (await ChangeAsync(mutation, fields, input, apiKey)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(code, mutation);

    private async Task<JsonElement> ChangeAsync(string mutation, string fields, object input, string? apiKey = null) => (await server.DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { {{fields}} {{Errors}} } }""", new { input }, apiKey)).GetProperty(mutation);

    private async Task<string[]> RunsAsync(string playbook) =>
    [
        .. (await server.DataAsync("query($id: ID!) { playbookById(id: $id) { runs { nodes { status stoppedBy } } } }", new { id = playbook }))
            .GetProperty("playbookById").GetProperty("runs").GetProperty("nodes").EnumerateArray().Select(r => $"{r.GetProperty("status").GetString()} {r.GetProperty("stoppedBy").GetString()}"),
    ];

    private async Task<(string Id, string Text)[]> TasksAsync(string group) =>
    [
        .. (await server.DataAsync("query($id: ID!) { groupById(id: $id) { playbookTasks(order: [{ dueAt: ASC }]) { nodes { id title status } } } }", new { id = group }))
            .GetProperty("groupById").GetProperty("playbookTasks").GetProperty("nodes").EnumerateArray()
            .Select(t => (t.GetProperty("id").GetString()!, $"{t.GetProperty("title").GetString()} {t.GetProperty("status").GetString()}")),
    ];

    private Task JoinAsync(long group, string name) => ReportAsync(group, "JOIN", name);

    private async Task ReportAsync(long group, string kind, string name)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var externalId = await db.Groups.Where(g => g.Id == group).Select(g => g.ExternalId).SingleAsync(TestContext.Current.CancellationToken);
        (await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount rejected { code message } } } }",
            new
            {
                input = new
                {
                    source = "t",
                    activities = new[]
                    {
                        new
                        {
                            kind, externalId = Guid.NewGuid().ToString(), occurredAt = Iso(server.Clock.Now), group = new { platform = "WECHAT", externalId },
                            member = new { platform = "WECHAT", externalId = $"{_run}-{group}-{name}", displayName = name },
                            amount = kind == "ORDER" ? 10m : (decimal?)null, currency = kind == "ORDER" ? "CNY" : null,
                        },
                    },
                },
            })).GetProperty("recordActivities").ShouldBeJson("""{ "report": { "acceptedCount": 1, "rejected": [] } }""");
    }

    private async Task<(string Campaign, string Group)> CampaignAsync(DateTime startsAt)
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var campaign = (await ChangeAsync("createCampaign", "campaign { id }", new { name = "周四专场", groupIds = new[] { group }, startsAt = Iso(startsAt), endsAt = Iso(startsAt.AddHours(2)) }))
            .GetProperty("campaign").GetProperty("id").GetString()!;
        return (campaign, group);
    }
}
