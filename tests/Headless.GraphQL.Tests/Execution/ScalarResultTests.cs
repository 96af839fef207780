using System.Text.Json;
using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

public sealed class ScalarResultTests
{
    public static TheoryData<string, object, string> Results => new()
    {
        { "Int", int.MaxValue, "2147483647" },
        { "Int", true, "1" },
        { "Int", 3.0, "3" },
        { "Int", "123", "123" },
        { "Long", 9_007_199_254_740_993L, "9007199254740993" },
        { "Short", (short)-5, "-5" },
        { "Byte", (byte)255, "255" },
        { "Float", 1.5, "1.5" },
        { "Float", 1e300, "1E+300" },
        { "Float", 0.1f, "0.1" },
        { "Decimal", 79228162514264337593543950335m, "79228162514264337593543950335" },
        { "Decimal", 1.10m, "1.10" },
        { "String", "a\"b\\c\n\u0001<你好>", """
            "a\"b\\c\n\u0001<你好>"
            """ },
        { "String", "", "\"\"" },
        { "String", true, "\"true\"" },
        { "String", 5, "\"5\"" },
        { "String", new string('"', 5_000), "\"" + string.Concat(Enumerable.Repeat("\\\"", 5_000)) + "\"" },
        { "String", "lone \uD800 half", "\"lone \uFFFD half\"" },
        { "Boolean", true, "true" },
        { "Boolean", 0, "false" },
        { "ID", 5L, "\"5\"" },
        { "ID", "x", "\"x\"" },
        { "DateTime", new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), "\"2026-11-22T00:00:00.000Z\"" },
        { "DateTime", new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Unspecified), "\"2026-11-22T00:00:00.000Z\"" },
        { "DateTime", new DateTimeOffset(2026, 11, 22, 1, 30, 0, 123, TimeSpan.FromHours(1)), "\"2026-11-22T00:30:00.123Z\"" },
        { "Date", new DateOnly(2026, 11, 22), "\"2026-11-22\"" },
        { "LocalDate", new DateOnly(2026, 1, 2), "\"2026-01-02\"" },
        { "LocalTime", new TimeOnly(18, 30, 5), "\"18:30:05\"" },
        { "LocalDateTime", new DateTime(2026, 11, 22, 18, 30, 0), "\"2026-11-22T18:30:00\"" },
        { "TimeSpan", TimeSpan.FromMinutes(90), "\"PT1H30M\"" },
        { "UUID", Guid.Parse("0196d5a0-7c1e-7d5c-8a55-4c1f2b0f9d11"), "\"0196d5a0-7c1e-7d5c-8a55-4c1f2b0f9d11\"" },
        { "URL", new Uri("https://example.org/a b"), "\"https://example.org/a%20b\"" },
        { "ByteArray", new byte[] { 1, 2, 255 }, "\"AQL/\"" },
        { "JSON", JsonDocument.Parse("""{"a":[1,"你"]}""").RootElement, """{"a":[1,"你"]}""" },
        { "Any", new[] { 1, 2 }, "[1,2]" },
    };

    public static TheoryData<string, object, string> Failures => new()
    {
        { "Int", 1.5, "Int cannot represent non-integer value: 1.5" },
        { "Int", 1L << 31, "Int cannot represent non 32-bit signed integer value: 2147483648" },
        { "Int", "", "Int cannot represent non-integer value: \\\"\\\"" },
        { "Float", double.NaN, "Float cannot represent non numeric value: NaN" },
        { "Float", double.PositiveInfinity, "Float cannot represent non numeric value: Infinity" },
        { "Float", float.NegativeInfinity, "Float cannot represent non numeric value: -Infinity" },
        { "Boolean", "true", "Boolean cannot represent a non boolean value: \\\"true\\\"" },
        { "ID", 1.5, "ID cannot represent value: 1.5" },
        { "DateTime", "today", "DateTime cannot represent value: \\\"today\\\"" },
        { "UUID", 5, "UUID cannot represent value: 5" },
    };

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public async Task A_result_is_written_as_its_scalar_says(string type, object value, string expected)
        => (await ExecuteAsync(SchemaOf(type), "{ value }", rootValue: Obj(("value", value)))).ShouldBe($$$"""{"data":{"value":{{{expected}}}}}""");

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_result_of_the_wrong_kind_is_an_error_at_its_path(string type, object value, string message)
        => (await ExecuteAsync(SchemaOf(type), "{ value }", rootValue: Obj(("value", value)))).ShouldBe(
            $$$"""{"errors":[{"message":"{{{message}}}","locations":[{"line":1,"column":3}],"path":["value"]}],"data":{"value":null}}""");

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void A_literal_of_a_value_reads_back_as_the_same_result(string type, object value, string expected)
    {
        BuiltInScalars.TryGet(type, out var scalar).ShouldBeTrue();
        var read = scalar!.CoerceLiteral(scalar.ToLiteral(value));
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        scalar.WriteResult(read!, output);
        using var actual = JsonDocument.Parse(output.WrittenMemory);
        using var original = JsonDocument.Parse(expected);
        JsonElement.DeepEquals(actual.RootElement, original.RootElement).ShouldBeTrue();
    }

    [Fact]
    public async Task An_enum_value_is_written_by_its_name_and_an_unknown_one_is_an_error()
    {
        var schema = Schema("type Query { value: Color } enum Color { RED }");
        (await ExecuteAsync(schema, "{ value }", rootValue: Obj(("value", "RED")))).ShouldBe("""{"data":{"value":"RED"}}""");
        (await ExecuteAsync(schema, "{ value }", rootValue: Obj(("value", "BLUE")))).ShouldBe(
            """{"errors":[{"message":"Enum \"Color\" cannot represent value: \"BLUE\"","locations":[{"line":1,"column":3}],"path":["value"]}],"data":{"value":null}}""");
    }

    private static Schema SchemaOf(string type)
        => Schema($"type Query {{ value: {type} }}{(BuiltInScalars.IsSpecified(type) ? "" : $" scalar {type}")}");
}
