using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>Reads the parameters from the URL of a GET. An empty one counts as absent; of one that is given twice the last counts.</summary>
internal static class GetRequestReader
{
    /// <summary>Reads the parameters.</summary>
    /// <exception cref="InvalidRequestException"><c>variables</c> or <c>extensions</c> is not a JSON object.</exception>
    public static RequestParameters Read(IQueryCollection query, int maxDepth) => new()
    {
        Query = Last(query["query"]) is { } document ? Encoding.UTF8.GetBytes(document) : null,
        DocumentId = Last(query["documentId"]) ?? Last(query["id"]),
        OperationName = Last(query["operationName"]),
        Variables = ReadMap(query, "variables", maxDepth),
        Extensions = ReadMap(query, "extensions", maxDepth),
    };

    private static JsonElement ReadMap(IQueryCollection query, string name, int maxDepth)
        => Last(query[name]) is { } json ? RequestParametersReader.ReadMap(json, name, maxDepth) : default;

    private static string? Last(StringValues values) => values.Count > 0 && values[^1] is { Length: > 0 } last ? last : null;
}
