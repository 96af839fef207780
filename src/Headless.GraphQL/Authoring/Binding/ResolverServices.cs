using System.Security.Claims;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Authoring;

/// <summary>What compiled resolvers call to get parameters that are no arguments.</summary>
internal static class ResolverServices
{
    public static T Parent<T>(IResolverContext context) => context.Parent<T>();

    public static T EventMessage<T>(IResolverContext context) => context.EventMessage<T>();

    public static T Required<T>(IResolverContext context)
        where T : notnull
        => context.Services.GetRequiredService<T>();

    public static T? Optional<T>(IResolverContext context) => context.Services.GetService<T>();

    public static T Keyed<T>(IResolverContext context, string key)
        where T : notnull
        => context.Services.GetRequiredKeyedService<T>(key);

    /// <summary>A registered service, or a new object whose constructor takes services.</summary>
    public static T ServiceOrNew<T>(IResolverContext context)
        where T : class
        => context.Services.GetService<T>() ?? ActivatorUtilities.CreateInstance<T>(context.Services);

    /// <summary>The caller; an anonymous one where the transport gave none.</summary>
    public static ClaimsPrincipal Principal(IResolverContext context)
        => context.ContextData.TryGetValue(nameof(ClaimsPrincipal), out var value) && value is ClaimsPrincipal principal
            ? principal
            : new ClaimsPrincipal(new ClaimsIdentity());

    public static T GlobalState<T>(IResolverContext context, string key, bool isRequired)
    {
        if (context.ContextData.TryGetValue(key, out var value) && value is T state)
        {
            return state;
        }

        return isRequired ? throw new InvalidOperationException($"The request has no state '{key}' of type {typeof(T)}.") : default!;
    }
}
