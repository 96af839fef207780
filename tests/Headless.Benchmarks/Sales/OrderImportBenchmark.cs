using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Headless.Benchmarks.Sales;

/// <summary>
/// A file of orders through the product itself, as an integrator sends it: startImport, the file by PUT, and the job until it has come to its end.
/// The file is made before the clock starts; buyers and the group are there as in a shop's export, some of them for the first time.
/// </summary>
internal static class OrderImportBenchmark
{
    private const int Seed = 7;
    private const int Buyers = 50_000;

    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(CommandOptions options)
    {
        var rows = options.Number("rows", 1_000_000);
        using var folder = new TemporaryFolder();
        var csv = folder.File("orders.csv");
        Write(csv, rows);
        var size = new FileInfo(csv).Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} orders of {Buyers} buyers, {size / 1e6:F0} MB"));
        await using var server = await ChildServer.StartAsync(
            "headless", "Headless.Server", "health",
            url => ["--urls", url],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Demo__Load", "false"),
            ("Assets__Folder", folder.File("assets")),
            ("Database__ConnectionString", $"Data Source={folder.File("orders.db")}"),
            ("Logging__LogLevel__Default", "Warning"));
        var group = await PostAsync(
            server,
            """mutation { createGroup(input: { name: "shop", platform: WECHAT, externalId: "shop", type: TRAFFIC, positioning: { why: "w", what: "w", who: "w", where: "w", when: "w", how: "h" } }) { group { id } } }""",
            new { });
        var groupId = group.GetProperty("createGroup").GetProperty("group").GetProperty("id").GetString();
        await PostAsync(server, "mutation($id: ID!) { openGroup(input: { id: $id }) { group { id } } }", new { id = groupId });

        // The same twice: what is entered, and what a second sending finds to be there.
        foreach (var what in (string[])["entered", "sent again"])
        {
            var (job, url) = await StartAsync(server, groupId!, size);
            var begin = Stopwatch.GetTimestamp();
            await using (var file = File.OpenRead(csv))
            {
                using var content = new StreamContent(file);
                content.Headers.ContentLength = size;
                using var answer = await server.Client.PutAsync(url, content);
                answer.EnsureSuccessStatusCode();
            }

            var sent = Stopwatch.GetElapsedTime(begin);
            await FollowAsync(server, job, what, sent, begin);
        }

        return 0;
    }

    private static async Task FollowAsync(ChildServer server, string job, string what, TimeSpan sent, long begin)
    {
        var (processor, memory, marks) = (server.ProcessorTime, new List<long>(), new List<string>());
        while (true)
        {
            await Task.Delay(s_glance);
            var now = (await PostAsync(server, "query($id: ID!) { importJobById(id: $id) { status rows created updated unchanged rejected failureMessage } }", new { id = job })).GetProperty("importJobById");
            memory.Add(server.WorkingSet);
            marks.Add(string.Create(CultureInfo.InvariantCulture, $"{now.GetProperty("rows").GetInt64() / 1_000}k {server.WorkingSet / 1e6:F0} MB"));
            if (now.GetProperty("status").GetString() is "PENDING" or "RUNNING")
            {
                continue;
            }

            var elapsed = Stopwatch.GetElapsedTime(begin);
            var rows = now.GetProperty("rows").GetInt64();
            processor = server.ProcessorTime - processor;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {now.GetRawText()} in {elapsed.TotalSeconds:F1} s, {sent.TotalSeconds:F1} s of them to send it: {rows / elapsed.TotalSeconds:F0} rows/s, {rows / processor.TotalSeconds:F0} for a second of processor"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  working set at most {memory.Max() / 1e6:F0} MB: {string.Join(", ", marks.Where((_, i) => i % Math.Max(1, marks.Count / 10) == 0))}"));
            return;
        }
    }

    private static async Task<(string Job, string Url)> StartAsync(ChildServer server, string groupId, long size)
    {
        var started = (await PostAsync(
            server,
            "mutation($input: StartImportInput!) { startImport(input: $input) { importJob { id uploadUrl } errors { ... on Error { message } } } }",
            new { input = new { subject = "ORDERS", source = "shop", platform = "WECHAT", currency = "CNY", groupId, fileName = "orders.csv", size, dryRun = false } })).GetProperty("startImport");
        return started.GetProperty("errors").ValueKind == JsonValueKind.Null
            ? (started.GetProperty("importJob").GetProperty("id").GetString()!, started.GetProperty("importJob").GetProperty("uploadUrl").GetString()!)
            : throw new InvalidDataException(started.ToString());
    }

    /// <summary>Two years of orders; few buyers buy often, and most of them seldom.</summary>
    private static void Write(string file, int rows)
    {
        var random = new Random(Seed);
        var from = new DateTime(2024, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        text.WriteLine("externalId,paidAt,amount,quantity,account,accountName");
        for (var row = 0; row < rows; row++)
        {
            var buyer = (int)(Buyers * Math.Pow(random.NextDouble(), 2));
            var paidAt = from.AddSeconds(row * 63_072_000.0 / rows);
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"T{row:D9},{paidAt:yyyy-MM-dd'T'HH:mm:ss'Z'},{random.Next(100, 50_000) / 100m:F2},{random.Next(1, 4)},wx{buyer:D6},顾客 {buyer}"));
        }
    }

    /// <exception cref="InvalidDataException">The answer has errors.</exception>
    private static async Task<JsonElement> PostAsync(ChildServer server, string query, object variables)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { query, variables }));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await server.Client.PostAsync("graphql", content);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return !answer.RootElement.TryGetProperty("errors", out var errors)
            ? answer.RootElement.GetProperty("data").Clone()
            : throw new InvalidDataException($"The server answered {(int)response.StatusCode}: {errors}");
    }
}
