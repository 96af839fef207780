namespace Headless.Community;

/// <summary>Words that a title can do without: nobody searches for them, and they promise nothing .</summary>
public static class WeakWords
{
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "震惊", "必看", "速看", "重磅", "独家", "揭秘", "刚刚", "转发", "福利来了", "一定要看", "不看后悔", "最全", "史上最", "惊呆了", "太厉害了", "的", "了", "和", "是",
        "a", "an", "the", "and", "or", "of", "very", "really", "amazing", "shocking", "must-see", "unbelievable", "best ever", "click here",
    };

    /// <summary>The weak words of two characters or more that a text holds.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. All.Where(word => word.Length > 1 && Holds(text, word)).Order(StringComparer.Ordinal)];

    private static bool Holds(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (Search.SearchTokens.IsUnspaced(word[0]) || (!IsLetter(text, at - 1) && !IsLetter(text, at + word.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]) && !Search.SearchTokens.IsUnspaced(text[at]);
}
