namespace Headless.GraphQL.Execution;

/// <summary>Puts answers together from their parts.</summary>
internal static class ResultFactory
{
    /// <summary>A request error: <c>errors</c> without <c>data</c> (specification section 7.1.2).</summary>
    public static OperationResult RequestError(IReadOnlyList<IError> errors)
    {
        var output = new Utf8Buffer();
        output.Write("{\"errors\":"u8);
        ErrorWriter.WriteErrors(output, errors);
        output.Write((byte)'}');
        return new OperationResult(output, errors, isRequestError: true);
    }

    /// <summary>An answer to a request that was not to be executed: neither data nor errors, only the extensions that are added to it.</summary>
    public static OperationResult NotExecuted()
    {
        var output = new Utf8Buffer();
        output.Write("{}"u8);
        return new OperationResult(output, [], isRequestError: false);
    }

    /// <summary>Completes an answer whose data, with the property name before it, is already in the buffer; takes the buffer over.</summary>
    public static OperationResult Data(Utf8Buffer data, IReadOnlyList<IError> errors)
    {
        data.Write((byte)'}');
        if (errors.Count == 0)
        {
            return new OperationResult(data, errors, isRequestError: false);
        }

        var output = new Utf8Buffer();
        output.Write("{\"errors\":"u8);
        ErrorWriter.WriteErrors(output, errors);
        output.Write((byte)',');
        output.Write(data.WrittenSpan[1..]);
        data.Dispose();
        return new OperationResult(output, errors, isRequestError: false);
    }
}
