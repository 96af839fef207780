using Headless.GraphQL;
using Headless.GraphQL.Authoring;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the engine to an application.</summary>
public static class GraphQLServiceCollectionExtensions
{
    private const string DefaultSchemaName = "_Default";

    /// <summary>A schema, the default one or one with a name, and what executes requests over it. Calling it again continues its configuration.</summary>
    public static IRequestExecutorBuilder AddGraphQL(this IServiceCollection services, string? schemaName = null)
    {
        var name = schemaName ?? DefaultSchemaName;
        services.GetSchemaConfiguration(name);
        services.TryAddSingleton<INodeIdSerializer, DefaultNodeIdSerializer>();
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
