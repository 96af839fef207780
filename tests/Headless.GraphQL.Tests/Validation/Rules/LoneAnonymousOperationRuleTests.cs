namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationRuleTests
{
    private static readonly RuleHarness Rule = new("LoneAnonymousOperation");

    [Fact]
    public void One_anonymous_operation_beside_fragments_is_accepted() => Rule.Accepts(
        """
        { member { ...Name } }
        fragment Name on Member { name }
        """);

    [Fact]
    public void Several_named_operations_are_accepted() => Rule.Accepts(
        """
        query A { member { name } }
        query B { bot { name } }
        """);

    [Fact]
    public void Two_anonymous_operations_are_an_error_each() => Rule.Rejects(
        """
        { member { name } }
        { bot { name } }
        """,
        new Expected("This anonymous operation must be the only defined operation.", (1, 1)),
        new Expected("This anonymous operation must be the only defined operation.", (2, 1)));

    [Fact]
    public void An_anonymous_operation_beside_a_named_one_is_an_error() => Rule.Rejects(
        """
        query A { member { name } }
        subscription { memberJoined { id } }
        """,
        new Expected("This anonymous operation must be the only defined operation.", (2, 1)));
}
