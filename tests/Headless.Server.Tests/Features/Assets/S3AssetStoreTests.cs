using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Headless.Server.Assets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Headless.Server.Tests.Features.Assets;

/// <summary>A store that speaks as much of S3 as ours asks of it, on a loopback port.</summary>
public sealed class S3ServerFixture : AssetServerFixture
{
    private WebApplication? _bucket;

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        .. base.Settings, new("Assets:Store", "S3"), new("Assets:S3:Bucket", "content"), new("Assets:S3:ServiceUrl", _bucket!.Urls.First()),
        new("Assets:S3:AccessKey", "tests"), new("Assets:S3:SecretKey", "tests"),
    ];

    public override async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _bucket = builder.Build();
        _bucket.Map("/content/{**key}", AnswerAsync);
        await _bucket.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _bucket!.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, string? key)
    {
        context.Request.Headers.Authorization.ToString().ShouldStartWith("AWS4-HMAC-SHA256 Credential=tests/");
        switch (context.Request.Method)
        {
            case "PUT":
                using (var body = new MemoryStream())
                {
                    await context.Request.Body.CopyToAsync(body);
                    Objects[key!] = body.ToArray();
                }

                break;
            case "DELETE":
                Objects.TryRemove(key!, out _);
                context.Response.StatusCode = 204;
                break;
            case "GET" when string.IsNullOrEmpty(key):
                var contents = string.Concat(Objects.Keys.Select(k => $"<Contents><Key>{k}</Key><LastModified>2020-01-01T00:00:00.000Z</LastModified><Size>1</Size></Contents>"));
                context.Response.ContentType = "application/xml";
                await context.Response.WriteAsync($"<ListBucketResult><Name>content</Name><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>");
                break;
            case "GET" when Objects.TryGetValue(key!, out var bytes):
                var range = context.Request.GetTypedHeaders().Range?.Ranges.Single();
                var (from, to) = ((int)(range?.From ?? 0), (int)(range?.To ?? bytes.Length - 1));
                context.Response.StatusCode = range is null ? 200 : 206;
                await context.Response.Body.WriteAsync(bytes.AsMemory(from, to - from + 1));
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    }
}

/// <summary>The same assets in a bucket.</summary>
public sealed class S3AssetStoreTests(S3ServerFixture server) : IClassFixture<S3ServerFixture>
{
    [Fact]
    public async Task Assets_go_into_the_bucket_come_out_in_parts_and_are_deleted_from_it()
    {
        var bytes = AssetServerFixture.Png(7, 7, 70, fill: 9);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var id = (await server.UploadAsync("bucket.png", bytes)).GetProperty("data").GetProperty("uploadAsset").GetProperty("asset").GetProperty("id").GetString()!;
        server.Objects[$"assets/{sha256}"].ShouldBe(bytes);

        var url = (await server.DataAsync("query($id: ID!) { assetById(id: $id) { url } }", new { id })).GetProperty("assetById").GetProperty("url").GetString()!;
        var part = await server.SendAsync(HttpMethod.Get, url, null, ("Range", "bytes=2-5"));
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(bytes[2..6]);
        (await (await server.SendAsync(HttpMethod.Get, url)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(bytes);

        var sweep = server.Factory.Services.GetRequiredService<AssetStoreSweep>();
        (await sweep.SweepAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        await server.DataAsync("mutation($input: RemoveAssetInput!) { removeAsset(input: $input) { asset { status } } }", new { input = new { id } });
        (await sweep.SweepAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        server.Objects.ShouldBeEmpty();
    }
}
