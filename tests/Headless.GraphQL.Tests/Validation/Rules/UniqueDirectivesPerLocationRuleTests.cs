namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationRuleTests
{
    private static readonly RuleHarness Rule = new("UniqueDirectivesPerLocation");

    [Fact]
    public void Different_repeatable_and_unknown_directives_are_accepted() => Rule.Accepts(
        """
        query @onQuery {
          link @skip(if: false) @include(if: true)
          other: link @skip(if: false) @label(name: "a") @label(name: "b")
          third: link @unknown @unknown
          ...F @label(name: "a") @label(name: "b")
        }
        fragment F on Query { link }
        """);

    [Fact]
    public void Repeated_directives_are_errors_at_each_repetition() => Rule.Rejects(
        """
        query ($v: Int @onVariableDefinition @onVariableDefinition) @onQuery @onQuery {
          link @onField @onField @onField
          ...F @onFragmentSpread @onFragmentSpread
          ... @skip(if: true) @skip(if: false) { link }
        }
        fragment F on Query @onFragmentDefinition @onFragmentDefinition { link }
        """,
        new Expected("The directive \"@onQuery\" can only be used once at this location.", (1, 61), (1, 70)),
        new Expected("The directive \"@onVariableDefinition\" can only be used once at this location.", (1, 16), (1, 38)),
        new Expected("The directive \"@onField\" can only be used once at this location.", (2, 8), (2, 17)),
        new Expected("The directive \"@onField\" can only be used once at this location.", (2, 8), (2, 26)),
        new Expected("The directive \"@onFragmentSpread\" can only be used once at this location.", (3, 8), (3, 26)),
        new Expected("The directive \"@skip\" can only be used once at this location.", (4, 7), (4, 23)),
        new Expected("The directive \"@onFragmentDefinition\" can only be used once at this location.", (6, 21), (6, 43)));
}
