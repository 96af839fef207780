using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Moderation;

/// <summary>What rules find in what is reported, over HTTP.</summary>
public sealed class DetectionTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Found = "kind severity status matched spanStart spanLength evidence rule { text } ruleSetVersion { number } member { displayName } activity { text }";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sensitive_word_is_found_in_any_width_and_case_with_its_place_in_the_text_and_the_wording_in_force()
    {
        var list = await ModeratedGroup.AddWordsAsync(server, new { name = ModeratedGroup.Name("博彩"), ignoresSeparators = true }, "赌博", "Casino");
        var group = await ModeratedGroup.CreateAsync(server, new { kind = "SENSITIVE_WORD", text = "禁止博彩", wordListIds = new[] { list } });
        await group.ReportAsync(group.Says("ann", "大家好"), group.Says("eve", "来 ＣＡＳ-ＩＮＯ 玩"), group.Says("ann", "晚安"));
        (await group.ViolationsAsync(Found)).ShouldBeJson(
            """
            [{ "kind": "SENSITIVE_WORD", "severity": "NORMAL", "status": "OPEN", "matched": "Casino", "spanStart": 2, "spanLength": 7, "evidence": "来 ＣＡＳ-ＩＮＯ 玩",
               "rule": { "text": "禁止博彩" }, "ruleSetVersion": { "number": 1 }, "member": { "displayName": "eve" }, "activity": { "text": "来 ＣＡＳ-ＩＮＯ 玩" } }]
            """);
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == group.Key && a.Source == null)).ShouldBe([ActivityKind.RuleSetAttached, ActivityKind.ViolationDetected]);

        // A word that comes later is found from then on; one that goes is not found any more.
        await server.DataAsync(
            """
            mutation($add: AddSensitiveWordsInput!, $remove: RemoveSensitiveWordsInput!) {
              addSensitiveWords(input: $add) { result { added } }
              removeSensitiveWords(input: $remove) { result { removed } }
            }
            """,
            new { add = new { listId = list, words = new[] { "老虎机" } }, remove = new { listId = list, words = new[] { "ｃａｓｉｎｏ" } } });
        await group.ReportAsync(group.Says("eve", "casino"), group.Says("eve", "老虎机", 1));
        (await group.ViolationsAsync("matched")).ShouldBeJson("""[{ "matched": "Casino" }, { "matched": "老虎机" }]""");
    }

    [Fact]
    public async Task A_violation_points_to_the_version_that_was_in_force_when_it_happened()
    {
        var group = await ModeratedGroup.CreateAsync(server, new { kind = "AD", text = "第一版", pattern = "加我微信" });
        await group.ReportAsync(group.Says("eve", "加我微信领券"));
        var draft = (await server.DataAsync(
            "mutation($input: DraftRuleSetInput!) { draftRuleSet(input: $input) { ruleSetVersion { id number status } errors { ... on Error { code } } } }",
            new { input = new { ruleSetId = group.RuleSetId, introduction = "请遵守", rules = new[] { new { kind = "AD", text = "第二版", pattern = "微信|扫码" } } } }))
            .GetProperty("draftRuleSet").GetProperty("ruleSetVersion");
        (draft.GetProperty("number").GetInt32(), draft.GetProperty("status").GetString()).ShouldBe((2, "DRAFT"));
        await group.ReportAsync(group.Says("eve", "扫码"));
        var before = TestClock.UtcNow;
        await ModeratedGroup.PublishAsync(server, draft.GetProperty("id").GetString()!);
        await group.ReportAsync(group.Says("eve", "扫码领券"), group.Says("eve", "加我微信", -3600));
        (await group.ViolationsAsync("evidence ruleSetVersion { number } rule { text }")).ShouldBeJson(
            """
            [{ "evidence": "加我微信领券", "ruleSetVersion": { "number": 1 }, "rule": { "text": "第一版" } },
             { "evidence": "扫码领券", "ruleSetVersion": { "number": 2 }, "rule": { "text": "第二版" } }]
            """);
        (await server.DataAsync("query($id: ID!, $at: DateTime) { now: rulesInForce(groupId: $id) { number introduction } then: rulesInForce(groupId: $id, at: $at) { number } }", new { id = group.Id, at = before }))
            .ShouldBeJson("""{ "now": [{ "number": 2, "introduction": "请遵守" }], "then": [{ "number": 1 }] }""");
        (await server.DataAsync(
            "mutation($input: PublishRuleSetInput!) { publishRuleSet(input: $input) { errors { ... on Error { code } } } }", new { input = new { id = group.VersionId } }))
            .ShouldBeJson("""{ "publishRuleSet": { "errors": [{ "code": "INVALID_TRANSITION" }] } }""");

        await server.DataAsync(
            "mutation($input: DetachRuleSetInput!) { detachRuleSet(input: $input) { ruleSet { id } } }", new { input = new { ruleSetId = group.RuleSetId, groupIds = new[] { group.Id } } });
        await group.ReportAsync(group.Says("eve", "扫码扫码", 1));
        (await group.ViolationsAsync("evidence")).GetArrayLength().ShouldBe(2);
        (await server.DataAsync(
            "mutation($input: DetachRuleSetInput!) { detachRuleSet(input: $input) { errors { ... on Error { code } } } }", new { input = new { ruleSetId = group.RuleSetId, groupIds = new[] { group.Id } } }))
            .ShouldBeJson("""{ "detachRuleSet": { "errors": [{ "code": "RULE_SET_NOT_ATTACHED" }] } }""");
    }

    [Fact]
    public async Task Links_forbidden_content_and_the_gravest_of_several_rules()
    {
        var group = await ModeratedGroup.CreateAsync(
            server,
            new { kind = "LINK", text = "只发官方链接", allowedHosts = new[] { "example.com" } },
            new { kind = "FORBIDDEN_CONTENT", text = "禁止视频和投票", contentTypes = new[] { "VIDEO", "VOTE" } },
            new { kind = "ABUSE", text = "禁止辱骂", pattern = "滚出去", severity = "IMMEDIATE_REMOVAL", isAutomatic = false });
        await group.ReportAsync(
            group.Says("a", "看 https://shop.example.com/x?y=1 和 EXAMPLE.COM"), group.Says("b", "看 https://example.com.evil.cn/x。", 1), group.Says("c", null, 2, "VIDEO"),
            group.Says("d", null, 3, "IMAGE"), group.Says("e", "滚出去 www.evil.cn", 4), group.Says("f", "2.5 元, 3.14", 5));
        (await group.ViolationsAsync("kind severity matched spanStart spanLength")).ShouldBeJson(
            """
            [{ "kind": "LINK", "severity": "NORMAL", "matched": "https://example.com.evil.cn/x", "spanStart": 2, "spanLength": 29 },
             { "kind": "FORBIDDEN_CONTENT", "severity": "NORMAL", "matched": "VIDEO", "spanStart": null, "spanLength": null },
             { "kind": "ABUSE", "severity": "IMMEDIATE_REMOVAL", "matched": "滚出去", "spanStart": 0, "spanLength": 3 }]
            """);
    }

    [Fact]
    public async Task Floods_and_repeats_are_found_alike_in_one_report_and_in_many()
    {
        object[] rules =
        [
            new { kind = "FLOOD", text = "禁止刷屏", flood = new { maxMessages = 3, perSeconds = 10 } },
            new { kind = "REPEAT", text = "禁止重复", repeat = new { count = 3, withinSeconds = 60 } },
        ];
        (string Account, string Text, double Second)[] said =
        [
            ("flood", "1", 0), ("flood", "2", 1), ("flood", "3", 2), ("flood", "4", 3), ("flood", "5", 4), ("flood", "6", 12.5), ("flood", "7", 13.5), ("flood", "8", 13.6), ("flood", "9", 13.7),
            ("slow", "a", 0), ("slow", "b", 10), ("slow", "c", 20), ("slow", "d", 30), ("slow", "e", 40),
            ("again", "优惠", 0), ("again", "你好", 15), ("again", "优惠", 20), ("again", " 优惠 ", 40), ("again", "优惠", 55),
        ];
        var (at_once, one_by_one) = (await ModeratedGroup.CreateAsync(server, rules), await ModeratedGroup.CreateAsync(server, rules));
        (at_once.Start, one_by_one.Start) = (TestClock.UtcNow, TestClock.UtcNow);
        await at_once.ReportAsync([.. said.Select(m => at_once.Says(m.Account, m.Text, m.Second))]);
        foreach (var message in said.OrderBy(m => m.Second))
        {
            await one_by_one.ReportAsync(one_by_one.Says(message.Account, message.Text, message.Second));
        }

        const string expected =
            """
            [{ "kind": "FLOOD", "member": { "displayName": "flood" }, "matched": "4 messages in 10 s" },
             { "kind": "FLOOD", "member": { "displayName": "flood" }, "matched": "4 messages in 10 s" },
             { "kind": "REPEAT", "member": { "displayName": "again" }, "matched": "3 times in 60 s" }]
            """;
        (await at_once.ViolationsAsync("kind member { displayName } matched")).ShouldBeJson(expected);
        (await one_by_one.ViolationsAsync("kind member { displayName } matched")).ShouldBeJson(expected);
    }

    [Fact]
    public async Task Accounts_of_staff_are_watched_by_rules_that_say_so()
    {
        var group = await ModeratedGroup.CreateAsync(
            server, new { kind = "AD", text = "禁止广告", pattern = "促销" }, new { kind = "HIDDEN_SALES", text = "工作人员不私下推销", pattern = "私聊我下单" });
        await group.ReportAsync(group.Joins("clerk"));
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.Memberships.Where(m => m.GroupId == group.Key).ExecuteUpdateAsync(set => set.SetProperty(m => m.AccountKind, AccountKind.Staff), ct),
            Token);
        await group.ReportAsync(group.Says("clerk", "今日促销"), group.Says("clerk", "私聊我下单", 1));
        (await group.ViolationsAsync("kind")).ShouldBeJson("""[{ "kind": "HIDDEN_SALES" }]""");
    }

    [Fact]
    public async Task A_report_that_is_sent_again_finds_nothing_again()
    {
        var group = await ModeratedGroup.CreateAsync(server, new { kind = "AD", text = "禁止广告", pattern = "促销" });
        var row = group.Says("eve", "促销");
        await group.ReportAsync(row);
        await group.ReportAsync(row);
        (await group.ViolationsAsync("kind")).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_rule_is_tried_on_what_was_said_and_writes_nothing()
    {
        var (_, groupId) = await SampleCommunity.AddGroupAsync(server);
        var list = await ModeratedGroup.AddWordsAsync(server, new { name = ModeratedGroup.Name("试"), wholeWords = true }, "ass");
        var other = await ModeratedGroup.CreateAsync(server, new { kind = "OFF_TOPIC", text = "不跑题" });
        await other.ReportAsync(other.Says("a", "class", 0), other.Says("b", "you ASS", 1), other.Says("b", "ass!", 2), other.Says("c", "fine", 3));
        const string query =
            """
            query($rule: RuleInput!, $id: ID!, $from: DateTime!, $to: DateTime) {
              dryRunRule(rule: $rule, groupId: $id, from: $from, to: $to) { scanned hits members next samples { text spanStart spanLength matched activity { kind } } }
            }
            """;
        var from = TestClock.UtcNow.AddHours(-1);
        var to = TestClock.UtcNow.AddHours(1);
        (await server.DataAsync(query, new { rule = new { kind = "SENSITIVE_WORD", text = "x", wordListIds = new[] { list } }, id = other.Id, from, to })).ShouldBeJson(
            """
            { "dryRunRule": { "scanned": 4, "hits": 2, "members": 1, "next": null, "samples": [
                { "text": "you ASS", "spanStart": 4, "spanLength": 3, "matched": "ass", "activity": { "kind": "MESSAGE_SENT" } },
                { "text": "ass!", "spanStart": 0, "spanLength": 3, "matched": "ass", "activity": { "kind": "MESSAGE_SENT" } }] } }
            """);
        (await server.DataAsync(query, new { rule = new { kind = "FLOOD", text = "x", flood = new { maxMessages = 1, perSeconds = 60 } }, id = other.Id, from, to }))
            .GetProperty("dryRunRule").GetProperty("hits").GetInt32().ShouldBe(1);
        (await server.DataAsync(query, new { rule = new { kind = "AD", text = "x", pattern = "." }, id = groupId, from, to }))
            .GetProperty("dryRunRule").GetProperty("scanned").GetInt32().ShouldBe(0);
        (await other.ViolationsAsync("kind")).GetArrayLength().ShouldBe(0);
        (await server.QueryAsync(query, new { rule = new { kind = "AD", text = "x", pattern = "(a)\\1" }, id = groupId, from })).GetProperty("errors")[0]
            .GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_RULE");
        (await server.QueryAsync(query, new { rule = new { kind = "AD", text = "x" }, id = groupId, from }, await server.CreateKeyAsync(OperatorRole.Analyst)))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Theory]
    [InlineData("""{ "kind": "AD", "text": "", "pattern": "(?=a)" }""", "rules[0].text:NOT_EMPTY rules[0].pattern:INVALID_REGULAR_EXPRESSION")]
    [InlineData("""{ "kind": "AD", "text": "x", "pattern": "(a{1,1000}){1,1000}" }""", "rules[0].pattern:INVALID_REGULAR_EXPRESSION")]
    [InlineData("""{ "kind": "AD", "text": "x", "pattern": "((a{99}){99}){99}" }""", "rules[0].pattern:INVALID_REGULAR_EXPRESSION")]
    [InlineData("""{ "kind": "FLOOD", "text": "x" }""", "rules[0].flood:NOT_OF_THIS_KIND")]
    [InlineData("""{ "kind": "FLOOD", "text": "x", "flood": { "maxMessages": 200, "perSeconds": 0 } }""", "rules[0].flood.maxMessages:INCLUSIVE_BETWEEN rules[0].flood.perSeconds:INCLUSIVE_BETWEEN")]
    [InlineData("""{ "kind": "REPEAT", "text": "x", "pattern": "a", "repeat": { "count": 1, "withinSeconds": 86401 } }""", "rules[0].pattern:NOT_OF_THIS_KIND rules[0].repeat.count:INCLUSIVE_BETWEEN rules[0].repeat.withinSeconds:INCLUSIVE_BETWEEN")]
    [InlineData("""{ "kind": "SENSITIVE_WORD", "text": "x" }""", "rules[0].wordListIds:INVALID_COUNT")]
    [InlineData("""{ "kind": "LINK", "text": "x", "allowedHosts": ["http://a"] }""", "rules[0].allowedHosts:INVALID_HOST")]
    [InlineData("""{ "kind": "AD", "text": "x", "contentTypes": ["VIDEO"] }""", "rules[0].contentTypes:NOT_OF_THIS_KIND")]
    public async Task A_rule_that_cannot_be_is_refused_with_its_fields(string rule, string expected)
    {
        using var document = JsonDocument.Parse(rule);
        var answer = await server.DataAsync(ModeratedGroup.Create, new { input = new { name = ModeratedGroup.Name("坏"), rules = new[] { document.RootElement } } });
        var fields = answer.GetProperty("createRuleSet").GetProperty("errors")[0].GetProperty("fields");
        string.Join(' ', fields.EnumerateArray().Select(f => $"{f.GetProperty("path").GetString()}:{f.GetProperty("code").GetString()}")).ShouldBe(expected);
    }

    [Fact]
    public async Task Words_are_judged_one_by_one_and_ten_thousand_come_as_a_text()
    {
        var list = await ModeratedGroup.AddWordsAsync(server, new { name = ModeratedGroup.Name("词"), ignoresSeparators = true }, "first");
        const string add =
            """
            mutation($input: AddSensitiveWordsInput!) {
              addSensitiveWords(input: $input) { result { added unchanged rejected { index code } list { wordCount } } errors { __typename ... on Error { code } } }
            }
            """;
        (await server.DataAsync(add, new { input = new { listId = list, words = new[] { "ＦＩＲＳＴ", "", " -.- ", new string('x', 65), "nul\0", "new", "New" } } }))
            .ShouldBeJson(
            """
            { "addSensitiveWords": { "result": { "added": 1, "unchanged": 2, "rejected": [
                { "index": 1, "code": "EMPTY" }, { "index": 2, "code": "EMPTY" }, { "index": 3, "code": "TOO_LONG" }, { "index": 4, "code": "INVALID_TEXT" }],
              "list": { "wordCount": 2 } }, "errors": null } }
            """);
        var words = Enumerable.Range(0, 10_000).Select(number => $"词{number}").ToArray();
        (await server.QueryAsync(add, new { input = new { listId = list, words } })).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
            .ShouldBe("INVALID_VARIABLES");
        const string import =
            "mutation($input: ImportSensitiveWordsInput!) { importSensitiveWords(input: $input) { result { added unchanged list { wordCount } } errors { ... on Error { code } } } }";
        (await server.DataAsync(import, new { input = new { listId = list, text = "# 博彩\n\n" + string.Join("\r\n", words) } }))
            .ShouldBeJson("""{ "importSensitiveWords": { "result": { "added": 10000, "unchanged": 0, "list": { "wordCount": 10002 } }, "errors": null } }""");
        (await server.DataAsync(import, new { input = new { listId = list, text = string.Join('\n', Enumerable.Range(0, 49_000).Select(number => $"w{number}")) } }))
            .ShouldBeJson("""{ "importSensitiveWords": { "result": null, "errors": [{ "code": "TOO_MANY_WORDS" }] } }""");
        (await server.DataAsync(
            "query($id: ID!) { sensitiveWordListById(id: $id) { wordCount revision words(first: 2, order: [{ text: ASC }]) { nodes { text } totalCount } } }", new { id = list }))
            .ShouldBeJson("""{ "sensitiveWordListById": { "wordCount": 10002, "revision": 4, "words": { "nodes": [{ "text": "first" }, { "text": "new" }], "totalCount": 10002 } } }""");
        var owner = await server.CreateKeyAsync(OperatorRole.Owner);
        (await server.QueryAsync(add, new { input = new { listId = list, words = new[] { "x" } } }, owner)).GetProperty("errors")[0].GetProperty("extensions")
            .GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }
}
