namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesRuleTests
{
    private static readonly RuleHarness Rule = new("UniqueFragmentNames");

    [Fact]
    public void Fragments_with_different_names_are_accepted() => Rule.Accepts(
        """
        { ...A ...B ... { link } }
        fragment A on Query { link }
        fragment B on Query { link }
        query Same { ...A }
        """);

    [Fact]
    public void Fragments_with_the_name_of_an_operation_are_accepted() => Rule.Accepts(
        """
        query A { ...A }
        fragment A on Query { link }
        """);

    [Fact]
    public void Every_repetition_of_a_name_is_an_error_with_the_first() => Rule.Rejects(
        """
        { ...A }
        fragment A on Query { link }
        fragment A on Query { bot { id } }
        fragment A on Query { group { id } }
        """,
        new Expected("There can be only one fragment named \"A\".", (2, 10), (3, 10)),
        new Expected("There can be only one fragment named \"A\".", (2, 10), (4, 10)));
}
