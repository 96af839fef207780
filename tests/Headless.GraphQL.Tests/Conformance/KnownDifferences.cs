using System.Text.Json;
using System.Text.RegularExpressions;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>A difference from the reference implementation that is intended, from <c>tests/conformance/differences.json</c>.</summary>
/// <param name="Mode">The mode of the oracle in which it shows.</param>
/// <param name="Name">What to call it.</param>
/// <param name="Reason">Why it is intended.</param>
/// <param name="Ours">A regular expression for our outcome.</param>
/// <param name="Theirs">A regular expression for the outcome of the reference implementation.</param>
internal sealed record KnownDifference(string Mode, string Name, string Reason, string Ours, string Theirs)
{
    public bool Covers(string ours, string theirs) =>
        Regex.IsMatch(ours, Ours, RegexOptions.Singleline) && Regex.IsMatch(theirs, Theirs, RegexOptions.Singleline);
}

/// <summary>The list of intended differences of one mode, which also must be used: one that no case shows is out of date.</summary>
internal sealed class KnownDifferences
{
    private readonly IReadOnlyList<KnownDifference> _differences;
    private readonly HashSet<KnownDifference> _used = [];

    public KnownDifferences(string mode)
    {
        var text = File.ReadAllText(Path.Combine(ReferenceImplementation.Directory, "differences.json"));
        _differences = JsonSerializer.Deserialize<List<KnownDifference>>(text, JsonSerializerOptions.Web)!
            .Where(difference => difference.Mode == mode).ToList();
    }

    public IEnumerable<string> Unused => _differences.Except(_used).Select(difference => difference.Name);

    public bool Cover(string ours, string theirs)
    {
        var covering = _differences.FirstOrDefault(difference => difference.Covers(ours, theirs));
        return covering is not null && (_used.Add(covering) || true);
    }
}
