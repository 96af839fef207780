using System.Diagnostics;
using System.Globalization;

namespace Headless.GraphQL.Tests.Fuzzing;

/// <summary>The seeds of a fuzz test: the first ones always, and with <c>HEADLESS_FUZZ_MINUTES</c> further ones for so long.</summary>
/// <remarks><c>HEADLESS_FUZZ_SEED</c> says where to begin, to repeat a finding or to go where no run has been.</remarks>
internal static class FuzzSeeds
{
    public static IEnumerable<int> AtLeast(int count)
    {
        var first = (int)Number("HEADLESS_FUZZ_SEED");
        var time = TimeSpan.FromMinutes(Number("HEADLESS_FUZZ_MINUTES"));
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < count || watch.Elapsed < time; index++)
        {
            yield return first + index;
        }
    }

    private static double Number(string variable) => double.Parse(Environment.GetEnvironmentVariable(variable) ?? "0", CultureInfo.InvariantCulture);
}
