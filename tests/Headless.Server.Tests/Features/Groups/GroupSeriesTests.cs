using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Groups;

/// <summary>Series with their numbers and their look, and groups that are made after another one.</summary>
public sealed class GroupSeriesTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Replicate =
        """
        mutation($input: ReplicateGroupInput!) {
          replicateGroup(input: $input) {
            group { id name seriesNumber lineageDepth status }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
          }
        }
        """;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_series_names_and_numbers_its_groups()
    {
        var series = await CreateSeriesAsync("{city}{topic}群{seq}", city: "成都", topic: "护肤");
        (await CreateGroupAsync(new { seriesId = series })).GetProperty("name").GetString().ShouldBe("成都护肤群1");
        (await CreateGroupAsync(new { seriesId = series, city = "重庆" })).ShouldBeJson("""{ "name": "重庆护肤群2", "seriesNumber": 2, "isOnBrand": true }""");
        (await CreateGroupAsync(new { seriesId = series, name = "自己的名字" })).ShouldBeJson("""{ "name": "自己的名字", "seriesNumber": 3, "isOnBrand": false }""");
        (await server.DataAsync(
            "query($id: ID!) { groupSeriesById(id: $id) { nextNumber groups(order: [{ seriesNumber: DESC }], where: { isOnBrand: { eq: true } }) { nodes { name series { name } } totalCount } } }",
            new { id = series })).ShouldBeJson(
            $$"""
            { "groupSeriesById": { "nextNumber": 4, "groups": { "nodes": [
                { "name": "重庆护肤群2", "series": { "name": "series {{_run}}" } }, { "name": "成都护肤群1", "series": { "name": "series {{_run}}" } }], "totalCount": 2 } } }
            """);
    }

    [Fact]
    public async Task Groups_that_are_made_at_once_get_numbers_of_their_own()
    {
        var series = await CreateSeriesAsync("群{seq}");
        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => CreateGroupAsync(new { seriesId = series })));
        made.Select(g => g.GetProperty("seriesNumber").GetInt32()).Order().ShouldBe(Enumerable.Range(1, 12));
        made.Select(g => g.GetProperty("name").GetString()).Distinct().Count().ShouldBe(12);
    }

    [Theory]
    [InlineData("{store}群{seq}", "INVALID_NAME_TEMPLATE", "'nameTemplate' is no template of names. It has no field {store}: known are {city}, {topic} and {seq}.")]
    [InlineData("{city}群", "INVALID_NAME_TEMPLATE", "'nameTemplate' is no template of names. It needs the field {seq}: without it two groups would have one name.")]
    [InlineData("", "NOT_EMPTY", "'nameTemplate' must not be empty.")]
    public async Task A_template_with_unknown_fields_is_refused_with_those_that_are_known(string nameTemplate, string code, string message)
    {
        var refused = (await server.DataAsync(
            "mutation($input: CreateGroupSeriesInput!) { createGroupSeries(input: $input) { errors { ... on InvalidInputError { fields { path code message } } } } }",
            new { input = new { name = $"wrong {_run}", nameTemplate } })).GetProperty("createGroupSeries").GetProperty("errors")[0].GetProperty("fields")[0];
        refused.ShouldBeJson(JsonSerializer.Serialize(new { path = "nameTemplate", code, message }));
    }

    [Fact]
    public async Task A_name_that_would_be_too_long_takes_no_number()
    {
        var series = await CreateSeriesAsync("{topic}{topic}{topic}{seq}");
        (await server.DataAsync(
            "mutation($input: CreateGroupInput!) { createGroup(input: $input) { errors { ... on Error { code } } } }",
            new { input = new { platform = "QQ", externalId = $"long-{_run}", seriesId = series, topic = new string('长', 100) } })).ShouldBeJson(
            """{ "createGroup": { "errors": [{ "code": "GROUP_NAME_TOO_LONG" }] } }""");
        (await CreateGroupAsync(new { seriesId = series, topic = "a" })).GetProperty("name").GetString().ShouldBe("aaa1");
    }

    [Fact]
    public async Task A_changed_series_shows_which_groups_have_drifted_and_what_differs()
    {
        var series = await CreateSeriesAsync("群{seq}", tagline: "周四见");
        var id = (await CreateGroupAsync(new { seriesId = series, branding = new { tagline = "周四见", avatarUrl = "https://example.org/a.png" } }, "id")).GetProperty("id").GetString();
        const string query =
            """
            query($id: ID!, $series: ID!) {
              groupById(id: $id) { isOnBrand brandingCompliance { isCompliant deviations { aspect expected actual } } }
              groups(where: { series: { id: { eq: $series } }, isOnBrand: { eq: false } }) { totalCount }
            }
            """;
        (await server.DataAsync(query, new { id, series })).ShouldBeJson(
            """{ "groupById": { "isOnBrand": true, "brandingCompliance": { "isCompliant": true, "deviations": [] } }, "groups": { "totalCount": 0 } }""");

        const string update = """mutation($input: UpdateGroupSeriesInput!) { updateGroupSeries(input: $input) { errors { __typename } } }""";
        await server.DataAsync(update, new { input = new { id = series, nameTemplate = "福利群{seq}", tagline = "周五见", avatarUrl = "https://example.org/b.png" } });
        (await server.DataAsync(query, new { id, series })).ShouldBeJson(
            """
            { "groupById": { "isOnBrand": false, "brandingCompliance": { "isCompliant": false, "deviations": [
                { "aspect": "NAME", "expected": "福利群1", "actual": "群1" },
                { "aspect": "AVATAR", "expected": "https://example.org/b.png", "actual": "https://example.org/a.png" },
                { "aspect": "TAGLINE", "expected": "周五见", "actual": "周四见" }] } },
              "groups": { "totalCount": 1 } }
            """);

        await server.DataAsync(
            "mutation($input: UpdateGroupInput!) { updateGroup(input: $input) { errors { __typename } } }",
            new { input = new { id, name = "福利群1", branding = new { tagline = "周五见", avatarUrl = "https://example.org/b.png" } } });
        (await server.DataAsync(query, new { id, series })).GetProperty("groupById").GetProperty("isOnBrand").GetBoolean().ShouldBeTrue();

        var owner = await server.CreateKeyAsync(OperatorRole.Owner);
        (await server.QueryAsync(update, new { input = new { id = series, name = "no" } }, owner)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        (await server.DataAsync(update, new { input = new { id = series, version = 99, name = "no" } })).ShouldBeJson("""{ "updateGroupSeries": { "errors": [{ "__typename": "StaleVersionError" }] } }""");
    }

    [Fact]
    public async Task A_group_is_made_after_another_one_with_what_differs()
    {
        var series = await CreateSeriesAsync("{city}群{seq}", city: "成都");
        var positioning = new { why = "w1", what = "w2", who = "w3", where = "w4", when = "w5", how = "h", tone = "warm" };
        var source = (await CreateGroupAsync(
            new { seriesId = series, type = "VIP", purposes = new[] { "CONVERT" }, positioning, branding = new { tagline = "t" }, nicknameRule = new { template = "地区+昵称" }, joinPolicy = "PAID", capacity = 80, valueOffers = new[] { "MATERIALS" } },
            "id")).GetProperty("id").GetString()!;
        await server.DataAsync(
            "mutation($input: SetWelcomeMessagesInput!) { setWelcomeMessages(input: $input) { errors { __typename } } }",
            new { input = new { groupId = source, messages = new object[] { new { text = "hello" }, new { text = "hello friend", joinReason = "REFERRAL" } } } });
        foreach (var (kind, text) in new[] { ("RULES", "be kind"), ("EVENT", "Thursday") })
        {
            await server.DataAsync(
                "mutation($input: CreateAnnouncementInput!) { createAnnouncement(input: $input) { errors { __typename } } }", new { input = new { groupId = source, kind, text } });
        }

        var made = (await ReplicateAsync(new { sourceId = source, externalId = $"copy-{_run}", city = "重庆", positioning = new { who = "somebody else" }, capacity = 100 }));
        made.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        var id = made.GetProperty("group").GetProperty("id").GetString()!;
        (await server.DataAsync(
            """
            query($id: ID!) {
              groupById(id: $id) {
                name type status platform purposes valueOffers joinPolicy capacity city seriesNumber lineageDepth isOnBrand
                positioning { why what who where when how tone } branding { tagline } nicknameRule { template }
                welcomeMessages { text joinReason position } announcements { nodes { kind text status } }
                parentGroup { seriesNumber } rootGroup { seriesNumber } memberships { totalCount }
              }
            }
            """,
            new { id })).ShouldBeJson(
            """
            { "groupById": {
                "name": "重庆群2", "type": "VIP", "status": "DRAFT", "platform": "QQ", "purposes": ["CONVERT"], "valueOffers": ["MATERIALS"], "joinPolicy": "PAID", "capacity": 100,
                "city": "重庆", "seriesNumber": 2, "lineageDepth": 1, "isOnBrand": true,
                "positioning": { "why": "w1", "what": "w2", "who": "somebody else", "where": "w4", "when": "w5", "how": "h", "tone": "warm" },
                "branding": { "tagline": "t" }, "nicknameRule": { "template": "地区+昵称" },
                "welcomeMessages": [{ "text": "hello", "joinReason": null, "position": 0 }, { "text": "hello friend", "joinReason": "REFERRAL", "position": 1 }],
                "announcements": { "nodes": [{ "kind": "RULES", "text": "be kind", "status": "DRAFT" }] },
                "parentGroup": { "seriesNumber": 1 }, "rootGroup": { "seriesNumber": 1 }, "memberships": { "totalCount": 0 } } }
            """);

        // A replica of the replica: two steps from the beginning, which all of them know.
        await ReplicateAsync(new { sourceId = id, externalId = $"copy2-{_run}" });
        (await server.DataAsync(
            "query($id: ID!) { groupById(id: $id) { replicas { nodes { seriesNumber } } descendants(order: [{ lineageDepth: ASC }]) { nodes { name lineageDepth rootGroup { seriesNumber } } totalCount } } }",
            new { id = source })).ShouldBeJson(
            """
            { "groupById": { "replicas": { "nodes": [{ "seriesNumber": 2 }] }, "descendants": { "nodes": [
                { "name": "重庆群2", "lineageDepth": 1, "rootGroup": { "seriesNumber": 1 } }, { "name": "重庆群3", "lineageDepth": 2, "rootGroup": { "seriesNumber": 1 } }], "totalCount": 2 } } }
            """);
    }

    [Fact]
    public async Task A_replica_needs_an_id_and_a_name_and_a_pattern_that_the_caller_may_see()
    {
        var source = (await CreateGroupAsync(new { name = "alone" }, "id externalId")).GetProperty("id").GetString()!;
        (await ReplicateAsync(new { sourceId = source, externalId = $"x-{_run}" })).ShouldBeJson(
            """{ "group": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "name", "code": "NOT_EMPTY" }] }] }""");
        (await ReplicateAsync(new { sourceId = source, externalId = $"x-{_run}", name = "copy" })).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ReplicateAsync(new { sourceId = source, externalId = $"x-{_run}", name = "copy" })).ShouldBeJson(
            """{ "group": null, "errors": [{ "__typename": "AlreadyExistsError", "code": "ALREADY_EXISTS" }] }""");
        var stranger = await server.CreateKeyAsync(OperatorRole.Owner);
        (await server.DataAsync(Replicate, new { input = new { sourceId = source, externalId = $"y-{_run}", name = "copy" } }, stranger)).GetProperty("replicateGroup").ShouldBeJson(
            """{ "group": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync(Replicate, new { input = new { sourceId = source, externalId = "z", name = "copy" } }, analyst)).GetProperty("errors")[0].GetProperty("extensions")
            .GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    private async Task<JsonElement> ReplicateAsync(object input) => (await server.DataAsync(Replicate, new { input })).GetProperty("replicateGroup");

    private async Task<string> CreateSeriesAsync(string nameTemplate, string? city = null, string? topic = null, string? tagline = null) =>
        (await server.DataAsync(
            "mutation($input: CreateGroupSeriesInput!) { createGroupSeries(input: $input) { groupSeries { id } errors { ... on Error { message } } } }",
            new { input = new { name = $"series {_run}", nameTemplate, city, topic, tagline } })).GetProperty("createGroupSeries").GetProperty("groupSeries").GetProperty("id").GetString()!;

    private async Task<JsonElement> CreateGroupAsync(object more, string fields = "name seriesNumber isOnBrand")
    {
        var input = JsonSerializer.SerializeToNode(more)!.AsObject();
        input["platform"] = "QQ";
        input["externalId"] = Guid.NewGuid().ToString("N");
        var made = (await server.DataAsync($"mutation($input: CreateGroupInput!) {{ createGroup(input: $input) {{ group {{ {fields} }} errors {{ ... on Error {{ message }} }} }} }}", new { input }))
            .GetProperty("createGroup");
        made.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, made.ToString());
        return made.GetProperty("group");
    }
}
