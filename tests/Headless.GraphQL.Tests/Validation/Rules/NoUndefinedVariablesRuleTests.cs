namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesRuleTests
{
    private static readonly RuleHarness Rule = new("NoUndefinedVariables");

    [Fact]
    public void Defined_variables_are_accepted_in_all_places() => Rule.Accepts(
        """
        query A($a: String, $b: Int, $c: Boolean!) {
          arguments { string(value: $a) matrix(value: [[$b]]) }
          ...F @include(if: $c)
        }
        fragment F on Query { arguments { int(value: $b) filter(value: { open: $c }) } }
        """);

    [Fact]
    public void Variables_of_an_operation_are_not_those_of_another() => Rule.Rejects(
        """
        query A($a: String) { ...F }
        query B($b: String) { ...F }
        fragment F on Query { arguments { string(value: $a) string2: string(value: $b) } }
        """,
        new Expected("Variable \"$b\" is not defined by operation \"A\".", (3, 76), (1, 1)),
        new Expected("Variable \"$a\" is not defined by operation \"B\".", (3, 49), (2, 1)));

    [Fact]
    public void Undefined_variables_in_an_anonymous_operation_are_errors() => Rule.Rejects(
        """
        { arguments { string(value: $a) } }
        """,
        new Expected("Variable \"$a\" is not defined.", (1, 29), (1, 1)));

    [Fact]
    public void Undefined_variables_in_nested_fragments_and_directives_are_errors() => Rule.Rejects(
        """
        query A($a: Boolean!) {
          link @skip(if: $missing)
          ...F @include(if: $a)
        }
        fragment F on Query { ...G }
        fragment G on Query { arguments { filter(value: { names: [$x, $y] }) } }
        """,
        new Expected("Variable \"$missing\" is not defined by operation \"A\".", (2, 18), (1, 1)),
        new Expected("Variable \"$x\" is not defined by operation \"A\".", (6, 59), (1, 1)),
        new Expected("Variable \"$y\" is not defined by operation \"A\".", (6, 63), (1, 1)));
}
