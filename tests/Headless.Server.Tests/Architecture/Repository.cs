namespace Headless.Server.Tests.Architecture;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Headless.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Find(parent)
        : throw new InvalidOperationException("The tests do not run below the folder of the solution.");
}
