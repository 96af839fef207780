namespace Headless.Server.Hosting;

/// <summary>The section <c>GraphQL</c> of the configuration.</summary>
/// <param name="Introspection">Whether the schema can be asked for: by introspection and at <c>/graphql/schema.graphql</c>. Default: in Development only.</param>
/// <param name="Ide">Whether a browser that opens <c>/graphql</c> gets GraphiQL. Default: in Development only.</param>
public sealed record GraphQLOptions(bool Introspection, bool Ide)
{
    public const string SectionName = "GraphQL";

    /// <summary>
    /// A folder of manifests (<c>*.json</c>) of further trusted documents: a client's own operations. Relative to the content root. Those of
    /// <c>schema/operations</c> are always trusted.
    /// </summary>
    public string? TrustedDocuments { get; init; }

    /// <summary>Whether only trusted documents are executed, whichever way a request comes.</summary>
    public bool TrustedDocumentsOnly { get; init; }

    /// <summary>Whether clients may name a document by its hash once they have sent it (Apollo's APQ). No effect with <see cref="TrustedDocumentsOnly"/>.</summary>
    public bool AutomaticPersistedQueries { get; init; } = true;

    /// <summary>Whether answers have the status codes of the draft of August 2026 of GraphQL over HTTP: 422 for what is not valid, 294 for partial data.</summary>
    public bool DraftStatusCodes { get; init; }

    /// <summary>The origins whose pages may call the API from a browser, such as <c>https://app.example.com</c>; <c>*</c>: all. Default: none but its own.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    internal static GraphQLOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(SectionName);
        return new GraphQLOptions(
            section.GetValue(nameof(Introspection), environment.IsDevelopment()), section.GetValue(nameof(Ide), environment.IsDevelopment()))
        {
            TrustedDocuments = section.GetValue<string?>(nameof(TrustedDocuments)),
            TrustedDocumentsOnly = section.GetValue<bool>(nameof(TrustedDocumentsOnly)),
            AutomaticPersistedQueries = section.GetValue(nameof(AutomaticPersistedQueries), defaultValue: true),
            DraftStatusCodes = section.GetValue<bool>(nameof(DraftStatusCodes)),
            AllowedOrigins = section.GetSection(nameof(AllowedOrigins)).Get<string[]>() ?? [],
        };
    }
}
