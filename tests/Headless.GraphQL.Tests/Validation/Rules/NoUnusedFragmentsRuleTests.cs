namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsRuleTests
{
    private static readonly RuleHarness Rule = new("NoUnusedFragments");

    [Fact]
    public void Fragments_that_an_operation_reaches_are_accepted() => Rule.Accepts(
        """
        query A { ...A }
        query B { person { ...C } }
        fragment A on Query { ...B }
        fragment B on Query { link }
        fragment C on Person { id }
        """);

    [Fact]
    public void Fragments_that_no_operation_reaches_are_errors() => Rule.Rejects(
        """
        query A { ...A }
        fragment A on Query { link }
        fragment B on Query { link }
        fragment C on Query { ...A }
        """,
        new Expected("Fragment \"B\" is never used.", (3, 1)),
        new Expected("Fragment \"C\" is never used.", (4, 1)));

    [Fact]
    public void Fragments_that_reach_only_each_other_are_errors() => Rule.Rejects(
        """
        { link }
        fragment A on Query { ...B }
        fragment B on Query { ...A }
        """,
        new Expected("Fragment \"A\" is never used.", (2, 1)),
        new Expected("Fragment \"B\" is never used.", (3, 1)));
}
