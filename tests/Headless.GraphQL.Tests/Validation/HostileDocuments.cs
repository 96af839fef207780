using Headless.GraphQL.Language;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Validation;

/// <summary>Builds large documents and validates them with the default limits.</summary>
internal static class HostileDocuments
{
    private static readonly ParserOptions WithoutLimits = new() { MaxCharacters = int.MaxValue, MaxTokens = int.MaxValue };

    public static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    public static DocumentNode Parse(string document) => Utf8GraphQLParser.Parse(document, WithoutLimits);

    /// <summary>The errors as <c>CODE line:column message</c>.</summary>
    public static IReadOnlyList<string> Validate(string document, ValidationOptions? options = null) => Validate(Parse(document), options);

    public static IReadOnlyList<string> Validate(DocumentNode document, ValidationOptions? options = null)
        => new DocumentValidator(options ?? new ValidationOptions())
            .Validate(HarnessSchema.Schema, document, TestContext.Current.CancellationToken)
            .Select(static e => $"{e.Code} {string.Join(',', e.Locations.Select(static l => $"{l.Line}:{l.Column}"))} {e.Message}")
            .ToArray();
}
