using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.ContentItems;

/// <summary>Search over the library and over titles, cadences and uses, over HTTP.</summary>
public sealed class ContentSearchTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_chinese_word_of_two_characters_is_found_where_it_stands_the_title_first()
    {
        await CreateAsync("周末甲乙清单", "无");
        await CreateAsync("无关", "今天说说甲乙。甲乙很好，ABC 也说甲乙好。");
        await CreateAsync("甲丁", "丁乙");
        (await SearchAsync("甲乙", "totalCount isTotalCountExact hits { score item { title } highlights { field text ranges { start length } } }")).ShouldBeJson(
            """
            { "totalCount": 2, "isTotalCountExact": true, "hits": [
              { "score": 20, "item": { "title": "周末甲乙清单" }, "highlights": [{ "field": "TITLE", "text": "周末甲乙清单", "ranges": [{ "start": 2, "length": 2 }] }] },
              { "score": 3, "item": { "title": "无关" }, "highlights": [{ "field": "BODY", "text": "今天说说甲乙。甲乙很好，ABC 也说甲乙好。",
                "ranges": [{ "start": 4, "length": 2 }, { "start": 7, "length": 2 }, { "start": 18, "length": 2 }] }] }] }
            """);
    }

    [Fact]
    public async Task Words_of_both_scripts_have_to_be_there_all_of_them_and_filters_narrow()
    {
        await CreateAsync("Zeppelin 飞艇", "How to board", kind: "TOOL");
        await CreateAsync("ZEPPELIN only", "x", kind: "PRODUCT");
        (await TitlesAsync("zeppelin 飞艇")).ShouldBe(["Zeppelin 飞艇"]);
        (await TitlesAsync("zeppelin")).ShouldBe(["ZEPPELIN only", "Zeppelin 飞艇"]);
        (await TitlesAsync("zeppelin", "kind: TOOL")).ShouldBe(["Zeppelin 飞艇"]);
        (await TitlesAsync("zeppelin", "status: PUBLISHED")).ShouldBeEmpty();
        (await TitlesAsync("zeppelin", "first: 1, skip: 1")).ShouldBe(["Zeppelin 飞艇"]);
        (await TitlesAsync("zeppel")).ShouldBeEmpty();
        (await TitlesAsync("飞")).ShouldBe(["Zeppelin 飞艇"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!! ，。 \u200B")]
    [InlineData("%_[]^")]
    [InlineData("'; DROP TABLE \"SearchTerms\"; --")]
    public async Task Signs_find_nothing_and_break_nothing(string text) => (await TitlesAsync(text)).ShouldBeEmpty();

    [Fact]
    public async Task A_text_too_long_to_look_for_is_cut() => (await TitlesAsync(new string('龘', 50_000))).ShouldBeEmpty();

    [Fact]
    public async Task A_change_is_found_by_its_new_words_and_what_is_archived_by_none()
    {
        var id = await CreateAsync("旧词条目", "x");
        await server.DataAsync("mutation($input: UpdateContentItemInput!) { updateContentItem(input: $input) { errors { __typename } } }", new { input = new { id, title = "新词条目" } });
        (await TitlesAsync("旧词")).ShouldBeEmpty();
        (await TitlesAsync("新词")).ShouldBe(["新词条目"]);
        await server.DataAsync("mutation($input: ArchiveContentItemInput!) { archiveContentItem(input: $input) { errors { __typename } } }", new { input = new { id } });
        (await TitlesAsync("新词")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_entered_before_there_was_an_index_is_made_findable_without_being_changed()
    {
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                db.ContentItems.Add(new ContentItem { Title = "早先写的", Body = "索引之前" });
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);
        (await TitlesAsync("索引")).ShouldBe(["早先写的"]);
        await using var reader = server.Database.Create(AccessScope.Everything);
        (await reader.ContentItems.Where(i => i.Title == "早先写的").Select(i => i.Version).SingleAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task Uses_at_once_are_all_counted_and_only_what_is_published_is_used()
    {
        var id = await CreateAsync("用一用", "正文");
        var groupId = await GroupAsync();
        (await UseAsync(id, groupId)).ShouldBeJson(
            """{ "contentUse": null, "errors": [{ "code": "CONTENT_NOT_PUBLISHED" }] }""");
        await PublishAsync(id);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => UseAsync(id, groupId)));
        (await server.DataAsync("query($id: ID!) { contentItemById(id: $id) { usageCount version uses { totalCount } } }", new { id })).GetProperty("contentItemById")
            .ShouldBeJson("""{ "usageCount": 20, "version": 4, "uses": { "totalCount": 20 } }""");
        var future = await server.DataAsync(
            "mutation($input: RecordContentUseInput!) { recordContentUse(input: $input) { errors { ... on InvalidInputError { fields { path code } } } } }",
            new { input = new { contentItemId = id, groupId, usedAt = TestClock.UtcNow.AddDays(1) } });
        future.GetProperty("recordContentUse").ShouldBeJson("""{ "errors": [{ "fields": [{ "path": "usedAt", "code": "IN_FUTURE" }] }] }""");
    }

    [Fact]
    public async Task A_cadence_is_judged_by_group_and_week_once_somebody_has_said_what_it_means()
    {
        var groupId = await GroupAsync();
        var id = await CreateAsync("品宣一篇", "正文", category: "BRAND");
        await PublishAsync(id);
        const string query =
            "query($groupIds: [ID!]) { cadenceCompliance(groupIds: $groupIds, weeks: 2) { category uses minPerWeek maxPerWeek state nullReason } }";
        var before = (await server.DataAsync(query, new { groupIds = new[] { groupId } })).GetProperty("cadenceCompliance");
        before.GetArrayLength().ShouldBe(6);
        before[2].ShouldBeJson("""{ "category": "BRAND", "uses": 0, "minPerWeek": null, "maxPerWeek": null, "state": null, "nullReason": "CADENCE_NOT_SET" }""");

        const string set = "mutation($input: SetCadenceRuleInput!) { setCadenceRule(input: $input) { cadenceRule { category minPerWeek maxPerWeek } errors { ... on Error { code } } } }";
        (await server.DataAsync(set, new { input = new { category = "BRAND", minPerWeek = 3, maxPerWeek = 2 } })).GetProperty("setCadenceRule")
            .ShouldBeJson("""{ "cadenceRule": null, "errors": [{ "code": "INVALID_INTERVAL" }] }""");
        (await server.DataAsync(set, new { input = new { category = "BRAND", minPerWeek = 1, maxPerWeek = 2 } })).GetProperty("setCadenceRule")
            .ShouldBeJson("""{ "cadenceRule": { "category": "BRAND", "minPerWeek": 1, "maxPerWeek": 2 }, "errors": null }""");
        (await States()).ShouldBe(["OPEN", "BELOW"]);
        await UseAsync(id, groupId);
        (await States()).ShouldBe(["WITHIN", "BELOW"]);
        await UseAsync(id, groupId);
        await UseAsync(id, groupId);
        (await States()).ShouldBe(["ABOVE", "BELOW"]);
        (await server.DataAsync("{ contentCadences { category cadence minPerWeek maxPerWeek } }")).GetProperty("contentCadences")[2]
            .ShouldBeJson("""{ "category": "BRAND", "cadence": "LOW", "minPerWeek": 1, "maxPerWeek": 2 }""");

        var owner = await server.CreateKeyAsync(OperatorRole.Owner);
        (await server.DataAsync(query, new { groupIds = new[] { groupId } }, owner)).ShouldBeJson("""{ "cadenceCompliance": [] }""");
        (await server.QueryAsync(set, new { input = new { category = "BRAND", minPerWeek = 0 } }, owner)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");

        async Task<string[]> States() =>
        [
            .. (await server.DataAsync(query, new { groupIds = new[] { groupId } })).GetProperty("cadenceCompliance").EnumerateArray()
                .Where(c => c.GetProperty("category").GetString() == "BRAND").Select(c => c.GetProperty("state").GetString()!),
        ];
    }

    [Fact]
    public async Task A_title_is_entered_with_keywords_found_by_them_changed_and_deleted()
    {
        const string fields = "titleTemplate { id text kind keywords weakWords } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }";
        var create = $$"""mutation($input: CreateTitleTemplateInput!) { createTitleTemplate(input: $input) { {{fields}} } }""";
        var made = (await server.DataAsync(create, new { input = new { text = "震惊！戊己怎么选", kind = "LONG_TAIL", keywords = new[] { "戊己", "选购" } } })).GetProperty("createTitleTemplate");
        var id = made.GetProperty("titleTemplate").GetProperty("id").GetString()!;
        made.ShouldBeJson($$"""{ "titleTemplate": { "id": "{{id}}", "text": "震惊！戊己怎么选", "kind": "LONG_TAIL", "keywords": ["戊己", "选购"], "weakWords": ["震惊"] }, "errors": null }""");
        (await server.DataAsync(create, new { input = new { text = "震惊！戊己怎么选" } })).GetProperty("createTitleTemplate").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ALREADY_EXISTS");
        (await server.DataAsync(create, new { input = new { text = "另一个", keywords = new[] { "必看" } } })).GetProperty("createTitleTemplate").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("WEAK_KEYWORD");
        (await server.DataAsync(create, new { input = new { text = "", keywords = new[] { "a\nb" } } })).GetProperty("createTitleTemplate").GetProperty("errors")[0].GetProperty("fields").ShouldBeJson(
            """[{ "path": "text", "code": "NOT_EMPTY" }, { "path": "keywords[0]", "code": "INVALID_TEXT" }]""");

        const string search = "query($text: String!) { titleSearch(text: $text) { score title { text } } }";
        (await server.DataAsync(search, new { text = "戊己" })).ShouldBeJson("""{ "titleSearch": [{ "score": 12, "title": { "text": "震惊！戊己怎么选" } }] }""");
        await server.DataAsync($$"""mutation($input: UpdateTitleTemplateInput!) { updateTitleTemplate(input: $input) { {{fields}} } }""", new { input = new { id, text = "庚辛怎么选", keywords = new[] { "庚辛" } } });
        (await server.DataAsync(search, new { text = "戊己" })).ShouldBeJson("""{ "titleSearch": [] }""");
        await server.DataAsync($$"""mutation($input: DeleteTitleTemplateInput!) { deleteTitleTemplate(input: $input) { {{fields}} } }""", new { input = new { id } });
        (await server.DataAsync(search, new { text = "庚辛" })).ShouldBeJson("""{ "titleSearch": [] }""");
    }

    private async Task<JsonElement> SearchAsync(string text, string fields, string arguments = "first: 20") =>
        (await server.DataAsync($$"""query($text: String!) { contentSearch(text: $text, {{arguments}}) { {{fields}} } }""", new { text })).GetProperty("contentSearch");

    private async Task<string[]> TitlesAsync(string text, string arguments = "first: 20") =>
        [.. (await SearchAsync(text, "hits { item { title } }", arguments)).GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("item").GetProperty("title").GetString()!)];

    private async Task<string> CreateAsync(string title, string body, string kind = "KNOWLEDGE", string category = "ACTIVATE") => (await server.DataAsync(
        "mutation($input: CreateContentItemInput!) { createContentItem(input: $input) { contentItem { id } } }", new { input = new { title, body, kind, category } }))
        .GetProperty("createContentItem").GetProperty("contentItem").GetProperty("id").GetString()!;

    private async Task PublishAsync(string id)
    {
        var colleague = await server.CreateKeyAsync(OperatorRole.Lead);
        await server.DataAsync("mutation($input: SubmitContentItemInput!) { submitContentItem(input: $input) { errors { __typename } } }", new { input = new { id } });
        await server.DataAsync("mutation($input: ApproveContentItemInput!) { approveContentItem(input: $input) { errors { __typename } } }", new { input = new { id } }, colleague);
        await server.DataAsync("mutation($input: PublishContentItemInput!) { publishContentItem(input: $input) { errors { __typename } } }", new { input = new { id } });
    }

    private async Task<JsonElement> UseAsync(string id, string groupId) => (await server.DataAsync(
        "mutation($input: RecordContentUseInput!) { recordContentUse(input: $input) { contentUse { category } errors { ... on Error { code } } } }",
        new { input = new { contentItemId = id, groupId } })).GetProperty("recordContentUse");

    private async Task<string> GroupAsync() => (await server.DataAsync(
        "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } } }",
        new { input = new { platform = "QQ", externalId = Guid.NewGuid().ToString("N"), name = "content group" } })).GetProperty("createGroup").GetProperty("group").GetProperty("id").GetString()!;
}
