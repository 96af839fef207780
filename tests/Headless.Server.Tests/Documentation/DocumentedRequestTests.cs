using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Documentation;

/// <summary>What the documentation shows has to work on the demo community.</summary>
public sealed partial class DocumentedRequestTests(DemoServerFixture server) : IClassFixture<DemoServerFixture>
{
    public static TheoryData<string, string> Requests()
    {
        var data = new TheoryData<string, string>();
        foreach (var (title, body) in DocumentedRequests.All())
        {
            data.Add(title, body);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_request_of_api_http_is_answered_without_errors(string title, string body)
    {
        using var client = server.Factory.CreateClient();

        using var response = await client.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));

        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        answer.RootElement.TryGetProperty("errors", out var errors).ShouldBeFalse($"{title}: {errors}");
        answer.RootElement.GetProperty("data").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Every_graphql_example_of_the_documentation_is_a_valid_document()
    {
        var examples = Directory.GetFiles(Path.Combine(DocumentedRequests.RepositoryRoot(), "docs"), "*.md").Append(Path.Combine(DocumentedRequests.RepositoryRoot(), "README.md"))
            .SelectMany(file => ExamplePattern().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), Text: m.Groups["body"].Value)))
            .ToList();
        examples.Count.ShouldBeGreaterThan(4);
        foreach (var (file, text) in examples.Where(e => !e.Text.TrimStart().StartsWith("subscription", StringComparison.Ordinal)))
        {
            var answer = await server.QueryAsync(text);

            answer.TryGetProperty("errors", out var errors).ShouldBeFalse($"{file}: {text}\n{errors}");
        }
    }

    [GeneratedRegex(@"```graphql\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ExamplePattern();
}
