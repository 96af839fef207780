using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Access;

/// <summary>
/// The value of an attribute that a caller may not read shows on no path: answers, lists, counts, filters, negated filters, node ids,
/// writes, the log.
/// </summary>
public sealed class AttributePrivacyTests(ServerFixture server) : IClassFixture<ServerFixture>, IAsyncLifetime
{
    private const string Secret = "a very rare illness";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly Dictionary<string, string> _keys = [];
    private string _member = null!;
    private string _other = null!;
    private string _group = null!;
    private string _definition = null!;

    public async ValueTask InitializeAsync()
    {
        var (groupKey, group) = await SampleCommunity.AddGroupAsync(server);
        (_group, var ids) = (group, await SampleCommunity.AddMembersAsync(server, groupKey, $"Ann-{_run}", $"Bob-{_run}"));
        (_member, _other) = (ids[0], ids[1]);
        foreach (var privacy in new[] { "PUBLIC", "INTERNAL", "PERSONAL" })
        {
            await server.DataAsync(
                "mutation($input: CreateAttributeDefinitionInput!) { createAttributeDefinition(input: $input) { attributeDefinition { id } } }",
                new { input = new { key = KeyOf(privacy), name = privacy, type = "TEXT", privacy } });
        }

        _definition = (await server.DataAsync("query($key: String!) { attributeDefinitionByKey(key: $key) { id } }", new { key = KeyOf("PERSONAL") }))
            .GetProperty("attributeDefinitionByKey").GetProperty("id").GetString()!;
        await SetAsync(_member, null, ("PUBLIC", "open"), ("INTERNAL", "staff only"), ("PERSONAL", Secret));
        _keys["LEAD"] = await server.CreateKeyAsync(OperatorRole.Lead);
        _keys["OWNER"] = await server.CreateKeyAsync(OperatorRole.Owner, null, groupKey);
        _keys["OWNER without the scope"] = await server.CreateKeyAsync(OperatorRole.Owner, ApiKeyScope.Read | ApiKeyScope.Write, groupKey);
        _keys["ANALYST"] = await server.CreateKeyAsync(OperatorRole.Analyst);
        _keys["INTEGRATION"] = await server.CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.Read | ApiKeyScope.Write | ApiKeyScope.Subscribe);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("LEAD", "PERSONAL")]
    [InlineData("OWNER", "PERSONAL")]
    [InlineData("OWNER without the scope", "INTERNAL")]
    [InlineData("ANALYST", "INTERNAL")]
    [InlineData("INTEGRATION", "PUBLIC")]
    public async Task Each_caller_sees_the_values_of_the_classes_that_are_theirs(string caller, string most)
    {
        string[] classes = ["PUBLIC", "INTERNAL", "PERSONAL"];
        var visible = classes[..(Array.IndexOf(classes, most) + 1)];
        foreach (var path in new[]
        {
            "query($id: ID!) { memberById(id: $id) { attributes { definition { privacy } } } }",
            "query($id: ID!) { node(id: $id) { ... on Member { attributes { definition { privacy } } } } }",
            "query($id: ID!) { nodes(ids: [$id]) { ... on Member { attributes { definition { privacy } } } } }",
            "query($id: ID) { members(where: { id: { eq: $id } }) { nodes { attributes { definition { privacy } } } } }",
            "query($id: ID) { memberships(where: { member: { id: { eq: $id } } }) { nodes { member { attributes { definition { privacy } } } } } }",
        })
        {
            var answer = await server.DataAsync(path, new { id = _member }, _keys[caller]);
            classes.Where(c => answer.GetRawText().Contains($"\"{c}\"", StringComparison.Ordinal)).ShouldBe(visible, path);
        }
    }

    [Theory]
    [InlineData("ANALYST")]
    [InlineData("OWNER without the scope")]
    [InlineData("INTEGRATION")]
    public async Task A_condition_on_an_attribute_that_is_beyond_the_caller_is_refused_at_its_path(string caller)
    {
        string[] conditions =
        [
            """{ some: { definition: { key: { eq: "KEY" } }, text: { startsWith: "a" } } }""",
            """{ none: { definition: { key: { in: ["KEY"] } } } }""",
            """{ all: { or: [{ definition: { key: { neq: "KEY" } } }, { text: { eq: "x" } }] } }""",
            """{ some: { and: [{ definition: { id: { eq: "ID" } } }, { text: { contains: "rare" } }] } }""",
        ];
        string[] paths =
        [
            "{ members(where: { attributes: CONDITION }) { totalCount } }",
            "{ members(where: { or: [{ attributes: CONDITION }] }) { nodes { id } } }",
            "{ memberships(where: { member: { attributes: CONDITION } }) { totalCount } }",
            "{ orders(where: { member: { attributes: CONDITION } }) { totalCount } }",
        ];
        foreach (var path in paths)
        {
            foreach (var condition in conditions)
            {
                var query = path.Replace("CONDITION", condition, StringComparison.Ordinal)
                    .Replace("KEY", KeyOf("PERSONAL"), StringComparison.Ordinal).Replace("\"ID\"", $"\"{_definition}\"", StringComparison.Ordinal);
                var answer = await server.QueryAsync(query, null, _keys[caller]);
                if (!answer.TryGetProperty("errors", out var errors))
                {
                    throw new InvalidOperationException($"{query} was answered: {answer}");
                }

                errors[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN", query + answer);
                errors[0].GetProperty("path").GetArrayLength().ShouldBe(1);
            }
        }

        var asked = await server.QueryAsync(
            "query($id: ID!, $keys: [String!]) { memberById(id: $id) { displayName attributes(keys: $keys) { text } } }", new { id = _member, keys = new[] { KeyOf("PERSONAL") } }, _keys[caller]);
        asked.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task A_condition_by_variable_is_refused_too_and_the_one_who_may_read_is_answered()
    {
        var query = "query($where: MemberFilterInput) { members(where: $where) { totalCount } }";
        var variables = new { where = new { attributes = new { some = new { definition = new { key = new { eq = KeyOf("PERSONAL") } }, text = new { eq = Secret } } } } };
        (await server.QueryAsync(query, variables, _keys["ANALYST"])).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        (await server.DataAsync(query, variables, _keys["LEAD"])).ShouldBeJson("""{ "members": { "totalCount": 1 } }""");
        (await server.DataAsync(query, variables, _keys["OWNER"])).ShouldBeJson("""{ "members": { "totalCount": 1 } }""");
    }

    [Fact]
    public async Task A_condition_that_names_no_attribute_finds_only_by_what_the_caller_may_read()
    {
        const string query = "query($text: String, $id: ID!) { some: members(where: { id: { eq: $id }, attributes: { some: { text: { eq: $text } } } }) { totalCount } none: members(where: { id: { eq: $id }, attributes: { none: { text: { eq: $text } } } }) { totalCount } }";
        var fixedQuery = query.Replace("$id: ID!", "$id: ID", StringComparison.Ordinal);
        (await server.DataAsync(fixedQuery, new { text = Secret, id = _member }, _keys["LEAD"])).ShouldBeJson("""{ "some": { "totalCount": 1 }, "none": { "totalCount": 0 } }""");
        foreach (var caller in new[] { "ANALYST", "OWNER without the scope", "INTEGRATION" })
        {
            (await server.DataAsync(fixedQuery, new { text = Secret, id = _member }, _keys[caller])).ShouldBeJson(
                """{ "some": { "totalCount": 0 }, "none": { "totalCount": 1 } }""");
        }

        (await server.DataAsync(fixedQuery, new { text = "staff only", id = _member }, _keys["ANALYST"])).ShouldBeJson("""{ "some": { "totalCount": 1 }, "none": { "totalCount": 0 } }""");
    }

    [Fact]
    public async Task Who_may_write_and_not_read_learns_nothing_by_writing()
    {
        // The right value, a wrong one, and one for somebody who has none: all three answer alike.
        foreach (var (member, value) in new[] { (_member, Secret), (_member, "a wrong guess"), (_other, Secret) })
        {
            (await SetAsync(member, _keys["INTEGRATION"], ("PERSONAL", value))).ShouldBeJson(
                $$"""{ "rows": [{ "attributes": [{ "key": "{{KeyOf("PERSONAL")}}", "outcome": "SET", "code": null }] }] }""");
        }

        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.MemberAttributes.Where(a => a.Definition.Key == KeyOf("PERSONAL")).OrderBy(a => a.MemberId).Select(a => a.Text).ToListAsync(TestContext.Current.CancellationToken))
            .ShouldBe(["a wrong guess", Secret]);
    }

    [Fact]
    public async Task The_log_has_no_values()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.Activities.AnyAsync(a => a.Text!.Contains(Secret) || a.Data!.Contains(Secret), TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { activities(where: { kind: { eq: MEMBER_ATTRIBUTES_CHANGED } }) { nodes { kind } } } }", new { id = _member }, _keys["ANALYST"]))
            .GetProperty("memberById").GetProperty("activities").GetProperty("nodes").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("membership joinNote", "{ memberships(first: 1) { nodes { joinNote } } }")]
    [InlineData("membership leaveReason", "{ memberships(first: 1) { nodes { leaveReason } } }")]
    [InlineData("tier change", "query($id: ID!) { memberById(id: $id) { tierChanges { nodes { reason } } phone } }")]
    public async Task Free_text_about_a_person_is_not_for_an_analyst(string what, string query)
    {
        var answer = await server.QueryAsync(query, query.Contains("$id", StringComparison.Ordinal) ? new { id = _member } : null, _keys["ANALYST"]);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN", what);
    }

    private string KeyOf(string privacy) => $"{privacy.ToLowerInvariant()}_{_run}";

    private async Task<JsonElement> SetAsync(string memberId, string? apiKey, params (string Privacy, string Text)[] values) =>
        (await server.DataAsync(
            "mutation($input: SetMemberAttributesInput!) { setMemberAttributes(input: $input) { result { rows { attributes { key outcome code } } } } }",
            new { input = new { members = new[] { new { memberId, values = values.Select(v => new { key = KeyOf(v.Privacy), text = v.Text }) } } } },
            apiKey)).GetProperty("setMemberAttributes").GetProperty("result");
}
