using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>What the answer to a GraphQL request is written as.</summary>
internal enum ResponseFormat
{
    /// <summary>Nothing that this server offers is acceptable.</summary>
    None,

    /// <summary><c>application/json</c>: every well-formed GraphQL response is a 200.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status code tells a request error.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>: each result is an event.</summary>
    EventStream,
}

/// <summary>The outcome of content negotiation (GraphQL over HTTP, "Accept"; RFC 9110, section 12.5.1).</summary>
/// <param name="Result">The format for an operation with one result.</param>
/// <param name="AcceptsEventStream">Whether <c>text/event-stream</c> was asked for by name, which a subscription needs.</param>
internal readonly record struct AcceptedFormats(ResponseFormat Result, bool AcceptsEventStream);

/// <summary>Reads <c>Accept</c>.</summary>
internal static class AcceptHeader
{
    /// <summary>
    /// Chooses by quality, then by how specific the range is. A client that names both JSON types alike gets the newer one,
    /// one that names neither (<c>*/*</c>, no header) the older one, as clients from before the newer type expect.
    /// </summary>
    public static AcceptedFormats Negotiate(StringValues header)
    {
        if (header.Count <= 1)
        {
            switch (header.Count == 0 ? "" : header[0])
            {
                case null or "" or "*/*" or "application/json":
                    return new(ResponseFormat.Json, false);
                case "application/graphql-response+json":
                    return new(ResponseFormat.GraphQLResponse, false);
                case "text/event-stream":
                    return new(ResponseFormat.EventStream, true);
            }
        }

        return MediaTypeHeaderValue.TryParseList(header, out var ranges) ? Negotiate(ranges) : default;
    }

    /// <summary>Whether the client names <c>text/html</c> and prefers it to every JSON type: a browser's address bar.</summary>
    public static bool PrefersHtml(StringValues header)
    {
        if (!header.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            || !MediaTypeHeaderValue.TryParseList(header, out var ranges))
        {
            return false;
        }

        var html = Match(ranges, "text", "html");
        return html is { Named: true, Quality: > 0 }
            && html.Quality >= Match(ranges, "application", "json").Quality
            && html.Quality >= Match(ranges, "application", "graphql-response+json").Quality;
    }

    private static AcceptedFormats Negotiate(IList<MediaTypeHeaderValue> ranges)
    {
        var json = Match(ranges, "application", "json");
        var response = Match(ranges, "application", "graphql-response+json");
        var events = Match(ranges, "text", "event-stream");
        var acceptsEvents = events is { Named: true, Quality: > 0 };

        var (format, best) = response.Quality > json.Quality
            || (response.Quality == json.Quality && response.Named)
                ? (ResponseFormat.GraphQLResponse, response)
                : (ResponseFormat.Json, json);
        if (acceptsEvents && events.Quality > best.Quality)
        {
            (format, best) = (ResponseFormat.EventStream, events);
        }

        return new(best.Quality > 0 ? format : ResponseFormat.None, acceptsEvents);
    }

    private static (double Quality, bool Named) Match(IList<MediaTypeHeaderValue> ranges, string type, string subtype)
    {
        var (quality, specificity) = (0d, -1);
        foreach (var range in ranges)
        {
            var matches = range.MatchesAllTypes ? 0
                : !range.Type.Equals(type, StringComparison.OrdinalIgnoreCase) ? -1
                : range.MatchesAllSubTypes ? 1
                : range.SubType.Equals(subtype, StringComparison.OrdinalIgnoreCase) ? 2
                : -1;
            if (matches > specificity)
            {
                (quality, specificity) = (range.Quality ?? 1, matches);
            }
        }

        return (quality, specificity == 2);
    }
}
