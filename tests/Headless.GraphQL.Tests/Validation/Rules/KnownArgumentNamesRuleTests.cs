namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesRuleTests
{
    private static readonly RuleHarness Rule = new("KnownArgumentNames");

    [Fact]
    public void Known_arguments_are_accepted() => Rule.Accepts(
        """
        {
          member(id: 1) { name(full: true) @include(if: true) }
          unknownField(any: 1)
          link @unknown(any: 1) @label(name: "x", weight: 2)
        }
        """);

    [Fact]
    public void Unknown_arguments_of_fields_are_errors() => Rule.Rejects(
        """
        {
          member(idd: 1) { name(ful: true, other: 1) isActive(sinse: "x") }
          person { ... on Bot { name(fulll: false) } }
          __type(nam: "A") { name }
        }
        """,
        new Expected("Unknown argument \"idd\" on field \"Query.member\". Did you mean \"id\"?", (2, 10)),
        new Expected("Unknown argument \"ful\" on field \"Member.name\". Did you mean \"full\"?", (2, 25)),
        new Expected("Unknown argument \"other\" on field \"Member.name\".", (2, 36)),
        new Expected("Unknown argument \"sinse\" on field \"Member.isActive\". Did you mean \"since\"?", (2, 55)),
        new Expected("Unknown argument \"fulll\" on field \"Bot.name\". Did you mean \"full\"?", (3, 30)),
        new Expected("Unknown argument \"nam\" on field \"<meta>.__type\". Did you mean \"name\"?", (4, 10)));

    [Fact]
    public void Unknown_arguments_of_directives_are_errors() => Rule.Rejects(
        """
        query {
          link @skip(iff: true) @label(name: "x", wait: 2) @onField(any: 1)
        }
        """,
        new Expected("Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"?", (2, 14)),
        new Expected("Unknown argument \"wait\" on directive \"@label\".", (2, 43)),
        new Expected("Unknown argument \"any\" on directive \"@onField\".", (2, 61)));
}
