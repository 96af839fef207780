namespace Headless.Community;

/// <summary>
/// Shares members out among the callers of a list: by region where the list says who calls it, evenly among the others otherwise.
/// The same members in the same order, with the same loads before, go to the same callers.
/// </summary>
public sealed class CallPartition
{
    private readonly Dictionary<string, long[]> _regions;
    private readonly long[] _others;
    private readonly Dictionary<long, int> _loads;

    /// <param name="rules">The list's lines.</param>
    /// <param name="loads">How many of the round each caller has already.</param>
    public CallPartition(IEnumerable<CallRule> rules, IReadOnlyDictionary<long, int> loads)
    {
        var lines = rules.ToList();
        _regions = lines.Where(line => line.Region is not null)
            .GroupBy(line => line.Region!, StringComparer.Ordinal)
            .ToDictionary(region => region.Key, CallersOf, StringComparer.Ordinal);
        _others = CallersOf(lines.Where(line => line.Region is null));
        _loads = new Dictionary<long, int>(loads);
    }

    /// <summary>Who calls the next member of a region: of its callers the one with the fewest, the lowest id first; null: the region is left out.</summary>
    public long? Assign(string? region)
    {
        var callers = region is not null && _regions.TryGetValue(region, out var own) ? own : _others;
        if (callers.Length == 0)
        {
            return null;
        }

        var caller = callers.MinBy(id => (_loads.GetValueOrDefault(id), id));
        _loads[caller] = _loads.GetValueOrDefault(caller) + 1;
        return caller;
    }

    private static long[] CallersOf(IEnumerable<CallRule> lines) => [.. lines.Select(line => line.OperatorId).OfType<long>().Distinct().Order()];
}
