namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeRuleTests
{
    private static readonly RuleHarness Rule = new("FieldsOnCorrectType");

    [Fact]
    public void Fields_of_objects_interfaces_and_typename_are_accepted() => Rule.Accepts(
        """
        {
          __schema { types { name } }
          __type(name: "Member") { name }
          person { __typename id alias: name ... on Member { nickname } }
          author { __typename ... on Bot { version } }
        }
        """);

    [Fact]
    public void An_unknown_field_is_an_error_and_nothing_below_it_is() => Rule.Rejects(
        """
        { member { unknown { deeper } other: nicknam } }
        """,
        new Expected("Cannot query field \"unknown\" on type \"Member\". Did you mean \"knows\"?", (1, 12)),
        new Expected("Cannot query field \"nicknam\" on type \"Member\". Did you mean \"nickname\"?", (1, 31)));

    [Fact]
    public void A_field_of_another_type_is_an_error_in_each_fragment() => Rule.Rejects(
        """
        {
          person { nickname ... on Bot { strikes } }
          ...Fields
        }
        fragment Fields on Query { nothing ... on Nowhere { x } }
        """,
        new Expected("Cannot query field \"nickname\" on type \"Person\". Did you mean to use an inline fragment on \"Bot\" or \"Member\"?", (2, 12)),
        new Expected("Cannot query field \"strikes\" on type \"Bot\".", (2, 34)),
        new Expected("Cannot query field \"nothing\" on type \"Query\".", (5, 28)));

    [Fact]
    public void Union_members_have_no_fields_in_common() => Rule.Rejects(
        """
        { author { name } target { title } }
        """,
        new Expected("Cannot query field \"name\" on type \"Author\". Did you mean to use an inline fragment on \"Person\", \"Bot\", or \"Member\"?", (1, 12)),
        new Expected("Cannot query field \"title\" on type \"Target\". Did you mean to use an inline fragment on \"Group\"?", (1, 28)));

    [Fact]
    public void Schema_introspection_belongs_to_the_query_root() => Rule.Rejects(
        """
        { member { __schema { description } __type(name: "A") { name } } }
        mutation { __schema { description } }
        """,
        new Expected("Cannot query field \"__schema\" on type \"Member\".", (1, 12)),
        new Expected("Cannot query field \"__type\" on type \"Member\".", (1, 37)),
        new Expected("Cannot query field \"__schema\" on type \"Mutation\".", (2, 12)));

    [Fact]
    public void Suggestions_name_implementations_by_how_many_objects_they_cover() => Rule.Rejects(
        """
        { talkers { id name } person { strikes version says } }
        """,
        new Expected("Cannot query field \"id\" on type \"Talker\". Did you mean to use an inline fragment on \"Node\", \"Person\", \"Bot\", or \"Member\"?", (1, 13)),
        new Expected("Cannot query field \"name\" on type \"Talker\". Did you mean to use an inline fragment on \"Person\", \"Bot\", or \"Member\"?", (1, 16)),
        new Expected("Cannot query field \"strikes\" on type \"Person\". Did you mean to use an inline fragment on \"Member\"?", (1, 32)),
        new Expected("Cannot query field \"version\" on type \"Person\". Did you mean to use an inline fragment on \"Bot\"?", (1, 40)),
        new Expected("Cannot query field \"says\" on type \"Person\". Did you mean to use an inline fragment on \"Talker\", \"Bot\", or \"Member\"?", (1, 48)));

    [Fact]
    public void Suggestions_name_similar_fields() => Rule.Rejects(
        """
        { member { nme isActiv nickName friends } }
        """,
        new Expected("Cannot query field \"nme\" on type \"Member\". Did you mean \"name\"?", (1, 12)),
        new Expected("Cannot query field \"isActiv\" on type \"Member\". Did you mean \"isActive\"?", (1, 16)),
        new Expected("Cannot query field \"nickName\" on type \"Member\". Did you mean \"nickname\" or \"name\"?", (1, 24)),
        new Expected("Cannot query field \"friends\" on type \"Member\". Did you mean \"friend\"?", (1, 33)));

    [Fact]
    public void A_field_on_an_unknown_type_is_left_to_another_rule() => Rule.Accepts(
        """
        fragment A on Nowhere { x }
        { ... on Nobody { y } unused: link }
        """);
}
