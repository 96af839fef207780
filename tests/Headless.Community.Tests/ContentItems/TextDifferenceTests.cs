namespace Headless.Community.Tests.ContentItems;

public sealed class TextDifferenceTests
{
    [Fact]
    public void By_word_a_chinese_character_is_a_word_and_lines_that_are_the_same_stay_whole() =>
        Describe(TextDifference.Compare("第一行\n周四晚八点专场\nSee you there\n", "第一行\n周五晚八点专场\nSee them there\n", byWord: true))
            .ShouldBe(["=第一行\n周", "-四", "+五", "=晚八点专场\nSee ", "-you", "+them", "= there\n"]);

    [Fact]
    public void By_line_only_whole_lines_change() =>
        Describe(TextDifference.Compare("a\nb\nc", "a\nx\nc", byWord: false)).ShouldBe(["=a\n", "-b\n", "+x\n", "=c"]);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "new", "+new")]
    [InlineData("old", "", "-old")]
    [InlineData("same", "same", "=same")]
    [InlineData("👍🏽 ok", "👎🏽 ok", "-👍|+👎|=🏽 ok")]
    public void Texts_that_are_empty_equal_or_of_surrogates(string before, string after, string expected) =>
        string.Join('|', Describe(TextDifference.Compare(before, after, byWord: true))).ShouldBe(expected);

    [Fact]
    public void Whatever_the_texts_are_both_can_be_put_together_from_the_difference()
    {
        var random = new Random(5);
        for (var run = 0; run < 500; run++)
        {
            var (before, after) = (Text(random), Text(random));
            foreach (var byWord in new[] { false, true })
            {
                var changes = TextDifference.Compare(before, after, byWord);
                string.Concat(changes.Where(c => c.Kind != TextChangeKind.Inserted).Select(c => c.Text)).ShouldBe(before);
                string.Concat(changes.Where(c => c.Kind != TextChangeKind.Deleted).Select(c => c.Text)).ShouldBe(after);
            }
        }
    }

    [Fact]
    public void No_difference_is_longer_than_it_has_to_be()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            var (before, after) = (Line(random), Line(random));
            var changes = TextDifference.Compare(before, after, byWord: true);
            changes.Where(c => c.Kind == TextChangeKind.Equal).Sum(c => c.Text.Length).ShouldBe(LongestCommon(before, after), $"{before} → {after}");
        }
    }

    [Fact]
    public void Two_long_texts_with_nothing_in_common_are_told_apart_in_a_moment()
    {
        var before = string.Concat(Enumerable.Range(0, 50_000).Select(i => (char)(0x4E00 + (i % 9_000))));
        var after = string.Concat(Enumerable.Range(0, 50_000).Select(i => (char)(0x7000 + (i * 7 % 9_000))));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Describe(TextDifference.Compare(before, after, byWord: true)).Count().ShouldBe(2);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static IEnumerable<string> Describe(IEnumerable<TextChange> changes) =>
        changes.Select(c => $"{c.Kind switch { TextChangeKind.Equal => '=', TextChangeKind.Inserted => '+', _ => '-' }}{c.Text}");

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Line(random) + (random.Next(3) > 0 ? "\n" : "")));

    private static string Line(Random random) => string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => "周四八点"[random.Next(4)]));

    private static int LongestCommon(string a, string b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                lengths[i, j] = a[i - 1] == b[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[a.Length, b.Length];
    }
}
