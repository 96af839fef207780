using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Transfers;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Transfers;

/// <summary>The server with a folder of its own for files, and jobs that are carried out when a test says so.</summary>
public class TransferServerFixture : ClockServerFixture
{
    /// <summary>Everything about a job that tests compare.</summary>
    public const string JobFields = "id status isDryRun encoding rows created updated unchanged rejected failureCode failureMessage progress";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("headless-transfers-");

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Assets:Folder", _folder.FullName), new("Timers:Enabled", "false"), new("Transfers:BatchSize", "3"), new("Transfers:MaxRejections", "8"),
        new("Transfers:MaxRows", "1000"), new("Transfers:MaxRowSize", "65536"), new("Transfers:MaxFileSize", "3000000"), new("Transfers:MaxUnfinished", "3"),
    ];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    public Task RunJobsAsync() => Factory.Services.GetRequiredService<TransferService>().RunPendingAsync(TestContext.Current.CancellationToken);

    /// <summary>Sends a file with the request; answers <c>startImport</c>.</summary>
    public async Task<JsonElement> StartAsync(object input, string name, byte[] bytes, string? apiKey = null)
    {
        var variables = JsonSerializer.SerializeToNode(input)!;
        variables["file"] = null;
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(JsonSerializer.Serialize(new
                {
                    query = $$"""mutation($input: StartImportInput!) { startImport(input: $input) { importJob { {{JobFields}} } errors { ... on Error { code message } ... on InvalidInputError { fields { path code } } } } }""",
                    variables = new { input = variables },
                })),
                "operations"
            },
            { new StringContent("""{ "0": ["variables.input.file"] }"""), "map" },
        };
        form.Add(new ByteArrayContent(bytes), "0", name);
        using var client = Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        request.Headers.Authorization = apiKey is null ? null : new AuthenticationHeaderValue("Bearer", apiKey);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("data").GetProperty("startImport");
    }

    /// <summary>Starts an import, carries it out and answers the job.</summary>
    public async Task<JsonElement> ImportAsync(object input, string text, string name = "rows.csv", string? apiKey = null) =>
        await ImportAsync(input, Encoding.UTF8.GetBytes(text), name, apiKey);

    public async Task<JsonElement> ImportAsync(object input, byte[] bytes, string name = "rows.csv", string? apiKey = null)
    {
        var started = await StartAsync(input, name, bytes, apiKey);
        started.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, started.ToString());
        await RunJobsAsync();
        return await JobAsync(started.GetProperty("importJob").GetProperty("id").GetString()!, apiKey);
    }

    public async Task<JsonElement> JobAsync(string id, string? apiKey = null) =>
        (await DataAsync($"query($id: ID!) {{ importJobById(id: $id) {{ {JobFields} }} }}", new { id }, apiKey)).GetProperty("importJobById");

    /// <summary>The rejected rows of an import: row, field and code of each.</summary>
    public async Task<string[]> RejectionsAsync(JsonElement job, string? apiKey = null)
    {
        var data = await DataAsync(
            "query($id: ID!) { importJobById(id: $id) { rejections(first: 50) { nodes { row field code } } } }", new { id = job.GetProperty("id").GetString() }, apiKey);
        return [.. data.GetProperty("importJobById").GetProperty("rejections").GetProperty("nodes").EnumerateArray()
            .Select(r => $"{r.GetProperty("row")} {r.GetProperty("field").GetString() ?? "-"} {r.GetProperty("code").GetString()}")];
    }

    /// <summary>Starts an export by a mutation and carries it out; answers the job.</summary>
    public async Task<JsonElement> ExportAsync(string mutation, object input, string? apiKey = null)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var wanted = JsonSerializer.SerializeToNode(input)!.AsObject();
        wanted.Remove("where", out var where);
        var filter = mutation switch { "exportOrders" => "Order", "exportContentItems" => "ContentItem", "exportCosts" => "CostEntry", _ => "Member" };
        var data = await DataAsync(
            $"mutation($input: {type}!, $where: {filter}FilterInput) {{ started: {mutation}(input: $input, where: $where) {{ exportJob {{ id }} errors {{ ... on Error {{ code message }} }} }} }}",
            new { input = wanted, where }, apiKey);
        var started = data.GetProperty("started");
        started.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, started.ToString());
        await RunJobsAsync();
        var job = await DataAsync(
            "query($id: ID!) { exportJobById(id: $id) { id status columns rows progress failureCode failureMessage url } }",
            new { id = started.GetProperty("exportJob").GetProperty("id").GetString() }, apiKey);
        return job.GetProperty("exportJobById");
    }

    /// <summary>Downloads without a key.</summary>
    public async Task<string> DownloadAsync(string url)
    {
        using var client = Factory.CreateClient();
        using var response = await client.GetAsync(url, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF');
    }
}
