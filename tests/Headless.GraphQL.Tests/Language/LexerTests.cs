using System.Text;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("\uFEFF foo")]
    [InlineData("\n\r\n\r  foo\n\n")]
    [InlineData("\n    #comment\r\n    foo#comment\n")]
    [InlineData(",,,foo,,,")]
    [InlineData("\t foo \uFEFF")]
    public void Ignored_tokens_are_passed_over(string source)
    {
        Utf8GraphQLParser.ParseValue(source).ShouldBeOfType<EnumValueNode>().Value.ShouldBe("foo");
    }

    [Theory]
    [InlineData("foo", 1, 1, 0)]
    [InlineData("\n\n  foo", 3, 3, 4)]
    [InlineData("\r\n \r foo", 3, 2, 5)]
    [InlineData("\uFEFFfoo", 1, 2, 3)]
    [InlineData("# 漢字 😀\n foo", 2, 2, 15)]
    public void A_token_knows_its_line_and_its_column_in_utf16_code_units(string source, int line, int column, int start)
    {
        Utf8GraphQLParser.ParseValue(source).Location.ShouldBe(new SourceLocation(start, start + 3, line, column));
    }

    [Fact]
    public void A_column_after_characters_outside_ascii_counts_them_as_utf16_does()
    {
        var list = Utf8GraphQLParser.ParseValue("[\"é漢😀\" x]").ShouldBeOfType<ListValueNode>();

        list.Values[1].Location.ShouldBe(new SourceLocation(13, 14, 1, 9));
    }

    [Fact]
    public void A_column_after_a_block_string_counts_from_its_last_line()
    {
        var list = Utf8GraphQLParser.ParseValue("[\"\"\"a\r\nb\n  é\"\"\" x]").ShouldBeOfType<ListValueNode>();

        list.Values[1].Location.Line.ShouldBe(3);
        list.Values[1].Location.Column.ShouldBe(8);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\" white space \"", " white space ")]
    [InlineData("\"quote \\\"\"", "quote \"")]
    [InlineData("\"escaped \\n\\r\\b\\t\\f\\/\\\\\"", "escaped \n\r\b\t\f/\\")]
    [InlineData("\"unicode \\u1234\\u5678\\u90AB\\uCDEF\"", "unicode \u1234\u5678\u90AB\uCDEF")]
    [InlineData("\"\\u{1234}\\u{5678}\\u{90AB}\\u{CDEF}\"", "\u1234\u5678\u90AB\uCDEF")]
    [InlineData("\"\\u{00000061}\"", "a")]
    [InlineData("\"\\u{10FFFF}\"", "\uDBFF\uDFFF")]
    [InlineData("\"\u007F漢字 😀\"", "\u007F漢字 😀")]
    [InlineData("\"raw\0control\u0007characters\"", "raw\0control\u0007characters")]
    [InlineData("\"\\u0000\"", "\0")]
    public void The_value_of_a_string_is_its_text_without_escapes(string source, string value)
    {
        var literal = Utf8GraphQLParser.ParseValue(source).ShouldBeOfType<StringValueNode>();

        literal.Value.ShouldBe(value);
        literal.IsBlock.ShouldBeFalse();
    }

    [Fact]
    public void A_code_point_and_its_surrogate_pair_are_the_same_value()
    {
        var codePoint = Utf8GraphQLParser.ParseValue("\"\\u{1F4A9}\"").ShouldBeOfType<StringValueNode>();
        var pair = Utf8GraphQLParser.ParseValue("\"\\uD83D\\uDCA9\"").ShouldBeOfType<StringValueNode>();

        codePoint.Value.ShouldBe("\U0001F4A9");
        pair.Value.ShouldBe(codePoint.Value);
    }

    [Theory]
    [InlineData("\"", "Unterminated string.", 1, 2)]
    [InlineData("\"no end", "Unterminated string.", 1, 8)]
    [InlineData("\"multi\nline\"", "Unterminated string.", 1, 7)]
    [InlineData("\"multi\rline\"", "Unterminated string.", 1, 7)]
    [InlineData("\"\"\"", "Unterminated string.", 1, 4)]
    [InlineData("\"\"\"a\n漢b", "Unterminated string.", 2, 3)]
    [InlineData("\"bad \\z esc\"", "Invalid character escape sequence: \"\\z\".", 1, 6)]
    [InlineData("\"bad \\x esc\"", "Invalid character escape sequence: \"\\x\".", 1, 6)]
    [InlineData("\"bad \\u1 esc\"", "Invalid Unicode escape sequence: \"\\u1 es\".", 1, 6)]
    [InlineData("\"bad \\u0XX1 esc\"", "Invalid Unicode escape sequence: \"\\u0XX1\".", 1, 6)]
    [InlineData("\"bad \\uXXXF esc\"", "Invalid Unicode escape sequence: \"\\uXXXF\".", 1, 6)]
    [InlineData("\"\\u{}\"", "Invalid Unicode escape sequence: \"\\u{}\".", 1, 2)]
    [InlineData("\"\\u{FXXX}\"", "Invalid Unicode escape sequence: \"\\u{FX\".", 1, 2)]
    [InlineData("\"\\u{FFFF", "Invalid Unicode escape sequence: \"\\u{FFFF\".", 1, 2)]
    [InlineData("\"\\u{110000}\"", "Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 2)]
    [InlineData("\"\\u{FFFFFFFF}\"", "Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".", 1, 2)]
    [InlineData("\"\\u{0000000061}\"", "Invalid Unicode escape sequence: \"\\u{000000006\".", 1, 2)]
    [InlineData("\"\\u{D800}\"", "Invalid Unicode escape sequence: \"\\u{D800}\".", 1, 2)]
    [InlineData("\"\\uDEAD\"", "Invalid Unicode escape sequence: \"\\uDEAD\".", 1, 2)]
    [InlineData("\"\\uD83D\"", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData("\"\\uD83D\\uD83D\"", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData("\"\\uD83Dnot an escape\"", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    public void An_ill_formed_string_is_an_error_at_its_fault(string source, string message, int line, int column)
    {
        SyntaxErrors.OfValue(source).ShouldBe((SyntaxErrorCodes.SyntaxError, $"Syntax Error: {message}", line, column));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("-4")]
    [InlineData("9")]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("170141183460469231731687303715884105727170141183460469231731687303715884105727")]
    public void An_integer_keeps_every_digit(string source)
    {
        Utf8GraphQLParser.ParseValue(source).ShouldBeOfType<IntValueNode>().Value.ShouldBe(source);
    }

    [Fact]
    public void An_integer_of_five_thousand_digits_is_read_exactly()
    {
        var digits = new string('7', 5_000);

        Utf8GraphQLParser.ParseValue(digits).ShouldBeOfType<IntValueNode>().Value.ShouldBe(digits);
    }

    [Theory]
    [InlineData("4.123")]
    [InlineData("-4.123")]
    [InlineData("0.123")]
    [InlineData("123e4")]
    [InlineData("123E4")]
    [InlineData("123e-4")]
    [InlineData("123e+4")]
    [InlineData("-1.123e4567")]
    [InlineData("1e400")]
    public void A_number_with_a_fraction_or_an_exponent_keeps_its_text(string source)
    {
        Utf8GraphQLParser.ParseValue(source).ShouldBeOfType<FloatValueNode>().Value.ShouldBe(source);
    }

    [Theory]
    [InlineData("00", "Invalid number, unexpected digit after 0: \"0\".", 2)]
    [InlineData("-01", "Invalid number, unexpected digit after 0: \"1\".", 3)]
    [InlineData("1.", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1e", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1E+", "Invalid number, expected digit but got: <EOF>.", 4)]
    [InlineData("+1", "Unexpected character: \"+\".", 1)]
    [InlineData(".123", "Invalid number, expected digit before \".\", did you mean \"0.123\"?", 1)]
    [InlineData("-.1", "Invalid number, expected digit but got: \".\".", 2)]
    [InlineData("-A", "Invalid number, expected digit but got: \"A\".", 2)]
    [InlineData("1.A", "Invalid number, expected digit but got: \"A\".", 3)]
    [InlineData("1.0eA", "Invalid number, expected digit but got: \"A\".", 5)]
    [InlineData("1.2.3", "Invalid number, expected digit but got: \".\".", 4)]
    [InlineData("1.2e3.4", "Invalid number, expected digit but got: \".\".", 6)]
    [InlineData("0xF1", "Invalid number, expected digit but got: \"x\".", 2)]
    [InlineData("123_", "Invalid number, expected digit but got: \"_\".", 4)]
    [InlineData("1\"\"", "Expected <EOF>, found String \"\".", 2)]
    public void An_ill_formed_number_is_an_error_at_its_fault(string source, string message, int column)
    {
        SyntaxErrors.OfValue(source).ShouldBe((SyntaxErrorCodes.SyntaxError, $"Syntax Error: {message}", 1, column));
    }

    [Theory]
    [InlineData("..", "Unexpected \"..\", did you mean \"...\"?", 1)]
    [InlineData(".", "Unexpected character: \".\".", 1)]
    [InlineData("~", "Unexpected character: \"~\".", 1)]
    [InlineData("?", "Unexpected character: \"?\".", 1)]
    [InlineData("'single'", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1)]
    [InlineData("\0", "Unexpected character: U+0000.", 1)]
    [InlineData("a\u0008", "Unexpected character: U+0008.", 2)]
    [InlineData("a\0b", "Unexpected character: U+0000.", 2)]
    [InlineData("\u00AA", "Unexpected character: U+00AA.", 1)]
    [InlineData("\u203B", "Unexpected character: U+203B.", 1)]
    [InlineData("\U0001F600", "Unexpected character: U+1F600.", 1)]
    [InlineData("\U00010000x", "Unexpected character: U+10000.", 1)]
    public void A_character_that_begins_no_token_is_an_error(string source, string message, int column)
    {
        SyntaxErrors.OfValue(source).ShouldBe((SyntaxErrorCodes.SyntaxError, $"Syntax Error: {message}", 1, column));
    }

    [Fact]
    public void A_lone_surrogate_in_a_string_source_is_an_error_that_names_it()
    {
        var lone = ((char)0xDEAD).ToString();

        SyntaxErrors.OfValue($"\"é{lone}\"").ShouldBe(
            (SyntaxErrorCodes.SyntaxError, "Syntax Error: Invalid character within String: U+DEAD.", 1, 3));
        SyntaxErrors.OfValue($"\"\"\"\n{lone}\"\"\"").ShouldBe(
            (SyntaxErrorCodes.SyntaxError, "Syntax Error: Invalid character within String: U+DEAD.", 2, 1));
        SyntaxErrors.OfValue(lone).ShouldBe((SyntaxErrorCodes.SyntaxError, "Syntax Error: Invalid character: U+DEAD.", 1, 1));
        SyntaxErrors.OfValue($"#{lone}\nx").ShouldBe((SyntaxErrorCodes.SyntaxError, "Syntax Error: Invalid character: U+DEAD.", 1, 2));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'"', 0xFF, (byte)'"' }, 2)]
    [InlineData(new byte[] { (byte)'"', (byte)'a', 0xC3, (byte)'"' }, 3)]
    [InlineData(new byte[] { (byte)'"', 0xC0, 0x80, (byte)'"' }, 2)]
    [InlineData(new byte[] { (byte)'"', 0xF5, 0x80, 0x80, 0x80, (byte)'"' }, 2)]
    [InlineData(new byte[] { (byte)'#', 0x80 }, 2)]
    [InlineData(new byte[] { 0x80 }, 1)]
    [InlineData(new byte[] { 0xEF, 0xBB }, 1)]
    public void Bytes_that_are_not_utf8_are_an_error_and_never_replaced(byte[] source, int column)
    {
        var error = Should.Throw<GraphQLSyntaxException>(() => Utf8GraphQLParser.ParseValue(source));

        error.Message.ShouldEndWith("that is not UTF-8.");
        error.Location.Column.ShouldBe(column);
    }

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"simple\"\"\"", "simple")]
    [InlineData("\"\"\" white space \"\"\"", " white space ")]
    [InlineData("\"\"\"contains \" quote\"\"\"", "contains \" quote")]
    [InlineData("\"\"\"contains \\\"\"\" quotes\"\"\"", "contains \"\"\" quotes")]
    [InlineData("\"\"\"multi\nline\"\"\"", "multi\nline")]
    [InlineData("\"\"\"multi\rline\r\nnormalized\"\"\"", "multi\nline\nnormalized")]
    [InlineData("\"\"\"unescaped \\n\\r\\b\\t\\f\\u1234\"\"\"", "unescaped \\n\\r\\b\\t\\f\\u1234")]
    [InlineData("\"\"\"slashes \\\\ \\/\"\"\"", "slashes \\\\ \\/")]
    [InlineData("\"\"\"\n\n        spans\n          multiple\n            lines\n\n        \"\"\"", "spans\n  multiple\n    lines")]
    [InlineData("\"\"\"\n\n \t \n\"\"\"", "")]
    [InlineData("\"\"\"  first\n    second\n   third\n\"\"\"", "  first\n second\nthird")]
    [InlineData("\"\"\"a\n\n  b\n \n\tc\"\"\"", "a\n\n b\n\nc")]
    [InlineData("\"\"\"漢\n  😀\"\"\"", "漢\n😀")]
    public void The_value_of_a_block_string_has_no_common_indentation_and_no_blank_ends(string source, string value)
    {
        var literal = Utf8GraphQLParser.ParseValue(source).ShouldBeOfType<StringValueNode>();

        literal.Value.ShouldBe(value);
        literal.IsBlock.ShouldBeTrue();
    }

    [Fact]
    public void Names_that_recur_share_one_string()
    {
        var name = "shared" + "Name";
        var first = Utf8GraphQLParser.ParseValue(Encoding.UTF8.GetBytes(name)).ShouldBeOfType<EnumValueNode>();
        var second = Utf8GraphQLParser.ParseValue(Encoding.UTF8.GetBytes(name)).ShouldBeOfType<EnumValueNode>();

        second.Value.ShouldBeSameAs(first.Value);
    }
}
