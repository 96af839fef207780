using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace Headless.Server.Tests.Transport;

/// <summary>Bodies that come compressed: read like any other, and measured as they come out.</summary>
public sealed class RequestCompressionTests
{
    private const int Limit = 1024 * 1024;
    private const string Hello = """{"query":"{ hello }"}""";

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("GZip")]
    [InlineData("identity")]
    public async Task A_compressed_body_is_read(string encoding)
    {
        await using var server = await TransportServer.StartAsync();

        (await PostAsync(server, Compress(Hello, encoding), encoding)).ShouldBe(new Answer(200, "application/json; charset=utf-8", """{"data":{"hello":"Hello World"}}"""));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_that_comes_out_at_the_limit_is_read_and_one_byte_more_is_413(string encoding)
    {
        await using var server = await TransportServer.StartAsync();

        (await PostAsync(server, Compress(Hello.PadRight(Limit), encoding), encoding)).Status.ShouldBe(200);
        (await PostAsync(server, Compress(Hello.PadRight(Limit + 1), encoding), encoding)).ShouldBeProblem(413);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_is_413_and_only_its_beginning_is_unpacked(string encoding)
    {
        await using var server = await TransportServer.StartAsync();
        var bomb = Compress(new string(' ', 100_000_000), encoding);
        bomb.Length.ShouldBeLessThan(200_000);

        var before = GC.GetTotalAllocatedBytes();
        (await PostAsync(server, bomb, encoding)).ShouldBeProblem(413);

        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(20_000_000);
        (await server.PostAsync(Hello)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_that_is_not_compressed_as_it_says_is_400(string encoding)
    {
        await using var server = await TransportServer.StartAsync();

        (await PostAsync(server, Encoding.UTF8.GetBytes(Hello), encoding)).ShouldBeProblem(400);
    }

    [Theory]
    [InlineData("compress")]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    public async Task Another_encoding_is_415(string encoding)
    {
        await using var server = await TransportServer.StartAsync();

        (await PostAsync(server, Encoding.UTF8.GetBytes(Hello), encoding)).ShouldBeProblem(415);
    }

    private static byte[] Compress(string text, string encoding)
    {
        var output = new MemoryStream();
        using (Stream compressing = encoding.ToLowerInvariant() switch
        {
            "gzip" => new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BufferedStream(output),
        })
        {
            compressing.Write(Encoding.UTF8.GetBytes(text));
        }

        return output.ToArray();
    }

    private static async Task<Answer> PostAsync(TransportServer server, byte[] body, string encoding)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        using var response = await server.Http.PostAsync("/graphql", content);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
    }
}
