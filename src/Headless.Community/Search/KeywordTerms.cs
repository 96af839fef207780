using System.Collections.Frozen;

namespace Headless.Community.Search;

/// <summary>
/// What a message may be about: of the runs that texts are found by (<see cref="SearchTokens.Runs"/>), words that are no function
/// words, and of Chinese all parts of two to four characters between function characters. Which of the parts are words is decided by how
/// often they are said: see <see cref="IsPartOf"/>.
/// </summary>
public static class KeywordTerms
{
    private const int ShortestWord = 3;
    private const int LongestWord = 32;
    private const int LongestPart = 4;

    /// <summary>The most terms of one message.</summary>
    private const int MaxTerms = 200;

    /// <summary>Four digits in a row or more are a number: of a telephone, an order, an account.</summary>
    private const int MaxDigits = 3;

    private static readonly FrozenSet<char> s_functionCharacters =
        "的了吗呢吧啊呀哦嗯哈嘿哇噢唉我你您他她它们咱是在有和与或及就都也还又再不没无很太更最这那哪个么什怎啥谁几多少把被给让跟对从到向为以因所而但却且如若则只才能会可要想应该来去上下里外中后前时候说看做用点些样种次一二三四五六七八九十两每各等请谢".ToFrozenSet();

    private static readonly FrozenSet<string> s_functionWords = new[]
    {
        "the", "and", "for", "are", "was", "were", "but", "not", "you", "your", "yours", "all", "any", "can", "could", "had", "has", "have", "her", "hers", "him", "his", "how", "its", "may", "might",
        "our", "ours", "out", "she", "should", "some", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "too", "very", "what", "when", "where", "which", "who",
        "whom", "why", "will", "with", "would", "about", "after", "again", "also", "been", "before", "being", "both", "did", "does", "doing", "don", "each", "few", "from", "further", "here", "into",
        "just", "like", "more", "most", "much", "now", "off", "once", "one", "only", "other", "over", "own", "same", "still", "such", "thanks", "thank", "through", "under", "until", "well", "yes",
        "get", "got", "let", "okay", "http", "https", "www", "com",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The terms of a message, each once.</summary>
    public static HashSet<string> Of(string? text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (run, isUnspaced) in SearchTokens.Runs(text))
        {
            if (terms.Count >= MaxTerms)
            {
                break;
            }

            if (isUnspaced)
            {
                AddParts(terms, run);
            }
            else if (run.Length is >= ShortestWord and <= LongestWord && !s_functionWords.Contains(run) && run.Any(char.IsLetter) && run.Count(char.IsDigit) <= MaxDigits)
            {
                terms.Add(run);
            }
        }

        return terms;
    }

    /// <summary>
    /// Whether a term is but a part of a longer one: four of five times when it is said, the longer one is. 敏感 is a part of 敏感肌 where people
    /// hardly ever speak of 敏感 otherwise.
    /// </summary>
    public static bool IsPartOf(int count, int longerCount) => longerCount * 5L >= count * 4L;

    private static void AddParts(HashSet<string> terms, string run)
    {
        var start = 0;
        for (var end = 0; end <= run.Length; end++)
        {
            if (end < run.Length && !s_functionCharacters.Contains(run[end]) && !char.IsSurrogate(run[end]))
            {
                continue;
            }

            for (var first = start; first + 2 <= end && terms.Count < MaxTerms; first++)
            {
                for (var length = 2; length <= LongestPart && first + length <= end; length++)
                {
                    terms.Add(run.Substring(first, length));
                }
            }

            start = end + 1;
        }
    }
}
