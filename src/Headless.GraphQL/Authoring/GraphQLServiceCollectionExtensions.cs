using Headless.GraphQL;
using Headless.GraphQL.Authoring;
using Headless.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the engine to an application.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>A schema, the default one or one with a name, and what executes requests over it. Calling it again continues its configuration. <see cref="IRequestExecutor"/> is that of the default schema.</summary>
    public static IRequestExecutorBuilder AddGraphQL(this IServiceCollection services, string? schemaName = null)
    {
        var name = schemaName ?? SchemaConfigurations.DefaultName;
        services.GetSchemaConfiguration(name);
        services.TryAddSingleton<INodeIdSerializer, DefaultNodeIdSerializer>();
        services.TryAddSingleton<RequestExecutorResolver>();
        services.TryAddSingleton<IRequestExecutorResolver>(static provider => provider.GetRequiredService<RequestExecutorResolver>());
        services.TryAddSingleton<IRequestExecutor>(static provider => provider.GetRequiredService<RequestExecutorResolver>().Get(SchemaConfigurations.DefaultName));
        services.TryAddScoped<IBatchScheduler, BatchScheduler>();
        services.TryAddScoped<DataLoaderOptions>();
        return new RequestExecutorBuilder(name, services);
    }

    internal static SchemaConfiguration GetSchemaConfiguration(this IServiceCollection services, string name)
    {
        var configurations = (SchemaConfigurations?)services.FirstOrDefault(d => d.ServiceType == typeof(SchemaConfigurations))?.ImplementationInstance;
        if (configurations is null)
        {
            services.AddSingleton(configurations = new SchemaConfigurations());
        }

        return configurations.GetOrAdd(name);
    }

    private sealed class RequestExecutorBuilder(string name, IServiceCollection services) : IRequestExecutorBuilder
    {
        public string Name { get; } = name;

        public IServiceCollection Services { get; } = services;
    }
}
