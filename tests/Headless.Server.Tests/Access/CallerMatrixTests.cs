using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Access;

/// <summary>Every kind of caller on every kind of path.</summary>
public sealed class CallerMatrixTests(AccessServerFixture server) : IClassFixture<AccessServerFixture>
{
    private const string AllowedAnswer = "allowed";

    /// <summary>Paths that need a permission, with the permission's callers: L LEAD, O OWNER, D ADMIN, A ANALYST, I INTEGRATION with RECORD only.</summary>
    public static TheoryData<string, string, string> Paths => new()
    {
        { "list", "{ groups { nodes { name } } }", "LODA" },
        { "list of members", "{ members { nodes { displayName } } }", "LODA" },
        { "edge", "{ groups { nodes { memberships { nodes { member { displayName } } } } } }", "LODA" },
        { "count", "{ members { totalCount } }", "LODA" },
        { "filter", """{ members(where: { memberships: { some: { group: { name: { eq: "first" } } } } }) { nodes { displayName } } }""", "LODA" },
        { "by id", "query($id: ID!) { target: groupById(id: $id) { name } }", "LODA" },
        { "by account", """{ memberByIdentity(platform: WECHAT, externalId: "Ann") { displayName } }""", "LODA" },
        { "node", "query($id: ID!) { target: node(id: $id) { id } }", "LODA" },
        { "nodes", "query($id: ID!) { target: nodes(ids: [$id]) { id } }", "LODA" },
        { "log", "{ activities { nodes { kind } } }", "LODA" },
        { "metric", "{ metric(key: MESSAGE_COUNT, window: { lastDays: 7 }) { value } }", "LODA" },
        { "definitions", "{ metricDefinitions { key } }", "LODA" },
        { "staff", "{ operators { nodes { name } } }", "LODA" },
        { "keys", "{ apiKeys { nodes { name } } }", "L" },
        { "personal data", "{ members { nodes { phone } } }", "LOD" },
        { "viewer", "{ viewer { role } }", "LODAI" },
        { "change", """mutation { createTag(input: { name: "" }) { errors { __typename } } }""", "LOD" },
        { "end of a group", """mutation($id: ID!) { target: closeGroup(input: { id: $id, version: 99 }) { errors { __typename } } }""", "LO" },
        { "report", """mutation { recordActivities(input: { source: "", activities: [] }) { errors { __typename } } }""", "LODI" },
        { "administration", """mutation { createOperator(input: { name: "", role: ADMIN }) { errors { __typename } } }""", "L" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_path_opens_to_those_who_have_its_permission_and_to_nobody_else(string path, string query, string allowed)
    {
        var id = await FirstGroupAsync();
        var variables = query.Contains("$id", StringComparison.Ordinal) ? new { id } : null;
        Dictionary<string, string> answers = [];
        foreach (var (caller, key) in server.Keys)
        {
            answers[caller] = Summarise(await server.QueryAsync(query, variables, key));
        }

        string Expected(char letter) => allowed.Contains(letter, StringComparison.Ordinal) ? AllowedAnswer : "FORBIDDEN";
        answers.ShouldBe(
            new Dictionary<string, string>
            {
                ["NOBODY"] = "UNAUTHENTICATED",
                ["LEAD"] = Expected('L'),
                ["OWNER"] = Expected('O'),
                ["ADMIN"] = Expected('D'),
                ["ANALYST"] = Expected('A'),
                ["INTEGRATION"] = Expected('I'),
                ["REVOKED"] = "UNAUTHENTICATED",
                ["EXPIRED"] = "UNAUTHENTICATED",
                ["INACTIVE"] = "UNAUTHENTICATED",
                ["GARBAGE"] = "UNAUTHENTICATED",
            },
            path);
    }

    [Theory]
    [InlineData("NOBODY", "UNAUTHENTICATED", "The caller is not authenticated.")]
    [InlineData("INTEGRATION", "FORBIDDEN", "The caller may not access this.")]
    public async Task A_refusal_stands_at_the_path_of_its_field_beside_what_is_allowed(string caller, string code, string message)
    {
        var answer = await server.QueryAsync("{ __typename first: groups { totalCount } second: metricDefinitions { key } }", null, server.Keys[caller]);

        var errors = answer.GetProperty("errors").EnumerateArray().ToList();
        errors.Select(e => e.GetProperty("extensions").GetProperty("code").GetString()).ShouldAllBe(c => c == code);
        errors.Select(e => e.GetProperty("message").GetString()).ShouldAllBe(m => m == message);
        errors.Select(e => e.GetProperty("path")[0].GetString()).Order(StringComparer.Ordinal).First().ShouldBe("first");
    }

    [Fact]
    public async Task Without_a_key_there_is_the_schema_and_nothing_else()
    {
        (await server.QueryAsync("""{ __typename __schema { queryType { name } } __type(name: "Group") { name } }""", null, string.Empty)).ShouldBeJson(
            """{ "data": { "__typename": "Query", "__schema": { "queryType": { "name": "Query" } }, "__type": { "name": "Group" } } }""");
    }

    [Fact]
    public async Task An_id_that_nobody_has_does_not_tell_nobody_so()
    {
        foreach (var id in new[] { "R3JvdXA6OTk5OTk5", "nonsense" })
        {
            var answer = await server.QueryAsync("query($id: ID!) { groupById(id: $id) { id } }", new { id }, string.Empty);
            Summarise(answer).ShouldBe("UNAUTHENTICATED", id);
        }
    }

    private async Task<string> FirstGroupAsync() =>
        (await server.DataAsync("""{ groupByExternalId(platform: WECHAT, externalId: "first") { id } }""")).GetProperty("groupByExternalId").GetProperty("id").GetString()!;

    /// <summary>The code of the refusal; or that there was none and there is data.</summary>
    private static string Summarise(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors)
            ? string.Join(", ", errors.EnumerateArray().Select(CodeOf).Distinct())
            : answer.GetProperty("data").EnumerateObject().All(f => f.Value.ValueKind != JsonValueKind.Null) ? AllowedAnswer : "null";

    private static string CodeOf(JsonElement error) => error.GetProperty("extensions").GetProperty("code").GetString()!;
}
