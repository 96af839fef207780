namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsRuleTests
{
    private static readonly RuleHarness Rule = new("SingleFieldSubscriptions");

    [Fact]
    public void One_root_field_is_accepted() => Rule.Accepts(
        """
        subscription Joined { memberJoined { id name } }
        """);

    [Fact]
    public void One_root_field_through_fragments_is_accepted() => Rule.Accepts(
        """
        subscription Joined {
          memberJoined { id }
          ...More
          ... on Subscription { memberJoined { nickname } }
        }
        fragment More on Subscription {
          memberJoined { name }
          ...Again
        }
        fragment Again on Subscription { memberJoined { strikes } }
        """);

    [Fact]
    public void Fragments_that_do_not_apply_to_the_root_type_are_not_counted() => Rule.Accepts(
        """
        subscription Joined {
          memberJoined { id }
          ... on Query { link }
        }
        """);

    [Fact]
    public void Several_operations_beside_a_subscription_are_accepted() => Rule.Accepts(
        """
        query A { link person { id } }
        subscription B { messageAdded }
        """);

    [Fact]
    public void Two_root_fields_are_an_error_at_the_second() => Rule.Rejects(
        """
        subscription Joined {
          memberJoined { id }
          messageAdded
        }
        """,
        new Expected("Subscription \"Joined\" must select only one top level field.", (3, 3)));

    [Fact]
    public void An_anonymous_subscription_with_two_root_fields_is_an_error() => Rule.Rejects(
        """
        subscription {
          memberJoined { id }
          messageAdded
          other: messageAdded
        }
        """,
        new Expected("Anonymous Subscription must select only one top level field.", (3, 3), (4, 3)));

    [Fact]
    public void Root_fields_in_fragments_count() => Rule.Rejects(
        """
        subscription Joined {
          memberJoined { id }
          ...More
          ... { again: messageAdded }
        }
        fragment More on Subscription {
          messageAdded
          ...More
        }
        """,
        new Expected("Subscription \"Joined\" must select only one top level field.", (7, 3), (4, 9)));

    [Fact]
    public void An_introspection_field_is_an_error() => Rule.Rejects(
        """
        subscription Joined { __typename }
        """,
        new Expected("Subscription \"Joined\" must not select an introspection top level field.", (1, 23)));

    [Fact]
    public void An_introspection_field_beside_another_is_two_errors() => Rule.Rejects(
        """
        subscription {
          messageAdded
          __typename
        }
        """,
        new Expected("Anonymous Subscription must select only one top level field.", (3, 3)),
        new Expected("Anonymous Subscription must not select an introspection top level field.", (3, 3)));

    [Fact]
    public void An_aliased_introspection_field_in_a_fragment_is_an_error() => Rule.Rejects(
        """
        subscription Joined { ...More }
        fragment More on Subscription { kind: __typename }
        """,
        new Expected("Subscription \"Joined\" must not select an introspection top level field.", (2, 33)));

    [Fact]
    public void Skip_and_include_at_the_root_are_an_error() => Rule.Rejects(
        """
        subscription Joined($yes: Boolean!) {
          messageAdded @skip(if: $yes)
          memberJoined @include(if: true) { id }
        }
        """,
        new Expected("Subscription \"Joined\" must not use `@skip` or `@include` directives in the top level selection.", (2, 16), (3, 16)));

    [Fact]
    public void Skip_on_a_root_fragment_is_an_error() => Rule.Rejects(
        """
        subscription ($yes: Boolean!) {
          ... @include(if: $yes) { messageAdded }
          ...More @skip(if: $yes)
        }
        fragment More on Subscription { messageAdded }
        """,
        new Expected("Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.", (2, 7), (3, 11)));

    [Fact]
    public void Skip_below_the_root_is_accepted() => Rule.Accepts(
        """
        subscription Joined($yes: Boolean!) {
          memberJoined { id @skip(if: $yes) }
        }
        """);
}
