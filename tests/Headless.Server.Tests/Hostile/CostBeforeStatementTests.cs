using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Hostile;

/// <summary>What is too expensive costs the database nothing.</summary>
public sealed class CostBeforeStatementTests(RecordingServerFixture server) : IClassFixture<RecordingServerFixture>
{
    [Theory]
    [InlineData("query($n: Int) { groups(first: $n) { nodes { id } } }", 999)]
    [InlineData("query($n: Int) { groups(first: 50) { nodes { memberships(first: $n) { nodes { id } } } } }", 50)]
    public async Task An_operation_that_costs_too_much_is_refused_before_any_statement(string query, int first)
    {
        await server.QueryAsync("{ groups { nodes { id } } }");
        IReadOnlyList<string> idle = [];
        idle = await server.RecordAsync(() => server.QueryAsync("{ __typename }"));
        JsonElement answer = default;

        var statements = await server.RecordAsync(async () => answer = await server.QueryAsync(query, new { n = first }));

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("HC0047");
        statements.ShouldBe(idle);
    }
}
