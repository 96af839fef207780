#if IN_TREE_ENGINE
using Headless.GraphQL.Execution;
using Headless.Server.Access;
using Headless.Server.Delivery;

namespace Headless.Server.Hosting;

/// <summary>The documents of webhooks, by the executor that serves subscribers.</summary>
internal sealed class EventDocuments(IRequestExecutorResolver executors, IServiceScopeFactory scopes) : IEventDocuments
{
    public async Task<IReadOnlyList<string>> CheckAsync(string document, Caller caller, CancellationToken cancellationToken)
    {
        using var acting = ActingCaller.Begin(caller);
        await using var scope = scopes.CreateAsyncScope();
        await using var result = await RunAsync(document, [], scope.ServiceProvider, isTrusted: false, cancellationToken);
        if (result is OperationResult refused)
        {
            return [.. refused.Errors.Select(Describe)];
        }

        // Without an activity the source ends at once; it fails where the arguments do.
        await foreach (var answer in ((ResponseStream)result).WithCancellation(cancellationToken))
        {
            using (answer)
            {
                return [.. answer.Errors.Select(Describe)];
            }
        }

        return [];
    }

    public async Task<ReadOnlyMemory<byte>?> ExecuteAsync(string document, Activity activity, Caller caller, CancellationToken cancellationToken)
    {
        using var acting = ActingCaller.Begin(caller);
        await using var scope = scopes.CreateAsyncScope();
        await using var result = await RunAsync(document, [activity], scope.ServiceProvider, isTrusted: true, cancellationToken);
        if (result is OperationResult refused)
        {
            return refused.Payload.ToArray();
        }

        await foreach (var answer in ((ResponseStream)result).WithCancellation(cancellationToken))
        {
            using (answer)
            {
                return answer.Payload.ToArray();
            }
        }

        return null;
    }

    private async Task<ExecutionResult> RunAsync(
        string document, IReadOnlyList<Activity> activities, IServiceProvider services, bool isTrusted, CancellationToken cancellationToken)
    {
        var executor = await executors.GetRequestExecutorAsync(cancellationToken: cancellationToken);
        var request = OperationRequestBuilder.New()
            .SetDocument(document)
            .SetServices(services)
            .SetAllowedOperations(AllowedOperations.Subscription)
            .SetGlobalState(IEventDocuments.DeliveredActivities, activities);
        return await executor.ExecuteAsync(isTrusted ? request.MarkAsTrusted().Build() : request.Build(), cancellationToken);
    }

    private static string Describe(IError error) => error.Code switch
    {
        "OPERATION_NOT_ALLOWED" => "The document has to be a subscription, such as: subscription { onActivity { id kind } }",
        _ when error.Locations is { Count: > 0 } locations => $"Line {locations[0].Line}, column {locations[0].Column}: {error.Message}",
        _ => error.Message,
    };
}
#endif
