namespace Headless.GraphQL.AspNetCore;

/// <summary>What a GraphQL endpoint accepts and how it answers. One set of options holds for POST, GET, WebSocket and server-sent events.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>The IDE that a browser gets.</summary>
    public GraphQLToolOptions Tool { get; set; } = new();

    /// <summary>Limits and time-outs of <c>graphql-transport-ws</c> connections.</summary>
    public GraphQLSocketOptions Sockets { get; set; } = new();

    /// <summary>Whether GET carries operations. Mutations never do (GraphQL over HTTP, "GET").</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>
    /// Whether a GET operation must be one that a browser cannot send across origins without asking first: with the header
    /// <c>GraphQL-Preflight</c>, with <c>Content-Type: application/json</c>, or with a trusted document's id in place of a query.
    /// Null: everywhere but in Development, where plain GET links and audit tools are welcome.
    /// </summary>
    public bool? EnforceGetRequestsPreflightHeader { get; set; }

    /// <summary>
    /// Whether a POST may be <c>multipart/form-data</c> with files; it needs the header <c>GraphQL-Preflight</c>, since any web page can make a
    /// browser send one. Null: where the schema has the scalar <c>Upload</c>.
    /// </summary>
    public bool? EnableMultipartRequests { get; set; }

    /// <summary>Limits of multipart requests.</summary>
    public GraphQLUploadOptions Uploads { get; set; } = new();

    /// <summary>Whether the schema definition is served at <c>schema.graphql</c> below the endpoint. Null: where introspection is on.</summary>
    public bool? EnableSchemaRequests { get; set; }

    /// <summary>Which edition of GraphQL over HTTP decides the status codes.</summary>
    public HttpStatusCodeProfile StatusCodes { get; set; } = HttpStatusCodeProfile.Audited;

    /// <summary>Largest request body in bytes, after decompression; a larger one is answered 413.</summary>
    public int MaxRequestBodySize { get; set; } = 1024 * 1024;

    /// <summary>Deepest nesting of a request's JSON, the parameters' own object included; a deeper one is answered 400.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>How often an event stream sends a comment while there is nothing to report, so that proxies keep it open.</summary>
    public TimeSpan EventStreamHeartbeat { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How long an event may wait for its reader to take it; one that does not read is dropped.</summary>
    public TimeSpan EventStreamSendTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Which edition of GraphQL over HTTP decides the status codes of <c>application/graphql-response+json</c> answers.</summary>
public enum HttpStatusCodeProfile
{
    /// <summary>As the audit suite of <c>graphql-http</c> 1.23 expects: 400 for every request error, 200 for partial data.</summary>
    Audited,

    /// <summary>As the draft of August 2026: 422 where a document parses but cannot be executed, 294 for partial data.</summary>
    Draft,
}
