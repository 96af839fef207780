using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Authoring;

/// <summary>Makes the source streams of subscriptions: from a method that produces one, or from a topic.</summary>
internal static class SubscriptionSources
{
    private static readonly MethodInfo FromTopicMethod = typeof(SubscriptionSources).GetMethod(nameof(FromTopicOf), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo ReadMethod = typeof(SubscriptionSources).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo BoxMethod = typeof(SubscriptionSources).GetMethod(nameof(Box), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo AwaitValueTaskMethod = typeof(SubscriptionSources).GetMethod(nameof(AwaitValueTask), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The stream of a method that answers one, now or later: an asynchronous sequence or a topic's stream.</summary>
    public static SubscriptionResolver FromMethod(Func<IResolverContext, object?> method)
        => async context => ToEvents(await UnwrapAsync(method(context)).ConfigureAwait(false), context.RequestAborted);

    /// <summary>The stream of a topic, whose name may have arguments in braces.</summary>
    public static SubscriptionResolver FromTopic(Type messageType, Func<IResolverContext, string> topic)
        => FromTopicMethod.MakeGenericMethod(messageType).CreateDelegate<Func<Func<IResolverContext, string>, SubscriptionResolver>>()(topic);

    /// <summary>Replaces <c>{argument}</c> by the argument's value.</summary>
    public static string FormatTopic(string template, IResolverContext context)
    {
        foreach (var argument in context.Field.Arguments)
        {
            var placeholder = "{" + argument.Name + "}";
            if (template.Contains(placeholder, StringComparison.Ordinal))
            {
                template = template.Replace(placeholder, FormatArgument(context.ArgumentValue(argument.Name)), StringComparison.Ordinal);
            }
        }

        return template;
    }

    public static string FormatArgument(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static SubscriptionResolver FromTopicOf<TMessage>(Func<IResolverContext, string> topic)
        => async context =>
        {
            var receiver = context.Services.GetRequiredService<ITopicEventReceiver>();
            var stream = await receiver.SubscribeAsync<TMessage>(topic(context), context.RequestAborted).ConfigureAwait(false);
            return Read(stream, context.RequestAborted);
        };

    private static async ValueTask<object?> UnwrapAsync(object? result)
    {
        switch (result)
        {
            case Task task:
                await task.ConfigureAwait(false);
                return task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
            case not null when result.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>):
                return await ((Task<object?>)AwaitValueTaskMethod.MakeGenericMethod(type.GetGenericArguments()[0]).Invoke(null, [result])!).ConfigureAwait(false);
            default:
                return result;
        }
    }

    private static IAsyncEnumerable<object?> ToEvents(object? stream, CancellationToken cancellationToken)
    {
        if (stream is IAsyncEnumerable<object?> events)
        {
            return events;
        }

        foreach (var contract in stream?.GetType().GetInterfaces() ?? [])
        {
            var method = !contract.IsGenericType ? null
                : contract.GetGenericTypeDefinition() == typeof(ISourceStream<>) ? ReadMethod
                : contract.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? BoxMethod
                : null;
            if (method is not null)
            {
                return (IAsyncEnumerable<object?>)method.MakeGenericMethod(contract.GetGenericArguments()[0]).Invoke(null, [stream, cancellationToken])!;
            }
        }

        throw new InvalidOperationException("The source of the subscription is no stream of events.");
    }

    private static async IAsyncEnumerable<object?> Read<T>(ISourceStream<T> stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (stream.ConfigureAwait(false))
        {
            await foreach (var message in stream.ReadEventsAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }

    private static async IAsyncEnumerable<object?> Box<T>(IAsyncEnumerable<T> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return message;
        }
    }

    private static async Task<object?> AwaitValueTask<T>(ValueTask<T> task) => await task.ConfigureAwait(false);
}
