using Headless.GraphQL.Language;

namespace Headless.GraphQL.Tests.Language;

public sealed class SchemaCoordinateTests
{
    public static TheoryData<string, SchemaCoordinate> Coordinates => new()
    {
        { "MyType", new TypeCoordinate("MyType") },
        { "MyType.field", new MemberCoordinate("MyType", "field") },
        { "MyType.field(arg:)", new ArgumentCoordinate("MyType", "field", "arg") },
        { "@myDirective", new DirectiveCoordinate("myDirective") },
        { "@myDirective(arg:)", new DirectiveArgumentCoordinate("myDirective", "arg") },
        { "__Type.__meta", new MemberCoordinate("__Type", "__meta") },
    };

    [Theory]
    [MemberData(nameof(Coordinates))]
    public void A_coordinate_is_read_and_written_alike(string text, SchemaCoordinate coordinate)
    {
        SchemaCoordinate.Parse(text).ShouldBe(coordinate);
        SchemaCoordinate.TryParse(text, out var parsed).ShouldBeTrue();
        parsed.ShouldBe(coordinate);
        coordinate.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("", "Expected Name, found <EOF>.", 1)]
    [InlineData("MyType.field.deep", "Expected <EOF>, found \".\".", 13)]
    [InlineData("MyType.field(arg: value)", "Invalid character: \" \".", 18)]
    [InlineData("MyType.field(arg)", "Expected \":\", found \")\".", 17)]
    [InlineData("MyType.field()", "Expected Name, found \")\".", 14)]
    [InlineData("MyType(arg:)", "Expected <EOF>, found \"(\".", 7)]
    [InlineData("@myDirective.field", "Expected <EOF>, found \".\".", 13)]
    [InlineData("@@x", "Expected Name, found \"@\".", 2)]
    [InlineData("A.b(c:d", "Expected \")\", found Name \"d\".", 7)]
    [InlineData(" MyType", "Invalid character: \" \".", 1)]
    [InlineData("MyType\n", "Invalid character: U+000A.", 7)]
    [InlineData("1", "Invalid character: \"1\".", 1)]
    [InlineData("A\0", "Invalid character: U+0000.", 2)]
    [InlineData("漢", "Invalid character: U+6F22.", 1)]
    [InlineData("\"", "Invalid character: '\"'.", 1)]
    public void A_text_that_is_no_coordinate_is_an_error(string text, string message, int column)
    {
        SyntaxErrors.Of(() => SchemaCoordinate.Parse(text))
            .ShouldBe((SyntaxErrorCodes.SyntaxError, $"Syntax Error: {message}", 1, column));
        SchemaCoordinate.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void No_text_is_no_coordinate()
    {
        SchemaCoordinate.TryParse(null, out var coordinate).ShouldBeFalse();
        coordinate.ShouldBeNull();
    }
}
