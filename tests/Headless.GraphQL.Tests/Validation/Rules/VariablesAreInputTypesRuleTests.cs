namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesRuleTests
{
    private static readonly RuleHarness Rule = new("VariablesAreInputTypes");

    [Fact]
    public void Scalars_enums_input_objects_and_lists_of_them_are_accepted() => Rule.Accepts(
        """
        query A($a: String, $b: [Boolean!]!, $c: GroupFilter, $d: [[PhraseKind]], $e: Anything) { link }
        """);

    [Fact]
    public void An_unknown_type_is_left_to_another_rule() => Rule.Accepts(
        """
        query A($a: Unknown) { link }
        """);

    [Fact]
    public void Objects_interfaces_and_unions_are_errors() => Rule.Rejects(
        """
        query A($a: Member, $b: [[Author!]]!, $c: Person!) { link }
        """,
        new Expected("Variable \"$a\" cannot be non-input type \"Member\".", (1, 13)),
        new Expected("Variable \"$b\" cannot be non-input type \"[[Author!]]!\".", (1, 25)),
        new Expected("Variable \"$c\" cannot be non-input type \"Person!\".", (1, 43)));
}
