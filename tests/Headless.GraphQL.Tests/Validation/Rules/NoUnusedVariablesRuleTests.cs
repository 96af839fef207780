namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesRuleTests
{
    private static readonly RuleHarness Rule = new("NoUnusedVariables");

    [Fact]
    public void Used_variables_are_accepted() => Rule.Accepts(
        """
        query A($a: String, $b: String, $c: Boolean!) {
          arguments { string(value: $a) }
          ...F @skip(if: $c)
        }
        fragment F on Query { arguments { filter(value: { title: $b, open: true }) } }
        """);

    [Fact]
    public void Unused_variables_are_errors() => Rule.Rejects(
        """
        query A($a: String, $b: String, $c: String) {
          arguments { string(value: $b) }
        }
        """,
        new Expected("Variable \"$a\" is never used in operation \"A\".", (1, 9)),
        new Expected("Variable \"$c\" is never used in operation \"A\".", (1, 33)));

    [Fact]
    public void A_fragment_that_the_operation_does_not_reach_uses_nothing() => Rule.Rejects(
        """
        query A($b: String) { ...F }
        query B($a: String) { ...G }
        fragment F on Query { arguments { string(value: $a) } }
        fragment G on Query { arguments { string(value: $b) } }
        """,
        new Expected("Variable \"$b\" is never used in operation \"A\".", (1, 9)),
        new Expected("Variable \"$a\" is never used in operation \"B\".", (2, 9)));

    [Fact]
    public void Unused_variables_of_an_anonymous_operation_are_errors() => Rule.Rejects(
        """
        query ($a: String = "x") { link }
        """,
        new Expected("Variable \"$a\" is never used.", (1, 8)));
}
