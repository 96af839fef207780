using Headless.GraphQL.Language;

namespace Headless.GraphQL.Tests.Language;

/// <summary>The syntax error of a source text, as a value to compare.</summary>
internal static class SyntaxErrors
{
    public static (string Code, string Message, int Line, int Column) OfDocument(string source, ParserOptions? options = null) =>
        Of(() => Utf8GraphQLParser.Parse(source, options));

    public static (string Code, string Message, int Line, int Column) OfValue(string source, ParserOptions? options = null) =>
        Of(() => Utf8GraphQLParser.ParseValue(source, options));

    public static (string Code, string Message, int Line, int Column) Of(Action parse)
    {
        var error = Should.Throw<GraphQLSyntaxException>(parse);
        return (error.Code, error.Message, error.Location.Line, error.Location.Column);
    }
}
