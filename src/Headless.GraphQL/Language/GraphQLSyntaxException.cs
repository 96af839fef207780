namespace Headless.GraphQL.Language;

/// <summary>A source text that is not GraphQL, or that exceeds a limit of <see cref="ParserOptions"/>.</summary>
/// <remarks>The message has the wording of the reference implementation; tokens quoted in it are shortened to 100 characters.</remarks>
public sealed class GraphQLSyntaxException(string message, SourceLocation location, string code) : Exception(message)
{
    /// <summary>Where parsing stopped.</summary>
    public SourceLocation Location { get; } = location;

    /// <summary>One of <see cref="SyntaxErrorCodes"/>, for <c>extensions.code</c> of the response error.</summary>
    public string Code { get; } = code;
}
