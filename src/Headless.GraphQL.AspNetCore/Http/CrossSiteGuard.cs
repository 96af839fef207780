using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>
/// Tells requests that any web page can make a browser send, with the user's cookies or from the user's own machine, from those
/// that need the server's consent first (CORS preflight).
/// </summary>
internal static class CrossSiteGuard
{
    /// <summary>The header that makes a request one that browsers ask about first. Its value does not matter.</summary>
    public const string PreflightHeader = "GraphQL-Preflight";

    /// <summary>Whether the content type alone makes it such a request.</summary>
    public static bool IsJson(HttpRequest request)
        => request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <exception cref="InvalidRequestException">The request has no such header: a link, an image or a form can send it.</exception>
    public static void RequirePreflightHeader(HttpRequest request)
    {
        if (!request.Headers.ContainsKey(PreflightHeader))
        {
            throw new InvalidRequestException(
                $"Send the header {PreflightHeader}: 1 with a query in the URL or a form with files, so that no web page can send it unasked.",
                InvalidRequestException.PreflightRequired);
        }
    }

    /// <summary>
    /// Whether a WebSocket handshake comes from a page of this host, from an allowed origin or from something that is not a page.
    /// Browsers do not ask before they open a WebSocket to another site, but they say where the page came from.
    /// </summary>
    public static bool IsAllowedOrigin(HttpRequest request, ICollection<string> allowedOrigins)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase))
            || allowedOrigins.Contains(origin)
            || allowedOrigins.Contains("*");
    }
}
