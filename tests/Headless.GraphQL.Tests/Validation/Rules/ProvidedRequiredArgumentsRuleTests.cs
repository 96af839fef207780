namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsRuleTests
{
    private static readonly RuleHarness Rule = new("ProvidedRequiredArguments");

    [Fact]
    public void Given_optional_and_unknown_arguments_are_accepted() => Rule.Accepts(
        """
        {
          group {
            position(x: 1, y: 2)
            a: position(y: 1, x: 2, z: 3)
            optional
            mixed(a: 1, b: 2)
            b: mixed(a: 1, b: 2, c: 3, d: 4)
          }
          unknown
          link @include(if: true) @label(name: "x") @unknown
        }
        """);

    [Fact]
    public void Missing_arguments_are_errors() => Rule.Rejects(
        """
        {
          group {
            position
            a: position(x: 1)
            mixed(c: 3) { below }
          }
          node { id }
          __type { name }
        }
        """,
        new Expected("Argument \"Group.position(x:)\" of type \"Int!\" is required, but it was not provided.", (3, 5)),
        new Expected("Argument \"Group.position(y:)\" of type \"Int!\" is required, but it was not provided.", (3, 5)),
        new Expected("Argument \"Group.position(y:)\" of type \"Int!\" is required, but it was not provided.", (4, 5)),
        new Expected("Argument \"Group.mixed(a:)\" of type \"Int!\" is required, but it was not provided.", (5, 5)),
        new Expected("Argument \"Group.mixed(b:)\" of type \"Int!\" is required, but it was not provided.", (5, 5)),
        new Expected("Argument \"Query.node(id:)\" of type \"ID!\" is required, but it was not provided.", (7, 3)),
        new Expected("Argument \"<meta>.__type(name:)\" of type \"String!\" is required, but it was not provided.", (8, 3)));

    [Fact]
    public void Missing_arguments_of_directives_are_errors() => Rule.Rejects(
        """
        {
          link @include
          a: link @skip(wrong: 1) @range(to: 1)
          bot @range { id @label }
        }
        """,
        new Expected("Argument \"@include(if:)\" of type \"Boolean!\" is required, but it was not provided.", (2, 8)),
        new Expected("Argument \"@skip(if:)\" of type \"Boolean!\" is required, but it was not provided.", (3, 11)),
        new Expected("Argument \"@range(from:)\" of type \"Int!\" is required, but it was not provided.", (3, 27)),
        new Expected("Argument \"@range(from:)\" of type \"Int!\" is required, but it was not provided.", (4, 7)),
        new Expected("Argument \"@range(to:)\" of type \"Int!\" is required, but it was not provided.", (4, 7)),
        new Expected("Argument \"@label(name:)\" of type \"String!\" is required, but it was not provided.", (4, 19)));
}
