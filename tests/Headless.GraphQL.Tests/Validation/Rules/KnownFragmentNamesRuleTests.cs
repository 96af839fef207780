namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesRuleTests
{
    private static readonly RuleHarness Rule = new("KnownFragmentNames");

    [Fact]
    public void Known_fragments_are_accepted() => Rule.Accepts(
        """
        { ...A ... on Query { ...B } }
        fragment A on Query { link }
        fragment B on Query { ...A }
        """);

    [Fact]
    public void Unknown_fragments_are_errors_where_they_are_spread() => Rule.Rejects(
        """
        {
          ...Unknown
          person { ...Other }
        }
        fragment A on Query { ...Third }
        """,
        new Expected("Unknown fragment \"Unknown\".", (2, 6)),
        new Expected("Unknown fragment \"Other\".", (3, 15)),
        new Expected("Unknown fragment \"Third\".", (5, 26)));
}
