namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesRuleTests
{
    private static readonly RuleHarness Rule = new("NoFragmentCycles");

    [Fact]
    public void Fragments_that_are_spread_twice_and_unknown_ones_are_accepted() => Rule.Accepts(
        """
        { ...A ...B }
        fragment A on Query { ...C ...C ...Unknown }
        fragment B on Query { ...C }
        fragment C on Query { link }
        """);

    [Fact]
    public void A_fragment_that_spreads_itself_is_an_error() => Rule.Rejects(
        """
        fragment A on Member { friend { ...A } }
        """,
        new Expected("Cannot spread fragment \"A\" within itself.", (1, 33)));

    [Fact]
    public void A_fragment_that_spreads_itself_in_an_inline_fragment_is_an_error() => Rule.Rejects(
        """
        fragment A on Person { ... on Member { ...A } }
        """,
        new Expected("Cannot spread fragment \"A\" within itself.", (1, 40)));

    [Fact]
    public void A_cycle_of_two_is_one_error_at_both_spreads() => Rule.Rejects(
        """
        fragment A on Member { ...B }
        fragment B on Member { ...A }
        """,
        new Expected("Cannot spread fragment \"A\" within itself via \"B\".", (1, 24), (2, 24)));

    [Fact]
    public void A_cycle_of_two_where_the_second_comes_first_is_one_error() => Rule.Rejects(
        """
        fragment B on Member { ...A }
        fragment A on Member { ...B }
        """,
        new Expected("Cannot spread fragment \"B\" within itself via \"A\".", (1, 24), (2, 24)));

    [Fact]
    public void Two_ways_into_a_cycle_are_two_errors() => Rule.Rejects(
        """
        fragment A on Member { ...B ...C }
        fragment B on Member { ...A }
        fragment C on Member { ...A }
        """,
        new Expected("Cannot spread fragment \"A\" within itself via \"B\".", (1, 24), (2, 24)),
        new Expected("Cannot spread fragment \"A\" within itself via \"C\".", (1, 29), (3, 24)));

    [Fact]
    public void Long_cycles_that_share_a_part_are_told_apart() => Rule.Rejects(
        """
        fragment A on Member { ...B }
        fragment B on Member { ...C }
        fragment C on Member { ...O }
        fragment X on Member { ...Y }
        fragment Y on Member { ...Z }
        fragment Z on Member { ...O }
        fragment O on Member { ...P }
        fragment P on Member { ...A ...X }
        """,
        new Expected("Cannot spread fragment \"A\" within itself via \"B\", \"C\", \"O\", \"P\".", (1, 24), (2, 24), (3, 24), (7, 24), (8, 24)),
        new Expected("Cannot spread fragment \"O\" within itself via \"P\", \"X\", \"Y\", \"Z\".", (7, 24), (8, 29), (4, 24), (5, 24), (6, 24)));

    [Fact]
    public void A_cycle_through_itself_and_another_fragment_is_told_apart() => Rule.Rejects(
        """
        fragment A on Member { ...B }
        fragment B on Member { ...B ...C }
        fragment C on Member { ...A ...B }
        """,
        new Expected("Cannot spread fragment \"B\" within itself.", (2, 24)),
        new Expected("Cannot spread fragment \"A\" within itself via \"B\", \"C\".", (1, 24), (2, 29), (3, 24)),
        new Expected("Cannot spread fragment \"B\" within itself via \"C\".", (2, 29), (3, 29)));
}
