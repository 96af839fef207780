using System.Text;
using System.Text.Json;
using Headless.Server.Tests.Documentation;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Providers;

/// <summary>The whole server on PostgreSQL.</summary>
public sealed class PostgresServerTests(PostgresDemoServerFixture server) : IClassFixture<PostgresDemoServerFixture>
{
    [Fact]
    public async Task Every_documented_request_is_answered_without_errors()
    {
        Assert.SkipWhen(PostgresDemoServerFixture.SkipReason is not null, PostgresDemoServerFixture.SkipReason ?? string.Empty);
        using var client = server.Factory.CreateClient();
        foreach (var (title, body) in DocumentedRequests.All())
        {
            using var response = await client.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));

            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            answer.RootElement.TryGetProperty("errors", out var errors).ShouldBeFalse($"{title}: {errors}");
        }
    }

    [Fact]
    public async Task An_owner_sees_their_groups_on_every_path()
    {
        Assert.SkipWhen(PostgresDemoServerFixture.SkipReason is not null, PostgresDemoServerFixture.SkipReason ?? string.Empty);
        var key = await server.CreateKeyAsync(Community.OperatorRole.Owner, null, 3);

        var data = await server.DataAsync(
            """{ groups { totalCount nodes { name memberships(first: 1) { totalCount } } } node(id: "R3JvdXA6MQ==") { id } metric(key: MEMBER_COUNT, window: { lastDays: 1 }) { numerator } }""",
            apiKey: key);

        data.GetProperty("groups").GetProperty("totalCount").GetInt32().ShouldBe(1);
        data.GetProperty("groups").GetProperty("nodes")[0].GetProperty("memberships").GetProperty("totalCount").GetInt32().ShouldBeGreaterThan(10);
        data.GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
        data.GetProperty("metric").GetProperty("numerator").GetInt64().ShouldBeGreaterThan(10);
    }
}
