namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsRuleTests
{
    private static readonly RuleHarness Rule = new("ExecutableDefinitions");

    [Fact]
    public void Operations_and_fragments_are_executable() => Rule.Accepts(
        """
        query A {
          member { ...Name }
        }

        fragment Name on Member {
          name
        }
        """);

    [Fact]
    public void Type_definitions_and_extensions_are_not_executable() => Rule.Rejects(
        """
        query A {
          member { name }
        }

        type Cow {
          name: String
        }

        extend type Member {
          color: String
        }
        """,
        new Expected("The \"Cow\" definition is not executable.", (5, 1)),
        new Expected("The \"Member\" definition is not executable.", (9, 1)));

    [Fact]
    public void Schema_and_directive_definitions_are_not_executable() => Rule.Rejects(
        """
        schema {
          query: Query
        }

        extend schema @onQuery

        directive @new on FIELD

        query A { member { name } }
        """,
        new Expected("The schema definition is not executable.", (1, 1)),
        new Expected("The schema definition is not executable.", (5, 1)),
        new Expected("The \"new\" definition is not executable.", (7, 1)));
}
