using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Headless.GraphQL.Execution;
using static Headless.Server.Tests.Transport.TrustedDocuments;

namespace Headless.Server.Tests.Transport;

/// <summary>Documents that the server knows and clients name by id (GraphQL over HTTP, appendix A "Persisted documents").</summary>
public sealed class TrustedDocumentTests
{
    private const string NotFound = """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""";
    private const string Refused = """{"errors":[{"message":"Only trusted documents are executed here: send the documentId of one and no query.","extensions":{"code":"TRUSTED_DOCUMENTS_ONLY"}}]}""";
    private const string HelloAnn = """{"data":{"hello":"Hello Ann"}}""";

    private static readonly string s_hello = IdOf(Hello);

    [Theory]
    [InlineData("documentId", true)]
    [InlineData("id", true)]
    [InlineData("id", false)]
    public async Task A_document_is_named_by_its_id_over_every_transport(string parameter, bool prefixed)
    {
        await using var server = await TransportServer.StartAsync(documents: Load());
        var id = prefixed ? s_hello : HashOf(Hello);
        var body = $$$"""{"{{{parameter}}}":"{{{id}}}","variables":{"name":"Ann"}}""";
        var answer = new Answer(200, "application/json; charset=utf-8", HelloAnn);

        (await server.PostAsync(body)).ShouldBe(answer);
        (await server.GetAsync($"{parameter}={id}&variables=%7B%22name%22:%22Ann%22%7D")).ShouldBe(answer);
        (await server.PostAsync(body, "text/event-stream")).Body.ShouldBe($"event: next\ndata: {HelloAnn}\n\nevent: complete\ndata:\n\n");
        using var socket = await SocketClient.InitialiseAsync(server.SocketAddress());
        await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{body}}}""");
        (await socket.ReceiveAsync()).ShouldBe($$"""{"id":"1","type":"next","payload":{{HelloAnn}}}""");
    }

    [Theory]
    [InlineData("sha256:00ff")]
    [InlineData("SHA256:unknown")]
    [InlineData("Hello")]
    public async Task An_id_that_is_not_known_is_one_error_over_every_transport(string id)
    {
        await using var server = await TransportServer.StartAsync(documents: Load());
        var body = $$"""{"documentId":"{{id}}"}""";

        (await server.PostAsync(body)).ShouldBe(new Answer(200, "application/json; charset=utf-8", NotFound));
        (await server.PostAsync(body, "application/graphql-response+json")).ShouldBe(new Answer(400, "application/graphql-response+json; charset=utf-8", NotFound));
        (await server.GetAsync("documentId=" + id)).Body.ShouldBe(NotFound);
        (await server.PostAsync(body, "text/event-stream")).Body.ShouldBe($"event: next\ndata: {NotFound}\n\nevent: complete\ndata:\n\n");
        using var socket = await SocketClient.InitialiseAsync(server.SocketAddress());
        await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{body}}}""");
        (await socket.ReceiveAsync()).ShouldBe("""{"id":"1","type":"error","payload":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""");
    }

    [Fact]
    public async Task A_stored_mutation_is_posted_and_by_get_405()
    {
        await using var server = await TransportServer.StartAsync(documents: Load());

        using var refused = await server.Http.GetAsync("/graphql?documentId=" + IdOf(Increment));
        refused.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        refused.Content.Headers.Allow.ShouldBe(["POST"]);
        server.Probe.Counter.ShouldBe(0);
        (await server.PostAsync($$"""{"documentId":"{{IdOf(Increment)}}"}""")).Body.ShouldBe("""{"data":{"increment":1}}""");
    }

    [Fact]
    public async Task A_document_has_a_url_of_its_own_where_nothing_else_is_executed()
    {
        await using var server = await TransportServer.StartAsync(documents: Load(), environment: "Production");
        var url = "/graphql/persisted/" + s_hello;
        using var other = new StringContent("""{"query":"mutation { increment }","variables":{"name":"Ann"}}""", new MediaTypeHeaderValue("application/json"));

        (await server.Http.GetStringAsync(url + "?variables=%7B%22name%22:%22Ann%22%7D")).ShouldBe(HelloAnn);
        (await server.Http.GetStringAsync(url + "/Hello?query=mutation%7Bincrement%7D")).ShouldBe("""{"data":{"hello":"Hello World"}}""");
        (await server.Http.GetStringAsync(url + "/Other")).ShouldContain("OPERATION_NOT_FOUND");
        (await server.Http.GetStringAsync("/graphql/persisted/none")).ShouldBe(NotFound);
        using var posted = await server.Http.PostAsync(url, other);
        (await posted.Content.ReadAsStringAsync()).ShouldBe(HelloAnn);
        using var changing = await server.Http.GetAsync("/graphql/persisted/" + IdOf(Increment));
        changing.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        server.Probe.Counter.ShouldBe(0);
    }

    [Fact]
    public async Task A_stored_subscription_is_an_event_stream_by_get_which_a_browsers_event_source_can_open()
    {
        await using var server = await TransportServer.StartAsync(documents: Load(), environment: "Production");

        (await server.GetAsync("documentId=" + IdOf(Count), "text/event-stream")).ShouldBe(new Answer(
            200, "text/event-stream; charset=utf-8", ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: complete\ndata:\n\n"));
    }

    [Fact]
    public async Task A_get_by_id_needs_no_preflight_header_but_a_text_beside_it_does()
    {
        await using var server = await TransportServer.StartAsync(documents: Load(), environment: "Production");

        (await server.GetAsync("documentId=" + s_hello)).Status.ShouldBe(200);
        (await server.GetAsync($"documentId={s_hello}&query=%7Bhello%7D")).ShouldBe(new Answer(
            400,
            "application/json; charset=utf-8",
            """{"errors":[{"message":"Send the header GraphQL-Preflight: 1 with a query in the URL or a form with files, so that no web page can send it unasked.","extensions":{"code":"PREFLIGHT_REQUIRED"}}]}"""));
    }

    [Fact]
    public async Task The_answer_to_a_get_may_be_kept_by_its_caller_and_is_not_sent_again_while_it_is_the_same()
    {
        await using var server = await TransportServer.StartAsync(documents: Load());

        using var first = await GetAsync(server, s_hello);
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        first.Headers.Vary.ShouldBe(["Accept", "Authorization"]);
        first.Headers.ETag!.IsWeak.ShouldBeTrue();

        using var again = await GetAsync(server, s_hello, first.Headers.ETag);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        again.Headers.ETag.ShouldBe(first.Headers.ETag);
        again.Headers.Vary.ShouldBe(["Accept", "Authorization"]);

        using var other = await GetAsync(server, s_hello, first.Headers.ETag, "&variables=%7B%22name%22:%22Bob%22%7D");
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    [Fact]
    public async Task An_answer_with_errors_is_not_kept()
    {
        await using var server = await TransportServer.StartAsync(documents: Load());

        foreach (var id in new[] { IdOf(Failing), "sha256:00ff" })
        {
            using var response = await GetAsync(server, id);
            response.Headers.CacheControl!.ToString().ShouldBe("no-store", id);
            response.Headers.ETag.ShouldBeNull();
        }
    }

    /// <summary>What a text can still do where only trusted documents are executed: nothing, whichever way it comes.</summary>
    [Fact]
    public async Task Where_only_trusted_documents_are_executed_a_text_is_refused_over_every_transport()
    {
        await using var server = await TransportServer.StartAsync(
            persisted: new PersistedOperationOptions { OnlyAllowPersistedDocuments = true }, documents: Load(), environment: "Production");
        using var socket = await SocketClient.InitialiseAsync(server.SocketAddress());
        foreach (var text in new[] { "{ hello }", Hello, "mutation { increment }", "subscription { never }", "{ __schema { queryType { name } } }", "{" })
        {
            foreach (var body in new[]
            {
                $$"""{"query":{{JsonSerializer.Serialize(text)}}}""",
                $$"""{"query":{{JsonSerializer.Serialize(text)}},"documentId":"{{s_hello}}"}""",
                $$"""{"query":{{JsonSerializer.Serialize(text)}},"extensions":{{Extension(text)}}}""",
            })
            {
                (await server.PostAsync(body, "application/graphql-response+json")).ShouldBe(new Answer(400, "application/graphql-response+json; charset=utf-8", Refused), body);
                (await server.PostAsync(body, "text/event-stream")).Body.ShouldBe($"event: next\ndata: {Refused}\n\nevent: complete\ndata:\n\n", body);
                await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{body}}}""");
                (await socket.ReceiveAsync()).ShouldBe("""{"id":"1","type":"error","payload":""" + Refused["{\"errors\":".Length..], body);
            }

            using var get = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(text));
            get.Headers.Add("GraphQL-Preflight", "1");
            using var got = await server.Http.SendAsync(get);
            (await got.Content.ReadAsStringAsync()).ShouldBe(Refused, text);
        }

        server.Probe.Counter.ShouldBe(0);
        (await server.PostAsync($$"""{"documentId":"{{s_hello}}"}""")).Body.ShouldBe("""{"data":{"hello":"Hello World"}}""");
        (await server.PostAsync(ByHash(Hello))).Body.ShouldBe("""{"data":{"hello":"Hello World"}}""");
        (await server.PostAsync(ByHash("{ hello }"))).Body.ShouldBe(
            """{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}""");
    }

    private static string Extension(string document) => $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{HashOf(document)}}}"}}""";

    private static string ByHash(string document) => $$"""{"extensions":{{Extension(document)}}}""";

    private static async Task<HttpResponseMessage> GetAsync(TransportServer server, string id, EntityTagHeaderValue? known = null, string more = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?documentId={id}{more}");
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await server.Http.SendAsync(request);
    }
}
