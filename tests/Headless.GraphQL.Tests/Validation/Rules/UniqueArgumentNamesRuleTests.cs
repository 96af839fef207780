namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesRuleTests
{
    private static readonly RuleHarness Rule = new("UniqueArgumentNames");

    [Fact]
    public void Different_arguments_are_accepted() => Rule.Accepts(
        """
        {
          group { position(x: 1, y: 2) }
          link @range(from: 1, to: 2)
          a: member(id: 1) { id }
          b: member(id: 1) { id }
        }
        """);

    [Fact]
    public void Repeated_arguments_are_one_error_for_each_name() => Rule.Rejects(
        """
        {
          group { position(x: 1, y: 2, x: 3, y: 4, x: 5) }
          link @range(from: 1, from: 2, to: 3)
        }
        """,
        new Expected("There can be only one argument named \"x\".", (2, 20), (2, 32), (2, 44)),
        new Expected("There can be only one argument named \"y\".", (2, 26), (2, 38)),
        new Expected("There can be only one argument named \"from\".", (3, 15), (3, 24)));
}
