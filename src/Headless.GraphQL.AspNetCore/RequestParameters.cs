using System.Text.Json;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Microsoft.AspNetCore.Routing;

namespace Headless.GraphQL.AspNetCore;

/// <summary>
/// The parameters of a GraphQL request (GraphQL over HTTP, "Request parameters"), whichever way they came. A parameter that was
/// null counts as absent.
/// </summary>
internal sealed class RequestParameters
{
    /// <summary>The route values of a document's own URL.</summary>
    public const string DocumentIdRoute = "documentId";

    public const string OperationNameRoute = "operationName";

    /// <summary>The document in UTF-8; null when the request names a stored document.</summary>
    public byte[]? Query { get; set; }

    /// <summary>The id of a stored document: <c>documentId</c>, or HotChocolate's <c>id</c>.</summary>
    public string? DocumentId { get; set; }

    public string? OperationName { get; set; }

    /// <summary>A JSON object, or undefined.</summary>
    public JsonElement Variables { get; set; }

    /// <summary>A JSON object, or undefined.</summary>
    public JsonElement Extensions { get; set; }

    /// <summary>The files of a multipart request by their place in the variables; null for none.</summary>
    public IReadOnlyDictionary<string, IFile>? Files { get; set; }

    /// <summary>Whether there is something to execute: a document, or what names one.</summary>
    public bool HasDocument => Query is not null || DocumentId is not null || PersistedQuery.Of(Extensions) is not null;

    /// <summary>
    /// Whether a stored document is asked for by its id alone. One that is asked for by its hash in the extensions may be anybody's: clients add
    /// those.
    /// </summary>
    public bool IsStoredDocument => Query is null && DocumentId is not null;

    /// <summary>Takes the document that a URL of its own names, <c>persisted/{documentId}/{operationName}</c>: no other is executed there.</summary>
    public RequestParameters At(RouteValueDictionary route)
    {
        if (route[DocumentIdRoute] is string documentId)
        {
            Query = null;
            DocumentId = documentId;
            OperationName = route[OperationNameRoute] as string ?? OperationName;
        }

        return this;
    }
}

/// <summary>A request that is not a well-formed GraphQL request.</summary>
/// <param name="message">What is wrong with it, for the client.</param>
/// <param name="code">The error's <c>code</c>.</param>
internal sealed class InvalidRequestException(string message, string code = InvalidRequestException.InvalidRequest) : Exception(message)
{
    public const string InvalidRequest = "INVALID_REQUEST";

    /// <summary>The request is one that any web page can make a browser send.</summary>
    public const string PreflightRequired = "PREFLIGHT_REQUIRED";

    /// <summary>The parts of a multipart request are not what they must be, or not in order.</summary>
    public const string MalformedUpload = "UPLOAD_MALFORMED";

    /// <summary>A file's place is not in the variables, or not null.</summary>
    public const string UploadPlace = "UPLOAD_PLACE_INVALID";

    /// <summary>A file that the map names did not come.</summary>
    public const string UploadMissing = "UPLOAD_FILE_MISSING";

    /// <summary>There are more files, or more places of files, than there may be.</summary>
    public const string UploadLimit = "UPLOAD_LIMIT_EXCEEDED";

    public string Code { get; } = code;
}
