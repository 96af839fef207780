using System.Buffers;

namespace Headless.Community.Moderation.Matching;

/// <summary>Where a word was found.</summary>
/// <param name="Word">The word's place among those that the automaton was built of.</param>
/// <param name="Start">Where in the text, as it was written, it begins: in UTF-16 units, from 0.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct WordHit(int Word, int Start, int End);

/// <summary>
/// Finds thousands of words in a text in one pass, whatever their number: an automaton after Aho and Corasick (Communications of
/// the ACM 18, 1975) over folded text. A text without any of them costs no allocation. Immutable, so that many may use it at once.
/// </summary>
internal sealed class WordAutomaton
{
    /// <summary>A longer word is cut off by the rules of word lists.</summary>
    public const int MaxWordLength = 64;

    /// <summary>No more hits than this are reported of a text.</summary>
    public const int MaxHits = 64;

    private const ushort Skipped = ushort.MaxValue;
    private const ushort Clustered = ushort.MaxValue - 1;
    private const int Room = 1024;
    private const int Ring = 1024;

    private readonly ushort[] _symbolOfUnit = new ushort[char.MaxValue + 1];
    private readonly Dictionary<char, ushort> _symbolOfFolded;
    private readonly bool _skipsSeparators;
    private readonly WordTrie _trie;

    private WordAutomaton(Dictionary<char, ushort> symbols, bool skipsSeparators, WordTrie trie)
    {
        (_symbolOfFolded, _skipsSeparators, _trie) = (symbols, skipsSeparators, trie);
        var table = TextFolding.Table;
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            _symbolOfUnit[unit] = table[unit] switch
            {
                TextFolding.Unseen => Skipped,
                TextFolding.Joined => Clustered,
                var folded => Symbol(folded),
            };
        }
    }

    /// <summary>How much it holds, for caches.</summary>
    public int States => _trie.States;

    /// <summary>The form in which words are compared; empty for a word that holds nothing to look for.</summary>
    /// <param name="word">The word.</param>
    /// <param name="skipsSeparators">Whether what is neither letter nor digit does not count.</param>
    public static string Fold(string word, bool skipsSeparators)
    {
        var folded = TextFolding.Fold(word);
        return skipsSeparators ? string.Concat(folded.Where(unit => !TextFolding.IsSeparator(unit))) : folded.Trim();
    }

    /// <summary>An automaton for words in the form that <see cref="Fold"/> gives; null: there are none.</summary>
    /// <param name="words">The words: none is empty. The same one may come several times, each with a number of its own.</param>
    /// <param name="skipsSeparators">Whether what is neither letter nor digit is passed over in texts.</param>
    public static WordAutomaton? Build(IReadOnlyList<string> words, bool skipsSeparators)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var symbols = new Dictionary<char, ushort>();
        foreach (var unit in words.SelectMany(word => word))
        {
            symbols.TryAdd(unit, (ushort)(symbols.Count + 1));
        }

        var trie = new WordTrie(words.Sum(word => word.Length));
        for (var number = 0; number < words.Count; number++)
        {
            trie.Add(words[number], number, symbols);
        }

        trie.Link(symbols.Count);
        return new WordAutomaton(symbols, skipsSeparators, trie);
    }

    /// <summary>Adds what is found, by the end of each hit, shorter words after longer ones that end with them.</summary>
    /// <param name="text">The text as it was written.</param>
    /// <param name="hits">Gets at most <see cref="MaxHits"/> more.</param>
    public void Find(ReadOnlySpan<char> text, List<WordHit> hits)
    {
        var last = hits.Count + MaxHits;
        var table = _symbolOfUnit.AsSpan();
        Span<int> starts = stackalloc int[Ring];
        var (state, fed) = (0, 0);
        for (var place = 0; place < text.Length && hits.Count < last;)
        {
            var symbol = table[text[place]];
            if (symbol == Clustered || (place + 1 < text.Length && table[text[place + 1]] == Clustered))
            {
                var end = TextFolding.EndOfCluster(text, place);
                FeedCluster(text[place..end], place, end, starts, ref state, ref fed, hits);
                place = end;
            }
            else
            {
                if (symbol == 0)
                {
                    state = 0;
                }
                else if (symbol != Skipped)
                {
                    state = _trie.Next(state, symbol);
                    starts[fed++ & (Ring - 1)] = place;
                    if (_trie.IsHit(state))
                    {
                        Report(state, starts, fed, place + 1, hits);
                    }
                }

                place++;
            }
        }

        if (hits.Count > last)
        {
            hits.RemoveRange(last, hits.Count - last);
        }
    }

    private void FeedCluster(ReadOnlySpan<char> cluster, int start, int end, Span<int> starts, ref int state, ref int fed, List<WordHit> hits)
    {
        var room = TextFolding.RoomFor(cluster.Length);
        var rented = room > Room ? ArrayPool<char>.Shared.Rent(room) : null;
        var folded = rented ?? stackalloc char[Room];
        var length = TextFolding.FoldCluster(cluster, folded);
        foreach (var unit in folded[..length])
        {
            var symbol = Symbol(unit);
            if (symbol == Skipped)
            {
                continue;
            }

            state = symbol == 0 ? 0 : _trie.Next(state, symbol);
            starts[fed++ & (Ring - 1)] = start;
            if (_trie.IsHit(state))
            {
                Report(state, starts, fed, end, hits);
            }
        }

        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private void Report(int state, ReadOnlySpan<int> starts, int fed, int end, List<WordHit> hits)
    {
        for (var (node, length) = _trie.FirstWord(state); node != 0; (node, length) = _trie.NextWord(node))
        {
            foreach (var word in _trie.WordsAt(node))
            {
                hits.Add(new WordHit(word, starts[(fed - length) & (Ring - 1)], end));
            }
        }
    }

    private ushort Symbol(char folded) =>
        _skipsSeparators && TextFolding.IsSeparator(folded) ? Skipped : _symbolOfFolded.GetValueOrDefault(folded);
}
