namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsRuleTests
{
    private static readonly RuleHarness Rule = new("PossibleFragmentSpreads");

    [Fact]
    public void The_same_type_a_member_and_an_overlapping_type_are_accepted() => Rule.Accepts(
        """
        {
          member { ... on Member { id } ... on Person { id } ... on Author { __typename } ...OnMember }
          person { ... on Member { id } ... on Talker { says } ...OnMember }
          author { ... on Bot { id } ... on Node { id } ... on Target { __typename } }
          ... { link }
          ...Unknown
        }
        fragment OnMember on Member { id }
        """);

    [Fact]
    public void Another_object_is_an_error() => Rule.Rejects(
        """
        { member { ... on Bot { id } ...OnGroup } }
        fragment OnGroup on Group { id }
        """,
        new Expected("Fragment cannot be spread here as objects of type \"Member\" can never be of type \"Bot\".", (1, 12)),
        new Expected("Fragment \"OnGroup\" cannot be spread here as objects of type \"Member\" can never be of type \"Group\".", (1, 30)));

    [Fact]
    public void An_object_outside_an_abstract_type_is_an_error() => Rule.Rejects(
        """
        {
          person { ... on Group { id } }
          author { ... on Group { id } }
          group { ... on Person { id } ... on Author { __typename } ...OnTalker }
        }
        fragment OnTalker on Talker { says }
        """,
        new Expected("Fragment cannot be spread here as objects of type \"Person\" can never be of type \"Group\".", (2, 12)),
        new Expected("Fragment cannot be spread here as objects of type \"Author\" can never be of type \"Group\".", (3, 12)),
        new Expected("Fragment cannot be spread here as objects of type \"Group\" can never be of type \"Person\".", (4, 11)),
        new Expected("Fragment cannot be spread here as objects of type \"Group\" can never be of type \"Author\".", (4, 32)),
        new Expected("Fragment \"OnTalker\" cannot be spread here as objects of type \"Group\" can never be of type \"Talker\".", (4, 61)));

    [Fact]
    public void Abstract_types_without_a_common_object_are_an_error() => Rule.Rejects(
        """
        {
          talkers { ... on Box { unrelated } }
          boxes { ... on Author { __typename } }
        }
        """,
        new Expected("Fragment cannot be spread here as objects of type \"Talker\" can never be of type \"Box\".", (2, 13)),
        new Expected("Fragment cannot be spread here as objects of type \"Box\" can never be of type \"Author\".", (3, 11)));

    [Fact]
    public void A_type_that_is_not_composite_is_left_to_another_rule() => Rule.Accepts(
        """
        { member { ... on String { x } ...A } }
        fragment A on Int { x }
        """);
}
