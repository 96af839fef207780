using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Moderation;

/// <summary>
/// Compiled rules, built once for a version and a state of its word lists. Holds a few dozen; the one that was not asked for longest
/// goes first.
/// </summary>
internal sealed class RuleSetCache
{
    private const int MaxEntries = 48;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Entry> _entries = [];
    private long _uses;

    /// <summary>The rules of a version.</summary>
    /// <param name="revision">The sum of the revisions of its word lists: rises with every change of one.</param>
    public async ValueTask<CompiledRules> GetAsync(CommunityDbContext context, long versionId, long revision, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(versionId, out var entry) && entry.Revision == revision)
            {
                entry.LastUse = ++_uses;
                return entry.Rules;
            }
        }

        // Two batches may build the same: they come one after the other, so not often.
        var rules = await CompileAsync(context, versionId, cancellationToken);
        lock (_lock)
        {
            _entries[versionId] = new Entry(revision, rules) { LastUse = ++_uses };
            if (_entries.Count > MaxEntries)
            {
                _entries.Remove(_entries.MinBy(known => known.Value.LastUse).Key);
            }
        }

        return rules;
    }

    private static async Task<CompiledRules> CompileAsync(CommunityDbContext context, long versionId, CancellationToken cancellationToken)
    {
        var rules = await context.Rules.AsNoTracking()
            .Include(rule => rule.RuleWordLists)
            .Where(rule => rule.RuleSetVersionId == versionId)
            .OrderBy(rule => rule.Position)
            .ToListAsync(cancellationToken);
        return new CompiledRules(
            rules, await ReadWordsAsync(context, rules.SelectMany(rule => rule.RuleWordLists, (rule, link) => (rule.Id, link.SensitiveWordListId)), cancellationToken));
    }

    /// <summary>The words of lists, each with the rules that look for them.</summary>
    public static async Task<IReadOnlyList<ListedWords>> ReadWordsAsync(
        CommunityDbContext context, IEnumerable<(long RuleId, long ListId)> links, CancellationToken cancellationToken)
    {
        var lists = new List<ListedWords>();
        foreach (var link in links.ToLookup(link => link.ListId, link => link.RuleId))
        {
            var list = await context.SensitiveWordLists.AsNoTracking().FirstAsync(row => row.Id == link.Key, cancellationToken);
            var words = await context.SensitiveWords
                .Where(word => word.SensitiveWordListId == link.Key)
                .OrderBy(word => word.Id)
                .Select(word => new { word.Text, word.Folded })
                .ToListAsync(cancellationToken);
            lists.Add(new ListedWords(list.IgnoresSeparators, list.WholeWords, link.ToHashSet(), words.ConvertAll(word => (word.Text, word.Folded))));
        }

        return lists;
    }

    private sealed record Entry(long Revision, CompiledRules Rules)
    {
        public long LastUse { get; set; }
    }
}
