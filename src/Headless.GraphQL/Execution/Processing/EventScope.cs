using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>The services for the execution of one event of a subscription: a scope of its own where the container has scopes.</summary>
internal readonly struct EventScope : IAsyncDisposable
{
    private readonly AsyncServiceScope? _scope;

    private EventScope(IServiceProvider services, AsyncServiceScope? scope)
    {
        Services = services;
        _scope = scope;
    }

    public IServiceProvider Services { get; }

    public static EventScope Create(IServiceProvider services)
    {
        if (services.GetService<IServiceScopeFactory>() is not { } factory)
        {
            return new EventScope(services, null);
        }

        var scope = factory.CreateAsyncScope();
        return new EventScope(scope.ServiceProvider, scope);
    }

    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? default;
}
