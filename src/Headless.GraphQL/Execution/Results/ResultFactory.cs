using System.Text.Json;

namespace Headless.GraphQL.Execution;

/// <summary>Puts answers together from their parts.</summary>
internal static class ResultFactory
{
    /// <summary>A request error: <c>errors</c> without <c>data</c> (specification section 7.1.2).</summary>
    public static OperationResult RequestError(IReadOnlyList<IError> errors, int? httpStatusCode = null)
    {
        var output = new Utf8Buffer();
        output.Write("{\"errors\":"u8);
        ErrorWriter.WriteErrors(output, errors);
        output.Write((byte)'}');
        return new OperationResult(output, errors, isRequestError: true) { HttpStatusCode = httpStatusCode };
    }

    /// <summary>An answer whose text is known already.</summary>
    public static OperationResult Repeated(ReadOnlySpan<byte> payload)
    {
        var output = new Utf8Buffer();
        output.Write(payload);
        var reader = new Utf8JsonReader(payload);
        using var answer = JsonDocument.ParseValue(ref reader);
        IError[] errors = answer.RootElement.TryGetProperty("errors"u8, out var found) ? [.. found.EnumerateArray().Select(ToError)] : [];
        return new OperationResult(output, errors, isRequestError: !answer.RootElement.TryGetProperty("data"u8, out _));
    }

    private static IError ToError(JsonElement error)
    {
        var builder = ErrorBuilder.New().SetMessage(error.GetProperty("message"u8).GetString()!);
        return error.TryGetProperty("extensions"u8, out var extensions) && extensions.TryGetProperty("code"u8, out var code)
            ? builder.SetCode(code.GetString()).Build()
            : builder.Build();
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
