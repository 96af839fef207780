using System.Globalization;

namespace Headless.Benchmarks;

/// <summary>Options of a verb: <c>--name value</c>, any number of them.</summary>
internal sealed class CommandOptions(IReadOnlyDictionary<string, string> values)
{
    /// <exception cref="ArgumentException">The arguments are not pairs of a name and a value.</exception>
    public static CommandOptions Parse(string[] arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Length)
            {
                throw new ArgumentException($"Expected --name value, got '{arguments[i]}'.");
            }

            values[arguments[i][2..]] = arguments[i + 1];
        }

        return new CommandOptions(values);
    }

    public string? Text(string name) => values.GetValueOrDefault(name);

    public int Number(string name, int otherwise)
        => values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
