namespace Headless.GraphQL.Execution;

/// <summary>The outcome of a request: an <see cref="OperationResult"/>, or for a subscription whose source stream was created a <see cref="ResponseStream"/>.</summary>
public abstract class ExecutionResult : IAsyncDisposable
{
    private protected ExecutionResult()
    {
    }

    public abstract ValueTask DisposeAsync();
}
