namespace Headless.GraphQL.Execution.Processing;

/// <summary>Stands in for the value of a field whose resolver or step failed.</summary>
internal sealed class FieldFailure(Exception exception)
{
    public Exception Exception { get; } = exception;
}
