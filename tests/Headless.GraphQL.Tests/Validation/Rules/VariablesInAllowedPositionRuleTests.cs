namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionRuleTests
{
    private static readonly RuleHarness Rule = new("VariablesInAllowedPosition");

    [Fact]
    public void Variables_that_fit_are_accepted() => Rule.Accepts(
        """
        query A(
          $int: Int
          $nonNullInt: Int!
          $intWithDefault: Int = 1
          $boolean: Boolean!
          $string: String!
          $strings: [String!]!
          $filter: GroupFilter!
          $identity: Identity!
        ) {
          arguments {
            int(value: $int)
            a: int(value: $nonNullInt)
            nonNullInt(value: $nonNullInt)
            b: nonNullInt(value: $intWithDefault)
            nonNullIntWithDefault(value: $int)
            strings(value: $strings)
            c: strings(value: [$string])
            nonNullStrings(value: $strings)
            filter(value: $filter)
            d: filter(value: { open: $boolean, minimum: $int, names: [$string] })
            identity(value: $identity)
            e: identity(value: { email: $string })
          }
          link @include(if: $boolean)
          ...F
        }
        fragment F on Query { arguments { int(value: $int) } }
        """);

    [Fact]
    public void Variables_of_other_types_are_errors() => Rule.Rejects(
        """
        query A($int: Int, $string: String, $strings: [String], $boolean: Boolean) {
          arguments {
            nonNullInt(value: $int)
            a: int(value: $string)
            strings(value: $string)
            string(value: $strings)
            nonNullStrings(value: $strings)
            b: nonNullStrings(value: [$string])
            filter(value: { open: $boolean, title: $int })
          }
          link @include(if: $boolean)
        }
        """,
        new Expected("Variable \"$int\" of type \"Int\" used in position expecting type \"Int!\".", (1, 9), (3, 23)),
        new Expected("Variable \"$string\" of type \"String\" used in position expecting type \"Int\".", (1, 20), (4, 19)),
        new Expected("Variable \"$string\" of type \"String\" used in position expecting type \"[String]\".", (1, 20), (5, 20)),
        new Expected("Variable \"$strings\" of type \"[String]\" used in position expecting type \"String\".", (1, 37), (6, 19)),
        new Expected("Variable \"$strings\" of type \"[String]\" used in position expecting type \"[String!]\".", (1, 37), (7, 27)),
        new Expected("Variable \"$string\" of type \"String\" used in position expecting type \"String!\".", (1, 20), (8, 31)),
        new Expected("Variable \"$boolean\" of type \"Boolean\" used in position expecting type \"Boolean!\".", (1, 57), (9, 27)),
        new Expected("Variable \"$int\" of type \"Int\" used in position expecting type \"String\".", (1, 9), (9, 44)),
        new Expected("Variable \"$boolean\" of type \"Boolean\" used in position expecting type \"Boolean!\".", (1, 57), (11, 21)));

    [Fact]
    public void A_default_of_null_does_not_make_up_for_a_missing_value() => Rule.Rejects(
        """
        query A($int: Int = null) {
          arguments { nonNullInt(value: $int) a: nonNullIntWithDefault(value: $int) }
        }
        """,
        new Expected("Variable \"$int\" of type \"Int\" used in position expecting type \"Int!\".", (1, 9), (2, 33)));

    [Fact]
    public void Variables_in_fragments_are_errors_for_each_operation() => Rule.Rejects(
        """
        query A($value: String) { ...F }
        query B($value: Int) { ...F }
        query C($value: Boolean) { ...F }
        fragment F on Query { ...G }
        fragment G on Query { arguments { nonNullInt(value: $value) } }
        """,
        new Expected("Variable \"$value\" of type \"String\" used in position expecting type \"Int!\".", (1, 9), (5, 53)),
        new Expected("Variable \"$value\" of type \"Int\" used in position expecting type \"Int!\".", (2, 9), (5, 53)),
        new Expected("Variable \"$value\" of type \"Boolean\" used in position expecting type \"Int!\".", (3, 9), (5, 53)));

    [Fact]
    public void Variables_of_oneOf_fields_are_non_null() => Rule.Rejects(
        """
        query A($email: String, $number: Int!, $withDefault: String = "x") {
          arguments {
            identity(value: { email: $email })
            a: identity(value: { number: $number })
            b: identity(value: { email: $withDefault })
          }
        }
        """,
        new Expected("Variable \"$email\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"Identity\".", (1, 9), (3, 30)),
        new Expected("Variable \"$withDefault\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"Identity\".", (1, 40), (5, 33)));

    [Fact]
    public void Variables_of_unknown_types_and_at_unknown_places_are_left_to_other_rules() => Rule.Accepts(
        """
        query A($a: Unknown, $b: Int) {
          arguments { int(value: $a) string(other: $b) unknown(x: $b) }
        }
        """);
}
