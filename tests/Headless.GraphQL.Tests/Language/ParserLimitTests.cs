using System.Text;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Tests.Language;

/// <summary>Documents made to harm the server: each is refused with a location, soon, and the process lives.</summary>
public sealed class ParserLimitTests
{
    private static readonly ParserOptions Unlimited = new()
    {
        MaxTokens = int.MaxValue,
        MaxCharacters = int.MaxValue,
    };

    public static TheoryData<string, string> DeepDocuments => new()
    {
        { "{a", "" },
        { "{a(x:", "[" },
        { "{a(x:", "{a:" },
        { "query($x:", "[" },
        { "{...", "{..." },
        { "{...on T", "{...on T" },
        { "type A{b(c:", "[" },
        { "type A{b(c:D=", "[{x:" },
        { "enum A{B @c(d:", "[" },
    };

    [Theory]
    [MemberData(nameof(DeepDocuments))]
    public void A_million_levels_are_refused_at_the_first_too_many(string head, string level)
    {
        var source = head + Repeat(level.Length == 0 ? head : level, 1_000_000);

        var error = SyntaxErrors.OfDocument(source, Unlimited);

        error.Code.ShouldBe(SyntaxErrorCodes.DocumentTooDeep);
        error.Message.ShouldBe("Syntax Error: Document is nested deeper than 128 levels. Parsing aborted.");
        error.Column.ShouldBeLessThan(2_000);
    }

    [Fact]
    public void Selection_sets_may_be_128_deep_and_not_129()
    {
        Utf8GraphQLParser.Parse(Nested("{a", 128, "}"));

        SyntaxErrors.OfDocument(Nested("{a", 129, "}")).ShouldBe(
            (SyntaxErrorCodes.DocumentTooDeep, "Syntax Error: Document is nested deeper than 128 levels. Parsing aborted.", 1, 257));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a:", "}")]
    public void Values_may_be_128_deep_and_not_129(string opening, string closing)
    {
        var innermost = opening == "[" ? "" : "1";
        Utf8GraphQLParser.ParseValue(Repeat(opening, 128) + innermost + Repeat(closing, 128));

        SyntaxErrors.OfValue(Repeat(opening, 129) + innermost + Repeat(closing, 129)).Code.ShouldBe(SyntaxErrorCodes.DocumentTooDeep);
    }

    [Fact]
    public void Type_references_may_be_128_deep_and_not_129()
    {
        Utf8GraphQLParser.ParseType(Repeat("[", 128) + "Int" + Repeat("!]", 128));

        SyntaxErrors.Of(() => Utf8GraphQLParser.ParseType(Repeat("[", 129) + "Int" + Repeat("]", 129)))
            .Code.ShouldBe(SyntaxErrorCodes.DocumentTooDeep);
    }

    [Fact]
    public void Values_count_on_top_of_the_selection_sets_they_stand_in()
    {
        Utf8GraphQLParser.Parse("{a{b(c:" + Repeat("[", 126) + Repeat("]", 126) + ")}}");

        SyntaxErrors.OfDocument("{a{b(c:" + Repeat("[", 127) + Repeat("]", 127) + ")}}").Code.ShouldBe(SyntaxErrorCodes.DocumentTooDeep);
    }

    [Fact]
    public void Siblings_do_not_add_to_the_depth()
    {
        Utf8GraphQLParser.Parse("{" + Repeat("a(x:[[]]){b}", 500) + "}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ParserOptions.DepthCeiling + 1)]
    public void A_depth_limit_that_could_exhaust_the_stack_is_refused(int depth)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ParserOptions { MaxDepth = depth });
    }

    [Fact]
    public void The_deepest_tree_there_can_be_is_parsed_and_printed_on_a_small_stack()
    {
        var options = Unlimited with { MaxDepth = ParserOptions.DepthCeiling };
        string? printed = null;
        var thread = new Thread(
            () => printed = SyntaxPrinter.Print(Utf8GraphQLParser.Parse(Nested("{a", ParserOptions.DepthCeiling, "}"), options)),
            maxStackSize: 512 * 1024);

        thread.Start();
        thread.Join();

        printed.ShouldNotBeNull().ShouldContain("{");
    }

    [Fact]
    public void Ten_thousand_tokens_are_read_and_one_more_is_not()
    {
        Utf8GraphQLParser.Parse("{" + Repeat("a ", 9_998) + "}");

        SyntaxErrors.OfDocument("{" + Repeat("a ", 9_999) + "}").ShouldBe(
            (SyntaxErrorCodes.TooManyTokens, "Syntax Error: Document contains more than 10000 tokens. Parsing aborted.", 1, 20_000));
    }

    [Fact]
    public void What_lies_beyond_the_token_limit_is_not_lexed()
    {
        var source = "{" + Repeat("a ", 10_000) + "\u0001";

        SyntaxErrors.OfDocument(source).Code.ShouldBe(SyntaxErrorCodes.TooManyTokens);
    }

    [Fact]
    public void A_source_of_100_000_characters_is_read_and_one_more_is_not()
    {
        var source = "{a}" + new string(',', 99_997);
        Utf8GraphQLParser.Parse(source);

        SyntaxErrors.OfDocument(source + ",").ShouldBe(
            (SyntaxErrorCodes.DocumentTooLarge, "Syntax Error: Source contains more than 100000 UTF-16 code units. Parsing aborted.", 1, 100_001));
    }

    [Fact]
    public void The_length_limit_counts_characters_and_not_bytes()
    {
        var source = "{a}#\n#" + new string('漢', 99_994);
        Utf8GraphQLParser.Parse(source);
        Utf8GraphQLParser.Parse(Encoding.UTF8.GetBytes(source));

        var tooLong = "{a}#\n#" + new string('漢', 99_995);
        SyntaxErrors.OfDocument(tooLong).ShouldBe(
            (SyntaxErrorCodes.DocumentTooLarge, "Syntax Error: Source contains more than 100000 UTF-16 code units. Parsing aborted.", 2, 99_996));
        SyntaxErrors.Of(() => Utf8GraphQLParser.Parse(Encoding.UTF8.GetBytes(tooLong))).Code.ShouldBe(SyntaxErrorCodes.DocumentTooLarge);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(" ")]
    [InlineData("\r\n")]
    [InlineData("#\n")]
    [InlineData("# 漢字\n")]
    [InlineData("\uFEFF")]
    public void Ignored_tokens_are_read_in_linear_time(string ignored)
    {
        var source = Repeat(ignored, 8 * 1024 * 1024 / ignored.Length) + "{a}";

        // Eight million characters: a parser that looked at what it has skipped again would not come back.
        Utf8GraphQLParser.Parse(source, Unlimited).Definitions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\n")]
    [InlineData("\\\"\"\"")]
    [InlineData("\"\" ")]
    [InlineData("漢")]
    public void An_unterminated_block_string_is_an_error_found_in_linear_time(string content)
    {
        var source = "{a(b:\"\"\"" + Repeat(content, 4 * 1024 * 1024 / content.Length);

        var error = SyntaxErrors.OfDocument(source, Unlimited);

        error.Message.ShouldBe("Syntax Error: Unterminated string.");
        error.Line.ShouldBe(content == "\n" ? 4 * 1024 * 1024 + 1 : 1);
    }

    [Fact]
    public void A_long_name_is_a_token_and_is_shortened_in_messages()
    {
        var name = new string('n', 99_000);
        Utf8GraphQLParser.Parse($"{{{name}}}");

        SyntaxErrors.OfDocument(name).Message.ShouldBe($"Syntax Error: Unexpected Name \"{new string('n', 100)}…\".");
    }

    [Fact]
    public void A_long_string_is_shortened_in_messages_between_characters()
    {
        var text = "a" + Repeat("😀", 100);

        SyntaxErrors.OfDocument($"{{\"{text}\"}}").Message
            .ShouldBe($"Syntax Error: Expected Name, found String \"a{Repeat("😀", 49)}…\".");
    }

    [Fact]
    public void A_refused_document_costs_little_memory()
    {
        var source = Encoding.UTF8.GetBytes(Repeat("{a", 1_000_000));
        Should.Throw<GraphQLSyntaxException>(() => Utf8GraphQLParser.Parse(source, Unlimited));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<GraphQLSyntaxException>(() => Utf8GraphQLParser.Parse(source, Unlimited));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1024 * 1024);
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Nested(string opening, int depth, string closing) => Repeat(opening, depth) + Repeat(closing, depth);
}
