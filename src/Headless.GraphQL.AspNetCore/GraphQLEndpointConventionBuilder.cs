using Microsoft.AspNetCore.Builder;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Configures the routes of one GraphQL endpoint: the endpoint itself and everything below it.</summary>
public sealed class GraphQLEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder _routes;

    internal GraphQLEndpointConventionBuilder(IEndpointConventionBuilder routes) => _routes = routes;

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => _routes.Add(convention);

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => _routes.Finally(finallyConvention);

    /// <summary>Sets what the endpoint accepts and how it answers.</summary>
    public GraphQLEndpointConventionBuilder WithOptions(GraphQLServerOptions serverOptions)
    {
        Add(endpoint => endpoint.Metadata.Add(serverOptions));
        return this;
    }
}
