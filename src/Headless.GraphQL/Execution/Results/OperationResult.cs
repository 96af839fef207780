namespace Headless.GraphQL.Execution;

/// <summary>One answer (specification section 7.1), finished in UTF-8. Dispose it once the bytes are sent: its memory goes back to a pool.</summary>
public sealed class OperationResult : ExecutionResult, IDisposable
{
    private readonly Utf8Buffer _payload;

    internal OperationResult(Utf8Buffer payload, IReadOnlyList<IError> errors, bool isRequestError)
    {
        _payload = payload;
        Errors = errors;
        IsRequestError = isRequestError;
    }

    /// <summary>The JSON text in UTF-8; not to be used after the result was disposed.</summary>
    public ReadOnlyMemory<byte> Payload => _payload.WrittenMemory;

    /// <summary>The errors of the answer, as they are written in it.</summary>
    public IReadOnlyList<IError> Errors { get; }

    /// <summary>Whether nothing was executed or its result thrown away: the answer has no <c>data</c> (specification section 7.1.2, "Request errors").</summary>
    public bool IsRequestError { get; }

    public bool HasErrors => Errors.Count > 0;

    public void Dispose() => _payload.Dispose();

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
