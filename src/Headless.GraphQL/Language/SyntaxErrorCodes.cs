namespace Headless.GraphQL.Language;

/// <summary>The values of <see cref="GraphQLSyntaxException.Code"/>.</summary>
public static class SyntaxErrorCodes
{
    /// <summary>The text does not follow the grammar.</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>Selection sets, values or list types are nested deeper than <see cref="ParserOptions.MaxDepth"/>.</summary>
    public const string DocumentTooDeep = "DOCUMENT_TOO_DEEP";

    /// <summary>There are more tokens than <see cref="ParserOptions.MaxTokens"/>.</summary>
    public const string TooManyTokens = "TOO_MANY_TOKENS";

    /// <summary>The text is longer than <see cref="ParserOptions.MaxCharacters"/>.</summary>
    public const string DocumentTooLarge = "DOCUMENT_TOO_LARGE";
}
