namespace Headless.Community.Search;

/// <summary>Where in a text the words stand that were sought.</summary>
/// <param name="Text">The text, or the part of it around the first of them.</param>
/// <param name="Ranges">Where they stand in that part, in UTF-16 code units; none overlap.</param>
public sealed record SearchHighlight(string Text, IReadOnlyList<(int Start, int Length)> Ranges);

/// <summary>Finds them.</summary>
public static class SearchHighlights
{
    private const int Around = 40;
    private const int MaxRanges = 20;

    /// <param name="text">The text; null and what has none of the words answer null.</param>
    /// <param name="query">What was sought, as it was written.</param>
    /// <param name="isWhole">Whether to answer the whole text instead of a part.</param>
    public static SearchHighlight? In(string? text, string query, bool isWhole)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var ranges = new List<(int Start, int Length)>();
        foreach (var (run, isUnspaced) in SearchTokens.Runs(query).Take(SearchTokens.MaxSought))
        {
            Add(ranges, text, run, isUnspaced);
        }

        if (ranges.Count == 0)
        {
            return null;
        }

        ranges = Merge(ranges);
        if (isWhole)
        {
            return new SearchHighlight(text, ranges);
        }

        var start = Math.Max(0, ranges[0].Start - Around);
        var end = Math.Min(text.Length, ranges[0].Start + ranges[0].Length + (2 * Around));
        start -= start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return new SearchHighlight(
            text[start..end], [.. ranges.Where(r => r.Start + r.Length <= end).Select(r => (r.Start - start, r.Length))]);
    }

    private static void Add(List<(int Start, int Length)> ranges, string text, string run, bool isUnspaced)
    {
        var before = ranges.Count;
        Find(ranges, text, run, wholeWords: !isUnspaced);

        // A longer run is found by its pairs, which need not stand together.
        for (var start = 0; isUnspaced && ranges.Count == before && start + 2 <= run.Length; start++)
        {
            Find(ranges, text, run.Substring(start, 2), wholeWords: false);
            before = start + 3 <= run.Length ? ranges.Count : before;
        }
    }

    private static void Find(List<(int Start, int Length)> ranges, string text, string word, bool wholeWords)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0 && ranges.Count < MaxRanges; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
        {
            if (!wholeWords || (!IsWordPart(text, at - 1) && !IsWordPart(text, at + word.Length)))
            {
                ranges.Add((at, word.Length));
            }
        }
    }

    private static bool IsWordPart(string text, int at) =>
        at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]) && !SearchTokens.IsUnspaced(text[at]);

    private static List<(int Start, int Length)> Merge(List<(int Start, int Length)> ranges)
    {
        var merged = new List<(int Start, int Length)>();
        foreach (var range in ranges.OrderBy(r => r.Start))
        {
            if (merged.Count > 0 && range.Start <= merged[^1].Start + merged[^1].Length)
            {
                var last = merged[^1];
                merged[^1] = (last.Start, Math.Max(last.Length, range.Start + range.Length - last.Start));
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }
}
