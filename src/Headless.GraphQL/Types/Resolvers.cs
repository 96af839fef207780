using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>Produces the value of a field for one parent (specification section 6.4.2).</summary>
public delegate ValueTask<object?> FieldResolver(IResolverContext context);

/// <summary>Produces the source stream of a subscription (specification section 6.2.3.1).</summary>
public delegate ValueTask<IAsyncEnumerable<object?>> SubscriptionResolver(IResolverContext context);

/// <summary>What a resolver may ask for: its parent, its arguments, services, and the request around it.</summary>
public interface IResolverContext
{
    Schema Schema { get; }

    /// <summary>The field being resolved.</summary>
    OutputField Field { get; }

    /// <summary>The first field node of the selection, for its location and its alias.</summary>
    FieldNode Selection { get; }

    /// <summary>The response path of the field: names and list indexes (specification section 7.1.2).</summary>
    IReadOnlyList<object> Path { get; }

    /// <summary>The services of this request.</summary>
    IServiceProvider Services { get; }

    /// <summary>Cancelled when the client goes away or the time limit passes.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>State of the request, shared by its resolvers: the caller, the transport, what interceptors put there.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>The parent value.</summary>
    T Parent<T>();

    /// <summary>The coerced value of an argument: see <see cref="InputObjectValue"/> for its form. Null also where it was not given.</summary>
    object? ArgumentValue(string name);

    /// <summary>Whether the argument was given or has a default.</summary>
    bool HasArgument(string name);

    /// <summary>The event of a subscription.</summary>
    T EventMessage<T>();
}
