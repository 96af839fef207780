namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesRuleTests
{
    private static readonly RuleHarness Rule = new("KnownDirectives");

    [Fact]
    public void Directives_in_their_places_are_accepted() => Rule.Accepts(
        """
        query ($v: Boolean @onVariableDefinition) @onQuery {
          link @include(if: true) @onField
          ...F @onFragmentSpread @skip(if: $v)
          ... @onInlineFragment { link }
        }
        mutation @onMutation { rename(title: "x") { id } }
        subscription @onSubscription { messageAdded }
        fragment F on Query @onFragmentDefinition { link }
        """);

    [Fact]
    public void Unknown_directives_are_errors() => Rule.Rejects(
        """
        query A($v: Boolean @who) @what {
          link @unknown @unknown
          ... @where { link }
        }
        """,
        new Expected("Unknown directive \"@who\".", (1, 21)),
        new Expected("Unknown directive \"@what\".", (1, 27)),
        new Expected("Unknown directive \"@unknown\".", (2, 8)),
        new Expected("Unknown directive \"@unknown\".", (2, 17)),
        new Expected("Unknown directive \"@where\".", (3, 7)));

    [Fact]
    public void Directives_in_other_places_are_errors() => Rule.Rejects(
        """
        query ($v: Boolean @onField) @onMutation @include(if: true) {
          link @onQuery
          ...F @onField
          ... @onFragmentSpread { link }
        }
        mutation @onSubscription { rename(title: "x") { id } }
        subscription @onQuery { messageAdded }
        fragment F on Query @onInlineFragment { link }
        """,
        new Expected("Directive \"@onField\" may not be used on VARIABLE_DEFINITION.", (1, 20)),
        new Expected("Directive \"@onMutation\" may not be used on QUERY.", (1, 30)),
        new Expected("Directive \"@include\" may not be used on QUERY.", (1, 42)),
        new Expected("Directive \"@onQuery\" may not be used on FIELD.", (2, 8)),
        new Expected("Directive \"@onField\" may not be used on FRAGMENT_SPREAD.", (3, 8)),
        new Expected("Directive \"@onFragmentSpread\" may not be used on INLINE_FRAGMENT.", (4, 7)),
        new Expected("Directive \"@onSubscription\" may not be used on MUTATION.", (6, 10)),
        new Expected("Directive \"@onQuery\" may not be used on SUBSCRIPTION.", (7, 14)),
        new Expected("Directive \"@onInlineFragment\" may not be used on FRAGMENT_DEFINITION.", (8, 21)));
}
