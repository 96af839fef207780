using System.Text.RegularExpressions;

namespace Headless.Server.Tests.Documentation;

/// <summary>The requests of <c>api.http</c>.</summary>
internal static partial class DocumentedRequests
{
    /// <summary>The title and the body of every GraphQL request that ends by itself.</summary>
    public static IEnumerable<(string Title, string Body)> All()
    {
        foreach (Match match in RequestPattern().Matches(File.ReadAllText(Path.Combine(RepositoryRoot(), "api.http"))))
        {
            if (match.Groups["url"].Value.EndsWith("/graphql", StringComparison.Ordinal) && !match.Groups["headers"].Value.Contains("event-stream"))
            {
                yield return (match.Groups["title"].Value.Trim(), match.Groups["body"].Value.Trim());
            }
        }
    }

    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Headless.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^### (?<title>[^\n]*)\nPOST (?<url>\S+)\n(?<headers>(?:\S+: [^\n]*\n)+)\n(?<body>\{.*?^\})", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex RequestPattern();
}
