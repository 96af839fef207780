namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesRuleTests
{
    private static readonly RuleHarness Rule = new("UniqueOperationNames");

    [Fact]
    public void Operations_without_names_and_with_different_names_are_accepted() => Rule.Accepts(
        """
        { member { name } }
        query A { member { name } }
        mutation B { rename(title: "x") { id } }
        fragment A on Member { name }
        """);

    [Fact]
    public void Two_operations_of_one_name_are_an_error_at_both_names() => Rule.Rejects(
        """
        query A { member { name } }
        query A { bot { name } }
        """,
        new Expected("There can be only one operation named \"A\".", (1, 7), (2, 7)));

    [Fact]
    public void The_name_counts_across_kinds_of_operation() => Rule.Rejects(
        """
        query A { member { name } }
        mutation A { rename(title: "x") { id } }
        subscription A { memberJoined { id } }
        """,
        new Expected("There can be only one operation named \"A\".", (1, 7), (2, 10)),
        new Expected("There can be only one operation named \"A\".", (1, 7), (3, 14)));
}
