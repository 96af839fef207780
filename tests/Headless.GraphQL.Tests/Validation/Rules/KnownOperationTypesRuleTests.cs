using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesRuleTests
{
    private static readonly RuleHarness Rule = new("KnownOperationTypes");

    [Fact]
    public void Operations_of_kinds_that_the_schema_has_are_accepted() => Rule.Accepts(
        """
        query A { member { name } }
        mutation B { rename(title: "x") { id } }
        subscription C { memberJoined { id } }
        """);

    [Fact]
    public void Operations_of_kinds_that_the_schema_does_not_have_are_errors()
        => new RuleHarness("KnownOperationTypes", SchemaBuilder.FromSdl("type Query { a: Int }")).Rejects(
            """
            { a }
            mutation B { a }
            subscription { a }
            """,
            new Expected("The mutation operation is not supported by the schema.", (2, 1)),
            new Expected("The subscription operation is not supported by the schema.", (3, 1)));
}
