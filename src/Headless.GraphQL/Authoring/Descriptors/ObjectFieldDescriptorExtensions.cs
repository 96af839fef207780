using Headless.GraphQL.Types;

namespace Headless.GraphQL;

/// <summary>Resolvers as plain delegates.</summary>
public static class ObjectFieldDescriptorExtensions
{
    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, Func<IResolverContext, TResult> resolver)
        => descriptor.Resolve(context => new ValueTask<object?>(resolver(context)), typeof(TResult));

    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, Func<IResolverContext, Task<TResult>> resolver)
        => descriptor.Resolve(async context => await resolver(context).ConfigureAwait(false), typeof(TResult));

    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, Func<IResolverContext, CancellationToken, Task<TResult>> resolver)
        => descriptor.Resolve(async context => await resolver(context, context.RequestAborted).ConfigureAwait(false), typeof(TResult));
}
