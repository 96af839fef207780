using Headless.GraphQL.Language;

namespace Headless.GraphQL.Tests.Language;

public sealed class SyntaxPrinterTests
{
    private static readonly SourceLocation Nowhere = default;

    [Theory]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("query @d { a }", "query @d {\n  a\n}")]
    [InlineData("query ($a: Int) { a }", "query ($a: Int) {\n  a\n}")]
    [InlineData("query Q($a:[Int!]!=[1,2]@x,$b:T){a}", "query Q($a: [Int!]! = [1, 2] @x, $b: T) {\n  a\n}")]
    [InlineData("mutation { a }", "mutation {\n  a\n}")]
    [InlineData("{a:b(c:{},d:{e:\"f\"})@g@h(i:1){...j ...@k{l}...on M@n{o}}}", "{\n  a: b(c: {  }, d: { e: \"f\" }) @g @h(i: 1) {\n    ...j\n    ... @k {\n      l\n    }\n    ... on M @n {\n      o\n    }\n  }\n}")]
    [InlineData("{a} {b}", "{\n  a\n}\n\n{\n  b\n}")]
    [InlineData("fragment F on T@d{a}", "fragment F on T @d {\n  a\n}")]
    public void An_operation_is_laid_out(string source, string printed)
    {
        SyntaxPrinter.Print(Utf8GraphQLParser.Parse(source)).ShouldBe(printed);
    }

    [Fact]
    public void A_query_after_a_type_without_fields_keeps_its_keyword()
        => SyntaxPrinter.Print(Utf8GraphQLParser.Parse("type A query { b } query { c }")).ShouldBe("type A\n\nquery {\n  b\n}\n\n{\n  c\n}");

    [Fact]
    public void Descriptions_of_variables_put_each_on_a_line_that_is_not_indented()
    {
        Print("\"o\" query Q(\"\"\"v\"\"\" $a: Int, $b: Int) { a }")
            .ShouldBe("\"o\"\nquery Q(\n\"\"\"v\"\"\"\n$a: Int\n$b: Int\n) {\n  a\n}");
    }

    [Theory]
    [InlineData(72)]
    [InlineData(73)]
    public void Arguments_are_broken_beyond_80_characters(int length)
    {
        var text = new string('x', length);

        // f(a: "…") is eight characters longer than the text in it.
        Print($"{{ f(a: \"{text}\") }}").ShouldBe(length == 72
            ? $"{{\n  f(a: \"{text}\")\n}}"
            : $"{{\n  f(\n    a: \"{text}\"\n  )\n}}");
    }

    [Theory]
    [InlineData(76)]
    [InlineData(77)]
    public void A_list_is_broken_beyond_80_characters(int length)
    {
        var text = new string('x', length);

        SyntaxPrinter.Print(Utf8GraphQLParser.ParseValue($"[\"{text}\"]")).ShouldBe(length == 76
            ? $"[\"{text}\"]"
            : $"[\n  \"{text}\"\n]");
    }

    [Fact]
    public void The_lines_of_a_block_string_are_indented()
    {
        Print("{ f(a: \"\"\"one\n two\"\"\") }").ShouldBe("{\n  f(a: \"\"\"\n  one\n  two\n  \"\"\")\n}");
    }

    [Theory]
    [InlineData("schema@a{query:Q}", "schema @a {\n  query: Q\n}")]
    [InlineData("\"d\"scalar A@a", "\"d\"\nscalar A @a")]
    [InlineData("type A implements&B&C@a{b(c:D=1):E}", "type A implements B & C @a {\n  b(c: D = 1): E\n}")]
    [InlineData("type A{\"d\"b(\"e\"c:D):E}", "type A {\n  \"d\"\n  b(\n    \"e\"\n    c: D\n  ): E\n}")]
    [InlineData("union A=|B|C", "union A = B | C")]
    [InlineData("enum A{B C@a}", "enum A {\n  B\n  C @a\n}")]
    [InlineData("input A{b:C=1@a}", "input A {\n  b: C = 1 @a\n}")]
    [InlineData("directive@a(b:C)repeatable on|FIELD|QUERY", "directive @a(b: C) repeatable on FIELD | QUERY")]
    [InlineData("extend schema@a", "extend schema @a")]
    [InlineData("extend type A implements B", "extend type A implements B")]
    [InlineData("extend union A=B", "extend union A = B")]
    [InlineData("type A", "type A")]
    public void A_type_system_definition_is_laid_out(string source, string printed)
    {
        Print(source).ShouldBe(printed);
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\b\t\n\f\r\u0000\u001F\u007F\u009F", "\"\\b\\t\\n\\f\\r\\u0000\\u001F\\u007F\\u009F\"")]
    [InlineData("漢字😀/", "\"漢字😀/\"")]
    public void A_string_is_escaped(string value, string printed)
    {
        SyntaxPrinter.Print(new StringValueNode(Nowhere, value, isBlock: false)).ShouldBe(printed);
        Utf8GraphQLParser.ParseValue(printed).ShouldBeOfType<StringValueNode>().Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("one line", "\"\"\"one line\"\"\"")]
    [InlineData(" leading space", "\"\"\" leading space\"\"\"")]
    [InlineData(" leading space\"", "\"\"\" leading space\"\n\"\"\"")]
    [InlineData("ends in \"", "\"\"\"\nends in \"\n\"\"\"")]
    [InlineData("ends in \\", "\"\"\"\nends in \\\n\"\"\"")]
    [InlineData("a\nb", "\"\"\"\na\nb\n\"\"\"")]
    [InlineData("has \"\"\" inside", "\"\"\"has \\\"\"\" inside\"\"\"")]
    [InlineData("no\n indent", "\"\"\"\nno\n indent\n\"\"\"")]
    public void A_block_string_gets_the_line_breaks_it_needs(string value, string printed)
    {
        SyntaxPrinter.Print(new StringValueNode(Nowhere, value, isBlock: true)).ShouldBe(printed);
        Utf8GraphQLParser.ParseValue(printed).ShouldBeOfType<StringValueNode>().Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("one line", true)]
    [InlineData(" one line", true)]
    [InlineData("a\n b", true)]
    [InlineData("   ", false)]
    [InlineData("\na", false)]
    [InlineData("a\n", false)]
    [InlineData(" a\n b", false)]
    [InlineData("a\r\nb", false)]
    [InlineData("a\u0000", false)]
    public void What_a_block_string_cannot_hold_is_known(string value, bool isPrintable)
    {
        BlockString.IsPrintable(value).ShouldBe(isPrintable);
        if (isPrintable)
        {
            Utf8GraphQLParser.ParseValue(BlockString.Print(value)).ShouldBeOfType<StringValueNode>().Value.ShouldBe(value);
        }
    }

    [Fact]
    public void A_tree_deeper_than_any_parsed_one_is_refused_and_does_not_exhaust_the_stack()
    {
        ValueNode value = new NullValueNode(Nowhere);
        TypeNode type = new NamedTypeNode(Nowhere, new NameNode(Nowhere, "T"));
        for (var level = 0; level < 100_000; level++)
        {
            value = new ListValueNode(Nowhere, [value]);
            type = new ListTypeNode(Nowhere, type);
        }

        Should.Throw<InvalidOperationException>(() => SyntaxPrinter.Print(value));
        Should.Throw<InvalidOperationException>(() => SyntaxPrinter.Print(type));
    }

    private static string Print(string source) => SyntaxPrinter.Print(Utf8GraphQLParser.Parse(source));
}
