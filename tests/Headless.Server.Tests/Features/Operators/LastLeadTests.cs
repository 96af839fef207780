using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Operators;

/// <summary>A LEAD cannot lock the organisation out.</summary>
public sealed class LastLeadTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Refused = """{ "operator": null, "errors": [{ "__typename": "LastLeadError", "code": "LAST_LEAD", "message": "MESSAGE" }] }""";

    [Fact]
    public async Task Somebody_who_can_administer_is_always_left()
    {
        var first = (await server.DataAsync("{ viewer { operator { id } } }")).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
        var firstKey = (await server.DataAsync("{ apiKeys { nodes { id } } }")).GetProperty("apiKeys").GetProperty("nodes")[0].GetProperty("id").GetString();
        var isLast = Refused.Replace("MESSAGE", "Lead is the last active LEAD: make somebody else one first.");
        (await MutateAsync("deactivateOperator", "operator { id }", new { id = first })).ShouldBeJson(isLast);
        (await MutateAsync("updateOperator", "operator { id }", new { id = first, role = "OWNER" })).ShouldBeJson(isLast);

        // Another LEAD without a key could not get in either.
        var second = (await MutateAsync("createOperator", "operator { id }", new { name = "Second", role = "LEAD" })).GetProperty("operator").GetProperty("id").GetString();
        (await MutateAsync("deactivateOperator", "operator { id }", new { id = first })).ShouldBeJson(
            Refused.Replace("MESSAGE", "No other LEAD has a key to administer with: issue one first."));
        (await MutateAsync("revokeApiKey", "apiKey { id }", new { id = firstKey })).ShouldBeJson(
            """
            { "apiKey": null, "errors": [{ "__typename": "LastLeadError", "code": "LAST_LEAD",
                "message": "It is the last key of a LEAD that administers: issue another one first." }] }
            """);

        await MutateAsync("issueApiKey", "issuedApiKey { secret }", new { operatorId = second, name = "reads only", scopes = new[] { "READ" } });
        (await MutateAsync("deactivateOperator", "operator { id }", new { id = first })).GetProperty("operator").ValueKind.ShouldBe(JsonValueKind.Null);
        await MutateAsync("issueApiKey", "issuedApiKey { secret }", new { operatorId = second, name = "administers", scopes = new[] { "READ", "WRITE" } });
        (await MutateAsync("updateOperator", "operator { role }", new { id = first, role = "OWNER" })).ShouldBeJson(
            """{ "operator": { "role": "OWNER" }, "errors": null }""");
        (await MutateAsync("deactivateOperator", "operator { id }", new { id = second })).ShouldBeJson(
            Refused.Replace("MESSAGE", "Second is the last active LEAD: make somebody else one first."));
    }

    private async Task<JsonElement> MutateAsync(string mutation, string selection, object input) => (await server.DataAsync(
        $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) { {{selection}} errors { __typename ... on Error { code message } } }
        }
        """,
        new { input })).GetProperty(mutation);
}
