using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Delivery;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Tests.PublishedSchema;
using Headless.Server.Tests.Transport;

namespace Headless.Server.Tests.Hosting;

/// <summary>The server as it runs in production, with only trusted documents: ours and those of a client's manifest.</summary>
public sealed class TrustedDocumentsOnlyTests(TrustedDocumentsOnlyTests.ProductionServerFixture server) : IClassFixture<TrustedDocumentsOnlyTests.ProductionServerFixture>
{
    private const string ClientDocument = "query MineOnly { __typename }";
    private const string Refused =
        """{"errors":[{"message":"Only trusted documents are executed here: send the documentId of one and no query.","extensions":{"code":"TRUSTED_DOCUMENTS_ONLY"}}]}""";

    [Theory]
    [InlineData("{ __typename }")]
    [InlineData("mutation { createTag(input: { name: \"x\" }) { tag { id } } }")]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData(ClientDocument)]
    public async Task A_text_is_refused_by_post_by_get_and_as_events(string text)
    {
        using var client = await ClientAsync();

        (await PostAsync(client, new { query = text })).ShouldBe(Refused);
        (await PostAsync(client, new { query = text, extensions = new { persistedQuery = new { version = 1, sha256Hash = TrustedDocuments.HashOf(text) } } })).ShouldBe(Refused);
        (await GetAsync(client, "query=" + Uri.EscapeDataString(text))).ShouldBe(Refused);
        client.DefaultRequestHeaders.Accept.Add(new("text/event-stream"));
        (await PostAsync(client, new { query = text })).ShouldBe($"event: next\ndata: {Refused}\n\nevent: complete\ndata:\n\n");
    }

    [Fact]
    public async Task A_text_is_refused_over_a_socket()
    {
        await using var socket = await ActivityStream.ConnectAsync(server, await server.CreateKeyAsync(OperatorRole.Lead));

        await socket.SubscribeAsync("1", new { });

        (await socket.ReceiveAsync()).GetRawText().ShouldBe(
            """{"id":"1","type":"error","payload":[{"message":"Only trusted documents are executed here: send the documentId of one and no query.","extensions":{"code":"TRUSTED_DOCUMENTS_ONLY"}}]}""");
    }

    [Fact]
    public async Task Our_own_operations_are_executed_by_id_for_whom_they_are_meant()
    {
        using var client = await ClientAsync();
        var id = StoredOperation.All["Groups"].Id;

        (await PostAsync(client, new { documentId = id })).ShouldBe("""{"data":{"groups":{"totalCount":0,"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}}}""");
        (await GetAsync(client, "documentId=" + Uri.EscapeDataString(id), preflight: false)).ShouldStartWith("""{"data":{"groups":""");
        client.DefaultRequestHeaders.Authorization = null;
        (await PostAsync(client, new { documentId = id })).ShouldContain("UNAUTHENTICATED");
    }

    [Theory]
    [InlineData("codegen")]
    [InlineData("apollo")]
    public async Task A_clients_own_operations_are_executed_by_the_ids_of_its_manifest(string id)
    {
        using var client = await ClientAsync();

        (await PostAsync(client, new { documentId = id })).ShouldBe("""{"data":{"__typename":"Query"}}""");
        (await PostAsync(client, new { id })).ShouldBe("""{"data":{"__typename":"Query"}}""");
        (await PostAsync(client, new { documentId = TrustedDocuments.IdOf(ClientDocument) })).ShouldBe("""{"data":{"__typename":"Query"}}""");
    }

    [Fact]
    public async Task A_caller_may_keep_an_answer_and_another_callers_is_never_taken_for_it()
    {
        using var lead = await ClientAsync();
        using var other = server.Factory.CreateClient();
        var url = $"/graphql?documentId={Uri.EscapeDataString(StoredOperation.All["Groups"].Id)}";

        using var first = await lead.GetAsync(url, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var foreign = await other.SendAsync(request, TestContext.Current.CancellationToken);

        (first.Headers.CacheControl!.Private, first.Headers.CacheControl.NoCache).ShouldBe((true, true));
        first.Headers.Vary.ShouldContain("Authorization");
        ((int)foreign.StatusCode).ShouldBe(200);
        foreign.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await foreign.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("UNAUTHENTICATED");
    }

    private async Task<HttpClient> ClientAsync()
    {
        var client = server.Factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await server.CreateKeyAsync(OperatorRole.Lead));
        return client;
    }

    private static async Task<string> PostAsync(HttpClient client, object body)
    {
        using var response = await client.PostAsJsonAsync("/graphql", body, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> GetAsync(HttpClient client, string query, bool preflight = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?" + query);
        if (preflight)
        {
            request.Headers.Add("GraphQL-Preflight", "1");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The server in Production with <c>GraphQL:TrustedDocumentsOnly</c> and a folder of clients' manifests.</summary>
    public sealed class ProductionServerFixture : ServerFixture
    {
        private readonly string _manifests = Directory.CreateTempSubdirectory("manifests-").FullName;

        protected override string Environment => "Production";

        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("GraphQL:TrustedDocumentsOnly", "true"), new("GraphQL:TrustedDocuments", _manifests)];

        public override ValueTask InitializeAsync()
        {
            File.WriteAllText(Path.Combine(_manifests, "web.json"), JsonSerializer.Serialize(new { codegen = ClientDocument }));
            File.WriteAllText(
                Path.Combine(_manifests, "mobile.json"),
                JsonSerializer.Serialize(new { format = "apollo-persisted-query-manifest", version = 1, operations = new[] { new { id = "apollo", name = "MineOnly", type = "query", body = ClientDocument } } }));
            return base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(_manifests, recursive: true);
        }
    }
}
