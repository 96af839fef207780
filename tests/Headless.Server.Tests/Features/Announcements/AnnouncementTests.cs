using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Announcements;

/// <summary>Announcements are written, scheduled, published by the clock exactly once, pinned one at a time and taken back.</summary>
public sealed class AnnouncementTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private static readonly string[] s_steps = ["schedule", "unschedule", "publish", "retract"];

    [Fact]
    public async Task A_scheduled_announcement_is_published_once_at_its_time()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var id = await CreateAsync(group, "周四专场", "EVENT");
        (await StepAsync("schedule", id, new { publishAt = server.Clock.Now.AddHours(2) })).ShouldBe("SCHEDULED");
        await server.RunTimersAsync();
        (await StatusAsync(id)).ShouldBe("SCHEDULED");

        server.Clock.Forward(TimeSpan.FromHours(3));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.RunTimersAsync()));
        await server.RunTimersAsync();
        (await StatusAsync(id)).ShouldBe("PUBLISHED");
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key)).ShouldBe(
            [ActivityKind.AnnouncementCreated, ActivityKind.AnnouncementScheduled, ActivityKind.AnnouncementPublished]);

        // What a connector gets: enough to bring it to the platform.
        var told = (await server.DataAsync("query($id: ID!) { groupById(id: $id) { activities(where: { kind: { eq: ANNOUNCEMENT_PUBLISHED } }) { nodes { text data actor { name } } } } }", new { id = group }))
            .GetProperty("groupById").GetProperty("activities").GetProperty("nodes")[0];
        told.GetProperty("text").GetString().ShouldBe("周四专场");
        told.GetProperty("actor").ValueKind.ShouldBe(JsonValueKind.Null);
        told.GetProperty("data").GetProperty("announcementId").GetString().ShouldBe(id);
    }

    [Fact]
    public async Task What_is_due_while_its_group_does_not_run_is_a_draft_again()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var id = await CreateAsync(group, "nobody reads this");
        await StepAsync("schedule", id, new { publishAt = server.Clock.Now.AddHours(1) });
        await server.DataAsync("mutation($id: ID!) { closeGroup(input: { id: $id }) { errors { __typename } } }", new { id = group });
        server.Clock.Forward(TimeSpan.FromHours(2));
        await server.RunTimersAsync();
        (await StatusAsync(id)).ShouldBe("DRAFT");
        (await CodeAsync("publish", id)).ShouldBe("GROUP_NOT_ACTIVE");
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key)).ShouldBe(
            [ActivityKind.AnnouncementCreated, ActivityKind.AnnouncementScheduled, ActivityKind.GroupClosed, ActivityKind.AnnouncementUnscheduled]);
    }

    [Fact]
    public async Task Every_text_is_kept_with_who_wrote_it()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var id = await CreateAsync(group, "be kind", "RULES");
        const string update = """mutation($input: UpdateAnnouncementInput!) { updateAnnouncement(input: $input) { announcement { text version } errors { __typename ... on Error { code } } } }""";
        (await server.DataAsync(update, new { input = new { id, version = 1, text = "be kinder" } })).ShouldBeJson(
            """{ "updateAnnouncement": { "announcement": { "text": "be kinder", "version": 2 }, "errors": null } }""");
        (await server.DataAsync(update, new { input = new { id, version = 1, text = "be quick" } })).ShouldBeJson(
            """{ "updateAnnouncement": { "announcement": null, "errors": [{ "__typename": "StaleVersionError", "code": "STALE_VERSION" }] } }""");
        await StepAsync("publish", id);
        await server.DataAsync(update, new { input = new { id, text = "be kindest" } });
        (await server.DataAsync("query($id: ID!) { announcementById(id: $id) { text versions { nodes { number text writtenBy { name } } totalCount } } }", new { id })).ShouldBeJson(
            """
            { "announcementById": { "text": "be kindest", "versions": { "nodes": [
                { "number": 1, "text": "be kind", "writtenBy": { "name": "Lead" } },
                { "number": 2, "text": "be kinder", "writtenBy": { "name": "Lead" } },
                { "number": 3, "text": "be kindest", "writtenBy": { "name": "Lead" } }], "totalCount": 3 } } }
            """);
        await StepAsync("retract", id);
        (await server.DataAsync(update, new { input = new { id, text = "again" } })).GetProperty("updateAnnouncement").GetProperty("errors")[0].GetProperty("code").GetString()
            .ShouldBe("ANNOUNCEMENT_RETRACTED");
    }

    [Theory]
    [InlineData("DRAFT", "schedule publish retract")]
    [InlineData("SCHEDULED", "unschedule publish")]
    [InlineData("PUBLISHED", "retract")]
    [InlineData("RETRACTED", "")]
    public async Task An_announcement_takes_only_the_steps_that_its_state_has(string state, string allowed)
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        foreach (var step in s_steps)
        {
            var id = await CreateAsync(group, "text");
            switch (state)
            {
                case "SCHEDULED":
                    await StepAsync("schedule", id, new { publishAt = server.Clock.Now.AddDays(1) });
                    break;
                case "PUBLISHED":
                    await StepAsync("publish", id);
                    break;
                case "RETRACTED":
                    await StepAsync("retract", id);
                    break;
            }

            (await CodeAsync(step, id, step == "schedule" ? new { publishAt = server.Clock.Now.AddDays(2) } : null))
                .ShouldBe(allowed.Split(' ').Contains(step) ? null : "INVALID_TRANSITION", $"{state}: {step}");
        }
    }

    [Fact]
    public async Task One_announcement_at_most_stands_above_the_messages()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var first = await CreateAsync(group, "first", isPinned: true);
        var second = await CreateAsync(group, "second", isPinned: true);
        var third = await CreateAsync(group, "third");
        await StepAsync("publish", first);
        (await PinnedAsync(group)).ShouldBe(["first"]);
        await StepAsync("schedule", second, new { publishAt = server.Clock.Now.AddHours(1) });
        server.Clock.Forward(TimeSpan.FromHours(2));
        await server.RunTimersAsync();
        (await PinnedAsync(group)).ShouldBe(["second"]);
        await StepAsync("publish", third);
        (await PinnedAsync(group)).ShouldBe(["second"]);
        await StepAsync("pin", third);
        (await PinnedAsync(group)).ShouldBe(["third"]);
        await StepAsync("unpin", third);
        (await PinnedAsync(group)).ShouldBeEmpty();

        // Two that are due at once: the later one stays.
        var (early, late) = (await CreateAsync(group, "early", isPinned: true), await CreateAsync(group, "late", isPinned: true));
        await StepAsync("schedule", late, new { publishAt = server.Clock.Now.AddMinutes(20) });
        await StepAsync("schedule", early, new { publishAt = server.Clock.Now.AddMinutes(10) });
        server.Clock.Forward(TimeSpan.FromHours(1));
        await server.RunTimersAsync();
        (await PinnedAsync(group)).ShouldBe(["late"]);
    }

    [Fact]
    public async Task What_a_platform_cannot_do_is_refused_until_somebody_says_that_it_can()
    {
        var irc = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var group = new Group { Platform = Platform.Irc, ExternalId = "#silent", Name = "#silent", Status = GroupStatus.Active };
                db.Groups.Add(group);
                await db.SaveChangesAsync(ct);
                return group.Id;
            },
            TestContext.Current.CancellationToken);
        irc.ShouldBeGreaterThan(0);
        var id = (await server.DataAsync("""{ groupByExternalId(platform: IRC, externalId: "#silent") { id } }""")).GetProperty("groupByExternalId").GetProperty("id").GetString()!;
        (await CreateErrorAsync(new { groupId = id, text = "hear me" })).ShouldBe("CAPABILITY_NOT_AVAILABLE");
        await SetCapabilityAsync("ANNOUNCEMENT");
        (await CreateErrorAsync(new { groupId = id, text = "hear me" })).ShouldBeNull();
        (await CreateErrorAsync(new { groupId = id, text = "hear me", isPinned = true })).ShouldBe("CAPABILITY_NOT_AVAILABLE");
        var draft = (await server.DataAsync("query($id: ID!) { groupById(id: $id) { announcements { nodes { id } } } }", new { id }))
            .GetProperty("groupById").GetProperty("announcements").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        (await CodeAsync("pin", draft)).ShouldBe("CAPABILITY_NOT_AVAILABLE");
        (await CodeAsync("publish", draft)).ShouldBeNull();
    }

    [Fact]
    public async Task Bad_input_and_strangers_are_refused()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        (await CreateErrorAsync(new { groupId = group, text = "" })).ShouldBe("INVALID_INPUT");
        (await CreateErrorAsync(new { groupId = group, text = new string('x', 4001) })).ShouldBe("INVALID_INPUT");
        (await CreateErrorAsync(new { groupId = group, text = "soon", kind = "COUNTDOWN" })).ShouldBe("COUNTDOWN_NEEDS_TARGET");
        (await CreateErrorAsync(new { groupId = group, text = "soon", kind = "COUNTDOWN", countsDownTo = "2027-01-01T00:00:00+08:00" })).ShouldBeNull();
        var (_, archived) = await SampleCommunity.AddGroupAsync(server, GroupStatus.Archived);
        (await CreateErrorAsync(new { groupId = archived, text = "text" })).ShouldBe("GROUP_ARCHIVED");
        var id = await CreateAsync(group, "text");
        (await CodeAsync("schedule", id, new { publishAt = server.Clock.Now.AddMinutes(-1) })).ShouldBe("ANNOUNCEMENT_IN_PAST");

        var stranger = await server.CreateKeyAsync(OperatorRole.Admin);
        (await CodeAsync("publish", id, apiKey: stranger)).ShouldBe("NOT_FOUND");
        (await server.DataAsync("query($id: ID!) { announcementById(id: $id) { id } node(id: $id) { id } announcements { totalCount } }", new { id }, stranger)).ShouldBeJson(
            """{ "announcementById": null, "node": null, "announcements": { "totalCount": 0 } }""");
    }

    private async Task<string> CreateAsync(string groupId, string text, string kind = "NOTICE", bool isPinned = false) =>
        (await server.DataAsync(
            "mutation($input: CreateAnnouncementInput!) { createAnnouncement(input: $input) { announcement { id } } }", new { input = new { groupId, text, kind, isPinned } }))
        .GetProperty("createAnnouncement").GetProperty("announcement").GetProperty("id").GetString()!;

    private async Task<string?> CreateErrorAsync(object input) => ErrorOf(
        (await server.DataAsync("mutation($input: CreateAnnouncementInput!) { createAnnouncement(input: $input) { errors { ... on Error { code } } } }", new { input }))
        .GetProperty("createAnnouncement"));

    private async Task<string> StepAsync(string step, string id, object? more = null)
    {
        var payload = await ChangeAsync(step, id, more, null);
        ErrorOf(payload).ShouldBeNull();
        return payload.GetProperty("announcement").GetProperty("status").GetString()!;
    }

    private async Task<string?> CodeAsync(string step, string id, object? more = null, string? apiKey = null) => ErrorOf(await ChangeAsync(step, id, more, apiKey));

    private async Task<JsonElement> ChangeAsync(string step, string id, object? more, string? apiKey)
    {
        var input = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        input["id"] = id;
        var type = char.ToUpperInvariant(step[0]) + step[1..];
        return (await server.DataAsync(
            $"mutation($input: {type}AnnouncementInput!) {{ {step}Announcement(input: $input) {{ announcement {{ status }} errors {{ ... on Error {{ code }} }} }} }}", new { input }, apiKey))
            .GetProperty($"{step}Announcement");
    }

    private Task SetCapabilityAsync(string capability) => server.DataAsync(
        "mutation($input: SetPlatformCapabilityInput!) { setPlatformCapability(input: $input) { errors { __typename } } }",
        new { input = new { platform = "IRC", capability, isAvailable = true, source = "a bot of ours" } });

    private async Task<string> StatusAsync(string id) =>
        (await server.DataAsync("query($id: ID!) { announcementById(id: $id) { status } }", new { id })).GetProperty("announcementById").GetProperty("status").GetString()!;

    private async Task<string?[]> PinnedAsync(string group) =>
        [
            .. (await server.DataAsync(
                "query($id: ID!) { groupById(id: $id) { announcements(where: { isPinned: { eq: true }, status: { eq: PUBLISHED } }) { nodes { text } } } }", new { id = group }))
                .GetProperty("groupById").GetProperty("announcements").GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("text").GetString()),
        ];

    private static string? ErrorOf(JsonElement payload) =>
        payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors ? errors[0].GetProperty("code").GetString() : null;
}
