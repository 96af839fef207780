using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Hosting;

/// <summary>A server that takes no automatic persisted queries.</summary>
public sealed class NoAutomaticPersistedQueriesFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("GraphQL:AutomaticPersistedQueries", "false")];
}

/// <summary><c>GraphQL:AutomaticPersistedQueries=false</c>: a client is told to send its documents, and one that does is answered.</summary>
public sealed class AutomaticPersistedQuerySettingTests(NoAutomaticPersistedQueriesFixture server) : IClassFixture<NoAutomaticPersistedQueriesFixture>
{
    private const string Query = "{ __typename }";

    private static object Extensions => new { persistedQuery = new { version = 1, sha256Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Query))) } };

    [Fact]
    public async Task A_hash_alone_is_not_supported_also_after_its_text_has_been_sent()
    {
        const string NotSupported = "\"code\":\"PERSISTED_QUERY_NOT_SUPPORTED\"";

        (await PostAsync(new { extensions = Extensions })).ShouldContain(NotSupported);
        (await PostAsync(new { query = Query, extensions = Extensions })).ShouldBe("""{"data":{"__typename":"Query"}}""");
        (await PostAsync(new { extensions = Extensions })).ShouldContain(NotSupported);
    }

    private async Task<string> PostAsync(object request)
    {
        using var client = server.Factory.CreateClient();
        using var response = await client.PostAsJsonAsync("/graphql", request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
