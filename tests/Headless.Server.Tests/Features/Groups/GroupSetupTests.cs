using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Groups;

/// <summary>What a group begins with, what it lacks, how full it is and what its newcomers are told.</summary>
public sealed class GroupSetupTests(RecordingServerFixture server) : IClassFixture<RecordingServerFixture>
{
    [Fact]
    public async Task A_new_group_begins_with_the_template_of_its_type()
    {
        (await CreateAsync(new { type = "TRAFFIC" }, "purposes businessModel template { type keyMetrics minAdmins maxAdmins }")).ShouldBeJson(
            """
            { "purposes": ["ACQUIRE", "ACTIVATE"], "businessModel": "OTHER",
              "template": { "type": "TRAFFIC", "keyMetrics": ["JOIN_COUNT", "MEMBER_COUNT", "LEAVE_RATE", "INTERACTION_RATE"], "minAdmins": 1, "maxAdmins": 3 } }
            """);
        (await CreateAsync(new { type = "TRAFFIC", purposes = new[] { "RETAIN" } }, "purposes")).ShouldBeJson("""{ "purposes": ["RETAIN"] }""");
        (await CreateAsync(new { type = "TRAFFIC", purposes = Array.Empty<string>() }, "purposes")).ShouldBeJson("""{ "purposes": [] }""");

        const string update =
            """
            mutation($input: UpdateGroupTypeTemplateInput!) {
              updateGroupTypeTemplate(input: $input) { groupTypeTemplate { purposes keyMetrics minAdmins version } errors { ... on Error { code } ... on InvalidInputError { fields { path code } } } }
            }
            """;
        (await server.DataAsync(update, new { input = new { type = "FLASH", version = 1, purposes = new[] { "CONVERT", "ACQUIRE" }, keyMetrics = new[] { "MESSAGE_COUNT", "MESSAGE_COUNT", "JOIN_COUNT" }, minAdmins = 2 } })).ShouldBeJson(
            """{ "updateGroupTypeTemplate": { "groupTypeTemplate": { "purposes": ["ACQUIRE", "CONVERT"], "keyMetrics": ["MESSAGE_COUNT", "JOIN_COUNT"], "minAdmins": 2, "version": 2 }, "errors": null } }""");
        (await CreateAsync(new { type = "FLASH" }, "purposes template { keyMetrics }")).ShouldBeJson(
            """{ "purposes": ["ACQUIRE", "CONVERT"], "template": { "keyMetrics": ["MESSAGE_COUNT", "JOIN_COUNT"] } }""");
        (await server.DataAsync(update, new { input = new { type = "FLASH", version = 1, minAdmins = 1 } })).ShouldBeJson(
            """{ "updateGroupTypeTemplate": { "groupTypeTemplate": null, "errors": [{ "code": "STALE_VERSION" }] } }""");
        (await server.DataAsync(update, new { input = new { type = "FLASH", minAdmins = 5, maxAdmins = 4 } })).ShouldBeJson(
            """{ "updateGroupTypeTemplate": { "groupTypeTemplate": null, "errors": [{ "code": "INVALID_INPUT", "fields": [{ "path": "maxAdmins", "code": "GREATER_THAN_OR_EQUAL" }] }] } }""");
        (await server.QueryAsync(update, new { input = new { type = "FLASH", minAdmins = 1 } }, await server.CreateKeyAsync(OperatorRole.Owner)))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        (await server.DataAsync("{ groupTypeTemplates { type } }")).ShouldBeJson(
            """{ "groupTypeTemplates": [{ "type": "TRAFFIC" }, { "type": "BENEFIT" }, { "type": "FLASH" }, { "type": "VIP" }, { "type": "GENERAL" }] }""");
    }

    [Fact]
    public async Task A_group_says_how_full_it_is_by_its_own_capacity_or_its_platforms()
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, key, "a", "b", "c");
        const string query = "query($id: ID!) { groupById(id: $id) { occupancy { accounts limit isOwnLimit free share isFull qrLimit isQrCodeValid } } }";
        (await server.DataAsync(query, new { id })).ShouldBeJson(
            """{ "groupById": { "occupancy": { "accounts": 3, "limit": 500, "isOwnLimit": false, "free": 497, "share": 0.006, "isFull": false, "qrLimit": 200, "isQrCodeValid": true } } }""");
        await server.DataAsync("mutation($id: ID!) { updateGroup(input: { id: $id, capacity: 2 }) { errors { __typename } } }", new { id });
        (await server.DataAsync(query, new { id })).ShouldBeJson(
            """{ "groupById": { "occupancy": { "accounts": 3, "limit": 2, "isOwnLimit": true, "free": 0, "share": 1.5, "isFull": true, "qrLimit": 200, "isQrCodeValid": false } } }""");
        (await CreateAsync(new { platform = "OTHER" }, "occupancy { accounts limit free share isFull qrLimit isQrCodeValid }")).ShouldBeJson(
            """{ "occupancy": { "accounts": 0, "limit": null, "free": null, "share": null, "isFull": false, "qrLimit": null, "isQrCodeValid": null } }""");
    }

    [Fact]
    public async Task A_checklist_says_what_a_group_lacks_and_what_to_do()
    {
        var bare = await CreateAsync(new { }, "id checklist { item isDone }");
        bare.GetProperty("checklist").EnumerateArray().Where(c => c.GetProperty("isDone").GetBoolean()).Select(c => c.GetProperty("item").GetString()).ShouldBe(["PURPOSES"]);
        var id = bare.GetProperty("id").GetString();
        var (_, running) = await SampleCommunity.AddGroupAsync(server);
        await server.DataAsync(
            "mutation($group: UpdateGroupInput!, $messages: SetWelcomeMessagesInput!) { updateGroup(input: $group) { errors { __typename } } setWelcomeMessages(input: $messages) { errors { __typename } } }",
            new
            {
                group = new
                {
                    id = running, businessModel = "NATIVE", valueOffers = new[] { "MORNING_PAPER" }, branding = new { avatarUrl = "https://example.org/a.png" }, nicknameRule = new { template = "城市+名" },
                    positioning = new { why = "a", what = "b", who = "c", where = "d", when = "e", how = "f" },
                },
                messages = new { groupId = running, messages = new[] { new { text = "hi" } } },
            });
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { missingPositioning checklist { item isDone advice } } }", new { id = running })).GetProperty("groupById").GetProperty("checklist")
            .EnumerateArray().Where(c => !c.GetProperty("isDone").GetBoolean()).Select(c => c.GetProperty("item").GetString()).ShouldBe(["PURPOSES", "OWNER", "RULES_ANNOUNCEMENT", "FIRST_CAMPAIGN"]);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { checklist { item advice } } }", new { id })).GetProperty("groupById").GetProperty("checklist")[2].ShouldBeJson(
            """
            { "item": "BUSINESS_MODEL",
              "advice": "Neither low price and high frequency (NATIVE) nor high price and low frequency (SERVICE): such a group takes much more effort until it pays." }
            """);
    }

    [Fact]
    public async Task Newcomers_are_told_what_fits_why_and_through_what_they_came()
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        const string set =
            """
            mutation($input: SetWelcomeMessagesInput!) {
              setWelcomeMessages(input: $input) { group { welcomeMessages { id text joinReason joinChannel position } } errors { ... on Error { code } ... on InvalidInputError { fields { path code } } } }
            }
            """;
        var messages = new object[] { new { text = "hello" }, new { text = "friend", joinReason = "REFERRAL" }, new { text = "poster", joinChannel = "poster-1" } };
        var first = await server.DataAsync(set, new { input = new { groupId = id, messages } });
        var again = await server.DataAsync(set, new { input = new { groupId = id, messages } });
        again.GetRawText().ShouldBe(first.GetRawText());
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == key)).ShouldBe([ActivityKind.WelcomeMessagesChanged]);
        (await server.DataAsync(
            """
            query($id: ID!) {
              groupById(id: $id) {
                any: welcomeMessageFor { text }
                friend: welcomeMessageFor(joinReason: REFERRAL, joinChannel: "elsewhere") { text }
                poster: welcomeMessageFor(joinReason: REFERRAL, joinChannel: "poster-1") { text }
              }
            }
            """,
            new { id })).ShouldBeJson("""{ "groupById": { "any": { "text": "hello" }, "friend": { "text": "friend" }, "poster": { "text": "poster" } } }""");

        // Another order and one less: what stays keeps its id, what goes can still be found by whoever was told it.
        var ids = first.GetProperty("setWelcomeMessages").GetProperty("group").GetProperty("welcomeMessages").EnumerateArray().Select(m => m.GetProperty("id").GetString()).ToList();
        var second = (await server.DataAsync(set, new { input = new { groupId = id, messages = new[] { messages[2], messages[0] } } })).GetProperty("setWelcomeMessages").GetProperty("group");
        second.GetProperty("welcomeMessages").EnumerateArray().Select(m => m.GetProperty("id").GetString()).ShouldBe([ids[2], ids[0]]);
        (await server.DataAsync("query($id: ID!) { node(id: $id) { ... on WelcomeMessage { text removedAt } } }", new { id = ids[1] })).GetProperty("node").GetProperty("removedAt").ValueKind
            .ShouldBe(JsonValueKind.String);

        (await server.DataAsync(set, new { input = new { groupId = id, messages = Enumerable.Repeat(new { text = "x" }, 21) } })).ShouldBeJson(
            """{ "setWelcomeMessages": { "group": null, "errors": [{ "code": "INVALID_INPUT", "fields": [{ "path": "messages", "code": "TOO_MANY_ROWS" }] }] } }""");
        (await server.DataAsync(set, new { input = new { groupId = id, messages = new object[] { new { text = "fine" }, new { text = "", joinChannel = "" } } } })).ShouldBeJson(
            """
            { "setWelcomeMessages": { "group": null, "errors": [{ "code": "INVALID_INPUT", "fields": [
                { "path": "messages[1].text", "code": "NOT_EMPTY" }, { "path": "messages[1].joinChannel", "code": "NOT_EMPTY" }] }] } }
            """);
        (await server.DataAsync(set, new { input = new { groupId = id, messages } }, await server.CreateKeyAsync(OperatorRole.Owner))).ShouldBeJson(
            """{ "setWelcomeMessages": { "group": null, "errors": [{ "code": "NOT_FOUND" }] } }""");
    }

    [Fact]
    public async Task Phases_are_suggested_and_their_history_says_who_changed_them()
    {
        var (_, id) = await SampleCommunity.AddGroupAsync(server);
        foreach (var phase in new[] { "FATIGUED", "GROWTH" })
        {
            await server.DataAsync("mutation($input: ChangeGroupPhaseInput!) { changeGroupPhase(input: $input) { errors { __typename } } }", new { input = new { id, phase, reason = $"to {phase}" } });
        }

        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { phase suggestedNextPhase phaseChanges { nodes { from to reason changedBy { name } } } } }", new { id })).ShouldBeJson(
            """
            { "groupById": { "phase": "GROWTH", "suggestedNextPhase": null, "phaseChanges": { "nodes": [
                { "from": "BUILD", "to": "FATIGUED", "reason": "to FATIGUED", "changedBy": { "name": "Lead" } },
                { "from": "FATIGUED", "to": "GROWTH", "reason": "to GROWTH", "changedBy": { "name": "Lead" } }] } } }
            """);
    }

    [Fact]
    public async Task What_a_page_of_groups_needs_is_read_in_a_constant_number_of_statements()
    {
        foreach (var i in Enumerable.Range(0, 3))
        {
            var (key, _) = await SampleCommunity.AddGroupAsync(server);
            await SampleCommunity.AddMembersAsync(server, key, $"a{i}", $"b{i}");
        }

        const string query =
            """
            query($first: Int!) {
              groups(first: $first) {
                nodes {
                  name isOnBrand suggestedNextPhase series { name } rootGroup { name } template { keyMetrics } occupancy { accounts share } checklist { isDone } missingPositioning
                  welcomeMessages { text } brandingCompliance { isCompliant } alerts(first: 2) { nodes { message evidence { name value } } } announcements(first: 2) { nodes { text } }
                }
              }
            }
            """;
        await server.DataAsync(query, new { first = 3 });
        var one = await server.RecordAsync(() => server.DataAsync(query, new { first = 1 }));
        var three = await server.RecordAsync(() => server.DataAsync(query, new { first = 3 }));
        Reads(three).ShouldBe(Reads(one));
        Reads(three).ShouldBeLessThanOrEqualTo(12);
    }

    /// <summary>The timers look around once a second, whoever reads.</summary>
    private static int Reads(IReadOnlyList<string> statements) => statements.Count(s =>
        !s.StartsWith("SELECT EXISTS", StringComparison.Ordinal) && !s.Contains("AlertEvaluations", StringComparison.Ordinal));

    private async Task<JsonElement> CreateAsync(object more, string fields)
    {
        var input = JsonSerializer.SerializeToNode(more)!.AsObject();
        input["platform"] ??= "WECHAT";
        input["name"] = "g";
        input["externalId"] = Guid.NewGuid().ToString("N");
        return (await server.DataAsync($"mutation($input: CreateGroupInput!) {{ createGroup(input: $input) {{ group {{ {fields} }} }} }}", new { input }))
            .GetProperty("createGroup").GetProperty("group");
    }
}
