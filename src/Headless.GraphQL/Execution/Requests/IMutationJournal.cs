namespace Headless.GraphQL.Execution;

/// <summary>Stands around each mutation that is valid and admitted: it may answer it from what it remembers instead of having it run.</summary>
public interface IMutationJournal
{
    /// <summary>Answers the mutation.</summary>
    /// <param name="request">The request, with its services, its extensions and <see cref="OperationRequest.ExecutedDocument"/>.</param>
    /// <param name="execute">Runs the operation; to be called once at most.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    ValueTask<ExecutionResult> ExecuteAsync(
        OperationRequest request, Func<CancellationToken, ValueTask<ExecutionResult>> execute, CancellationToken cancellationToken);
}
