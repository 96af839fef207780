using System.Net.Http.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Hosting;

/// <summary>The status codes of <c>application/graphql-response+json</c>: those of the audits, or by a setting those of the draft.</summary>
public sealed class StatusCodeProfileTests(ServerFixture audited, StatusCodeProfileTests.DraftServerFixture draft)
    : IClassFixture<ServerFixture>, IClassFixture<StatusCodeProfileTests.DraftServerFixture>
{
    [Theory]
    [InlineData("{", 400, 400)]
    [InlineData("{ nobody }", 400, 422)]
    [InlineData("{ groups(first: 1000) { totalCount } viewer { role } }", 200, 294)]
    [InlineData("{ __typename }", 200, 200)]
    public async Task A_request_has_the_status_of_the_profile(string query, int byAudits, int byDraft)
    {
        (await StatusAsync(audited, query)).ShouldBe(byAudits);
        (await StatusAsync(draft, query)).ShouldBe(byDraft);
    }

    private static async Task<int> StatusAsync(ServerFixture server, string query)
    {
        using var client = server.Factory.CreateClient();
        client.DefaultRequestHeaders.Accept.Add(new("application/graphql-response+json"));
        using var response = await client.PostAsJsonAsync("/graphql", new { query }, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>The server with the draft's status codes.</summary>
    public sealed class DraftServerFixture : ServerFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("GraphQL:DraftStatusCodes", "true")];
    }
}
