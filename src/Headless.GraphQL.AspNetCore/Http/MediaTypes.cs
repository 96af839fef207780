namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>Media types as they are written in <c>Content-Type</c>.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json; charset=utf-8";
    public const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    public const string EventStream = "text/event-stream; charset=utf-8";
    public const string Schema = "application/graphql; charset=utf-8";
    public const string Html = "text/html; charset=utf-8";
    public const string Problem = "application/problem+json; charset=utf-8";
}
