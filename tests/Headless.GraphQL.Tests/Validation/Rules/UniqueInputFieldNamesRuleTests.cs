namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesRuleTests
{
    private static readonly RuleHarness Rule = new("UniqueInputFieldNames");

    [Fact]
    public void Different_fields_are_accepted() => Rule.Accepts(
        """
        {
          arguments {
            filter(value: { open: true, title: "x", and: [{ open: true }, { open: true }] })
          }
        }
        """);

    [Fact]
    public void Repeated_fields_are_errors_with_the_first() => Rule.Rejects(
        """
        {
          arguments {
            filter(value: { open: true, open: true, title: "x", open: false, and: { title: "a", title: "b", open: true } })
            anything(value: [{ a: 1, a: 2 }])
          }
        }
        """,
        new Expected("There can be only one input field named \"open\".", (3, 21), (3, 33)),
        new Expected("There can be only one input field named \"open\".", (3, 21), (3, 57)),
        new Expected("There can be only one input field named \"title\".", (3, 77), (3, 89)),
        new Expected("There can be only one input field named \"a\".", (4, 24), (4, 30)));
}
