namespace Headless.GraphQL.Execution;

/// <summary>One answer (specification section 7.1), finished in UTF-8. Dispose it once the bytes are sent: its memory goes back to a pool.</summary>
public sealed class OperationResult : ExecutionResult, IDisposable
{
    private readonly Utf8Buffer _payload;
    private int _lengthBeforeExtensions;

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

    /// <summary>The status that an answer over HTTP has to have, whatever it accepts; null: that which the answer's kind has.</summary>
    public int? HttpStatusCode { get; init; }

    /// <summary>What names the event of a subscription to whoever comes back after a break; null where it has no name.</summary>
    public string? EventId { get; internal set; }

    /// <summary>Answers a request that is refused before it runs.</summary>
    public static OperationResult Refused(IError error, int httpStatusCode) => ResultFactory.RequestError([error], httpStatusCode);

    /// <summary>An answer that was given before, byte for byte.</summary>
    public static OperationResult Repeated(ReadOnlySpan<byte> payload) => ResultFactory.Repeated(payload);

    public bool HasErrors => Errors.Count > 0;

    /// <summary>What the answer says beside data and errors (specification section 7.1, "extensions"); null where it says nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; private set; }

    /// <summary>Adds an entry to the extensions of the answer, which stand at its end.</summary>
    /// <param name="name">The entry's name; one of the same name is replaced.</param>
    /// <param name="value">A string, a number, a boolean, null, or lists and dictionaries of those.</param>
    internal void AddExtension(string name, object? value)
    {
        OrderedDictionary<string, object?> extensions = Extensions is null ? [] : new(Extensions);
        extensions[name] = value;
        if (Extensions is null)
        {
            // All but the closing brace.
            _lengthBeforeExtensions = _payload.Length - 1;
        }

        Extensions = extensions;
        _payload.Truncate(_lengthBeforeExtensions);
        _payload.Write(_lengthBeforeExtensions == 1 ? "\"extensions\":"u8 : ",\"extensions\":"u8);
        ErrorWriter.WriteExtensions(_payload, extensions);
        _payload.Write((byte)'}');
    }

    public void Dispose() => _payload.Dispose();

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
