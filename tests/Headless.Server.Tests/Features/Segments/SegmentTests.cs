using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Segments;

/// <summary>Conditions and segments over HTTP.</summary>
public sealed class SegmentTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Create =
        """
        mutation($input: CreateSegmentInput!) {
          createSegment(input: $input) {
            segment { id name description mode condition privacy version }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } ... on NotFoundError { path } ... on AlreadyExistsError { path } }
          }
        }
        """;

    private const string Preview =
        """query($condition: SegmentConditionInput!) { segmentPreview(condition: $condition) { count sample(first: 5) { displayName } } }""";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Fixture 13: cumulative amount, recency, and region without the excluded ones .</summary>
    [Fact]
    public async Task Amount_recency_and_region_select_exactly_the_members_they_mean()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        await SampleCommunity.AddMembersAsync(server, group, "both", "small", "old", "excluded", "refunded", "abroad", "placeless", "dollars");
        await server.Database.WriteAsync(
            Headless.Community.Data.AccessScope.Everything,
            async (db, ct) =>
            {
                var members = db.Memberships.Where(m => m.GroupId == group).Select(m => m.Member).ToDictionary(m => m.DisplayName);
                foreach (var member in members.Values)
                {
                    member.Region = member.DisplayName switch { "excluded" => "浙江", "abroad" => "Zürich", "placeless" => null, _ => "上海" };
                    member.LastActiveAt = TestClock.UtcNow.UtcDateTime.AddDays(member.DisplayName == "old" ? -31 : -29);
                    var (first, second, currency) = member.DisplayName switch { "small" => (400m, 599.99m, "CNY"), "dollars" => (900m, 900m, "USD"), _ => (400m, 600m, "CNY") };
                    foreach (var (amount, number) in new[] { (first, 1), (second, 2) })
                    {
                        db.Orders.Add(new Order
                        {
                            Source = _run, ExternalId = $"{member.DisplayName}-{number}", MemberId = member.Id, Amount = amount, Currency = currency, PaidAt = TestClock.UtcNow.UtcDateTime.AddDays(-10),
                            Status = member.DisplayName == "refunded" && number == 2 ? OrderStatus.Refunded : OrderStatus.Paid,
                        });
                    }
                }

                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        var condition = new
        {
            all = new object[]
            {
                new { purchase = new { currency = "CNY", amount = new { gte = 1000 } } },
                new { lastActive = new { within = "P30D" } },
                new { region = new { @in = new[] { "上海", "浙江" }, notIn = new[] { "浙江" } } },
            },
        };

        (await server.DataAsync(Preview, new { condition })).ShouldBeJson("""{ "segmentPreview": { "count": 1, "sample": [{ "displayName": "both" }] } }""");
    }

    [Fact]
    public async Task A_condition_comes_back_as_it_was_sent_with_every_kind_of_leaf()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var tags = await server.DataAsync(
            "mutation($g: CreateTagGroupInput!, $t: CreateTagInput!) { createTagGroup(input: $g) { tagGroup { id } } createTag(input: $t) { tag { id } } }",
            new { g = new { name = $"g-{_run}" }, t = new { name = $"t-{_run}" } });
        var tagGroup = tags.GetProperty("createTagGroup").GetProperty("tagGroup").GetProperty("id").GetString()!;
        var tag = tags.GetProperty("createTag").GetProperty("tag").GetProperty("id").GetString()!;
        var attribute = (await server.DataAsync(
            "mutation($input: CreateAttributeDefinitionInput!) { createAttributeDefinition(input: $input) { attributeDefinition { id } } }",
            new { input = new { key = $"income_{_run}", name = "月收入", type = "NUMBER", privacy = "INTERNAL" } }))
            .GetProperty("createAttributeDefinition").GetProperty("attributeDefinition").GetProperty("id").GetString()!;
        var other = (await CreateAsync($"other-{_run}", new { blacklisted = new { eq = false } })).GetProperty("segment").GetProperty("id").GetString()!;
        var survey = (await server.DataAsync(
            "mutation($input: CreateSurveyInput!) { createSurvey(input: $input) { survey { questions { id options { id } } } } }",
            new { input = new { title = $"survey-{_run}", questions = new[] { new { key = "like", kind = "SINGLE_CHOICE", text = "?", options = new[] { "yes", "no" } } } } }))
            .GetProperty("createSurvey").GetProperty("survey").GetProperty("questions")[0];
        var (question, option) = (survey.GetProperty("id").GetString()!, survey.GetProperty("options")[0].GetProperty("id").GetString()!);
        var points = (await server.DataAsync("mutation($name: String!) { createPointProgram(input: { name: $name }) { pointProgram { id } } }", new { name = $"points-{_run}" }))
            .GetProperty("createPointProgram").GetProperty("pointProgram").GetProperty("id").GetString()!;
        var condition =
            $$"""
            { "all": [
              { "tags": { "anyOf": ["{{tag}}"], "allOf": ["{{tag}}"], "noneOf": ["{{tag}}"], "anyOfGroups": ["{{tagGroup}}"], "noneOfGroups": ["{{tagGroup}}"], "source": "RULE",
                "added": { "within": "P30D", "notWithin": "P1D", "since": "2026-01-01T00:00:00Z", "before": "2026-12-01T00:00:00Z" } } },
              { "any": [
                { "membership": { "groups": ["{{group}}"], "groupTypes": ["VIP"], "platforms": ["WECHAT"], "state": "ANY", "roles": ["KOL"], "accountKinds": ["CUSTOMER"],
                  "joinReasons": ["CONTENT_POSTER"], "joinSources": ["QR_CODE"], "leaveKinds": ["SELF"], "joined": { "within": "P1Y" }, "left": { "notWithin": "P7D" },
                  "lastMessage": { "within": "PT12H" }, "count": { "gte": 2, "lte": 5 } } },
                { "messages": { "groups": ["{{group}}"], "lastDays": 30, "effectiveOnly": false, "count": { "gte": 5 }, "activeDays": { "lte": 3 } } },
                { "activity": { "kinds": ["TAG_ADDED"], "groups": ["{{group}}"], "occurred": { "within": "P2W" }, "count": { "gte": 1 } } } ] },
              { "none": [
                { "purchase": { "currency": "CNY", "groups": ["{{group}}"], "paid": { "within": "P6M" }, "count": { "lte": 3 }, "amount": { "gte": 99.5, "lte": 1000 } } },
                { "region": { "in": ["上海"], "notIn": ["浙江"] } }, { "city": { "in": ["成都"] } }, { "tier": { "notIn": ["GOLD"] } }, { "class": { "in": ["LOYAL", "UNCLASSIFIED"] } },
                { "created": { "within": "P1Y" } }, { "firstSeen": { "notWithin": "P1Y" } }, { "lastActive": { "within": "P30D" } },
                { "attribute": { "definitionId": "{{attribute}}", "gte": 1000.5, "lte": 5000 } }, { "gender": { "in": ["FEMALE"] } }, { "birthYear": { "gte": 1980, "lte": 1999 } }, { "blacklisted": { "eq": true } },
                { "identity": { "platforms": ["QQ"], "isVerified": true, "count": { "gte": 1 } } }, { "segment": { "in": ["{{other}}"], "notIn": ["{{other}}"] } },
                { "survey": { "questions": ["{{question}}"], "options": ["{{option}}"], "gte": 3, "lte": 5 } },
                { "points": { "program": "{{points}}", "gte": 10, "lte": 500 } } ] } ] }
            """;
        var input = JsonSerializer.Deserialize<JsonElement>(condition);
        var made = (await CreateAsync($"all-{_run}", input)).GetProperty("segment");
        made.GetProperty("condition").ShouldBeJson(condition);
        made.GetProperty("privacy").GetString().ShouldBe("PERSONAL");

        // Every field of the input was in it, so that no leaf is forgotten here.
        var leaves = await server.DataAsync("""{ __type(name: "SegmentConditionInput") { isOneOf inputFields { name } } }""");
        leaves.GetProperty("__type").GetProperty("isOneOf").GetBoolean().ShouldBeTrue();
        foreach (var leaf in leaves.GetProperty("__type").GetProperty("inputFields").EnumerateArray())
        {
            condition.ShouldContain($"\"{leaf.GetProperty("name").GetString()}\":");
        }

        (await server.DataAsync(Preview, new { condition = made.GetProperty("condition") })).GetProperty("segmentPreview").GetProperty("count").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_condition_that_cannot_be_asked_says_what_is_wrong_at_its_path()
    {
        var condition = new
        {
            all = new object[]
            {
                new { region = new { } },
                new { any = new object[] { new { lastActive = new { within = "30 days" } }, new { tags = new { added = new { within = "P0D" } } } } },
                new { purchase = new { amount = new { gte = 5, lte = 1 } } },
            },
        };
        (await CreateAsync($"wrong-{_run}", condition)).ShouldBeJson(
            """
            { "segment": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "condition.all[1].any[0].lastActive.within", "code": "INVALID_DURATION" },
                { "path": "condition.all[1].any[1].tags.added.within", "code": "INVALID_DURATION" }] }] }
            """);
        (await CreateAsync($"wrong-{_run}", new { all = new object[] { new { region = new { } }, new { purchase = new { amount = new { gte = 5, lte = 1 } } }, new { none = Array.Empty<object>() } } })).ShouldBeJson(
            """
            { "segment": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "condition.all[0].region", "code": "NOT_EMPTY" },
                { "path": "condition.all[1].purchase.amount", "code": "CURRENCY_REQUIRED" },
                { "path": "condition.all[1].purchase.amount", "code": "EMPTY_RANGE" },
                { "path": "condition.all[2].none", "code": "NOT_EMPTY" }] }] }
            """);

        object deep = new { blacklisted = new { eq = true } };
        for (var depth = 0; depth < 8; depth++)
        {
            deep = new { all = new[] { deep } };
        }

        (await CreateAsync($"deep-{_run}", deep)).GetProperty("errors")[0].GetProperty("fields")[0].GetProperty("code").GetString().ShouldBe("TOO_DEEP");
        var wide = new { any = Enumerable.Repeat(new { blacklisted = new { eq = true } }, 100) };
        (await CreateAsync($"wide-{_run}", wide)).GetProperty("errors")[0].GetProperty("fields")[0].GetProperty("code").GetString().ShouldBe("TOO_MANY_CONDITIONS");
        (await CreateAsync($"most-{_run}", new { any = Enumerable.Repeat(new { blacklisted = new { eq = true } }, 99) })).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);

        // Of the query the same, as an error of the request.
        var error = (await server.QueryAsync(Preview, new { condition = new { purchase = new { amount = new { gte = 1 } } } })).GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("CONDITION_INVALID");
        error.GetProperty("extensions").GetProperty("fields")[0].GetProperty("path").GetString().ShouldBe("condition.purchase.amount");
    }

    private async Task<JsonElement> CreateAsync(string name, object condition, string? apiKey = null) =>
        (await server.DataAsync(Create, new { input = new { name, condition } }, apiKey)).GetProperty("createSegment");
}
