namespace Headless.GraphQL.Tests.Validation.Rules;

public sealed class MaxIntrospectionDepthRuleTests
{
    private static readonly RuleHarness Rule = new("MaxIntrospectionDepth");

    [Fact]
    public void Two_levels_of_lists_are_accepted() => Rule.Accepts(
        """
        {
          __schema { types { fields { type { fields { name } } } } }
          __type(name: "Member") { interfaces { possibleTypes { name } } inputFields { type { ofType { ofType { name } } } } }
        }
        """);

    [Fact]
    public void Three_levels_of_lists_are_an_error() => Rule.Rejects(
        """
        {
          __schema { types { fields { type { fields { type { fields { name } } } } } } }
          __type(name: "Member") { interfaces { possibleTypes { inputFields { name } } } }
        }
        """,
        new Expected("Maximum introspection depth exceeded", (2, 3)),
        new Expected("Maximum introspection depth exceeded", (3, 3)));

    [Fact]
    public void Levels_in_fragments_count() => Rule.Rejects(
        """
        {
          __schema { types { ...A } }
        }
        fragment A on __Type { fields { type { ...B } } }
        fragment B on __Type { fields { type { ...C } } }
        fragment C on __Type { possibleTypes { name } }
        """,
        new Expected("Maximum introspection depth exceeded", (2, 3)));
}
