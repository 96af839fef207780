namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedRuleTests
{
    private static readonly RuleHarness Rule = new("OverlappingFieldsCanBeMerged");

    [Fact]
    public void The_same_field_with_the_same_arguments_and_directives_is_accepted() => Rule.Accepts(
        """
        {
          member(id: 1) { name nickname }
          member(id: 1) { name strikes @onField nickname @skip(if: true) nickname @include(if: true) }
          ... on Query { member(id: 1) { groups(where: { open: true, title: "x" }) { id } } }
          member(id: 1) { groups(where: { title: "x", open: true }) { title } }
        }
        """);

    [Fact]
    public void Different_arguments_and_fields_on_different_objects_are_accepted() => Rule.Accepts(
        """
        {
          person {
            ... on Member { value: name(full: true) says(kind: GREETING) }
            ... on Bot { value: name(full: false) says }
          }
        }
        """);

    [Fact]
    public void Different_fields_under_one_alias_are_an_error() => Rule.Rejects(
        """
        { member { value: name value: nickname } }
        """,
        new Expected("Fields \"value\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 12), (1, 24)));

    [Fact]
    public void A_field_under_the_alias_of_another_is_an_error() => Rule.Rejects(
        """
        { member { name: nickname name } }
        """,
        new Expected("Fields \"name\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 12), (1, 27)));

    [Fact]
    public void Different_arguments_are_an_error() => Rule.Rejects(
        """
        {
          member(id: 1) { id }
          member(id: 2) { id }
          group { optional(x: 1) optional(x: 1, y: 2) topics topics(first: 1) }
        }
        """,
        new Expected("Fields \"member\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.", (2, 3), (3, 3)),
        new Expected("Fields \"optional\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.", (4, 11), (4, 26)),
        new Expected("Fields \"topics\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.", (4, 47), (4, 54)));

    [Fact]
    public void A_variable_and_a_value_are_different_arguments() => Rule.Rejects(
        """
        query A($v: Int) { member(id: $v) { id } member(id: 1) { id } }
        """,
        new Expected("Fields \"member\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.", (1, 20), (1, 42)));

    [Fact]
    public void Conflicts_inside_a_fragment_are_reported_once() => Rule.Rejects(
        """
        { member { ...F } other: member { ...F } }
        fragment F on Member { value: name value: nickname }
        """,
        new Expected("Fields \"value\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (2, 24), (2, 36)));

    [Fact]
    public void Conflicts_between_fragments_are_reported() => Rule.Rejects(
        """
        {
          ...A
          ...B
        }
        fragment A on Query { value: link ...C }
        fragment B on Query { value: complex ...C }
        fragment C on Query { value: person { id } }
        """,
        new Expected("Fields \"value\" conflict because \"link\" and \"complex\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (5, 23), (6, 23)),
        new Expected("Fields \"value\" conflict because \"link\" and \"person\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (5, 23), (7, 23)),
        new Expected("Fields \"value\" conflict because \"person\" and \"complex\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (7, 23), (6, 23)),
        new Expected("Fields \"value\" conflict because \"link\" and \"person\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (5, 23), (7, 23)),
        new Expected("Fields \"value\" conflict because \"complex\" and \"person\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (6, 23), (7, 23)));

    [Fact]
    public void Conflicts_below_merged_fields_name_the_path() => Rule.Rejects(
        """
        {
          member { value: name }
          member { value: nickname }
        }
        """,
        new Expected("Fields \"member\" conflict because subfields \"value\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (2, 3), (2, 12), (3, 3), (3, 12)));

    [Fact]
    public void Several_conflicts_below_merged_fields_are_one_error() => Rule.Rejects(
        """
        {
          member { a: name b: strikes }
          member { a: nickname b: id }
        }
        """,
        new Expected("Fields \"member\" conflict because subfields \"a\" conflict because \"name\" and \"nickname\" are different fields and subfields \"b\" conflict because \"strikes\" and \"id\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (2, 3), (2, 12), (2, 20), (3, 3), (3, 12), (3, 24)));

    [Fact]
    public void Deep_conflicts_name_the_whole_path() => Rule.Rejects(
        """
        {
          member { friend { a: name } }
          member { friend { a: nickname } }
        }
        """,
        new Expected("Fields \"member\" conflict because subfields \"friend\" conflict because subfields \"a\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (2, 3), (2, 12), (2, 21), (3, 3), (3, 12), (3, 21)));

    [Fact]
    public void Conflicts_are_reported_at_the_nearest_common_field() => Rule.Rejects(
        """
        {
          member {
            friend { a: name }
            friend { a: nickname }
          }
          member { friend { id } }
        }
        """,
        new Expected("Fields \"friend\" conflict because subfields \"a\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (3, 5), (3, 14), (4, 5), (4, 14)));

    [Fact]
    public void Conflicts_below_fragments_are_reported_at_the_nearest_common_field() => Rule.Rejects(
        """
        {
          member { ...F }
          member { ...G }
        }
        fragment F on Member { friend { ...H } a: id }
        fragment G on Member { friend { ...I } a: id }
        fragment H on Member { value: name ...I }
        fragment I on Member { value: nickname }
        """,
        new Expected("Fields \"member\" conflict because subfields \"friend\" conflict because subfields \"value\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (2, 3), (5, 24), (7, 24), (3, 3), (6, 24), (8, 24)),
        new Expected("Fields \"value\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (7, 24), (8, 24)));

    [Fact]
    public void Different_types_on_different_objects_are_an_error() => Rule.Rejects(
        """
        {
          boxes {
            ... on IntBox { scalar }
            ... on StringBox { scalar }
          }
        }
        """,
        new Expected("Fields \"scalar\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.", (3, 21), (4, 24)));

    [Fact]
    public void A_nullable_and_a_non_null_type_are_an_error() => Rule.Rejects(
        """
        {
          boxes {
            ... on NonNullBox { scalar }
            ... on StringBox { scalar }
          }
        }
        """,
        new Expected("Fields \"scalar\" conflict because they return conflicting types \"String!\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.", (3, 25), (4, 24)));

    [Fact]
    public void A_list_and_no_list_are_an_error() => Rule.Rejects(
        """
        {
          boxes {
            ... on IntBox { list { unrelated } }
            ... on StringBox { list { unrelated } }
          }
        }
        """,
        new Expected("Fields \"list\" conflict because they return conflicting types \"IntBox\" and \"[StringBox]\". Use different aliases on the fields to fetch both if this was intentional.", (3, 21), (4, 24)));

    [Fact]
    public void Different_types_below_fields_on_different_objects_are_an_error() => Rule.Rejects(
        """
        {
          boxes {
            ... on IntBox { deep { scalar } }
            ... on StringBox { deep { scalar } }
          }
        }
        """,
        new Expected("Fields \"deep\" conflict because subfields \"scalar\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.", (3, 21), (3, 28), (4, 24), (4, 31)));

    [Fact]
    public void Different_fields_below_fields_on_different_objects_are_accepted() => Rule.Accepts(
        """
        {
          boxes {
            ... on StringBox { deep { value: scalar } }
            ... on StringBox { deep { value: scalar } }
          }
        }
        """);

    [Fact]
    public void An_object_and_a_scalar_are_an_error() => Rule.Rejects(
        """
        {
          person {
            ... on Member { x: friend { id } }
            ... on Bot { x: version }
          }
        }
        """,
        new Expected("Fields \"x\" conflict because they return conflicting types \"Member\" and \"Float\". Use different aliases on the fields to fetch both if this was intentional.", (3, 21), (4, 18)));

    [Fact]
    public void Fields_on_an_interface_conflict_with_those_on_an_object() => Rule.Rejects(
        """
        {
          person {
            name(full: true)
            ... on Member { name(full: false) }
            ... on Bot { name: id }
          }
        }
        """,
        new Expected("Fields \"name\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.", (3, 5), (4, 21)),
        new Expected("Fields \"name\" conflict because \"name\" and \"id\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (3, 5), (5, 18)),
        new Expected("Fields \"name\" conflict because they return conflicting types \"String\" and \"ID!\". Use different aliases on the fields to fetch both if this was intentional.", (4, 21), (5, 18)));

    [Fact]
    public void Unknown_fields_and_types_are_compared_by_name_only() => Rule.Rejects(
        """
        {
          person { ... on Nowhere { a: x } ... on Nobody { a: y } }
          b: unknown
          b: other
        }
        """,
        new Expected("Fields \"b\" conflict because \"unknown\" and \"other\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (3, 3), (4, 3)),
        new Expected("Fields \"a\" conflict because \"x\" and \"y\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (2, 29), (2, 52)));

    [Fact]
    public void Cycles_of_fragments_do_not_go_on_for_ever() => Rule.Rejects(
        """
        { member { ...A value: nickname } }
        fragment A on Member { value: name friend { ...A ...B } }
        fragment B on Member { friend { ...A value: id } }
        """,
        new Expected("Fields \"value\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 17), (2, 24)),
        new Expected("Fields \"friend\" conflict because subfields \"value\" conflict because \"id\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (2, 36), (3, 38), (3, 24), (2, 24)));

    [Fact]
    public void Cycles_of_fragments_without_a_conflict_are_accepted() => Rule.Accepts(
        """
        { member { ...A } }
        fragment A on Member { name friend { ...A ...B } }
        fragment B on Member { friend { ...A } }
        """);

    [Fact]
    public void Conflicts_in_a_fragment_that_nothing_spreads_are_reported() => Rule.Rejects(
        """
        { link }
        fragment A on Member { value: name value: nickname }
        fragment B on Bot { ...C value: name }
        fragment C on Bot { value: version }
        """,
        new Expected("Fields \"value\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (2, 24), (2, 36)),
        new Expected("Fields \"value\" conflict because \"name\" and \"version\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (3, 26), (4, 21)));
}
