using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Operators;

/// <summary>Operators, their assignments and their keys over HTTP.</summary>
public sealed class OperatorTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task The_viewer_is_told_who_they_are_and_what_they_may_do()
    {
        const string query = "{ viewer { role permissions operator { role isActive email } } }";
        (await server.DataAsync(query)).ShouldBeJson(
            """
            { "viewer": { "role": "LEAD",
                "permissions": ["READ", "READ_PERSONAL_DATA", "READ_METRICS", "RECORD_ACTIVITIES", "WRITE", "MANAGE_GROUPS", "SUBSCRIBE", "MANAGE_WEBHOOKS", "ADMINISTER"],
                "operator": { "role": "LEAD", "isActive": true, "email": null } } }
            """);
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.DataAsync(query, apiKey: analyst)).ShouldBeJson(
            """
            { "viewer": { "role": "ANALYST", "permissions": ["READ", "READ_METRICS", "SUBSCRIBE"],
                "operator": { "role": "ANALYST", "isActive": true, "email": null } } }
            """);
        var connector = await server.CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.RecordActivities);
        (await server.DataAsync("{ viewer { role permissions } }", apiKey: connector)).ShouldBeJson(
            """{ "viewer": { "role": "INTEGRATION", "permissions": ["RECORD_ACTIVITIES"] } }""");
        CodesOf(await server.QueryAsync(query, apiKey: "")).ShouldBe(["UNAUTHENTICATED"]);
    }

    [Fact]
    public async Task An_operator_is_entered_changed_and_found()
    {
        var id = await CreateOperatorAsync("OWNER", "ann@example.org");
        (await MutateAsync("updateOperator", "operator { name role email version }", new { id, version = 1, role = "ADMIN", email = (string?)null })).ShouldBeJson(
            $$"""{ "operator": { "name": "Operator {{_run}}", "role": "ADMIN", "email": null, "version": 2 }, "errors": null }""");
        (await MutateAsync("updateOperator", "operator { version }", new { id, version = 1, name = "x" })).ShouldBeJson(
            """{ "operator": null, "errors": [{ "__typename": "StaleVersionError", "code": "STALE_VERSION" }] }""");
        (await MutateAsync("deactivateOperator", "operator { isActive version }", new { id })).ShouldBeJson(
            """{ "operator": { "isActive": false, "version": 3 }, "errors": null }""");
        (await server.DataAsync(
            """
            query($id: ID!, $run: String!) {
              operatorById(id: $id) { role }
              node(id: $id) { ... on Operator { isActive } }
              operators(where: { name: { endsWith: $run }, isActive: { eq: false } }) { nodes { id } totalCount }
            }
            """,
            new { id, run = _run })).ShouldBeJson(
            $$"""
            { "operatorById": { "role": "ADMIN" }, "node": { "isActive": false }, "operators": { "nodes": [{ "id": "{{id}}" }], "totalCount": 1 } }
            """);
        (await MutateAsync("activateOperator", "operator { isActive version }", new { id })).ShouldBeJson(
            """{ "operator": { "isActive": true, "version": 4 }, "errors": null }""");
        (await server.DataAsync(
            "mutation($input: CreateOperatorInput!) { createOperator(input: $input) { errors { ... on InvalidInputError { fields { path code } } } } }",
            new { input = new { name = "", role = "ADMIN", email = "nobody" } })).GetProperty("createOperator").ShouldBeJson(
            """{ "errors": [{ "fields": [{ "path": "name", "code": "NOT_EMPTY" }, { "path": "email", "code": "INVALID_EMAIL" }] }] }""");
    }

    [Fact]
    public async Task An_email_address_is_for_a_lead_and_for_oneself()
    {
        var id = await CreateOperatorAsync("ADMIN", "ann@example.org");
        var own = await IssueAsync(id, ["READ"]);
        var colleague = await server.CreateKeyAsync(OperatorRole.Analyst);
        const string query = "query($id: ID!) { operatorById(id: $id) { name email } }";
        var visible = $$"""{ "operatorById": { "name": "Operator {{_run}}", "email": "ann@example.org" } }""";
        (await server.DataAsync(query, new { id })).ShouldBeJson(visible);
        (await server.DataAsync(query, new { id }, own)).ShouldBeJson(visible);
        var refused = await server.QueryAsync(query, new { id }, colleague);
        CodesOf(refused).ShouldBe(["FORBIDDEN"]);
        refused.GetProperty("data").ShouldBeJson($$"""{ "operatorById": { "name": "Operator {{_run}}", "email": null } }""");
    }

    [Fact]
    public async Task An_assignment_opens_a_group_to_an_owner_and_its_end_closes_it()
    {
        var (groupKey, groupId) = await SampleCommunity.AddGroupAsync(server);
        var id = await CreateOperatorAsync("OWNER");
        var key = await IssueAsync(id, ["READ"]);
        const string query = "query($id: ID!) { groupById(id: $id) { staff { nodes { role operator { id } } totalCount } } }";
        (await server.DataAsync(query, new { id = groupId }, key)).ShouldBeJson("""{ "groupById": null }""");

        var assigned = await MutateAsync("assignOperator", "groupAssignment { id role until version group { id } }", new { groupId, operatorId = id, role = "OWNER" });
        var assignmentId = assigned.GetProperty("groupAssignment").GetProperty("id").GetString();
        assigned.ShouldBeJson(
            $$"""
            { "groupAssignment": { "id": "{{assignmentId}}", "role": "OWNER", "until": null, "version": 1, "group": { "id": "{{groupId}}" } }, "errors": null }
            """);
        (await server.DataAsync(query, new { id = groupId }, key)).ShouldBeJson(
            $$"""{ "groupById": { "staff": { "nodes": [{ "role": "OWNER", "operator": { "id": "{{id}}" } }], "totalCount": 1 } } }""");
        (await MutateAsync("assignOperator", "groupAssignment { id }", new { groupId, operatorId = id, role = "OWNER" })).ShouldBeJson(
            """{ "groupAssignment": null, "errors": [{ "__typename": "DomainError", "code": "ALREADY_ASSIGNED" }] }""");

        (await MutateAsync("endAssignment", "groupAssignment { version }", new { id = assignmentId, version = 1 })).ShouldBeJson(
            """{ "groupAssignment": { "version": 2 }, "errors": null }""");
        (await server.DataAsync(query, new { id = groupId }, key)).ShouldBeJson("""{ "groupById": null }""");
        (await server.DataAsync(query, new { id = groupId })).ShouldBeJson("""{ "groupById": { "staff": { "nodes": [], "totalCount": 0 } } }""");
        (await MutateAsync("endAssignment", "groupAssignment { version }", new { id = assignmentId })).ShouldBeJson(
            """{ "groupAssignment": null, "errors": [{ "__typename": "DomainError", "code": "NOT_ASSIGNED" }] }""");
        (await server.DataAsync("query($id: ID!) { operatorById(id: $id) { assignments { nodes { id } totalCount } } }", new { id })).ShouldBeJson(
            $$"""{ "operatorById": { "assignments": { "nodes": [{ "id": "{{assignmentId}}" }], "totalCount": 1 } } }""");
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == groupKey)).ShouldBe([ActivityKind.GroupStaffChanged, ActivityKind.GroupStaffChanged]);
    }

    [Fact]
    public async Task A_fourth_administrator_has_to_be_forced()
    {
        var (_, groupId) = await SampleCommunity.AddGroupAsync(server);
        for (var i = 0; i < 3; i++)
        {
            await MutateAsync("assignOperator", "groupAssignment { id }", new { groupId, operatorId = await CreateOperatorAsync("ADMIN"), role = "ADMIN" });
        }

        var fourth = await CreateOperatorAsync("ADMIN");
        (await MutateAsync("assignOperator", "groupAssignment { role }", new { groupId, operatorId = fourth, role = "ADMIN" })).ShouldBeJson(
            """{ "groupAssignment": null, "errors": [{ "__typename": "DomainError", "code": "TOO_MANY_ADMINS" }] }""");
        (await MutateAsync("assignOperator", "groupAssignment { role }", new { groupId, operatorId = fourth, role = "ADMIN", force = true })).ShouldBeJson(
            """{ "groupAssignment": { "role": "ADMIN" }, "errors": null }""");
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { staff { totalCount } } }", new { id = groupId })).ShouldBeJson(
            """{ "groupById": { "staff": { "totalCount": 4 } } }""");
    }

    [Fact]
    public async Task A_key_shows_its_secret_once_and_opens_nothing_once_it_is_revoked()
    {
        var operatorId = await CreateOperatorAsync("ANALYST");
        var issued = (await MutateAsync(
            "issueApiKey", "issuedApiKey { secret apiKey { id name prefix scopes expiresAt revokedAt version operator { id } } }",
            new { operatorId, name = "dashboard", scopes = new[] { "READ", "READ_METRICS" } })).GetProperty("issuedApiKey");
        var secret = issued.GetProperty("secret").GetString()!;
        var id = issued.GetProperty("apiKey").GetProperty("id").GetString();
        issued.GetProperty("apiKey").ShouldBeJson(
            $$"""
            { "id": "{{id}}", "name": "dashboard", "prefix": "{{secret[..12]}}", "scopes": ["READ", "READ_METRICS"], "expiresAt": null, "revokedAt": null,
              "version": 1, "operator": { "id": "{{operatorId}}" } }
            """);
        (await server.DataAsync("{ viewer { permissions } }", apiKey: secret)).ShouldBeJson("""{ "viewer": { "permissions": ["READ", "READ_METRICS"] } }""");
        (await server.DataAsync(
            """query($name: String!) { apiKeys(where: { operator: { name: { eq: $name } }, revokedAt: { eq: null } }) { nodes { id scopes } totalCount } }""",
            new { name = $"Operator {_run}" })).ShouldBeJson(
            $$"""{ "apiKeys": { "nodes": [{ "id": "{{id}}", "scopes": ["READ", "READ_METRICS"] }], "totalCount": 1 } }""");

        (await MutateAsync("revokeApiKey", "apiKey { version }", new { id, version = 1 })).ShouldBeJson("""{ "apiKey": { "version": 2 }, "errors": null }""");
        CodesOf(await server.QueryAsync("{ viewer { role } }", apiKey: secret)).ShouldBe(["UNAUTHENTICATED"]);
        (await MutateAsync("revokeApiKey", "apiKey { version }", new { id })).ShouldBeJson(
            """{ "apiKey": null, "errors": [{ "__typename": "DomainError", "code": "API_KEY_REVOKED" }] }""");
    }

    [Fact]
    public async Task A_deactivated_operator_gets_in_no_more_and_gets_no_key()
    {
        var id = await CreateOperatorAsync("ANALYST");
        var key = await IssueAsync(id, ["READ"]);
        (await server.DataAsync("{ viewer { role } }", apiKey: key)).ShouldBeJson("""{ "viewer": { "role": "ANALYST" } }""");
        await MutateAsync("deactivateOperator", "operator { id }", new { id });
        CodesOf(await server.QueryAsync("{ viewer { role } }", apiKey: key)).ShouldBe(["UNAUTHENTICATED"]);
        (await MutateAsync("issueApiKey", "issuedApiKey { secret }", new { operatorId = id, name = "n", scopes = new[] { "READ" } })).ShouldBeJson(
            """{ "issuedApiKey": null, "errors": [{ "__typename": "DomainError", "code": "OPERATOR_INACTIVE" }] }""");
        await MutateAsync("activateOperator", "operator { id }", new { id });
        (await server.DataAsync("{ viewer { role } }", apiKey: key)).ShouldBeJson("""{ "viewer": { "role": "ANALYST" } }""");
    }

    [Fact]
    public async Task Nobody_but_a_lead_administers()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var id = await CreateOperatorAsync("ANALYST");
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, groupKey);
        var reader = await server.CreateKeyAsync(OperatorRole.Lead, ApiKeyScope.Read);
        foreach (var key in new[] { owner, reader })
        {
            CodesOf(await server.QueryAsync("{ apiKeys { totalCount } }", apiKey: key)).ShouldBe(["FORBIDDEN"]);
            CodesOf(await server.QueryAsync(
                "mutation($input: DeactivateOperatorInput!) { deactivateOperator(input: $input) { operator { id } } }", new { input = new { id } }, key))
                .ShouldBe(["FORBIDDEN"]);
        }

        (await server.DataAsync("query($id: ID!) { operatorById(id: $id) { isActive } }", new { id })).ShouldBeJson("""{ "operatorById": { "isActive": true } }""");
    }

    private static string[] CodesOf(JsonElement answer) =>
        [.. answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString()!)];

    private async Task<string> CreateOperatorAsync(string role, string? email = null) =>
        (await MutateAsync("createOperator", "operator { id }", new { name = $"Operator {_run}", role, email })).GetProperty("operator").GetProperty("id").GetString()!;

    private async Task<string> IssueAsync(string operatorId, string[] scopes) =>
        (await MutateAsync("issueApiKey", "issuedApiKey { secret }", new { operatorId, name = "test", scopes }))
            .GetProperty("issuedApiKey").GetProperty("secret").GetString()!;

    private async Task<JsonElement> MutateAsync(string mutation, string selection, object input) => (await server.DataAsync(
        $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) { {{selection}} errors { __typename ... on Error { code } } }
        }
        """,
        new { input })).GetProperty(mutation);
}
