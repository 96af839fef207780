using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>Specification sections 3.5, 3.9 to 3.12 ("Input Coercion"), 6.1.2 and 6.4.1; the wording is graphql-js 17's.</summary>
public sealed class VariableCoercionTests
{
    private const string Sdl = """
        type Query { show(int: Int, float: Float, string: String, bool: Boolean, id: ID, long: Long, color: Color, list: [Int], listNN: [Int!], matrix: [[Int]], object: Input, one: One, json: JSON, date: DateTime, uuid: UUID): String }
        enum Color { RED GREEN }
        input Input { a: String  b: Int!  c: Int = 7  nested: Input  list: [Input!] }
        input One @oneOf { a: String  b: Int }
        scalar Long scalar JSON scalar DateTime scalar UUID
        """;

    private static readonly Schema TheSchema = Schema(Sdl, ("Query.show", (IResolverContext c) =>
        string.Join("; ", c.Field.Arguments.Where(a => c.HasArgument(a.Name)).Select(a => $"{a.Name}={Show(c.ArgumentValue(a.Name))}"))));

    [Theory]
    [InlineData("Int", "int", "1", "int=1")]
    [InlineData("Int", "int", "1.0", "int=1")]
    [InlineData("Int", "int", "1e3", "int=1000")]
    [InlineData("Int", "int", "-2147483648", "int=-2147483648")]
    [InlineData("Int", "int", "null", "int=null")]
    [InlineData("Float", "float", "1", "float=1")]
    [InlineData("Float", "float", "1.5", "float=1.5")]
    [InlineData("ID", "id", "\"x\"", "id=x")]
    [InlineData("ID", "id", "9007199254740993", "id=9007199254740993")]
    [InlineData("Long", "long", "9223372036854775807", "long=9223372036854775807")]
    [InlineData("Color", "color", "\"RED\"", "color=RED")]
    [InlineData("[Int]", "list", "[1, null, 3]", "list=[1, null, 3]")]
    [InlineData("[Int]", "list", "1", "list=[1]")]
    [InlineData("[[Int]]", "matrix", "[1, [2]]", "matrix=[[1], [2]]")]
    [InlineData("[[Int]]", "matrix", "1", "matrix=[[1]]")]
    [InlineData("Input", "object", "{\"b\": 1}", "object={b: 1, c: 7}")]
    [InlineData("Input", "object", "{\"b\": 1, \"c\": null, \"a\": null}", "object={a: null, b: 1, c: null}")]
    [InlineData("Input", "object", "{\"b\": 1, \"list\": {\"b\": 2}}", "object={b: 1, c: 7, list: [{b: 2, c: 7}]}")]
    [InlineData("One", "one", "{\"a\": \"x\"}", "one={a: x}")]
    [InlineData("JSON", "json", "{\"__proto__\": [1, {\"$type\": null}]}", "json={\"__proto__\": [1, {\"$type\": null}]}")]
    [InlineData("DateTime", "date", "\"2026-11-22T01:00:00+01:00\"", "date=2026-11-22T01:00:00.0000000+01:00")]
    [InlineData("DateTime", "date", "\"2024-02-29T23:59:59.1234567Z\"", "date=2024-02-29T23:59:59.1234567+00:00")]
    [InlineData("DateTime", "date", "\"2026-11-22T01:00:00.5-14:00\"", "date=2026-11-22T01:00:00.5000000-14:00")]
    public async Task A_variable_that_fits_its_type_arrives_as_its_runtime_value(string type, string argument, string json, string expected)
        => (await ExecuteAsync(TheSchema, $"query($x: {type}) {{ show({argument}: $x) }}", $$"""{"x":{{json}}}"""))
            .ShouldBe($$$"""{"data":{"show":{{{System.Text.Json.JsonSerializer.Serialize(expected, new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}}}}}""");

    [Theory]
    [InlineData("Int", "int", "2147483648", "Variable \"$x\" has invalid value: Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "int", "-2147483649", "Variable \"$x\" has invalid value: Int cannot represent non 32-bit signed integer value: -2147483649")]
    [InlineData("Int", "int", "1.5", "Variable \"$x\" has invalid value: Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "int", "\"1\"", "Variable \"$x\" has invalid value: Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "int", "true", "Variable \"$x\" has invalid value: Int cannot represent non-integer value: true")]
    [InlineData("Int!", "int", "null", "Variable \"$x\" has invalid value: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("Float", "float", "\"1\"", "Variable \"$x\" has invalid value: Float cannot represent non numeric value: \"1\"")]
    [InlineData("Float", "float", "1e400", "Variable \"$x\" has invalid value: Float cannot represent non numeric value: 1e400")]
    [InlineData("String", "string", "1", "Variable \"$x\" has invalid value: String cannot represent a non string value: 1")]
    [InlineData("String", "string", "{\"a\":[]}", "Variable \"$x\" has invalid value: String cannot represent a non string value: { a: [] }")]
    [InlineData("Boolean", "bool", "0", "Variable \"$x\" has invalid value: Boolean cannot represent a non boolean value: 0")]
    [InlineData("ID", "id", "1.5", "Variable \"$x\" has invalid value: ID cannot represent value: 1.5")]
    [InlineData("Long", "long", "9223372036854775808", "Variable \"$x\" has invalid value: Long cannot represent non 64-bit signed integer value: 9223372036854775808")]
    [InlineData("Color", "color", "\"BLUE\"", "Variable \"$x\" has invalid value: Value \"BLUE\" does not exist in \"Color\" enum.")]
    [InlineData("Color", "color", "1", "Variable \"$x\" has invalid value: Enum \"Color\" cannot represent non-string value: 1.")]
    [InlineData("[Int!]", "listNN", "[1, null]", "Variable \"$x\" has invalid value at [1]: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("Input", "object", "{}", "Variable \"$x\" has invalid value: Expected value of type \"Input\" to include required field \"b\", found: {}.")]
    [InlineData("Input", "object", "{\"b\": 1, \"d\": 2}", "Variable \"$x\" has invalid value: Expected value of type \"Input\" not to include unknown field \"d\", found: { b: 1, d: 2 }.")]
    [InlineData("Input", "object", "{\"b\": 1, \"list\": [{\"b\": \"x\"}]}", "Variable \"$x\" has invalid value at .list[0].b: Int cannot represent non-integer value: \"x\"")]
    [InlineData("Input", "object", "3", "Variable \"$x\" has invalid value: Expected value of type \"Input\" to be an object, found: 3.")]
    [InlineData("One", "one", "{}", "Variable \"$x\" has invalid value: Within OneOf Input Object type \"One\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("One", "one", "{\"a\": \"x\", \"b\": 1}", "Variable \"$x\" has invalid value: Within OneOf Input Object type \"One\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("One", "one", "{\"a\": null}", "Variable \"$x\" has invalid value at .a: Within OneOf Input Object type \"One\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("DateTime", "date", "\"2025-02-29T00:00:00Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2025-02-29T00:00:00Z\"")]
    [InlineData("DateTime", "date", "\"2026-13-01T00:00:00Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-13-01T00:00:00Z\"")]
    [InlineData("DateTime", "date", "\"2026-00-01T00:00:00Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-00-01T00:00:00Z\"")]
    [InlineData("DateTime", "date", "\"2026-01-00T00:00:00Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-01-00T00:00:00Z\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T24:00:00Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T24:00:00Z\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T00:60:00Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T00:60:00Z\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T00:00:60Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T00:00:60Z\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T00:00:00.Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T00:00:00.Z\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T00:00:00.12345678Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T00:00:00.12345678Z\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T00:00:00+14:01\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T00:00:00+14:01\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T00:00:00+1400\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T00:00:00+1400\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T00:00:00z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T00:00:00z\"")]
    [InlineData("DateTime", "date", "\"2026-11-22 00:00:00Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22 00:00:00Z\"")]
    [InlineData("DateTime", "date", "\"0001-01-01T00:00:00+01:00\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"0001-01-01T00:00:00+01:00\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T00:00:00Z \"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T00:00:00Z \"")]
    [InlineData("DateTime", "date", "\"+026-11-22T00:00:00Z\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"+026-11-22T00:00:00Z\"")]
    [InlineData("DateTime", "date", "\"2026-11-22T01:00:00\"", "Variable \"$x\" has invalid value: DateTime cannot represent value: \"2026-11-22T01:00:00\"")]
    [InlineData("UUID", "uuid", "\"{0196d5a0-7c1e-7d5c-8a55-4c1f2b0f9d11}\"", "Variable \"$x\" has invalid value: UUID cannot represent value: \"{0196d5a0-7c1e-7d5c-8a55-4c1f2b0f9d11}\"")]
    public async Task A_variable_that_does_not_fit_is_a_request_error(string type, string argument, string json, string message)
    {
        var text = System.Text.Json.JsonSerializer.Serialize(message, new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        (await ExecuteAsync(TheSchema, $"query($x: {type}) {{ show({argument}: $x) }}", $$"""{"x":{{json}}}""")).ShouldBe(
            $$$"""{"errors":[{"message":{{{text}}},"locations":[{"line":1,"column":7}],"extensions":{"code":"INVALID_VARIABLES"}}]}""");
    }

    [Theory]
    [InlineData("query($x: Int!) { show(int: $x) }", "{}", """{"errors":[{"message":"Variable \"$x\" has invalid value: Expected a value of non-null type \"Int!\" to be provided.","locations":[{"line":1,"column":7}],"extensions":{"code":"INVALID_VARIABLES"}}]}""")]
    [InlineData("query($x: Int = 5) { show(int: $x) }", "{}", """{"data":{"show":"int=5"}}""")]
    [InlineData("query($x: Int = 5) { show(int: $x) }", """{"x":null}""", """{"data":{"show":"int=null"}}""")]
    [InlineData("query($x: Int) { show(int: $x) }", "{}", """{"data":{"show":""}}""")]
    [InlineData("query($x: Int) { show(list: [1, $x]) }", "{}", """{"data":{"show":"list=[1, null]"}}""")]
    [InlineData("query($x: Int) { show(list: [1, $x]) }", """{"x":2,"unknown":3}""", """{"data":{"show":"list=[1, 2]"}}""")]
    [InlineData("query($x: Int) { show(object: {b: 1, c: $x}) }", "{}", """{"data":{"show":"object={b: 1, c: 7}"}}""")]
    [InlineData("query($x: Int) { show(object: {b: 1, c: $x}) }", """{"x":null}""", """{"data":{"show":"object={b: 1, c: null}"}}""")]
    [InlineData("query($x: String!) { show(one: {a: $x}) }", """{"x":"y"}""", """{"data":{"show":"one={a: y}"}}""")]
    [InlineData("query($x: JSON) { show(json: {a: [1, \"b\", true, null, 1.5, {}]}) other: show(json: $x) }", """{"x":[1]}""", """{"data":{"show":"json={\"a\":[1,\"b\",true,null,1.5,{}]}","other":"json=[1]"}}""")]
    public async Task Absent_null_and_default_are_told_apart(string document, string variables, string expected)
        => (await ExecuteAsync(TheSchema, document, variables)).ShouldBe(expected);

    [Fact]
    public async Task Nesting_beyond_the_limit_is_refused_without_recursion()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"b\":1,\"nested\":", 10_000)) + "{\"b\":1}" + new string('}', 10_000);
        (await ExecuteAsync(TheSchema, "query($x: Input) { show(object: $x) }", $$"""{"x":{{deep}}}""")).ShouldContain("nested at most 32 levels deep");
        var json = new string('[', 10_000) + new string(']', 10_000);
        (await ExecuteAsync(TheSchema, "query($x: JSON) { show(json: $x) }", $$"""{"x":{{json}}}""")).ShouldContain("nested at most 32 levels deep");
    }

    [Fact]
    public async Task A_list_beyond_the_limit_is_refused()
    {
        var options = new RequestOptions { MaxListItems = 3 };
        (await ExecuteAsync(TheSchema, "query($x: [Int]) { show(list: $x) }", """{"x":[1,2,3]}""", options: options)).ShouldBe("""{"data":{"show":"list=[1, 2, 3]"}}""");
        (await ExecuteAsync(TheSchema, "query($x: [Int]) { show(list: $x) }", """{"x":[1,2,3,4]}""", options: options)).ShouldContain("to have at most 3 items, found 4.");
    }

    [Fact]
    public async Task Errors_stop_at_their_limit()
    {
        var json = await ExecuteAsync(TheSchema, "query($x: [Int]) { show(list: $x) }", $$"""{"x":[{{string.Join(',', Enumerable.Repeat("\"x\"", 60))}}]}""");
        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("errors").GetArrayLength().ShouldBe(51);
        json.ShouldEndWith("""{"message":"Too many errors processing variables, error limit reached. Execution aborted.","extensions":{"code":"INVALID_VARIABLES"}}]}""");
    }

    [Fact]
    public async Task A_wrong_number_of_OneOf_fields_is_told_beside_what_else_is_wrong()
        => (await ExecuteAsync(TheSchema, "query($x: One) { show(one: $x) }", """{"x":{"c":1}}""")).ShouldBe(
            """{"errors":[{"message":"Variable \"$x\" has invalid value: Expected value of type \"One\" not to include unknown field \"c\", found: { c: 1 }.","locations":[{"line":1,"column":7}],"extensions":{"code":"INVALID_VARIABLES"}},{"message":"Variable \"$x\" has invalid value: Within OneOf Input Object type \"One\", exactly one field must be specified, and the value for that field must be non-null.","locations":[{"line":1,"column":7}],"extensions":{"code":"INVALID_VARIABLES"}}]}""");

    private static string Show(object? value) => value switch
    {
        null => "null",
        List<object?> list => $"[{string.Join(", ", list.Select(Show))}]",
        InputObjectValue obj => $"{{{string.Join(", ", obj.Fields.Select(f => $"{f.Field.Name}: {Show(f.Value)}"))}}}",
        DateTimeOffset date => date.ToString("O"),
        IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
