using System.Text;
using System.Text.RegularExpressions;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Documentation;

/// <summary>The answer that the README prints, from a demo community that no other test has changed.</summary>
public sealed partial class ReadmeTests(DemoServerFixture server) : IClassFixture<DemoServerFixture>
{
    [Fact]
    public async Task The_first_query_of_the_readme_is_answered_as_printed()
    {
        var readme = File.ReadAllText(Path.Combine(DocumentedRequests.RepositoryRoot(), "README.md"));
        var request = FirstRequestPattern().Match(readme).Groups["body"].Value;
        var printed = FirstAnswerPattern().Match(readme).Groups["body"].Value;
        using var client = server.Factory.CreateClient();

        using var response = await client.PostAsync("/graphql", new StringContent(request, Encoding.UTF8, "application/json"));

        (await response.Content.ReadAsStringAsync()).ShouldBe(printed.Trim());
    }

    [GeneratedRegex(@"-d '(?<body>\{.*?\})'\n```", RegexOptions.Singleline)]
    private static partial Regex FirstRequestPattern();

    [GeneratedRegex(@"```json\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstAnswerPattern();
}
