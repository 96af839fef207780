namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesRuleTests
{
    private static readonly RuleHarness Rule = new("UniqueVariableNames");

    [Fact]
    public void Variables_with_different_names_are_accepted() => Rule.Accepts(
        """
        query A($x: Int, $y: String) { link }
        query B($x: String) { link }
        """);

    [Fact]
    public void Every_repetition_is_listed_in_one_error_for_each_name() => Rule.Rejects(
        """
        query A($x: Int, $x: Int, $y: Int, $x: String, $y: Int) { link }
        query B($z: Int, $z: Int) { link }
        """,
        new Expected("There can be only one variable named \"$x\".", (1, 10), (1, 19), (1, 37)),
        new Expected("There can be only one variable named \"$y\".", (1, 28), (1, 49)),
        new Expected("There can be only one variable named \"$z\".", (2, 10), (2, 19)));
}
