namespace Headless.Metrics.Tests.Rollups;

/// <summary>The real data beside the repository, where it is at hand.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder of it; skips the test where it is absent.</summary>
    public static string Find(string name)
    {
        var roots = new List<string>();
        if (Environment.GetEnvironmentVariable("HEADLESS_SHARED_DATA") is { Length: > 0 } given)
        {
            roots.Add(given);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            roots.Add(Path.Combine(folder.FullName, "shared", "data"));
        }

        if (roots.Select(root => Path.Combine(root, name)).FirstOrDefault(Path.Exists) is { } path)
        {
            return path;
        }

        Assert.Skip($"shared/data/{name} is neither beside the repository nor in HEADLESS_SHARED_DATA.");
        return "";
    }
}
