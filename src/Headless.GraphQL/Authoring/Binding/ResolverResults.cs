using System.Reflection;

namespace Headless.GraphQL.Authoring;

/// <summary>Makes the one result type of resolvers from those that methods have.</summary>
internal static class ResolverResults
{
    /// <summary>The method that converts a result of the type; null where it only needs boxing.</summary>
    public static MethodInfo? GetConversion(Type resultType)
    {
        var (name, argument) = resultType switch
        {
            { IsGenericType: true } when resultType.GetGenericTypeDefinition() == typeof(ValueTask<>) => (nameof(FromValueTask), resultType.GetGenericArguments()[0]),
            _ when FindGeneric(resultType, typeof(Task<>)) is { } task => (nameof(FromTask), task.GetGenericArguments()[0]),
            _ when FindStream(resultType) is { } stream => (nameof(FromStream), stream.GetGenericArguments()[0]),
            _ => (null, null),
        };
        return name is null ? null : typeof(ResolverResults).GetMethod(name)!.MakeGenericMethod(argument!);
    }

    public static ValueTask<object?> FromValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(ValueTask<T> pending) => await pending.ConfigureAwait(false);
    }

    public static ValueTask<object?> FromTask<T>(Task<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(Task<T> pending) => await pending.ConfigureAwait(false);
    }

    /// <summary>A field that answers a stream outside of a subscription is a list.</summary>
    public static async ValueTask<object?> FromStream<T>(IAsyncEnumerable<T> stream, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        await foreach (var item in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        return items;
    }

    private static Type? FindGeneric(Type type, Type definition)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && current.GetGenericTypeDefinition() == definition)
            {
                return current;
            }
        }

        return null;
    }

    // An EF query is an asynchronous stream, too; it stays a query, which its consumer may still compose.
    private static Type? FindStream(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? type : null;
}
