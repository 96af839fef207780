using Headless.Community.Search;

namespace Headless.Community.Tests.Search;

/// <summary>The grams that a part of a name is found by.</summary>
public sealed class NameGramsTests
{
    [Theory]
    [InlineData("王小明", "王小,小明,明")]
    [InlineData("Li Wei", "Li,i,We,ei")]
    [InlineData(" a  b ", "a,b")]
    [InlineData("😀a", "😀a,a")]
    [InlineData("aaa", "aa,a")]
    [InlineData("x", "x")]
    [InlineData("   ", "")]
    public void A_name_has_every_two_neighbours_and_no_gram_that_ends_in_a_blank(string name, string grams) =>
        NameGrams.Of(name).Order(StringComparer.Ordinal).ShouldBe(grams.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    [Fact]
    public void Whatever_part_of_a_name_is_sought_the_name_has_the_grams_that_are_looked_up()
    {
        var random = new Random(20261122);
        string[] signs = ["王", "小", "明", "a", "B", " ", "😀", "é", "\u3000", "%", "_"];
        for (var run = 0; run < 5_000; run++)
        {
            var runes = Enumerable.Range(0, random.Next(1, 9)).Select(_ => signs[random.Next(signs.Length)]).ToList();
            var first = random.Next(runes.Count);
            var part = string.Concat(runes.GetRange(first, random.Next(1, runes.Count - first + 1)));
            var has = NameGrams.Of(string.Concat(runes));
            var (grams, prefix) = NameGrams.Sought(part);
            grams.ShouldBeSubsetOf(has, $"'{part}' in '{string.Concat(runes)}'");
            (prefix is null || has.Any(gram => gram.StartsWith(prefix, StringComparison.Ordinal))).ShouldBeTrue($"'{part}' in '{string.Concat(runes)}'");
            (grams.Count > 0 || prefix is not null).ShouldBe(part.Any(c => c != ' '));
        }
    }
}
