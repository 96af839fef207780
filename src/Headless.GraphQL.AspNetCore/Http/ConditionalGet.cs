using System.Security.Cryptography;
using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>
/// Lets a client keep the answer to a GET and ask whether it is still the same (RFC 9110, section 13.1.2). Only the client itself may: what
/// one caller sees is not another's to see, so that no cache between them keeps it and each key has answers of its own.
/// </summary>
internal static class ConditionalGet
{
    /// <summary>Sets the headers for caches, and for a client that has this very answer 304 and no body.</summary>
    public static bool IsUnchanged(HttpContext context, OperationResult result)
    {
        var response = context.Response;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
        if (result.HasErrors || response.StatusCode != StatusCodes.Status200OK)
        {
            response.Headers.CacheControl = "no-store";
            return false;
        }

        // Weak: the same answer may go out compressed or not.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(result.Payload.Span))}\"", isWeak: true);
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (!IsKnown(context.Request, tag))
        {
            return false;
        }

        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentType = null;
        return true;
    }

    /// <summary>Whether the client has what the tag stands for.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag)
        => request.Headers.IfNoneMatch.Count > 0
            && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any));
}
