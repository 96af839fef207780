using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

public sealed class QueryExecutionTests
{
    private const string Sdl = """
        type Query { hello: String  person: Person  people: [Person]  pets: [Pet]  named: [Named]  matrix: [[Int]]  echo(text: String = "none", n: Int): String }
        interface Named { name: String }
        type Person implements Named { name: String  age: Int  friends: [Person]  best: Pet }
        type Dog implements Named { name: String  barks: Boolean }
        type Cat implements Named { name: String  lives: Int }
        union Pet = Dog | Cat
        """;

    private static readonly Dictionary<string, object?> Root = Obj(
        ("hello", "wörld 你好"),
        ("person", Obj(("name", "Ada"), ("age", 36), ("friends", new[] { Obj(("name", "Bob"), ("age", 40)), Obj(("name", "Cy"), ("age", null)) }))),
        ("people", new object?[] { Obj(("name", "Ada")), null }),
        ("pets", new[] { Obj(("__typename", "Dog"), ("name", "Rex"), ("barks", true)), Obj(("__typename", "Cat"), ("name", "Tom"), ("lives", 9)) }),
        ("named", new[] { Obj(("__typename", "Person"), ("name", "Ada")), Obj(("__typename", "Cat"), ("name", "Tom")) }),
        ("matrix", new List<List<int>?> { new() { 1, 2 }, null, new() }));

    private static readonly Schema TheSchema = Schema(
        Sdl,
        ("Query.echo", (IResolverContext c) => $"{c.ArgumentValue("text")}/{(c.HasArgument("n") ? c.ArgumentValue("n") ?? "null" : "absent")}"));

    [Theory]
    [InlineData("{ __typename }", """{"data":{"__typename":"Query"}}""")]
    [InlineData("{ hello }", """{"data":{"hello":"wörld 你好"}}""")]
    [InlineData("{ a: hello b: hello }", """{"data":{"a":"wörld 你好","b":"wörld 你好"}}""")]
    [InlineData("{ matrix }", """{"data":{"matrix":[[1,2],null,[]]}}""")]
    [InlineData("{ people { name __typename } }", """{"data":{"people":[{"name":"Ada","__typename":"Person"},null]}}""")]
    [InlineData("{ person { name friends { name age } } }", """{"data":{"person":{"name":"Ada","friends":[{"name":"Bob","age":40},{"name":"Cy","age":null}]}}}""")]
    [InlineData("{ person { name } person { age } ...F } fragment F on Query { person { name friends { name } } }", """{"data":{"person":{"name":"Ada","age":36,"friends":[{"name":"Bob"},{"name":"Cy"}]}}}""")]
    [InlineData("{ pets { __typename ... on Dog { name barks } ... on Cat { lives name } } }", """{"data":{"pets":[{"__typename":"Dog","name":"Rex","barks":true},{"__typename":"Cat","lives":9,"name":"Tom"}]}}""")]
    [InlineData("{ named { name ...L } } fragment L on Pet { ... on Named { __typename } }", """{"data":{"named":[{"name":"Ada"},{"name":"Tom","__typename":"Cat"}]}}""")]
    [InlineData("{ echo }", """{"data":{"echo":"none/absent"}}""")]
    [InlineData("{ echo(text: null, n: null) }", """{"data":{"echo":"/null"}}""")]
    [InlineData("{ echo(text: \"x\", n: 3) }", """{"data":{"echo":"x/3"}}""")]
    [InlineData("query A { hello } ", """{"data":{"hello":"wörld 你好"}}""")]
    public async Task A_query_answers_as_the_specification_says(string document, string expected)
        => (await ExecuteAsync(TheSchema, document, rootValue: Root)).ShouldBe(expected);

    [Theory]
    [InlineData("""{"a":true,"b":false}""", """{"data":{"hello":"wörld 你好","person":{"name":"Ada"}}}""")]
    [InlineData("""{"a":false,"b":false}""", """{"data":{"person":{"age":36}}}""")]
    [InlineData("""{"a":true,"b":true}""", """{"data":{"hello":"wörld 你好"}}""")]
    public async Task Skip_and_include_follow_the_variables(string variables, string expected)
        => (await ExecuteAsync(
            TheSchema,
            "query($a: Boolean!, $b: Boolean!) { hello @include(if: $a) person @skip(if: $b) { name @include(if: $a) age @skip(if: $a) } people @skip(if: true) { name } }",
            variables,
            Root)).ShouldBe(expected);

    [Fact]
    public async Task A_field_that_is_merged_under_different_conditions_has_the_children_of_those_that_hold()
    {
        const string Document = "query($a: Boolean!, $b: Boolean!) { person @include(if: $a) { name } person @include(if: $b) { age } }";
        (await ExecuteAsync(TheSchema, Document, """{"a":true,"b":false}""", Root)).ShouldBe("""{"data":{"person":{"name":"Ada"}}}""");
        (await ExecuteAsync(TheSchema, Document, """{"a":false,"b":true}""", Root)).ShouldBe("""{"data":{"person":{"age":36}}}""");
        (await ExecuteAsync(TheSchema, Document, """{"a":true,"b":true}""", Root)).ShouldBe("""{"data":{"person":{"name":"Ada","age":36}}}""");
        (await ExecuteAsync(TheSchema, Document, """{"a":false,"b":false}""", Root)).ShouldBe("""{"data":{}}""");
    }

    [Theory]
    [InlineData("query A { hello } query B { __typename }", "B", """{"data":{"__typename":"Query"}}""")]
    [InlineData("query A { hello } query B { __typename }", "C", """{"errors":[{"message":"Unknown operation named \"C\".","extensions":{"code":"OPERATION_NOT_FOUND"}}]}""")]
    [InlineData("query A { hello } query B { __typename }", null, """{"errors":[{"message":"Must provide operation name if query contains multiple operations.","extensions":{"code":"OPERATION_NOT_FOUND"}}]}""")]
    public async Task The_operation_name_chooses(string document, string? name, string expected)
    {
        await using var result = await Executor(TheSchema).ExecuteAsync(
            OperationRequestBuilder.New().SetDocument(document).SetOperationName(name).Build(),
            TestContext.Current.CancellationToken);
        Text((OperationResult)result).ShouldBe(expected);
    }

    [Fact]
    public async Task A_syntax_error_is_a_request_error_with_its_location()
        => (await ExecuteAsync(TheSchema, "{ hello ")).ShouldBe(
            """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":9}],"extensions":{"code":"SYNTAX_ERROR"}}]}""");

    [Fact]
    public async Task An_invalid_document_is_not_executed()
        => (await ExecuteAsync(TheSchema, "{ nope }")).ShouldStartWith("""{"errors":[{"message":"Cannot query field \"nope\" on type \"Query\".""");

    [Fact]
    public async Task An_operation_with_more_conditions_than_there_are_bits_is_refused()
    {
        var variables = string.Join(", ", Enumerable.Range(0, 65).Select(i => $"$v{i}: Boolean!"));
        var fields = string.Join(" ", Enumerable.Range(0, 65).Select(i => $"f{i}: hello @include(if: $v{i})"));
        (await ExecuteAsync(TheSchema, $"query({variables}) {{ {fields} }}")).ShouldBe(
            """{"errors":[{"message":"The operation has more than 64 distinct conditions of @skip and @include.","extensions":{"code":"OPERATION_TOO_LARGE"}}]}""");
    }

    [Fact]
    public async Task Doubling_fragments_are_refused_by_the_number_of_planned_fields()
    {
        var fragments = string.Join(" ", Enumerable.Range(0, 14).Select(i => $"fragment F{i} on Person {{ a: friends {{ ...F{i + 1} }} b: friends {{ ...F{i + 1} }} }}"));
        (await ExecuteAsync(TheSchema, $"{{ person {{ ...F0 }} }} {fragments} fragment F14 on Person {{ name }}")).ShouldBe(
            """{"errors":[{"message":"The operation has more than 10000 fields once its fragments are expanded.","extensions":{"code":"OPERATION_TOO_LARGE"}}]}""");
    }

    [Theory]
    [InlineData(true, """{"data":{"b":"none/absent","a":"wörld 你好","person":{"age":36,"name":"Ada"}}}""")]
    [InlineData(false, """{"data":{"a":"wörld 你好","b":"none/absent","person":{"name":"Ada","age":36}}}""")]
    public async Task A_field_stands_where_its_first_selected_node_does(bool skip, string answer)
        => (await ExecuteAsync(
            TheSchema,
            "query($s: Boolean!) { a: hello @skip(if: $s) b: echo a: hello person { ... @skip(if: $s) { name } age name } }",
            $$"""{"s":{{(skip ? "true" : "false")}}}""",
            Root)).ShouldBe(answer);

    [Fact]
    public async Task An_error_has_the_places_of_the_selected_nodes_only()
    {
        var schema = Schema("type Query { a: String }", ("Query.a", (Func<IResolverContext, object?>)(static _ => throw new GraphQLException("no"))));
        var answer = await ExecuteAsync(
            schema,
            "query($s: Boolean!, $t: Boolean!) { a a @skip(if: $s) ...F @skip(if: $t) ...F @include(if: $s) } fragment F on Query { a }",
            """{"s":true,"t":false}""");

        answer.ShouldBe("""{"errors":[{"message":"no","locations":[{"line":1,"column":37},{"line":1,"column":120}],"path":["a"]}],"data":{"a":null}}""");
    }

    [Fact]
    public async Task The_schema_answers_introspection()
        => (await ExecuteAsync(TheSchema, """{ __schema { queryType { name } } __type(name: "Cat") { kind name fields { name type { name } } possibleTypes { name } } }""")).ShouldBe(
            """{"data":{"__schema":{"queryType":{"name":"Query"}},"__type":{"kind":"OBJECT","name":"Cat","fields":[{"name":"name","type":{"name":"String"}},{"name":"lives","type":{"name":"Int"}}],"possibleTypes":null}}}""");
}
