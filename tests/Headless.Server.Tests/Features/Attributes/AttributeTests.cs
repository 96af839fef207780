using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Attributes;

/// <summary>Attribute definitions, members' values and conditions on them over HTTP.</summary>
public sealed class AttributeTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Create =
        """
        mutation($input: CreateAttributeDefinitionInput!) {
          createAttributeDefinition(input: $input) {
            attributeDefinition { id key name type privacy isRequired unit maxLength minimum maximum isArchived options { value label isRetired } }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } ... on AlreadyExistsError { path } }
          }
        }
        """;

    private const string Update =
        """
        mutation($input: UpdateAttributeDefinitionInput!) {
          updateAttributeDefinition(input: $input) {
            attributeDefinition { name privacy isArchived version options { value label isRetired } }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
          }
        }
        """;

    private const string Set =
        """
        mutation($input: SetMemberAttributesInput!) {
          setMemberAttributes(input: $input) {
            result { changed unchanged rejected rows { index member { displayName } attributes { key outcome code } } }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
          }
        }
        """;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_definition_has_a_type_limits_and_options_and_its_key_is_unique()
    {
        (await CreateAsync(new { key = $"income_{_run}", name = "月收入", type = "NUMBER", privacy = "INTERNAL", unit = "CNY", minimum = 0, maximum = 1_000_000 })).ShouldBeJson(
            $$"""
            { "attributeDefinition": { "id": "{{await IdOfAsync($"income_{_run}")}}", "key": "income_{{_run}}", "name": "月收入", "type": "NUMBER", "privacy": "INTERNAL", "isRequired": false,
                "unit": "CNY", "maxLength": null, "minimum": 0, "maximum": 1000000, "isArchived": false, "options": [] },
              "errors": null }
            """);
        (await CreateAsync(new { key = $"income_{_run}", name = "again", type = "TEXT" })).ShouldBeJson(
            """{ "attributeDefinition": null, "errors": [{ "__typename": "AlreadyExistsError", "code": "ALREADY_EXISTS", "path": "key" }] }""");
        (await server.DataAsync(
            "query($key: String!) { attributeDefinitions(where: { key: { eq: $key } }) { nodes { name } totalCount } attributeDefinitionByKey(key: $key) { type } }",
            new { key = $"income_{_run}" })).ShouldBeJson(
            """{ "attributeDefinitions": { "nodes": [{ "name": "月收入" }], "totalCount": 1 }, "attributeDefinitionByKey": { "type": "NUMBER" } }""");
    }

    public static TheoryData<object, string> BadDefinitions => new()
    {
        { new { key = "Big Letters", name = "x", type = "TEXT" }, """{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "key", "code": "INVALID_KEY" }] }""" },
        { new { key = "k", name = "", type = "TEXT" }, """{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "name", "code": "NOT_EMPTY" }] }""" },
        { new { key = "k", name = "x", type = "TEXT", maxLength = 501 }, """{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "maxLength", "code": "INCLUSIVE_BETWEEN" }] }""" },
        { new { key = "k", name = "x", type = "NUMBER", minimum = 0.00001 }, """{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "minimum", "code": "INVALID_NUMBER" }] }""" },
        { new { key = "k", name = "x", type = "OPTION", options = new[] { new { value = "a" }, new { value = "a" } } }, """{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "options", "code": "DUPLICATE_OPTION" }] }""" },
        { new { key = "k", name = "x", type = "OPTION" }, """{ "__typename": "DomainError", "code": "ATTRIBUTE_OPTIONS_MISMATCH" }""" },
        { new { key = "k", name = "x", type = "TEXT", options = new[] { new { value = "a" } } }, """{ "__typename": "DomainError", "code": "ATTRIBUTE_OPTIONS_MISMATCH" }""" },
        { new { key = "k", name = "x", type = "TEXT", minimum = 1 }, """{ "__typename": "DomainError", "code": "ATTRIBUTE_LIMITS_MISMATCH" }""" },
        { new { key = "k", name = "x", type = "NUMBER", minimum = 2, maximum = 1 }, """{ "__typename": "DomainError", "code": "ATTRIBUTE_LIMITS_MISMATCH" }""" },
    };

    [Theory]
    [MemberData(nameof(BadDefinitions), DisableDiscoveryEnumeration = true)]
    public async Task A_definition_that_contradicts_itself_is_refused(object input, string error) =>
        (await CreateAsync(input)).ShouldBeJson($$"""{ "attributeDefinition": null, "errors": [{{error}}] }""");

    [Fact]
    public async Task Values_are_set_changed_and_cleared_in_bulk_and_each_is_judged_by_itself()
    {
        var (text, number, boolean, date, option) = await DefineAllAsync();
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var ids = await SampleCommunity.AddMembersAsync(server, groupKey, "Ann", "Bob");
        (await SetAsync(
            (ids[0], [new { key = text, text = "律师" }, new { key = number, number = 8000.5m }, new { key = boolean, boolean = true }, new { key = date, date = "1990-02-03" }, new { key = option, text = "dry" }]),
            (ids[1], [new { key = number, number = -1 }, new { key = option, text = "none" }, new { key = boolean, text = "yes" }, new { key = "no_such", text = "x" }, new { key = text, text = "x" }]),
            (MadeUpId, [new { key = text, text = "x" }]))).ShouldBeJson(
            $$"""
            { "result": { "changed": 6, "unchanged": 0, "rejected": 5, "rows": [
                { "index": 0, "member": { "displayName": "Ann" }, "attributes": [
                  { "key": "{{text}}", "outcome": "SET", "code": null }, { "key": "{{number}}", "outcome": "SET", "code": null },
                  { "key": "{{boolean}}", "outcome": "SET", "code": null }, { "key": "{{date}}", "outcome": "SET", "code": null },
                  { "key": "{{option}}", "outcome": "SET", "code": null }] },
                { "index": 1, "member": { "displayName": "Bob" }, "attributes": [
                  { "key": "{{number}}", "outcome": "REJECTED", "code": "ATTRIBUTE_OUT_OF_RANGE" }, { "key": "{{option}}", "outcome": "REJECTED", "code": "UNKNOWN_ATTRIBUTE_OPTION" },
                  { "key": "{{boolean}}", "outcome": "REJECTED", "code": "ATTRIBUTE_TYPE_MISMATCH" }, { "key": "no_such", "outcome": "REJECTED", "code": "UNKNOWN_ATTRIBUTE" },
                  { "key": "{{text}}", "outcome": "SET", "code": null }] },
                { "index": 2, "member": null, "attributes": [{ "key": "{{text}}", "outcome": "REJECTED", "code": "NOT_FOUND" }] }] },
              "errors": null }
            """);
        (await AttributesOfAsync(ids[0])).ShouldBeJson(
            $$"""
            [{ "definition": { "key": "{{boolean}}" }, "text": null, "number": null, "boolean": true, "date": null, "setBy": { "name": "Lead" } },
             { "definition": { "key": "{{date}}" }, "text": null, "number": null, "boolean": null, "date": "1990-02-03", "setBy": { "name": "Lead" } },
             { "definition": { "key": "{{text}}" }, "text": "律师", "number": null, "boolean": null, "date": null, "setBy": { "name": "Lead" } },
             { "definition": { "key": "{{number}}" }, "text": null, "number": 8000.5, "boolean": null, "date": null, "setBy": { "name": "Lead" } },
             { "definition": { "key": "{{option}}" }, "text": "dry", "number": null, "boolean": null, "date": null, "setBy": { "name": "Lead" } }]
            """);

        (await SetAsync((ids[0], [new { key = text, text = "律师" }, new { key = number }, new { key = option }, new { key = date, date = "1990-02-04" }, new { key = boolean, boolean = false }]))).ShouldBeJson(
            $$"""
            { "result": { "changed": 3, "unchanged": 1, "rejected": 1, "rows": [{ "index": 0, "member": { "displayName": "Ann" }, "attributes": [
                { "key": "{{text}}", "outcome": "UNCHANGED", "code": null }, { "key": "{{number}}", "outcome": "CLEARED", "code": null },
                { "key": "{{option}}", "outcome": "REJECTED", "code": "ATTRIBUTE_REQUIRED" }, { "key": "{{date}}", "outcome": "SET", "code": null },
                { "key": "{{boolean}}", "outcome": "SET", "code": null }] }] },
              "errors": null }
            """);
        (await server.DataAsync("query($id: ID!, $keys: [String!]) { memberById(id: $id) { attributes(keys: $keys) { date number } } }", new { id = ids[0], keys = new[] { date, number, "no_such" } }))
            .ShouldBeJson("""{ "memberById": { "attributes": [{ "date": "1990-02-04", "number": null }] } }""");
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { activities(where: { kind: { eq: MEMBER_ATTRIBUTES_CHANGED } }) { nodes { data } } } }", new { id = ids[0] })).ShouldBeJson(
            $$"""
            { "memberById": { "activities": { "nodes": [
              { "data": { "set": ["{{text}}", "{{number}}", "{{boolean}}", "{{date}}", "{{option}}"], "cleared": [] } },
              { "data": { "set": ["{{date}}", "{{boolean}}"], "cleared": ["{{number}}"] } }] } } }
            """);
    }

    [Fact]
    public async Task Members_are_found_by_the_value_of_an_attribute()
    {
        var (text, number, boolean, date, option) = await DefineAllAsync();
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var ids = await SampleCommunity.AddMembersAsync(server, groupKey, "Ann", "Bob", "Cat");
        await SetAsync(
            (ids[0], [new { key = text, text = "律师" }, new { key = number, number = 8000 }, new { key = boolean, boolean = true }, new { key = date, date = "1990-02-03" }, new { key = option, text = "dry" }]),
            (ids[1], [new { key = text, text = "医生" }, new { key = number, number = 12000 }, new { key = boolean, boolean = false }, new { key = date, date = "1985-05-06" }, new { key = option, text = "oily" }]));
        var definition = await IdOfAsync(number);

        (await FindAsync(new { some = new { definition = new { key = new { eq = text } }, text = new { startsWith = "律" } } })).ShouldBe(["Ann"]);
        (await FindAsync(new { some = new { definition = new { id = new { eq = definition } }, number = new { gte = 8000, lt = 12000 } } })).ShouldBe(["Ann"]);
        (await FindAsync(new { some = new { definition = new { id = new { eq = definition } }, number = new { gt = 8000 } } })).ShouldBe(["Bob"]);
        (await FindAsync(new { some = new { definition = new { key = new { eq = boolean } }, boolean = new { eq = false } } })).ShouldBe(["Bob"]);
        (await FindAsync(new { some = new { definition = new { key = new { eq = date } }, date = new { lt = "1990-01-01" } } })).ShouldBe(["Bob"]);
        (await FindAsync(new { some = new { definition = new { key = new { eq = option } }, text = new { @in = new[] { "dry", "oily" } } } })).ShouldBe(["Ann", "Bob"]);
        (await FindAsync(new { none = new { definition = new { key = new { eq = option } } } }, ids)).ShouldBe(["Cat"]);
    }

    [Fact]
    public async Task An_option_in_use_is_retired_not_taken_out_and_an_archived_attribute_takes_no_values()
    {
        var (_, _, _, _, option) = await DefineAllAsync();
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var ids = await SampleCommunity.AddMembersAsync(server, groupKey, "Ann", "Bob");
        await SetAsync((ids[0], [new { key = option, text = "dry" }]));
        var id = await IdOfAsync(option);

        (await UpdateAsync(new { id, options = new[] { new { value = "oily" } } })).ShouldBeJson(
            """{ "attributeDefinition": null, "errors": [{ "__typename": "DomainError", "code": "ATTRIBUTE_OPTION_IN_USE" }] }""");
        (await UpdateAsync(new { id, version = 1, name = "肤质", options = new object[] { new { value = "oily", label = "油性" }, new { value = "dry", label = "干性", isRetired = true } } })).ShouldBeJson(
            """
            { "attributeDefinition": { "name": "肤质", "privacy": "PUBLIC", "isArchived": false, "version": 2, "options": [
                { "value": "oily", "label": "油性", "isRetired": false }, { "value": "dry", "label": "干性", "isRetired": true }] },
              "errors": null }
            """);
        (await UpdateAsync(new { id, version = 1, name = "late" })).ShouldBeJson(
            """{ "attributeDefinition": null, "errors": [{ "__typename": "StaleVersionError", "code": "STALE_VERSION" }] }""");
        (await OutcomesAsync((ids[0], [new { key = option, text = "dry" }]), (ids[1], [new { key = option, text = "dry" }]))).ShouldBe(["UNCHANGED", "UNKNOWN_ATTRIBUTE_OPTION"]);

        await UpdateAsync(new { id, isArchived = true });
        (await OutcomesAsync((ids[0], [new { key = option, text = "oily" }]))).ShouldBe(["ATTRIBUTE_ARCHIVED"]);
        (await AttributesOfAsync(ids[0])).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_bulk_change_has_bounds()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, groupKey, "Ann");
        (await SetAsync()).ShouldBeJson(
            """{ "result": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "members", "code": "NOT_EMPTY" }] }] }""");
        (await SetAsync((member, [new { key = "a" }]), (member, [new { key = "b" }]))).ShouldBeJson(
            """{ "result": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "members", "code": "DUPLICATE_MEMBER" }] }] }""");
        (await SetAsync((member, [new { key = "a" }, new { key = "a" }]))).ShouldBeJson(
            """{ "result": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "members[0].values", "code": "DUPLICATE_ATTRIBUTE" }] }] }""");
        (await SetAsync([.. Enumerable.Range(0, 101).Select(_ => (member, Enumerable.Repeat<object>(new { key = "a" }, 50).ToArray()))]))
            .GetProperty("errors")[0].GetProperty("fields")[0].GetProperty("code").GetString().ShouldBe("TOO_MANY_ROWS");
    }

    [Fact]
    public async Task Definitions_are_changed_by_a_lead_only()
    {
        foreach (var role in new[] { OperatorRole.Owner, OperatorRole.Admin, OperatorRole.Analyst, OperatorRole.Integration })
        {
            var answer = await server.QueryAsync(Create, new { input = new { key = "no", name = "no", type = "TEXT" } }, await server.CreateKeyAsync(role));
            answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN", role.ToString());
        }
    }

    private static string MadeUpId { get; } = Convert.ToBase64String("Member:987654321"u8);

    private async Task<(string Text, string Number, string Boolean, string Date, string Option)> DefineAllAsync()
    {
        var keys = new[] { "job", "income", "chronic", "born", "skin" }.Select(k => $"{k}_{Guid.NewGuid():N}"[..20]).ToArray();

        // So that the order by key is known.
        (keys[0], keys[1], keys[2], keys[3], keys[4]) = ($"c_{keys[0]}", $"d_{keys[1]}", $"a_{keys[2]}", $"b_{keys[3]}", $"e_{keys[4]}");
        object[] inputs =
        [
            new { key = keys[0], name = "职业", type = "TEXT", privacy = "PUBLIC", maxLength = 20 },
            new { key = keys[1], name = "收入", type = "NUMBER", privacy = "INTERNAL", minimum = 0 },
            new { key = keys[2], name = "慢性病", type = "BOOLEAN", privacy = "PERSONAL" },
            new { key = keys[3], name = "生日", type = "DATE" },
            new { key = keys[4], name = "皮肤", type = "OPTION", privacy = "PUBLIC", isRequired = true, options = new[] { new { value = "dry" }, new { value = "oily" } } },
        ];
        foreach (var input in inputs)
        {
            (await CreateAsync(input)).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        return (keys[0], keys[1], keys[2], keys[3], keys[4]);
    }

    private async Task<JsonElement> CreateAsync(object input) => (await server.DataAsync(Create, new { input })).GetProperty("createAttributeDefinition");

    private async Task<JsonElement> UpdateAsync(object input) => (await server.DataAsync(Update, new { input })).GetProperty("updateAttributeDefinition");

    private async Task<string?> IdOfAsync(string key) =>
        (await server.DataAsync("query($key: String!) { attributeDefinitionByKey(key: $key) { id } }", new { key })).GetProperty("attributeDefinitionByKey").GetProperty("id").GetString();

    private async Task<JsonElement> SetAsync(params (string Member, object[] Values)[] rows) =>
        (await server.DataAsync(Set, new { input = new { members = rows.Select(r => new { memberId = r.Member, values = r.Values }) } })).GetProperty("setMemberAttributes");

    private async Task<string?[]> OutcomesAsync(params (string Member, object[] Values)[] rows) =>
        [.. (await SetAsync(rows)).GetProperty("result").GetProperty("rows").EnumerateArray()
            .SelectMany(r => r.GetProperty("attributes").EnumerateArray())
            .Select(a => a.GetProperty("code").GetString() ?? a.GetProperty("outcome").GetString())];

    private async Task<JsonElement> AttributesOfAsync(string member) =>
        (await server.DataAsync(
            "query($id: ID!) { memberById(id: $id) { attributes { definition { key } text number boolean date setBy { name } } } }",
            new { id = member })).GetProperty("memberById").GetProperty("attributes");

    private async Task<string?[]> FindAsync(object attributes, string[]? among = null)
    {
        object where = among is null ? new { attributes } : new { attributes, id = new { @in = among } };
        var data = await server.DataAsync("query($where: MemberFilterInput) { members(where: $where, order: [{ displayName: ASC }]) { nodes { displayName } } }", new { where });
        return [.. data.GetProperty("members").GetProperty("nodes").EnumerateArray().Select(m => m.GetProperty("displayName").GetString())];
    }
}
