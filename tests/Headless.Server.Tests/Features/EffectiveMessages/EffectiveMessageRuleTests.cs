using System.Text.Json;
using Headless.Community;
using Headless.Metrics.Rollups;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.EffectiveMessages;

/// <summary>Versions of the rule for effective messages over HTTP. What is counted is counted when a test says so.</summary>
public sealed class EffectiveMessageRuleTests(QuietServerFixture server) : IClassFixture<QuietServerFixture>
{
    private const string Publish =
        """
        mutation($input: PublishEffectiveMessageRuleInput!) {
          publishEffectiveMessageRule(input: $input) {
            effectiveMessageRuleVersion { id number status progress messageCount excludedTexts excludedContentTypes minLetters minCjkCharacters minLength excludesCommands excludesRepeats note version }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
          }
        }
        """;

    private const string Withdraw =
        "mutation($id: ID!, $version: Long) { withdrawEffectiveMessageRule(input: { id: $id, version: $version }) { effectiveMessageRuleVersion { number status } errors { __typename ... on Error { code } } } }";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_version_is_counted_beside_the_old_one_and_then_every_figure_is_its()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await RecordAsync(group, (1, "ann", "大家早上好啊"), (2, "bob", "收到"), (3, "cid", "收到"), (4, "cid", "https://example.org/a"));
        var old = (await FiguresAsync(group)).Rule;
        (await FiguresAsync(group)).ShouldBe((4, 3, old));
        var cursor = (await server.DataAsync("{ activities(last: 1) { nodes { cursor } } }")).GetProperty("activities").GetProperty("nodes")[0].GetProperty("cursor").GetString();

        var published = await PublishAsync(new { excludedTexts = new[] { " 收到 ", "收到", "+1" }, excludedContentTypes = new[] { "LINK" }, note = "no echo" });
        var number = published.GetProperty("number").GetInt32();
        published.ShouldBeJson(
            $$"""
            { "id": {{published.GetProperty("id").GetRawText()}}, "number": {{number}}, "status": "COUNTING", "progress": 0, "messageCount": {{published.GetProperty("messageCount")}},
              "excludedTexts": ["收到", "+1"], "excludedContentTypes": ["LINK"], "minLetters": 2, "minCjkCharacters": 1, "minLength": 0, "excludesCommands": true, "excludesRepeats": true,
              "note": "no echo", "version": 1 }
            """);
        published.GetProperty("messageCount").GetInt64().ShouldBeGreaterThanOrEqualTo(4);

        // Reported meanwhile: counted by the old version now, and by the new one afterwards.
        await RecordAsync(group, (5, "dan", "收到"), (6, "eve", "晚上见"));
        (await FiguresAsync(group)).ShouldBe((6, 5, old));
        (await RulesOfRankingsAsync(group)).ShouldBe([old]);
        (await server.DataAsync("{ effectiveMessageRule(status: COUNTING) { number progress activatedAt } }")).ShouldBeJson($$"""{ "effectiveMessageRule": { "number": {{number}}, "progress": 0, "activatedAt": null } }""");
        (await server.QueryAsync(Publish, new { input = new { minLength = 5 } })).GetProperty("data").GetProperty("publishEffectiveMessageRule").GetProperty("errors")
            .ShouldBeJson("""[{ "__typename": "DomainError", "code": "EFFECTIVE_RULE_COUNTING" }]""");

        await CountAsync();
        (await FiguresAsync(group)).ShouldBe((3, 3, number));
        (await server.DataAsync("query($id: ID!) { node(id: $id) { ... on EffectiveMessageRuleVersion { status progress judgedCount changedCount withoutTextCount publishedBy { role } } } }", new { id = published.GetProperty("id").GetString() }))
            .GetProperty("node").ShouldBeJson(
                $$"""{ "status": "ACTIVE", "progress": 1, "judgedCount": {{published.GetProperty("messageCount")}}, "changedCount": 2, "withoutTextCount": 0, "publishedBy": { "role": "LEAD" } }""");
        (await server.DataAsync("query($after: String) { activities(first: 50, after: $after, where: { kind: { nin: [MESSAGE_SENT] } }) { nodes { kind text data } } }", new { after = cursor })).ShouldBeJson(
            $$"""
            { "activities": { "nodes": [
              { "kind": "EFFECTIVE_MESSAGE_RULE_PUBLISHED", "text": "{{number}}", "data": { "version": {{number}} } },
              { "kind": "EFFECTIVE_MESSAGE_RULE_ACTIVATED", "text": "{{number}}", "data": { "version": {{number}}, "changedMessages": 3 } }] } }
            """);
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { activities(where: { kind: { eq: MESSAGE_SENT } }) { nodes { text isEffective effectiveRuleVersion } } } }", new { id = group }))
            .GetProperty("groupById").GetProperty("activities").GetProperty("nodes").EnumerateArray()
            .Select(a => (a.GetProperty("text").GetString(), a.GetProperty("isEffective").GetBoolean(), a.GetProperty("effectiveRuleVersion").GetInt32())).ShouldBe(
            [
                ("大家早上好啊", true, old), ("收到", false, number), ("收到", false, number), ("https://example.org/a", true, old), ("收到", false, number), ("晚上见", true, old),
            ]);

        await RecordAsync(group, (7, "fay", "收到"), (8, "fay", "好的呀"));
        (await FiguresAsync(group)).ShouldBe((4, 4, number));
        (await RulesOfRankingsAsync(group)).ShouldBe([number]);
        await server.Factory.Services.GetRequiredService<MetricsRebuild>().RunAsync(null, Token);
        (await FiguresAsync(group)).ShouldBe((4, 4, number));
        (await server.QueryAsync(Publish, new { input = new { excludedTexts = new[] { "+1", "收到" }, excludedContentTypes = new[] { "LINK" } } })).GetProperty("data")
            .GetProperty("publishEffectiveMessageRule").GetProperty("errors").ShouldBeJson("""[{ "__typename": "DomainError", "code": "EFFECTIVE_RULE_UNCHANGED" }]""");
    }

    [Fact]
    public async Task A_version_that_is_being_counted_can_be_taken_back_and_no_other()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await RecordAsync(group, (1, "ann", "hello"));
        var before = await FiguresAsync(group);
        var id = (await PublishAsync(new { minLetters = 50, minLength = 50 })).GetProperty("id").GetString();
        await RecordAsync(group, (2, "bob", "hello"));
        (await server.DataAsync(Withdraw, new { id, version = 7 })).ShouldBeJson(
            """{ "withdrawEffectiveMessageRule": { "effectiveMessageRuleVersion": null, "errors": [{ "__typename": "StaleVersionError", "code": "STALE_VERSION" }] } }""");
        var withdrawn = (await server.DataAsync(Withdraw, new { id, version = 1 })).GetProperty("withdrawEffectiveMessageRule");
        withdrawn.GetProperty("effectiveMessageRuleVersion").GetProperty("status").GetString().ShouldBe("WITHDRAWN");
        await CountAsync();
        (await FiguresAsync(group)).ShouldBe((before.Effective + 1, before.Active + 1, before.Rule));
        var active = (await server.DataAsync("{ effectiveMessageRule { id } }")).GetProperty("effectiveMessageRule").GetProperty("id").GetString();
        foreach (var other in new[] { id, active })
        {
            (await server.DataAsync(Withdraw, new { id = other })).ShouldBeJson(
                """{ "withdrawEffectiveMessageRule": { "effectiveMessageRuleVersion": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION" }] } }""");
        }

        await using var db = server.Database.Create(Headless.Community.Data.AccessScope.Everything);
        (await db.EffectiveMessageChanges.AnyAsync(Token)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{ "minLetters": 0 }""", "minLetters", "INCLUSIVE_BETWEEN")]
    [InlineData("""{ "minCjkCharacters": 101 }""", "minCjkCharacters", "INCLUSIVE_BETWEEN")]
    [InlineData("""{ "minLength": -1 }""", "minLength", "INCLUSIVE_BETWEEN")]
    [InlineData("""{ "excludedTexts": ["  "] }""", "excludedTexts[0]", "NOT_EMPTY")]
    [InlineData("""{ "excludedTexts": ["a\nb"] }""", "excludedTexts[0]", "ONE_LINE")]
    public async Task Conditions_that_cannot_be_are_refused(string input, string path, string code)
    {
        var error = (await server.DataAsync(Publish, new { input = JsonSerializer.Deserialize<JsonElement>(input) })).GetProperty("publishEffectiveMessageRule").GetProperty("errors")[0];
        error.GetProperty("fields").EnumerateArray().Select(f => (f.GetProperty("path").GetString(), f.GetProperty("code").GetString())).ShouldBe([(path, code)]);
    }

    [Fact]
    public async Task Everybody_who_reads_sees_the_rule_and_a_LEAD_alone_changes_it()
    {
        var (key, _) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, key);
        (await server.DataAsync("{ effectiveMessageRule { status } effectiveMessageRules(where: { number: { eq: 1 } }) { totalCount nodes { minLetters publishedBy { id } } } }", null, owner)).ShouldBeJson(
            """{ "effectiveMessageRule": { "status": "ACTIVE" }, "effectiveMessageRules": { "totalCount": 1, "nodes": [{ "minLetters": 2, "publishedBy": null }] } }""");
        foreach (var (query, variables) in new (string, object)[] { (Publish, new { input = new { minLength = 9 } }), (Withdraw, new { id = "RWZmZWN0aXZlTWVzc2FnZVJ1bGVWZXJzaW9uOjE=" }) })
        {
            (await server.QueryAsync(query, variables, owner)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        }
    }

    /// <summary>The versions that cells of heatmaps and ranks say they were counted by; those that count no message say none.</summary>
    private async Task<List<int>> RulesOfRankingsAsync(string group)
    {
        var data = await server.DataAsync(
            """
            query($id: ID!, $scope: MetricScopeInput!) {
              cells: activityHeatmap(window: { lastDays: 9 }, scope: $scope) { effectiveRuleVersion }
              active: mostActiveMembers(window: { lastDays: 9 }, scope: $scope) { effectiveRuleVersion }
              ranks: leaderboard(kind: MESSAGES, window: { lastDays: 9 }, scope: $scope) { effectiveRuleVersion }
              invites: leaderboard(kind: INVITES, window: { lastDays: 9 }) { effectiveRuleVersion }
              replies: leaderboard(kind: REPLIES, window: { lastDays: 9 }) { effectiveRuleVersion }
              groupById(id: $id) {
                ofGroup: activityHeatmap(window: { lastDays: 9 }) { effectiveRuleVersion }
                activeInGroup: mostActiveMembers(window: { lastDays: 9 }) { effectiveRuleVersion }
                seedCandidates(window: { lastDays: 9 }, first: 5) { effectiveRuleVersion }
              }
            }
            """,
            new { id = group, scope = new { groupIds = new[] { group } } });
        foreach (var none in new[] { "invites", "replies" })
        {
            data.GetProperty(none).EnumerateArray().ShouldAllBe(r => r.GetProperty("effectiveRuleVersion").ValueKind == JsonValueKind.Null);
        }

        data.GetProperty("cells").GetArrayLength().ShouldBe(168);
        var inGroup = data.GetProperty("groupById");
        var counted = new[] { data.GetProperty("cells"), data.GetProperty("active"), data.GetProperty("ranks"), inGroup.GetProperty("ofGroup"), inGroup.GetProperty("activeInGroup"), inGroup.GetProperty("seedCandidates") };
        counted.ShouldAllBe(list => list.GetArrayLength() > 0);
        return [.. counted.SelectMany(list => list.EnumerateArray()).Select(row => row.GetProperty("effectiveRuleVersion").GetInt32()).Distinct()];
    }

    private async Task CountAsync()
    {
        var counting = server.Factory.Services.GetRequiredService<EffectiveMessageCounting>();
        while (await counting.StepAsync(Token))
        {
        }
    }

    private async Task<JsonElement> PublishAsync(object input)
    {
        var payload = (await server.DataAsync(Publish, new { input })).GetProperty("publishEffectiveMessageRule");
        payload.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload.GetProperty("effectiveMessageRuleVersion");
    }

    private async Task<(int Effective, int Active, int Rule)> FiguresAsync(string group)
    {
        var data = (await server.DataAsync(
            """
            query($id: ID!) { groupById(id: $id) {
              effective: metric(key: EFFECTIVE_MESSAGE_COUNT, window: { last: "P3D" }) { value effectiveRuleVersion }
              active: metric(key: ACTIVE_MEMBER_COUNT, window: { last: "P3D" }) { value effectiveRuleVersion }
              all: metric(key: MESSAGE_COUNT, window: { last: "P3D" }) { effectiveRuleVersion }
              series: metricSeries(key: INTERACTION_RATE, window: { last: "P3D" }, interval: DAY) { value { effectiveRuleVersion } } } }
            """,
            new { id = group })).GetProperty("groupById");
        data.GetProperty("all").GetProperty("effectiveRuleVersion").ValueKind.ShouldBe(JsonValueKind.Null);
        var versions = data.GetProperty("series").EnumerateArray().Select(p => p.GetProperty("value")).Append(data.GetProperty("effective")).Append(data.GetProperty("active"))
            .Select(v => v.GetProperty("effectiveRuleVersion").GetInt32()).Distinct();
        return (data.GetProperty("effective").GetProperty("value").GetInt32(), data.GetProperty("active").GetProperty("value").GetInt32(), versions.Single());
    }

    private async Task RecordAsync(string group, params (int Minute, string Who, string Text)[] messages) => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } } }",
        new
        {
            input = new
            {
                source = $"test-{_run}",
                activities = messages.Select(m => new
                {
                    kind = "MESSAGE", externalId = $"{m.Minute}", occurredAt = TestClock.UtcNow.AddHours(-1).AddMinutes(m.Minute), group = new { id = group },
                    member = new { platform = "WECHAT", externalId = $"{_run}{m.Who}", displayName = m.Who }, text = m.Text,
                }),
            },
        })).ShouldBeJson("""{ "recordActivities": { "report": { "rejected": [] } } }""");
}
