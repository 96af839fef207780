using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace Headless.Server.Tests.Transport;

/// <summary>Files that come with an operation (GraphQL multipart request specification).</summary>
public sealed class UploadTests
{
    private const string Upload = """{"query":"mutation($file: Upload!) { upload(file: $file) }","variables":{"file":null}}""";
    private const string UploadAll = """{"query":"mutation($files: [Upload!]!) { uploadAll(files: $files) }","variables":{"files":[null,null]}}""";

    [Fact]
    public async Task A_file_reaches_its_resolver_with_its_name_type_and_content()
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync([("operations", Upload), ("map", """{"a":["variables.file"]}"""), ("a", "é群")])).ShouldBe(new Answer(
            200, "application/json; charset=utf-8", """{"data":{"upload":"a.txt text/x-test 5 é群"}}"""));
    }

    [Fact]
    public async Task Files_reach_lists_and_input_objects_and_one_file_several_places()
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync([("operations", UploadAll), ("map", """{"a":["variables.files.1"],"b":["variables.files.0"]}"""), ("a", "1"), ("b", "2")]))
            .Body.ShouldBe("""{"data":{"uploadAll":["b.txt text/x-test 1 2","a.txt text/x-test 1 1"]}}""");
        (await server.PostAsync(
            [
                ("operations", """{"query":"mutation($a: AttachmentInput!, $c: Upload) { attach(attachment: $a, cover: $c) }","variables":{"a":{"title":"T","files":[null]},"c":null}}"""),
                ("map", """{"0":["variables.a.files.0","variables.c"]}"""),
                ("0", "x"),
            ])).Body.ShouldBe("""{"data":{"attach":"T: 0.txt text/x-test 1 x; 0.txt text/x-test 1 x"}}""");
        (await server.PostAsync(
            [
                ("operations", """{"query":"mutation($files: [Upload!]!) { uploadAll(files: $files) }","variables":{"files":null}}"""),
                ("map", """{"0":["variables.files"]}"""),
                ("0", "x"),
            ])).Body.ShouldBe("""{"data":{"uploadAll":["0.txt text/x-test 1 x"]}}""");
    }

    [Fact]
    public async Task A_file_that_may_be_absent_may_be_absent()
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync(
            [
                ("operations", """{"query":"mutation($a: AttachmentInput!) { attach(attachment: $a) }","variables":{"a":{"title":"T","files":[]}}}"""),
                ("map", "{}"),
            ])).Body.ShouldBe("""{"data":{"attach":"T: ; no cover"}}""");
    }

    [Fact]
    public async Task A_large_file_waits_on_disk_and_is_gone_with_its_request()
    {
        await using var server = await UploadServer.StartAsync();
        var content = new string('x', 200_000);

        (await server.PostAsync([("operations", UploadAll), ("map", """{"a":["variables.files.0"],"b":["variables.files.1"]}"""), ("a", content), ("b", content)]))
            .Body.ShouldStartWith("""{"data":{"uploadAll":["a.txt text/x-test 200000 xxx""");

        server.Probe.TemporaryFilesSeen.ShouldBe(2);
        server.TemporaryFiles.ShouldBe(0);
        Should.Throw<ObjectDisposedException>(() => server.Probe.LastFile!.OpenReadStream());
    }

    [Fact]
    public async Task An_upload_can_be_answered_as_events()
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync([("operations", Upload), ("map", """{"a":["variables.file"]}"""), ("a", "x")], accept: "text/event-stream")).Body
            .ShouldBe("event: next\ndata: {\"data\":{\"upload\":\"a.txt text/x-test 1 x\"}}\n\nevent: complete\ndata:\n\n");
    }

    [Fact]
    public async Task A_form_needs_a_header_that_no_web_page_can_send_unasked()
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync([("operations", Upload), ("map", """{"a":["variables.file"]}"""), ("a", "x")], preflight: false))
            .ShouldBe(Error("PREFLIGHT_REQUIRED", "Send the header GraphQL-Preflight: 1 with a query in the URL or a form with files, so that no web page can send it unasked."));
        server.Probe.Calls.ShouldBe(0);
    }

    [Theory]
    [InlineData("variables.none")]
    [InlineData("variables.files.2")]
    [InlineData("variables.files.-1")]
    [InlineData("variables.files")]
    [InlineData("variables.files.0.x")]
    [InlineData("variables.")]
    [InlineData("variables")]
    [InlineData("query")]
    [InlineData("0.variables.files.0")]
    [InlineData("")]
    public async Task A_place_that_is_not_there_or_not_null_is_refused(string place)
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync([("operations", UploadAll), ("map", $$"""{"a":["{{place}}"]}"""), ("a", "x")]))
            .ShouldBe(Error("UPLOAD_PLACE_INVALID", $"The map leads to \"{place}\": each place must be a path into the variables, have null there and be named once."));
        server.Probe.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_place_cannot_be_filled_twice()
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync([("operations", UploadAll), ("map", """{"a":["variables.files.0"],"b":["variables.files.0"]}"""), ("a", "1"), ("b", "2")]))
            .ShouldBe(Error("UPLOAD_PLACE_INVALID", "The map leads to \"variables.files.0\": each place must be a path into the variables, have null there and be named once."));
    }

    [Theory]
    [InlineData(1_000, 1)]
    [InlineData(101, 1)]
    [InlineData(51, 2)]
    public async Task More_places_than_the_limit_are_refused(int places, int files)
    {
        await using var server = await UploadServer.StartAsync();
        var operations = $$$"""{"query":"mutation($files: [Upload!]!) { uploadAll(files: $files) }","variables":{"files":[{{{string.Join(',', Enumerable.Repeat("null", places * files))}}}]}}""";
        var map = string.Join(',', Enumerable.Range(0, files).Select(f =>
            $"\"{f}\":[{string.Join(',', Enumerable.Range(f * places, places).Select(i => $"\"variables.files.{i}\""))}]"));

        (await server.PostAsync([("operations", operations), ("map", $"{{{map}}}"), .. Enumerable.Range(0, files).Select(f => ($"{f}", "x"))]))
            .ShouldBe(Error("UPLOAD_LIMIT_EXCEEDED", "The files of a request may stand at no more than 100 places."));
        server.Probe.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_hundred_files_are_read_and_one_more_is_refused()
    {
        await using var server = await UploadServer.StartAsync(o => o.Uploads.MaxPlaces = 1_000);

        (await server.PostAsync(Files(100))).Body.ShouldStartWith("""{"data":{"uploadAll":["0.txt text/x-test 1 x",""");
        (await server.PostAsync(Files(101))).ShouldBe(Error("UPLOAD_LIMIT_EXCEEDED", "A request may carry no more than 100 files."));

        static IEnumerable<(string, string)> Files(int count) =>
        [
            ("operations", $$$"""{"query":"mutation($files: [Upload!]!) { uploadAll(files: $files) }","variables":{"files":[{{{string.Join(',', Enumerable.Repeat("null", count))}}}]}}"""),
            ("map", $"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i}\":[\"variables.files.{i}\"]"))}}}"),
            .. Enumerable.Range(0, count).Select(i => ($"{i}", "x")),
        ];
    }

    public static TheoryData<string, string[]> OutOfOrder { get; } = new()
    {
        { "a file before operations", ["a", "operations", "map"] },
        { "a file before the map", ["operations", "a", "map"] },
        { "the map before operations", ["map", "operations", "a"] },
        { "no operations", ["map", "a"] },
        { "no map", ["operations"] },
        { "nothing", [] },
    };

    [Theory]
    [MemberData(nameof(OutOfOrder))]
    public async Task The_order_of_the_parts_is_kept(string name, string[] parts)
    {
        await using var server = await UploadServer.StartAsync();
        var contents = new Dictionary<string, string> { ["operations"] = Upload, ["map"] = """{"a":["variables.file"]}""", ["a"] = "x" };

        var answer = await server.PostAsync(parts.Select(p => (p, contents[p])));

        (answer.Status, answer.ContentType).ShouldBe((400, "application/json; charset=utf-8"), name);
        answer.Body.ShouldContain("UPLOAD_MALFORMED");
        server.Probe.Calls.ShouldBe(0);
        server.TemporaryFiles.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_the_map_does_not_name_and_one_that_comes_twice_are_refused()
    {
        await using var server = await UploadServer.StartAsync();
        var error = Error("UPLOAD_MALFORMED", "Each part after \"map\" must be a file that the map names, once.");
        const string map = """{"a":["variables.file"]}""";

        (await server.PostAsync([("operations", Upload), ("map", map), ("a", "x"), ("b", "y")])).ShouldBe(error);
        (await server.PostAsync([("operations", Upload), ("map", map), ("a", "x"), ("a", "y")])).ShouldBe(error);
    }

    [Fact]
    public async Task A_file_that_does_not_come_is_missed()
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync([("operations", UploadAll), ("map", """{"a":["variables.files.0"],"b":["variables.files.1"]}"""), ("a", new string('x', 100_000))]))
            .ShouldBe(Error("UPLOAD_FILE_MISSING", "The map names the file \"b\", which did not come."));
        server.TemporaryFiles.ShouldBe(0);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{"a":"variables.file"}""")]
    [InlineData("""{"a":[1]}""")]
    [InlineData("""{"a":[null]}""")]
    [InlineData("""{"a":[["variables.file"]]}""")]
    [InlineData("""{"a":["\ud83d"]}""")]
    [InlineData("""{"a":[],"a":[]}""")]
    public async Task What_is_not_a_map_is_refused(string map)
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync([("operations", Upload), ("map", map), ("a", "x")])).ShouldBe(Error(
            "UPLOAD_MALFORMED",
            """The part "map" must be a JSON object from each file's part to a list of places, such as {"0": ["variables.file"]}."""));
    }

    [Theory]
    [InlineData("""[{"query":"{ hello }"}]""", "Batches of requests are not supported: send one JSON object.")]
    [InlineData("{", "The request is not valid JSON: line 1, byte 2.")]
    public async Task Operations_that_are_not_one_request_are_refused(string operations, string message)
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync([("operations", operations), ("map", "{}")])).ShouldBe(Error("INVALID_REQUEST", message));
    }

    [Fact]
    public async Task A_file_in_the_place_of_something_else_is_a_request_error()
    {
        await using var server = await UploadServer.StartAsync();

        (await server.PostAsync(
            [
                ("operations", """{"query":"mutation($file: Upload!) { upload(file: $file) }","variables":{"file":null,"x":{"y":null}}}"""),
                ("map", """{"a":["variables.file"],"b":["variables.x.y"]}"""),
                ("a", "x"),
                ("b", "y"),
            ])).Body.ShouldBe("""{"errors":[{"message":"The operation takes no Upload at \"variables.x.y\": the file has no place there.","extensions":{"code":"INVALID_VARIABLES"}}]}""");
        server.Probe.Calls.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"query":"mutation($file: Upload!) { upload(file: $file) }","variables":{"file":null}}""", "Expected value of non-null type \\\"Upload!\\\" not to be null.")]
    [InlineData("""{"query":"mutation($file: Upload!) { upload(file: $file) }","variables":{"file":"a"}}""", "Upload cannot represent a value")]
    [InlineData("""{"query":"mutation { upload(file: \"a\") }"}""", "Upload cannot represent a value")]
    public async Task Json_cannot_express_a_file(string body, string message)
    {
        await using var server = await UploadServer.StartAsync();

        var answer = await server.SendAsync(new StringContent(body, new MediaTypeHeaderValue("application/json")));

        answer.Body.ShouldContain(message);
        answer.Body.ShouldNotContain("\"data\"");
        server.Probe.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_at_the_limit_is_read_and_one_byte_more_is_413()
    {
        await using var server = await UploadServer.StartAsync(o => (o.Uploads.MaxFileSize, o.Uploads.MaxTotalSize) = (100_000, 150_000));

        (await server.PostAsync(One(100_000))).Status.ShouldBe(200);
        (await server.PostAsync(One(100_001))).ShouldBeProblem(413);
        (await server.PostAsync(Two(75_000))).Status.ShouldBe(200);
        (await server.PostAsync(Two(75_001))).ShouldBeProblem(413);
        server.TemporaryFiles.ShouldBe(0);

        static (string, string)[] One(int size) => [("operations", Upload), ("map", """{"a":["variables.file"]}"""), ("a", new string('x', size))];
        static (string, string)[] Two(int size) =>
            [("operations", UploadAll), ("map", """{"a":["variables.files.0"],"b":["variables.files.1"]}"""), ("a", new string('x', size)), ("b", new string('x', size))];
    }

    [Theory]
    [InlineData("operations")]
    [InlineData("map")]
    public async Task A_part_of_text_has_the_limit_of_a_body(string part)
    {
        await using var server = await UploadServer.StartAsync(o => o.MaxRequestBodySize = 1_000);

        (await server.PostAsync([("operations", part == "operations" ? Upload.PadRight(1_001) : Upload), ("map", "{}".PadRight(1_001)), ("a", "x")])).ShouldBeProblem(413);
    }

    [Fact]
    public async Task A_compressed_form_is_measured_as_it_comes_out()
    {
        await using var server = await UploadServer.StartAsync(o => o.Uploads.MaxFileSize = 100_000);
        var form = new MultipartFormDataContent("b")
        {
            { new StringContent(Upload), "operations" },
            { new StringContent("""{"a":["variables.file"]}"""), "map" },
            { new ByteArrayContent(new byte[10_000_000]), "a", "a" },
        };
        var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await form.CopyToAsync(gzip);
        }

        compressed.Length.ShouldBeLessThan(50_000);
        using var content = new ByteArrayContent(compressed.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        content.Headers.ContentEncoding.Add("gzip");

        (await server.SendAsync(content)).ShouldBeProblem(413);
        server.TemporaryFiles.ShouldBe(0);
    }

    [Theory]
    [InlineData("multipart/form-data", "")]
    [InlineData("multipart/form-data; boundary=", "")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"operations\"")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno header\r\n\r\n{}\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--c\r\n\r\n{}\r\n--c--\r\n")]
    public async Task What_is_not_a_form_is_refused(string contentType, string body)
    {
        await using var server = await UploadServer.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await server.SendAsync(content);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("UPLOAD_MALFORMED");
    }

    [Fact]
    public async Task A_boundary_that_is_longer_than_the_standard_allows_is_refused()
    {
        await using var server = await UploadServer.StartAsync();
        using var content = new ByteArrayContent([]);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + new string('b', 71));

        (await server.SendAsync(content)).ShouldBe(Error("UPLOAD_MALFORMED", "The content type multipart/form-data needs a boundary."));
    }

    [Fact]
    public async Task Where_only_trusted_documents_are_executed_an_upload_is_no_way_around()
    {
        await using var server = await UploadServer.StartAsync(trustedOnly: true);

        (await server.PostAsync([("operations", Upload), ("map", """{"a":["variables.file"]}"""), ("a", "x")])).Body.ShouldContain("TRUSTED_DOCUMENTS_ONLY");
        server.Probe.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Uploads_can_be_switched_off()
    {
        await using var server = await UploadServer.StartAsync(o => o.EnableMultipartRequests = false);

        (await server.PostAsync([("operations", Upload), ("map", """{"a":["variables.file"]}"""), ("a", "x")])).ShouldBeProblem(415);
    }

    [Fact]
    public async Task Only_an_upload_shows_the_scalar_in_the_schema()
    {
        await using var with = await UploadServer.StartAsync();
        await using var without = await TransportServer.StartAsync();

        (await with.Http.GetStringAsync("/graphql/schema.graphql")).ShouldContain("scalar Upload @specifiedBy(url: \"https:\\/\\/github.com\\/jaydenseric\\/graphql-multipart-request-spec\")");
        (await without.Http.GetStringAsync("/graphql/schema.graphql")).ShouldNotContain("Upload");
    }

    private static Answer Error(string code, string message) => new(
        400,
        "application/json; charset=utf-8",
        $$$"""{"errors":[{"message":{{{System.Text.Json.JsonSerializer.Serialize(message, TransportServer.Relaxed)}}},"extensions":{"code":"{{{code}}}"}}]}""");
}
