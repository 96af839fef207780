using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Execution.Subscriptions;

/// <summary>
/// Answers to events that several subscribers get: the first of them that comes to the event has it executed, the others wait for that. An answer with errors is
/// nobody's but the one's whose execution failed: each then executes for itself.
/// </summary>
internal sealed class SharedEvents
{
    /// <summary>As long as somebody holds the event.</summary>
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<Subscribers, Lazy<Task<Answer?>>>> _events = [];

    public async ValueTask<OperationResult> GetAsync(object message, Subscribers subscribers, Func<CancellationToken, ValueTask<OperationResult>> execute, CancellationToken cancellationToken)
    {
        // It is not cancelled when the subscriber goes who happened to be first.
        var answer = await _events.GetOrCreateValue(message)
            .GetOrAdd(subscribers, static (_, execute) => new Lazy<Task<Answer?>>(() => Task.Run(() => ExecuteAsync(execute))), execute)
            .Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        return answer is null ? await execute(cancellationToken).ConfigureAwait(false) : answer.ToResult();
    }

    private static async Task<Answer?> ExecuteAsync(Func<CancellationToken, ValueTask<OperationResult>> execute)
    {
        try
        {
            using var result = await execute(CancellationToken.None).ConfigureAwait(false);
            return result.HasErrors || result.Extensions is not null ? null : new Answer(result.Payload.ToArray(), result.EventId);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Those who get the same answer.</summary>
    /// <param name="Plan">Their operation.</param>
    /// <param name="Variables">The text of their variables.</param>
    /// <param name="Audience">What <see cref="IEventAudience"/> says of them.</param>
    internal readonly record struct Subscribers(OperationPlan Plan, string Variables, object Audience);

    private sealed record Answer(byte[] Payload, string? EventId)
    {
        public OperationResult ToResult()
        {
            var output = new Utf8Buffer();
            output.Write(Payload);
            return new OperationResult(output, [], isRequestError: false) { EventId = EventId };
        }
    }
}
