using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Assets;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Assets;

/// <summary>Files go in with a request or in two steps, and come out behind access, over HTTP.</summary>
public sealed class AssetTests(AssetServerFixture server) : IClassFixture<AssetServerFixture>
{
    [Fact]
    public async Task An_image_that_comes_with_the_request_is_kept_by_its_hash_with_its_size_in_pixels()
    {
        var bytes = AssetServerFixture.Png(640, 480, 20);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var asset = (await server.UploadAsync("海报.png", bytes)).GetProperty("data").GetProperty("uploadAsset");
        asset.ShouldBeJson(
            $$"""
            { "asset": { "id": "{{asset.GetProperty("asset").GetProperty("id").GetString()}}", "name": "海报.png", "kind": "IMAGE", "mediaType": "image/png", "size": {{bytes.Length}},
              "width": 640, "height": 480, "status": "READY", "sha256": "{{sha256}}", "altText": "alt" }, "errors": null }
            """);
        File.ReadAllBytes(Path.Combine(server.Folder.FullName, "sha256", sha256[..2], sha256)).ShouldBe(bytes);
    }

    [Theory]
    [InlineData("page.png", "<html><script>alert(1)</script></html>", "ASSET_TYPE_NOT_ALLOWED")]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "ASSET_TYPE_NOT_ALLOWED")]
    [InlineData("page.txt", "  <!doctype html>", "ASSET_TYPE_NOT_ALLOWED")]
    [InlineData("program.txt", "#!/bin/sh", "ASSET_TYPE_NOT_ALLOWED")]
    [InlineData("program.png", "MZ\u0000\u0001", "ASSET_TYPE_NOT_ALLOWED")]
    [InlineData("archive.docx", "PK\u0003\u0004 something else", "ASSET_TYPE_NOT_ALLOWED")]
    [InlineData("notes.png", "only words", "ASSET_TYPE_MISMATCH")]
    [InlineData("film.png", "GIF89a\u0001\u0000\u0001\u0000", "ASSET_TYPE_MISMATCH")]
    [InlineData("broken.gif", "GIF89a", "IMAGE_UNREADABLE")]
    [InlineData("nothing.txt", "", "ASSET_EMPTY")]
    public async Task A_file_that_is_not_what_its_name_says_is_refused(string name, string content, string code)
    {
        var before = server.StoredFiles;
        (await server.UploadAsync(name, Encoding.UTF8.GetBytes(content))).GetProperty("data").GetProperty("uploadAsset")
            .ShouldBeJson($$"""{ "asset": null, "errors": [{ "code": "{{code}}" }] }""");
        server.StoredFiles.ShouldBe(before);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_by_its_claim_and_by_its_bytes()
    {
        (await server.UploadAsync("large.png", AssetServerFixture.Png(1, 1, 5_000))).GetProperty("data").GetProperty("uploadAsset").GetProperty("errors")
            .ShouldBeJson("""[{ "code": "ASSET_TOO_LARGE" }]""");
        (await CreateAsync("film.mp4", 4L << 30)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ASSET_TOO_LARGE");
        (await CreateAsync("large.png", 5_000)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ASSET_TOO_LARGE");
        (await CreateAsync("page.html", 5)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ASSET_TYPE_NOT_ALLOWED");
        (await CreateAsync("../../etc/passwd.txt", 5)).GetProperty("errors")[0].GetProperty("fields").ShouldBeJson("""[{ "path": "name", "code": "INVALID_NAME" }]""");
        (await CreateAsync("nothing.txt", 0)).GetProperty("errors")[0].GetProperty("fields").ShouldBeJson("""[{ "path": "size", "code": "GREATER_THAN" }]""");
    }

    [Fact]
    public async Task A_large_file_is_announced_sent_and_completed()
    {
        var bytes = AssetServerFixture.Png(3, 4, 100, fill: 1);
        var (id, url) = await AnnounceAsync("two-steps.png", bytes.Length);
        (await CompleteAsync(id)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");

        (await server.SendAsync(HttpMethod.Put, url, bytes[..50])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await server.SendAsync(HttpMethod.Put, url.Replace("signature=", "signature=0", StringComparison.Ordinal), bytes)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await server.SendAsync(HttpMethod.Put, url, bytes)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await server.SendAsync(HttpMethod.Put, url, bytes)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await server.SendAsync(HttpMethod.Get, url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await CompleteAsync(id, new string('0', 64))).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ASSET_DAMAGED");
        (await CompleteAsync(id, Convert.ToHexString(SHA256.HashData(bytes)))).ShouldBeJson("""{ "asset": { "status": "READY", "width": 3, "height": 4 }, "errors": null }""");
        (await CompleteAsync(id)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
    }

    [Fact]
    public async Task Html_that_was_announced_as_a_picture_is_refused_and_never_complete()
    {
        var html = "<html><body onload=alert(1)>"u8.ToArray();
        var (id, url) = await AnnounceAsync("page.png", html.Length);
        var answer = await server.SendAsync(HttpMethod.Put, url, html);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("code").GetString().ShouldBe("ASSET_TYPE_NOT_ALLOWED");
        (await CompleteAsync(id)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_TRANSITION");
    }

    [Fact]
    public async Task Its_bytes_come_whole_in_parts_or_not_again_and_never_as_a_page()
    {
        var bytes = AssetServerFixture.Png(9, 9, 75, fill: 7);
        var id = (await server.UploadAsync("parts.png", bytes)).GetProperty("data").GetProperty("uploadAsset").GetProperty("asset").GetProperty("id").GetString()!;
        var url = await UrlAsync(id);

        var whole = await server.SendAsync(HttpMethod.Get, url, null, ("X-Forwarded-For", "192.0.2.1"));
        (await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(bytes);
        var tag = whole.Headers.ETag!.Tag;
        (whole.Content.Headers.ContentType!.ToString(), whole.Content.Headers.ContentDisposition!.DispositionType, whole.Headers.CacheControl!.Private).ShouldBe(("image/png", "inline", true));
        whole.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        whole.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");

        async Task<(HttpStatusCode, string?, string)> PartAsync(string range, params (string, string)[] more)
        {
            var part = await server.SendAsync(HttpMethod.Get, url, null, [("Range", range), .. more]);
            return (part.StatusCode, part.Content.Headers.ContentRange?.ToString(), Convert.ToHexString(await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        }

        (await PartAsync("bytes=1-3")).ShouldBe((HttpStatusCode.PartialContent, "bytes 1-3/104", Convert.ToHexString(bytes[1..4])));
        (await PartAsync("bytes=100-")).ShouldBe((HttpStatusCode.PartialContent, "bytes 100-103/104", Convert.ToHexString(bytes[100..])));
        (await PartAsync("bytes=-4")).ShouldBe((HttpStatusCode.PartialContent, "bytes 100-103/104", Convert.ToHexString(bytes[100..])));
        (await PartAsync("bytes=104-")).ShouldBe((HttpStatusCode.RequestedRangeNotSatisfiable, "bytes */104", string.Empty));
        (await PartAsync("bytes=1-3", ("If-Range", "\"other\""))).Item1.ShouldBe(HttpStatusCode.OK);
        (await server.SendAsync(HttpMethod.Get, url, null, ("If-None-Match", tag))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        var head = await server.SendAsync(HttpMethod.Head, url);
        (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, 104));
    }

    [Fact]
    public async Task A_document_is_a_download_and_an_address_ends_with_its_time_or_the_asset()
    {
        var id = (await server.UploadAsync("说明.txt", "开门红"u8.ToArray())).GetProperty("data").GetProperty("uploadAsset").GetProperty("asset").GetProperty("id").GetString()!;
        var url = await UrlAsync(id, minutes: 5);
        var whole = await server.SendAsync(HttpMethod.Get, url);
        (whole.Content.Headers.ContentType!.ToString(), whole.Content.Headers.ContentDisposition!.DispositionType, whole.Content.Headers.ContentDisposition.FileNameStar).ShouldBe(("application/octet-stream", "attachment", "说明.txt"));

        var plain = url.Split('?')[0];
        (await server.SendAsync(HttpMethod.Get, plain, null, ("X-Forwarded-For", "192.0.2.1"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var connector = await server.CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.RecordActivities);
        (await server.SendAsync(HttpMethod.Get, plain, null, ("Authorization", $"Bearer {connector}"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.SendAsync(HttpMethod.Get, plain, null, ("Authorization", $"Bearer {analyst}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.UploadAsync("x.txt", "x"u8.ToArray(), analyst)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");

        server.Clock.Forward(TimeSpan.FromMinutes(6));
        (await server.SendAsync(HttpMethod.Get, url, null, ("X-Forwarded-For", "192.0.2.1"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var fresh = await UrlAsync(id);
        (await RemoveAsync(id)).ShouldBeJson("""{ "asset": { "status": "REMOVED", "url": null }, "errors": null }""");
        (await server.SendAsync(HttpMethod.Get, fresh)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_never_was_completed_and_what_no_asset_has_is_swept()
    {
        var bytes = AssetServerFixture.Png(5, 5, 60, fill: 3);
        var (late, url) = await AnnounceAsync("late.png", bytes.Length);
        (await server.SendAsync(HttpMethod.Put, url, bytes)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var kept = (await server.UploadAsync("kept.txt", "kept"u8.ToArray())).GetProperty("data").GetProperty("uploadAsset").GetProperty("asset");

        server.Clock.Forward(TimeSpan.FromHours(2));
        await server.RunTimersAsync();
        (await server.DataAsync("query($id: ID!) { assetById(id: $id) { id } }", new { id = late })).ShouldBeJson("""{ "assetById": null }""");
        (await server.SendAsync(HttpMethod.Put, url, bytes)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var sweep = server.Factory.Services.GetRequiredService<AssetStoreSweep>();
        await sweep.SweepAsync(TestContext.Current.CancellationToken);
        Stored(Convert.ToHexStringLower(SHA256.HashData(bytes))).ShouldBeTrue("it is too young to be swept");
        server.Clock.Forward(TimeSpan.FromDays(2));
        (await sweep.SweepAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        Stored(Convert.ToHexStringLower(SHA256.HashData(bytes))).ShouldBeFalse();
        Stored(kept.GetProperty("sha256").GetString()!).ShouldBeTrue();
    }

    [Fact]
    public async Task A_content_item_has_its_pictures_in_their_order_and_they_cannot_be_removed_meanwhile()
    {
        var first = (await server.UploadAsync("1.png", AssetServerFixture.Png(1, 1))).GetProperty("data").GetProperty("uploadAsset").GetProperty("asset").GetProperty("id").GetString()!;
        var second = (await server.UploadAsync("2.png", AssetServerFixture.Png(2, 2))).GetProperty("data").GetProperty("uploadAsset").GetProperty("asset").GetProperty("id").GetString()!;
        var (pending, _) = await AnnounceAsync("3.png", 100);
        var item = (await server.DataAsync("mutation { createContentItem(input: { title: \"pictures\", body: \"b\" }) { contentItem { id } } }"))
            .GetProperty("createContentItem").GetProperty("contentItem").GetProperty("id").GetString()!;

        const string set = "mutation($input: SetContentItemAssetsInput!) { setContentItemAssets(input: $input) { contentItem { version assets(order: [{ position: ASC }]) { nodes { position asset { name } } } } errors { ... on Error { code } } } }";
        (await server.DataAsync(set, new { input = new { contentItemId = item, assetIds = new[] { second, first } } })).GetProperty("setContentItemAssets").ShouldBeJson(
            """{ "contentItem": { "version": 2, "assets": { "nodes": [{ "position": 0, "asset": { "name": "2.png" } }, { "position": 1, "asset": { "name": "1.png" } }] } }, "errors": null }""");
        (await server.DataAsync(set, new { input = new { contentItemId = item, assetIds = new[] { pending } } })).GetProperty("setContentItemAssets").ShouldBeJson(
            """{ "contentItem": null, "errors": [{ "code": "ASSET_NOT_READY" }] }""");
        (await RemoveAsync(first)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ASSET_IN_USE");
        await server.DataAsync(set, new { input = new { contentItemId = item, assetIds = Array.Empty<string>() } });
        (await RemoveAsync(first)).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private bool Stored(string sha256) => File.Exists(Path.Combine(server.Folder.FullName, "sha256", sha256[..2], sha256));

    private async Task<JsonElement> CreateAsync(string name, long size) => (await server.DataAsync(
        "mutation($input: CreateAssetUploadInput!) { createAssetUpload(input: $input) { upload { url asset { id status } } errors { ... on Error { code } ... on InvalidInputError { fields { path code } } } } }",
        new { input = new { name, size } })).GetProperty("createAssetUpload");

    private async Task<(string Id, string Url)> AnnounceAsync(string name, long size)
    {
        var upload = (await CreateAsync(name, size)).GetProperty("upload");
        upload.GetProperty("asset").GetProperty("status").GetString().ShouldBe("PENDING");
        return (upload.GetProperty("asset").GetProperty("id").GetString()!, upload.GetProperty("url").GetString()!);
    }

    private async Task<JsonElement> CompleteAsync(string id, string? sha256 = null) => (await server.DataAsync(
        "mutation($input: CompleteAssetUploadInput!) { completeAssetUpload(input: $input) { asset { status width height } errors { ... on Error { code } } } }",
        new { input = new { id, sha256 } })).GetProperty("completeAssetUpload");

    private async Task<JsonElement> RemoveAsync(string id) => (await server.DataAsync(
        "mutation($input: RemoveAssetInput!) { removeAsset(input: $input) { asset { status url } errors { ... on Error { code } } } }", new { input = new { id } })).GetProperty("removeAsset");

    private async Task<string> UrlAsync(string id, int? minutes = null) => (await server.DataAsync(
        "query($id: ID!, $minutes: Int) { assetById(id: $id) { url(minutes: $minutes) } }", new { id, minutes })).GetProperty("assetById").GetProperty("url").GetString()!;
}
