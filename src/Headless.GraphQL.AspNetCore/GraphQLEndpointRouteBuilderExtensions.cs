using Headless.GraphQL.AspNetCore;
using Headless.GraphQL.AspNetCore.Http;
using Headless.GraphQL.AspNetCore.Ide;
using Headless.GraphQL.AspNetCore.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps GraphQL endpoints.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps POST, GET, event streams, WebSockets and the IDE at the path, and below it <c>ws</c> (WebSockets only),
    /// <c>schema.graphql</c> or <c>sdl</c> (the schema definition), <c>persisted/{documentId}/{operationName}</c> (one stored document), <c>ui</c> (the
    /// IDE) and the IDE's assets.
    /// </summary>
    public static GraphQLEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpointRouteBuilder, string path = "/graphql")
    {
        var services = endpointRouteBuilder.ServiceProvider;
        var routes = endpointRouteBuilder.MapGroup(path);
        var http = WithMiddleware(endpointRouteBuilder, services.GetRequiredService<GraphQLHttpEndpoint>().HandleAsync);
        routes.Map("", http).WithDisplayName("GraphQL");
        routes.Map($"/persisted/{{{RequestParameters.DocumentIdRoute}}}/{{{RequestParameters.OperationNameRoute}?}}", http).WithDisplayName("GraphQL stored document");
        routes.Map("/ws", WithMiddleware(endpointRouteBuilder, services.GetRequiredService<GraphQLSocketEndpoint>().HandleAsync))
            .WithDisplayName("GraphQL over WebSocket");
        foreach (var schema in (ReadOnlySpan<string>)["/schema.graphql", "/sdl"])
        {
            routes.Map(schema, services.GetRequiredService<SchemaEndpoint>().HandleAsync).WithDisplayName("GraphQL schema");
        }

        routes.MapGet(GraphiQLPage.AddressOfItsOwn, services.GetRequiredService<GraphQLHttpEndpoint>().HandleToolAsync).WithDisplayName("GraphQL IDE");
        routes.MapGet($"/{GraphiQLAssets.RouteSegment}/{{**asset}}", services.GetRequiredService<GraphiQLAssets>().HandleAsync)
            .WithDisplayName("GraphiQL");
        return new GraphQLEndpointConventionBuilder(routes);
    }

    private static RequestDelegate WithMiddleware(IEndpointRouteBuilder endpoints, RequestDelegate endpoint)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();

        // The limit on a body's size holds for what comes out of it.
        pipeline.UseRequestDecompression();
        pipeline.Run(endpoint);
        return pipeline.Build();
    }
}
