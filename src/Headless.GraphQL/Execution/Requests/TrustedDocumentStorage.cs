namespace Headless.GraphQL.Execution;

/// <summary>
/// The documents of manifests, in memory. Each is found by the id that its manifest gives it and by <c>sha256:</c> with the hash of its
/// text; a hash is also found without the prefix, as HotChocolate's clients send it.
/// </summary>
public sealed class TrustedDocumentStorage : IOperationDocumentStorage
{
    private readonly Dictionary<string, (ReadOnlyMemory<byte> Document, string Path)> _documents = new(StringComparer.Ordinal);

    private TrustedDocumentStorage()
    {
    }

    /// <summary>How many ids lead to a document.</summary>
    public int Count => _documents.Count;

    /// <summary>Reads manifests: those of <c>@graphql-codegen/client-preset</c>, Relay and Apollo.</summary>
    /// <exception cref="DocumentManifestException">One cannot be read, a hash is not that of its text, or an id stands for two texts.</exception>
    public static TrustedDocumentStorage Load(IEnumerable<string> paths)
    {
        var storage = new TrustedDocumentStorage();
        foreach (var path in paths)
        {
            foreach (var (id, document) in DocumentManifest.Read(path))
            {
                storage.Add(id, document, path);
                storage.Add(DocumentIds.OfText(document), document, path);
            }
        }

        return storage;
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(string documentId, CancellationToken cancellationToken = default)
        => new(_documents.TryGetValue(documentId, out var found)
            || (DocumentIds.IsSha256(documentId) && _documents.TryGetValue(DocumentIds.Sha256Prefix + documentId.ToLowerInvariant(), out found))
                ? (ReadOnlyMemory<byte>?)found.Document
                : null);

    private void Add(string id, byte[] document, string path)
    {
        if (!_documents.TryAdd(id, (document, path)) && !_documents[id].Document.Span.SequenceEqual(document))
        {
            throw new DocumentManifestException($"The id '{id}' stands for one document in {_documents[id].Path} and for another in {path}: ids of trusted documents must be unique.");
        }
    }
}
