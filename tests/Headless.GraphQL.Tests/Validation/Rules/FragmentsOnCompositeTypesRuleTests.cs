namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesRuleTests
{
    private static readonly RuleHarness Rule = new("FragmentsOnCompositeTypes");

    [Fact]
    public void Objects_interfaces_and_unions_are_accepted() => Rule.Accepts(
        """
        query A {
          author { ... on Member { id } ... on Bot { id } ... { __typename } ... on Person { id } }
        }
        fragment A on Author { __typename }
        fragment B on Talker { says }
        """);

    [Fact]
    public void An_inline_fragment_on_a_scalar_is_an_error() => Rule.Rejects(
        """
        { person { ... on Boolean { id } } }
        """,
        new Expected("Fragment cannot condition on non composite type \"Boolean\".", (1, 19)));

    [Fact]
    public void Fragments_on_an_enum_an_input_object_and_a_scalar_are_errors() => Rule.Rejects(
        """
        fragment A on PhraseKind { id }
        fragment B on GroupFilter { id }
        fragment C on Anything { id }
        """,
        new Expected("Fragment \"A\" cannot condition on non composite type \"PhraseKind\".", (1, 15)),
        new Expected("Fragment \"B\" cannot condition on non composite type \"GroupFilter\".", (2, 15)),
        new Expected("Fragment \"C\" cannot condition on non composite type \"Anything\".", (3, 15)));

    [Fact]
    public void An_unknown_type_is_left_to_another_rule() => Rule.Accepts(
        """
        fragment A on Nowhere { id }
        { person { ... on Nobody { id } } }
        """);
}
