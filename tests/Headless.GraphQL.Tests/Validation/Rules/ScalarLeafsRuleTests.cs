namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsRuleTests
{
    private static readonly RuleHarness Rule = new("ScalarLeafs");

    [Fact]
    public void Scalars_without_and_objects_with_selections_are_accepted() => Rule.Accepts(
        """
        { link talkers { says } author { __typename } }
        """);

    [Fact]
    public void An_object_without_a_selection_is_an_error() => Rule.Rejects(
        """
        query A { member talkers }
        """,
        new Expected("Field \"member\" of type \"Member\" must have a selection of subfields. Did you mean \"member { ... }\"?", (1, 11)),
        new Expected("Field \"talkers\" of type \"[Talker]\" must have a selection of subfields. Did you mean \"talkers { ... }\"?", (1, 18)));

    [Fact]
    public void A_selection_on_a_scalar_is_an_error() => Rule.Rejects(
        """
        { member { nickname { length } strikes @onField { x } } }
        """,
        new Expected("Field \"nickname\" must not have a selection since type \"String\" has no subfields.", (1, 21)),
        new Expected("Field \"strikes\" must not have a selection since type \"Int\" has no subfields.", (1, 49)));

    [Fact]
    public void A_selection_on_a_list_of_scalars_and_on_a_field_with_arguments_is_an_error() => Rule.Rejects(
        """
        {
          group { topics { text } position(x: 1, y: 2) { x } }
        }
        """,
        new Expected("Field \"topics\" must not have a selection since type \"[String]\" has no subfields.", (2, 18)),
        new Expected("Field \"position\" must not have a selection since type \"String\" has no subfields.", (2, 48)));

    [Fact]
    public void A_union_without_a_selection_is_an_error() => Rule.Rejects(
        """
        { author }
        """,
        new Expected("Field \"author\" of type \"Author\" must have a selection of subfields. Did you mean \"author { ... }\"?", (1, 3)));
}
