using Headless.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Headless.GraphQL.AspNetCore;

/// <summary>The options of the endpoint that a request was routed to, and what they mean where they leave it to the environment.</summary>
internal static class EndpointSettings
{
    private static readonly GraphQLServerOptions s_default = new();

    public static GraphQLServerOptions GetServerOptions(this HttpContext context)
        => context.GetEndpoint()?.Metadata.GetMetadata<GraphQLServerOptions>() ?? s_default;

    public static bool IsToolEnabled(this GraphQLServerOptions options, IHostEnvironment environment)
        => options.Tool.Enable ?? environment.IsDevelopment();

    public static bool IsPreflightEnforced(this GraphQLServerOptions options, IHostEnvironment environment)
        => options.EnforceGetRequestsPreflightHeader ?? !environment.IsDevelopment();

    public static bool IsMultipartEnabled(this GraphQLServerOptions options, Schema schema)
        => options.EnableMultipartRequests ?? schema.Types.Any(type => type is UploadType);

    public static bool IsSchemaEnabled(this GraphQLServerOptions options, IHostEnvironment environment)
        => options.EnableSchemaRequests ?? environment.IsDevelopment();
}
