using System.Text.RegularExpressions;

namespace Headless.Server.Tests.Architecture;

/// <summary>What happens on which day is the test clock's to say: a run that crosses midnight must not fail.</summary>
public sealed partial class TestClockTests
{
    /// <summary>The clock itself and this rule.</summary>
    private static readonly string[] s_exempt = ["Fixtures/TestClock.cs", "Architecture/TestClockTests.cs"];

    [Fact]
    public void Tests_of_the_server_do_not_read_the_systems_clock()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Headless.Server.Tests");
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(source => !source.Name.StartsWith("obj/", StringComparison.Ordinal) && !source.Name.StartsWith("bin/", StringComparison.Ordinal) && !s_exempt.Contains(source.Name))
            .Where(source => SystemClock().IsMatch(File.ReadAllText(source.File)))
            .Select(source => source.Name)
            .ShouldBeEmpty("TestClock.UtcNow or the fixture's Clock says what the time is.");
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b")]
    private static partial Regex SystemClock();
}
