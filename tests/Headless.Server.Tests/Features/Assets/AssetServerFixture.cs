using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Assets;

/// <summary>The server with a clock that goes forward and a folder for assets that is gone afterwards; images of at most 4 kB, files of at most 64 kB.</summary>
public class AssetServerFixture : ClockServerFixture
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("headless-assets-");

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Assets:Folder", Folder.FullName), new("Assets:MaxImageSize", "4096"), new("Assets:MaxSize", "65536"),
        new("Assets:SigningKey", "a key for tests that nobody else would take"), new("Timers:Enabled", "false"),
    ];

    /// <summary>A PNG of a size, followed by so many zero bytes.</summary>
    public static byte[] Png(int width, int height, int more = 0, byte fill = 0) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. BitConverter.GetBytes(width).Reverse(), .. BitConverter.GetBytes(height).Reverse(), 8, 6, 0, 0, 0,
        .. Enumerable.Repeat(fill, more),
    ];

    /// <summary>The stored files.</summary>
    public int StoredFiles => Folder.GetFiles("*", SearchOption.AllDirectories).Length;

    public async Task<JsonElement> UploadAsync(string name, byte[] bytes, string? apiKey = null)
    {
        using var client = Factory.CreateClient();
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(JsonSerializer.Serialize(new
                {
                    query = "mutation($file: Upload!) { uploadAsset(input: { file: $file, altText: \"alt\" }) { asset { id name kind mediaType size width height status sha256 altText } errors { ... on Error { code } ... on InvalidInputError { fields { path code } } } } }",
                    variables = new { file = (string?)null },
                })),
                "operations"
            },
            { new StringContent("""{ "0": ["variables.file"] }"""), "map" },
        };
        form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "0", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        request.Headers.Authorization = apiKey is null ? null : new AuthenticationHeaderValue("Bearer", apiKey);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, byte[]? body = null, params (string Name, string Value)[] headers)
    {
        var client = Factory.CreateClient();
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
