using System.Text.Json;
using Headless.GraphQL.Execution;
using static Headless.Server.Tests.Transport.TrustedDocuments;

namespace Headless.Server.Tests.Transport;

/// <summary>Automatic persisted queries: a client sends the hash, and the document once where the server does not know it.</summary>
public sealed class PersistedQueryTests
{
    private const string NotFound = """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""";
    private const string HelloWorld = """{"data":{"hello":"Hello World"}}""";
    private const string Document = "{ hello }";

    [Fact]
    public async Task A_document_that_was_sent_with_its_hash_is_known_by_it_over_every_transport()
    {
        await using var server = await TransportServer.StartAsync();
        var url = "extensions=" + Uri.EscapeDataString(Extension(HashOf(Document)));

        (await server.PostAsync(ByHash(HashOf(Document)))).Body.ShouldBe(NotFound);
        (await server.GetAsync(url)).Body.ShouldBe(NotFound);
        (await server.PostAsync(WithText(Document, HashOf(Document)))).Body.ShouldBe(HelloWorld);

        (await server.PostAsync(ByHash(HashOf(Document)))).Body.ShouldBe(HelloWorld);
        (await server.PostAsync(ByHash(HashOf(Document).ToUpperInvariant()))).Body.ShouldBe(HelloWorld);
        (await server.GetAsync(url)).Body.ShouldBe(HelloWorld);
        (await server.PostAsync(ByHash(HashOf(Document)), "text/event-stream")).Body.ShouldStartWith($"event: next\ndata: {HelloWorld}\n\n");
        using var socket = await SocketClient.InitialiseAsync(server.SocketAddress());
        await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{ByHash(HashOf(Document))}}}""");
        (await socket.ReceiveAsync()).ShouldBe($$"""{"id":"1","type":"next","payload":{{HelloWorld}}}""");
    }

    [Fact]
    public async Task A_document_can_be_taught_by_get_and_over_a_socket_too()
    {
        await using var server = await TransportServer.StartAsync();
        const string other = "{ add(a: 1, b: 2) }";

        (await server.GetAsync($"query={Uri.EscapeDataString(Document)}&extensions={Uri.EscapeDataString(Extension(HashOf(Document)))}")).Body.ShouldBe(HelloWorld);
        using var socket = await SocketClient.InitialiseAsync(server.SocketAddress());
        await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{WithText(other, HashOf(other))}}}""");
        (await socket.ReceiveAsync()).ShouldBe("""{"id":"1","type":"next","payload":{"data":{"add":3}}}""");

        (await server.PostAsync(ByHash(HashOf(Document)))).Body.ShouldBe(HelloWorld);
        (await server.PostAsync(ByHash(HashOf(other)))).Body.ShouldBe("""{"data":{"add":3}}""");
    }

    [Fact]
    public async Task A_hash_of_another_document_is_refused_and_teaches_nothing()
    {
        await using var server = await TransportServer.StartAsync();
        var hash = HashOf(Document);

        (await server.PostAsync(WithText("mutation { increment }", hash))).Body.ShouldBe(
            """{"errors":[{"message":"PersistedQueryMismatch","extensions":{"code":"PERSISTED_QUERY_MISMATCH"}}]}""");

        server.Probe.Counter.ShouldBe(0);
        (await server.PostAsync(ByHash(hash))).Body.ShouldBe(NotFound);
    }

    [Theory]
    [InlineData("""{"version":2,"sha256Hash":"HASH"}""")]
    [InlineData("""{"version":"1","sha256Hash":"HASH"}""")]
    [InlineData("""{"sha256Hash":"HASH"}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":1,"sha256Hash":7}""")]
    [InlineData("""{"version":1,"sha256Hash":"00ff"}""")]
    [InlineData("""{"version":1,"sha256Hash":"zz5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be"}""")]
    public async Task An_extension_that_is_malformed_is_refused(string extension)
    {
        await using var server = await TransportServer.StartAsync();
        extension = extension.Replace("HASH", HashOf(Document), StringComparison.Ordinal);
        const string error = """{"errors":[{"message":"extensions.persistedQuery needs version 1 and sha256Hash, the SHA-256 of the document as 64 hexadecimal digits.","extensions":{"code":"PERSISTED_QUERY_INVALID"}}]}""";

        (await server.PostAsync($$$"""{"extensions":{"persistedQuery":{{{extension}}}}}""")).Body.ShouldBe(error);
        (await server.PostAsync($$$"""{"query":"{ hello }","extensions":{"persistedQuery":{{{extension}}}}}""")).Body.ShouldBe(error);
    }

    [Fact]
    public async Task A_hash_in_the_url_needs_a_preflight_header_since_anybody_may_have_taught_it()
    {
        await using var server = await TransportServer.StartAsync(environment: "Production");
        (await server.PostAsync(WithText(Document, HashOf(Document)))).Body.ShouldBe(HelloWorld);
        var url = "/graphql?extensions=" + Uri.EscapeDataString(Extension(HashOf(Document)));

        using var plain = await server.Http.GetAsync(url);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("GraphQL-Preflight", "1");
        using var preflighted = await server.Http.SendAsync(request);

        ((int)plain.StatusCode, (int)preflighted.StatusCode).ShouldBe((400, 200));
        (await plain.Content.ReadAsStringAsync()).ShouldContain("PREFLIGHT_REQUIRED");
    }

    [Fact]
    public async Task Where_they_are_off_a_client_learns_to_send_its_documents()
    {
        await using var server = await TransportServer.StartAsync(persisted: new PersistedOperationOptions { AllowAutomaticPersistedQueries = false });

        (await server.PostAsync(WithText(Document, HashOf(Document)))).Body.ShouldBe(HelloWorld);
        (await server.PostAsync(ByHash(HashOf(Document)))).Body.ShouldBe(
            """{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}""");
    }

    [Fact]
    public async Task A_document_that_clients_taught_has_no_id()
    {
        await using var server = await TransportServer.StartAsync();

        await server.PostAsync(WithText(Document, HashOf(Document)));

        (await server.PostAsync($$"""{"documentId":"{{IdOf(Document)}}"}""")).Body.ShouldBe(NotFound);
    }

    private static string Extension(string hash) => $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";

    private static string ByHash(string hash) => $$"""{"extensions":{{Extension(hash)}}}""";

    private static string WithText(string document, string hash) => $$"""{"query":{{JsonSerializer.Serialize(document)}},"extensions":{{Extension(hash)}}}""";
}
