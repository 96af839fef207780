using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution;

/// <summary>Executes requests over one schema.</summary>
public interface IRequestExecutor
{
    Schema Schema { get; }

    /// <summary>Executes a request. Whatever goes wrong is in the result: only the caller's own cancellation throws.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default);
}
