namespace Headless.GraphQL.Types;

/// <summary>Proposes known names for an unknown one, in the reference implementation's order and words.</summary>
internal static class NameSuggestions
{
    private const int MaxSuggestions = 5;

    /// <summary>Longer names are typing errors of nobody; measuring them would cost more than they deserve.</summary>
    private const int MaxNameLength = 256;

    /// <summary>The sentence that proposes the nearest names, with a leading space; empty when there are none.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The names that are known at its place.</param>
    /// <param name="lead">Words before the names; null for none.</param>
    public static string For(string name, IEnumerable<string> known, string? lead = null) => Sentence(lead, Nearest(name, known));

    /// <summary>The sentence for names that are already in order.</summary>
    public static string Sentence(string? lead, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return "";
        }

        var quoted = names.Take(MaxSuggestions).Select(static n => $"\"{n}\"").ToArray();
        return $" Did you mean {(lead is null ? "" : lead + " ")}{JoinWith("or", quoted)}?";
    }

    /// <summary>Names as a list in a sentence: <c>a</c>, <c>a or b</c>, <c>a, b, or c</c>.</summary>
    public static string JoinWith(string conjunction, IReadOnlyList<string> items) => items.Count switch
    {
        1 => items[0],
        2 => $"{items[0]} {conjunction} {items[1]}",
        _ => $"{string.Join(", ", items.Take(items.Count - 1))}, {conjunction} {items[^1]}",
    };

    /// <summary>The known names within reach of a typing error, nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxNameLength)
        {
            return [];
        }

        var threshold = (int)(name.Length * 0.4) + 1;
        return known.Distinct(StringComparer.Ordinal)
            .Select(option => (option, distance: Distance(name, option, threshold)))
            .Where(o => o.distance <= threshold)
            .OrderBy(static o => o.distance)
            .ThenBy(static o => o.option, NaturalOrder.Instance)
            .Select(static o => o.option)
            .ToArray();
    }

    /// <summary>
    /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, 1 each; letters compare without
    /// case, and a difference in case only is 1. More than the threshold is reported as any number above it.
    /// </summary>
    private static int Distance(string name, string option, int threshold)
    {
        if (name == option)
        {
            return 0;
        }

        var (a, b) = (option.ToLowerInvariant(), name.ToLowerInvariant());
        if (a == b)
        {
            return 1;
        }

        if (Math.Abs(a.Length - b.Length) > threshold)
        {
            return threshold + 1;
        }

        var beforePrevious = new int[b.Length + 1];
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cell = Math.Min(cell, beforePrevious[j - 2] + 1);
                }

                current[j] = cell;
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[b.Length];
    }
}
