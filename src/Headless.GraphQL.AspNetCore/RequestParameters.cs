using System.Text.Json;

namespace Headless.GraphQL.AspNetCore;

/// <summary>
/// The parameters of a GraphQL request (GraphQL over HTTP, "Request parameters"), whichever way they came. A parameter that was
/// null counts as absent.
/// </summary>
internal sealed class RequestParameters
{
    /// <summary>The document in UTF-8; null when the request names a stored document.</summary>
    public byte[]? Query { get; set; }

    /// <summary>The id of a stored document: <c>documentId</c>, or HotChocolate's <c>id</c>.</summary>
    public string? DocumentId { get; set; }

    public string? OperationName { get; set; }

    /// <summary>A JSON object, or undefined.</summary>
    public JsonElement Variables { get; set; }

    /// <summary>A JSON object, or undefined.</summary>
    public JsonElement Extensions { get; set; }

    /// <summary>Whether there is something to execute: a document, or what names a stored one.</summary>
    public bool HasDocument => Query is not null || StoredDocumentId is not null;

    /// <summary>
    /// The id of a stored document. An automatically persisted query names its document by hash in the extensions; a client that
    /// learns that it is not known sends the document itself.
    /// </summary>
    public string? StoredDocumentId => DocumentId ?? (PersistedQueryHash is { } hash ? "sha256:" + hash : null);

    private string? PersistedQueryHash
        => Extensions.ValueKind == JsonValueKind.Object
            && Extensions.TryGetProperty("persistedQuery", out var persisted)
            && persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("sha256Hash", out var hash)
            && hash.ValueKind == JsonValueKind.String
                ? hash.GetString()
                : null;
}

/// <summary>A request that is not a well-formed GraphQL request; the message is for the client.</summary>
internal sealed class InvalidRequestException(string message) : Exception(message);
