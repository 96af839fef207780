namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesRuleTests
{
    private static readonly RuleHarness Rule = new("KnownTypeNames");

    [Fact]
    public void Known_types_are_accepted() => Rule.Accepts(
        """
        query A($id: ID, $kinds: [PhraseKind!]!) {
          person { ... on Member { nickname } ...Fields ... { id } }
        }
        fragment Fields on Person { id }
        """);

    [Fact]
    public void Unknown_types_are_errors() => Rule.Rejects(
        """
        query A($filter: JumbledUpLetters) {
          person {
            ... on Memer { nickname }
            ...Fields
          }
        }
        fragment Fields on Peson { id }
        """,
        new Expected("Unknown type \"JumbledUpLetters\".", (1, 18)),
        new Expected("Unknown type \"Memer\". Did you mean \"Member\"?", (3, 12)),
        new Expected("Unknown type \"Peson\". Did you mean \"Person\"?", (7, 20)));

    [Fact]
    public void Unknown_types_inside_lists_are_errors() => Rule.Rejects(
        """
        query A($a: [[Nothing!]]!, $b: Strin) { link }
        """,
        new Expected("Unknown type \"Nothing\". Did you mean \"Anything\" or \"String\"?", (1, 15)),
        new Expected("Unknown type \"Strin\". Did you mean \"String\"?", (1, 32)));
}
