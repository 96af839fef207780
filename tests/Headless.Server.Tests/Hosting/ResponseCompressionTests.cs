using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Hosting;

/// <summary>Answers go out compressed to clients that take them so; event streams never do.</summary>
public sealed class ResponseCompressionTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly object s_request = new { query = "{ __type(name: \"Group\") { name description fields { name description } } }" };

    [Theory]
    [InlineData("gzip", "application/json")]
    [InlineData("br", "application/json")]
    [InlineData("br", "application/graphql-response+json")]
    public async Task An_answer_is_compressed_as_the_client_takes_it(string encoding, string accept)
    {
        using var plain = await PostAsync(accept, null);
        using var compressed = await PostAsync(accept, encoding);

        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        compressed.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        compressed.Headers.Vary.ShouldBe(["Accept", "Accept-Encoding"]);
        (await ReadAsync(compressed, encoding)).ShouldBe(await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_schema_definition_is_compressed_and_its_tag_stays()
    {
        using var client = server.Factory.CreateClient();
        using var plain = await client.GetAsync("/graphql/schema.graphql", TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.AcceptEncoding.Add(new("br"));
        using var compressed = await client.GetAsync("/graphql/schema.graphql", TestContext.Current.CancellationToken);

        compressed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        compressed.Headers.ETag.ShouldBe(plain.Headers.ETag);
        compressed.Headers.ETag!.IsWeak.ShouldBeTrue();
        (await ReadAsync(compressed, "br")).ShouldBe(await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_get_that_is_compressed_is_not_sent_again_while_it_is_the_same()
    {
        using var client = server.Factory.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new("gzip"));
        using var first = await client.GetAsync("/graphql?query=%7B__typename%7D", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)first.StatusCode, (int)again.StatusCode).ShouldBe((200, 304));
        first.Headers.Vary.ShouldBe(["Accept", "Authorization", "Accept-Encoding"]);
        (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_stream_is_never_compressed()
    {
        using var response = await PostAsync("text/event-stream", "gzip, br");

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("event: next\ndata: {\"data\":");
    }

    private async Task<HttpResponseMessage> PostAsync(string accept, string? encoding)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(s_request) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (encoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, string encoding)
    {
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
