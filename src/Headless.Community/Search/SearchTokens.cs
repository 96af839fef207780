using System.Text;

namespace Headless.Community.Search;

/// <summary>
/// What a text can be found by: of Chinese, Japanese and Korean every pair of neighbouring characters (words of two characters are the
/// usual ones, and nothing there says where a word ends) and the last character of a run; of everything else its words, in small letters.
/// The same on every database, because the database has no part in it.
/// </summary>
public static class SearchTokens
{
    /// <summary>Goes up when the same text becomes other tokens: what was made findable before is then made so again.</summary>
    public const int Version = 1;

    public const int MaxLength = 64;

    /// <summary>The most tokens that a search looks for; those after them say no more.</summary>
    public const int MaxSought = 16;

    /// <summary>The most tokens that one text is found by.</summary>
    private const int MaxKept = 5_000;

    /// <summary>How often a token counts within one part of a text.</summary>
    private const int MaxRepeats = 3;

    /// <summary>The tokens of a text's parts with what each weighs: the weight of its parts, each up to three times.</summary>
    public static Dictionary<string, int> Weigh(params ReadOnlySpan<(string? Text, int Weight)> parts)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        var inPart = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, weight) in parts)
        {
            inPart.Clear();
            foreach (var token in Kept(text))
            {
                var times = inPart.GetValueOrDefault(token);
                if (times >= MaxRepeats || (all.Count >= MaxKept && !all.ContainsKey(token)))
                {
                    continue;
                }

                inPart[token] = times + 1;
                all[token] = all.GetValueOrDefault(token) + weight;
            }
        }

        return all;
    }

    /// <summary>What a search looks for: each token once. A single Chinese character stands for everything that begins with it.</summary>
    public static IReadOnlyList<SoughtToken> Sought(string text)
    {
        var sought = new List<SoughtToken>();
        foreach (var (run, isUnspaced) in Runs(text))
        {
            if (!isUnspaced)
            {
                sought.Add(new SoughtToken(run, IsPrefix: false));
            }
            else if (Pairs(run).ToList() is { Count: > 1 } pairs)
            {
                sought.AddRange(pairs.SkipLast(1).Select(pair => new SoughtToken(pair, IsPrefix: false)));
            }
            else
            {
                sought.Add(new SoughtToken(run, IsPrefix: true));
            }
        }

        return [.. sought.Distinct().Take(MaxSought)];
    }

    /// <summary>Runs of signs that words are made of: unspaced ones (Chinese), or one word of others.</summary>
    public static IEnumerable<(string Run, bool IsUnspaced)> Runs(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            yield break;
        }

        var run = new StringBuilder();
        var unspaced = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            var isUnspaced = IsUnspaced(rune.Value);
            var isPart = isUnspaced || Rune.IsLetterOrDigit(rune);
            if (run.Length > 0 && (!isPart || isUnspaced != unspaced))
            {
                yield return (Cut(run, unspaced), unspaced);
                run.Clear();
            }

            if (isPart)
            {
                run.Append(Rune.ToLowerInvariant(rune).ToString());
                unspaced = isUnspaced;
            }
        }

        if (run.Length > 0)
        {
            yield return (Cut(run, unspaced), unspaced);
        }
    }

    /// <summary>Whether a sign belongs to a script that is written without spaces: Han, Hiragana, Katakana; Hangul is taken with them.</summary>
    public static bool IsUnspaced(int codePoint) => codePoint
        is (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or 0x3005 or 0x3007
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x323AF);

    private static IEnumerable<string> Kept(string? text)
    {
        foreach (var (run, isUnspaced) in Runs(text))
        {
            if (!isUnspaced)
            {
                yield return run;
                continue;
            }

            foreach (var pair in Pairs(run))
            {
                yield return pair;
            }
        }
    }

    /// <summary>Every two neighbours, and the last one by itself.</summary>
    private static IEnumerable<string> Pairs(string run)
    {
        for (var start = 0; start < run.Length;)
        {
            var next = start + (char.IsHighSurrogate(run[start]) ? 2 : 1);
            var end = next >= run.Length ? next : next + (char.IsHighSurrogate(run[next]) ? 2 : 1);
            yield return run[start..Math.Min(end, run.Length)];
            start = next;
        }
    }

    private static string Cut(StringBuilder run, bool isUnspaced) =>
        isUnspaced || run.Length <= MaxLength ? run.ToString() : run.ToString(0, char.IsHighSurrogate(run[MaxLength - 1]) ? MaxLength - 1 : MaxLength);
}

/// <summary>What a search looks for.</summary>
/// <param name="Text">The token.</param>
/// <param name="IsPrefix">Whether everything counts that begins with it.</param>
public sealed record SoughtToken(string Text, bool IsPrefix);
