using System.Text;
using System.Text.Json;

namespace Headless.GraphQL.Execution;

/// <summary>A manifest of trusted documents that cannot be read; the message says which file, which document and what to do.</summary>
public sealed class DocumentManifestException(string message) : Exception(message);

/// <summary>
/// Reads manifests of trusted documents: a JSON object from id to text, as <c>@graphql-codegen/client-preset</c> (<c>persistedDocuments</c>) and
/// Relay write it, or Apollo's <c>{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id", "body"}]}</c>.
/// </summary>
internal static class DocumentManifest
{
    /// <summary>Largest manifest in bytes.</summary>
    private const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>Longest id in characters.</summary>
    private const int MaxIdLength = 256;

    private const string ApolloFormat = "apollo-persisted-query-manifest";

    /// <summary>The documents of a file.</summary>
    /// <exception cref="DocumentManifestException">The file is not a manifest, or an id that says it is a hash is not that of its text.</exception>
    public static IReadOnlyList<(string Id, byte[] Document)> Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                throw new DocumentManifestException($"{path} is larger than {MaxBytes} bytes.");
            }

            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            return manifest.RootElement.ValueKind != JsonValueKind.Object ? throw Invalid(path, "it is not a JSON object")
                : manifest.RootElement.TryGetProperty("format", out var format) && format.ValueEquals(ApolloFormat) ? ReadApollo(path, manifest.RootElement)
                : [.. manifest.RootElement.EnumerateObject().Select(document => Document(path, document.Name, document.Value))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a name or text is half of a surrogate pair.
            throw new DocumentManifestException($"The manifest of trusted documents {path} cannot be read: {exception.Message}");
        }
    }

    private static List<(string, byte[])> ReadApollo(string path, JsonElement manifest)
    {
        if (!manifest.TryGetProperty("version", out var version) || version.GetRawText() != "1")
        {
            throw Invalid(path, "only version 1 of Apollo's format is known");
        }

        if (!manifest.TryGetProperty("operations", out var operations) || operations.ValueKind != JsonValueKind.Array)
        {
            throw Invalid(path, "'operations' is not a list");
        }

        List<(string, byte[])> documents = [];
        foreach (var operation in operations.EnumerateArray())
        {
            if (operation.ValueKind != JsonValueKind.Object || !operation.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String
                || !operation.TryGetProperty("body", out var body))
            {
                throw Invalid(path, "an operation has no 'id' and 'body'");
            }

            documents.Add(Document(path, id.GetString()!, body));
        }

        return documents;
    }

    private static (string, byte[]) Document(string path, string id, JsonElement text)
    {
        if (id.Length is 0 or > MaxIdLength || text.ValueKind != JsonValueKind.String)
        {
            throw Invalid(path, $"the document '{(id.Length > MaxIdLength ? id[..MaxIdLength] : id)}' needs an id of at most {MaxIdLength} characters and a text");
        }

        var document = Encoding.UTF8.GetBytes(text.GetString()!);
        return id.StartsWith(DocumentIds.Sha256Prefix, StringComparison.Ordinal) && id != DocumentIds.OfText(document)
            ? throw Invalid(path, $"the text of '{id}' has the id '{DocumentIds.OfText(document)}'; write the manifest again")
            : (id, document);
    }

    private static DocumentManifestException Invalid(string path, string reason) => new($"{path} is not a manifest of trusted documents: {reason}.");
}
