using System.Globalization;
using Headless.Community.Moderation.Matching;

namespace Headless.Community.Tests.Moderation;

/// <summary>Finding many words in a text: against a naive search, in every width and case, with the place in the text as it was written.</summary>
public sealed class WordAutomatonTests
{
    /// <summary>Letters in several widths and cases, ideographs, syllables and their parts, marks, what does not show, pairs.</summary>
    private static readonly string[] s_units =
    [
        "a", "b", "A", "Ｂ", "ａ", "ｂ", "á", "a\u0301", "ß", "ﬁ", "f", "i", "σ", "ς", "Σ", "赌", "博", "㍿", "株", "式", "会", "社", "ｶ", "ﾞ", "ガ", "カ", "\u3099",
        "가", "각", "ㄱ", "ㅏ", "\u1100", "\u1161", "\u11A8", "𝐀", "😀", "👍🏽", "\uFE0F", "\u200B", "\u200D", " ", ".", "-", "*", "1", "１", "①", "\u0301", "\u0323", "ก", "ำ", "𠮷", "你", "好",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_finds_what_a_naive_search_finds(int seed)
    {
        var random = new Random(seed);
        foreach (var skips in new[] { false, true })
        {
            var words = Enumerable.Range(0, random.Next(1, 40)).Select(_ => WordAutomaton.Fold(Text(random, 5), skips)).Where(word => word.Length > 0).ToList();
            if (WordAutomaton.Build(words, skips) is not { } automaton)
            {
                continue;
            }

            for (var round = 0; round < 200; round++)
            {
                var text = Text(random, 40);
                var hits = new List<WordHit>();
                automaton.Find(text, hits);
                var expected = Naive(text, words, skips);
                if (expected.Count > WordAutomaton.MaxHits)
                {
                    hits.Count.ShouldBe(WordAutomaton.MaxHits);
                }
                else
                {
                    hits.Order(s_order).ShouldBe(expected.Order(s_order), $"{Escape(text)} / {string.Join(' ', words.Select(Escape))}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_text_folds_by_its_clusters_to_what_it_folds_to_as_a_whole(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var text = Text(random, 30);
            string.Concat(Clusters(text).Select(cluster => cluster.Folded)).ShouldBe(TextFolding.Fold(text), Escape(text));
        }
    }

    [Theory]
    [InlineData("ＧＯＯＤ", "so good!", 3, 4)]
    [InlineData("good", "so ＧｏOｄ!", 3, 4)]
    [InlineData("赌博", "来赌博吧", 1, 2)]
    [InlineData("가", "좋가", 1, 1)]
    [InlineData("株式会社", "㍿と", 0, 1)]
    [InlineData("é", "cafe\u0301", 3, 2)]
    [InlineData("ガ", "ｶﾞｽ", 0, 2)]
    [InlineData("good", "go\u200Bod", 0, 5)]
    [InlineData("a1", "𝐀①", 0, 3)]
    [InlineData("😀", "hi 😀", 3, 2)]
    public void A_hit_says_where_it_is_in_the_text_as_it_was_written(string word, string text, int start, int length)
    {
        var hits = new List<WordHit>();
        WordAutomaton.Build([WordAutomaton.Fold(word, false)], false)!.Find(text, hits);
        hits.ShouldBe([new WordHit(0, start, start + length)]);
    }

    [Theory]
    [InlineData("赌 博", true)]
    [InlineData("赌。-* 博", true)]
    [InlineData("赌X博", false)]
    [InlineData("赌1博", false)]
    public void Separators_are_passed_over_where_a_list_says_so(string text, bool isFound)
    {
        var hits = new List<WordHit>();
        WordAutomaton.Build([WordAutomaton.Fold("赌博", true)], true)!.Find(text, hits);
        hits.ShouldBe(isFound ? [new WordHit(0, 0, text.Length)] : []);
        hits.Clear();
        WordAutomaton.Build([WordAutomaton.Fold("赌博", false)], false)!.Find(text, hits);
        hits.ShouldBeEmpty();
    }

    [Fact]
    public void A_syllable_is_not_found_in_another_that_begins_like_it()
    {
        var hits = new List<WordHit>();
        WordAutomaton.Build(["가"], false)!.Find("각 \u1100\u1161\u11A8", hits);
        hits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("class", 2, 5, false)]
    [InlineData("you ass!", 4, 7, true)]
    [InlineData("ass", 0, 3, true)]
    [InlineData("你ass好", 1, 4, true)]
    [InlineData("ass2", 0, 3, false)]
    public void A_word_is_whole_where_no_letter_of_an_alphabet_adjoins_it(string text, int start, int end, bool isWhole) =>
        WordBoundary.IsWhole(text, start, end).ShouldBe(isWhole);

    [Fact]
    public void A_text_without_hits_costs_no_allocation_unless_it_has_to_be_normalized()
    {
        var words = Enumerable.Range(0, 5_000).Select(number => WordAutomaton.Fold($"词{number}word", false)).ToList();
        var automaton = WordAutomaton.Build(words, false)!;
        var hits = new List<WordHit>();
        string[] texts = ["大家好，今天的活动几点开始？ WORD 12", "Hello there 😀👍🏽, ｈｏｗ are you?", "cafe\u0301 가각 ภาษาไทยกำ ㍿"];
        // What the runtime does once, to compile a method again for one, is in some of the rounds; what a call costs is in each.
        var least = Array.ConvertAll(texts, _ => long.MaxValue);
        for (var round = 0; round < 100; round++)
        {
            for (var text = 0; text < texts.Length; text++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                automaton.Find(texts[text], hits);
                least[text] = Math.Min(least[text], GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }

        least[0].ShouldBe(0);

        // The runtime's normalization allocates: for emoji with a tone of skin, marks that combine, syllables in parts.
        least[1..].ShouldAllBe(bytes => bytes < 2_000);
        hits.ShouldBeEmpty();
    }

    [Fact]
    public void Half_a_pair_and_thousands_of_marks_do_no_harm()
    {
        var automaton = WordAutomaton.Build(["ab"], false)!;
        var hits = new List<WordHit>();
        automaton.Find("a\ud800b ab", hits);
        automaton.Find("a" + new string('\u0301', 3_990) + "ab", hits);
        hits.ShouldBe([new WordHit(0, 4, 6), new WordHit(0, 3_991, 3_993)]);
    }

    private static readonly IComparer<WordHit> s_order = Comparer<WordHit>.Create((left, right) => (left.End, left.Start, left.Word).CompareTo((right.End, right.Start, right.Word)));

    private static string Text(Random random, int max) =>
        string.Concat(Enumerable.Range(0, random.Next(1, max)).Select(_ => s_units[random.Next(s_units.Length)]));

    /// <summary>Every word at every place of the folded text.</summary>
    private static List<WordHit> Naive(string text, List<string> words, bool skips)
    {
        var units = Clusters(text)
            .SelectMany(cluster => cluster.Folded.Select(unit => (Unit: unit, cluster.Start, cluster.End)))
            .Where(unit => !skips || !TextFolding.IsSeparator(unit.Unit))
            .ToList();
        var folded = string.Concat(units.Select(unit => unit.Unit));
        var hits = new List<WordHit>();
        for (var word = 0; word < words.Count; word++)
        {
            for (var place = folded.IndexOf(words[word], StringComparison.Ordinal); place >= 0; place = folded.IndexOf(words[word], place + 1, StringComparison.Ordinal))
            {
                hits.Add(new WordHit(word, units[place].Start, units[place + words[word].Length - 1].End));
            }
        }

        return hits;
    }

    private static IEnumerable<(int Start, int End, string Folded)> Clusters(string text)
    {
        var place = 0;
        while (place < text.Length)
        {
            var end = TextFolding.EndOfCluster(text, place);
            var room = new char[TextFolding.RoomFor(end - place)];
            var length = TextFolding.FoldCluster(text.AsSpan(place, end - place), room);
            yield return (place, end, new string(room, 0, length));
            place = end;
        }
    }

    private static string Escape(string text) =>
        string.Concat(text.Select(unit => unit < 0x7F ? unit.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}")));
}
