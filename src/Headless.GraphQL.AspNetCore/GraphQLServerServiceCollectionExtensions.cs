using Headless.GraphQL;
using Headless.GraphQL.AspNetCore;
using Headless.GraphQL.AspNetCore.Http;
using Headless.GraphQL.AspNetCore.Ide;
using Headless.GraphQL.AspNetCore.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a GraphQL server to an application.</summary>
public static class GraphQLServerServiceCollectionExtensions
{
    /// <summary>The engine and its HTTP, WebSocket and event stream transports. Map them with <c>MapGraphQL</c>.</summary>
    public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services, string? schemaName = null)
    {
        services.AddRequestDecompression();
        services.TryAddSingleton<IHttpRequestInterceptor, DefaultHttpRequestInterceptor>();
        services.TryAddSingleton<ISocketSessionInterceptor, DefaultSocketSessionInterceptor>();
        services.TryAddSingleton<GraphQLHttpEndpoint>();
        services.TryAddSingleton<GraphQLSocketEndpoint>();
        services.TryAddSingleton<SchemaEndpoint>();
        services.TryAddSingleton<GraphiQLPage>();
        services.TryAddSingleton<GraphiQLAssets>();
        return services.AddGraphQL(schemaName);
    }

    /// <summary>Completes each operation over HTTP with an interceptor of one's own; the last one added counts.</summary>
    public static IRequestExecutorBuilder AddHttpRequestInterceptor<T>(this IRequestExecutorBuilder builder)
        where T : class, IHttpRequestInterceptor
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IHttpRequestInterceptor, T>());
        return builder;
    }

    /// <summary>Admits WebSocket sessions and completes their operations with an interceptor of one's own; the last one added counts.</summary>
    public static IRequestExecutorBuilder AddSocketSessionInterceptor<T>(this IRequestExecutorBuilder builder)
        where T : class, ISocketSessionInterceptor
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<ISocketSessionInterceptor, T>());
        return builder;
    }
}
