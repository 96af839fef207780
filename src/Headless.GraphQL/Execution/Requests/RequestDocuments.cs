using System.Diagnostics.CodeAnalysis;

namespace Headless.GraphQL.Execution;

/// <summary>Where the document of a request comes from: its own text, the storage, or what a client has sent before with its hash.</summary>
internal sealed class RequestDocuments(IOperationDocumentStorage? storage, PersistedOperationOptions options)
{
    /// <summary>What an entry weighs beside its text.</summary>
    private const int EntryOverhead = 256;

    private readonly SegmentedLruCache<string, byte[]>? _automatic = options.IsAutomatic ? new(options.MaxAutomaticEntries, options.MaxAutomaticBytes) : null;

    /// <summary>How many documents clients have taught the server.</summary>
    public int AutomaticCount => _automatic?.Count ?? 0;

    /// <summary>Why the text that a request brings is not executed; null where it may be.</summary>
    public IError? RefuseText(OperationRequest request)
    {
        if (options.OnlyAllowPersistedDocuments && !request.IsTrusted)
        {
            return Error("Only trusted documents are executed here: send the documentId of one and no query.", ErrorCodes.TrustedDocumentsOnly);
        }

        if (_automatic is null || PersistedQuery.Of(request.Extensions) is not { } persisted)
        {
            return null;
        }

        return persisted.Hash is null ? Malformed()
            : persisted.IsHashOf(request.Document.Span) ? null
            : Error("PersistedQueryMismatch", ErrorCodes.PersistedQueryMismatch);
    }

    /// <summary>
    /// Keeps the text of a request that came with its hash, once it is known to be valid: what nobody can execute is not worth a place.
    /// </summary>
    public void Remember(OperationRequest request)
    {
        if (_automatic is not null && !request.Document.IsEmpty && PersistedQuery.Of(request.Extensions) is { Hash: { } hash } && !_automatic.TryGet(hash, out _))
        {
            _automatic.GetOrAdd(hash, request.Document.ToArray(), request.Document.Length + EntryOverhead);
        }
    }

    /// <summary>The document that a request without a text names.</summary>
    public async ValueTask<FoundDocument> FindAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(request.DocumentId))
        {
            return await ReadAsync(request.DocumentId, cancellationToken).ConfigureAwait(false) is { } stored ? new(stored, null) : new(null, NotFound());
        }

        if (PersistedQuery.Of(request.Extensions) is not { } persisted)
        {
            return new(null, Error("The request has no document.", ErrorCodes.DocumentMissing));
        }

        if (persisted.Hash is null)
        {
            return new(null, Malformed());
        }

        // A trusted document may be named this way too: Apollo's clients know no other.
        if (await ReadAsync(DocumentIds.Sha256Prefix + persisted.Hash, cancellationToken).ConfigureAwait(false) is { } trusted)
        {
            return new(trusted, null);
        }

        return _automatic is null ? new(null, Error("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported))
            : _automatic.TryGet(persisted.Hash, out var document) ? new(document, null)
            : new(null, NotFound());
    }

    private async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(string id, CancellationToken cancellationToken)
        => storage is null ? null : await storage.TryReadAsync(id, cancellationToken).ConfigureAwait(false);

    private static IError NotFound() => Error("PersistedQueryNotFound", ErrorCodes.DocumentNotFound);

    private static IError Malformed() => Error(
        "extensions.persistedQuery needs version 1 and sha256Hash, the SHA-256 of the document as 64 hexadecimal digits.",
        ErrorCodes.PersistedQueryInvalid);

    private static IError Error(string message, string code) => ErrorBuilder.New().SetMessage(message).SetCode(code).Build();
}

/// <summary>A document that was looked for.</summary>
/// <param name="Document">The document in UTF-8; null where there is none.</param>
/// <param name="Error">Why there is none.</param>
internal readonly record struct FoundDocument(ReadOnlyMemory<byte>? Document, IError? Error)
{
    public bool IsMissing([NotNullWhen(true)] out IError? error)
    {
        error = Document is null ? Error : null;
        return error is not null;
    }
}
