using System.Text;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Search;

/// <summary>
/// The grams of members' names: every two neighbouring characters (code points), as they are written, and the character alone where a blank
/// follows or nothing. In the search index under <see cref="SearchScope.MemberName"/>, kept in the transaction that writes the name, so that
/// a part of a name is found without reading two hundred thousand of them.
/// </summary>
/// <remarks>No gram ends in a blank: SQL Server takes texts for equal that differ in blanks at their end.</remarks>
public static class NameGrams
{
    private static readonly Rune s_blank = new(' ');

    /// <summary>The grams of a name, each once.</summary>
    public static IReadOnlySet<string> Of(string name)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        Rune? before = null;
        foreach (var rune in name.EnumerateRunes())
        {
            Add(grams, before, rune);
            before = rune;
        }

        Add(grams, before, s_blank);
        return grams;
    }

    /// <summary>What a name has that contains a text: its first and its last gram of two characters; of a single character, grams that begin with it.</summary>
    /// <returns>No grams and no prefix where the text has nothing but blanks.</returns>
    public static (IReadOnlyList<string> Grams, string? Prefix) Sought(string text)
    {
        var pairs = Of(text).Where(gram => Rune.GetRuneAt(gram, 0).Utf16SequenceLength < gram.Length).ToList();
        if (pairs.Count > 0)
        {
            return (pairs is [var first, .., var last] ? [first, last] : pairs, null);
        }

        var single = text.EnumerateRunes().Where(rune => rune != s_blank).Select(rune => rune.ToString()).FirstOrDefault();
        return ([], single);
    }

    /// <summary>Makes members findable by these names and no others, in the context's transaction.</summary>
    /// <param name="db">Where.</param>
    /// <param name="names">The names by the members' keys.</param>
    /// <param name="areNew">Whether none of them had a name before.</param>
    /// <param name="ct">Cancelled when nobody waits for it.</param>
    public static async Task PutAsync(CommunityDbContext db, IReadOnlyCollection<KeyValuePair<long, string>> names, bool areNew, CancellationToken ct)
    {
        if (names.Count == 0)
        {
            return;
        }

        if (!areNew)
        {
            long[] ids = [.. names.Select(n => n.Key)];
            await db.SearchTerms.Where(t => t.Scope == SearchScope.MemberName && EF.Parameter(ids).Contains(t.OwnerId)).ExecuteDeleteAsync(ct);
        }

        await SearchIndex.AddAsync(db, SearchScope.MemberName, names.SelectMany(n => Of(n.Value).Select(gram => new SearchTerm { OwnerId = n.Key, Term = gram, Weight = 1 })), ct);
    }

    private static void Add(HashSet<string> grams, Rune? first, Rune next)
    {
        if (first is { } rune && rune != s_blank)
        {
            grams.Add(next == s_blank ? rune.ToString() : rune.ToString() + next);
        }
    }
}
