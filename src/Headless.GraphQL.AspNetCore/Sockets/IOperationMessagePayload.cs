using System.Text.Json;

namespace Headless.GraphQL.AspNetCore;

/// <summary>The payload of a message from the client, such as the credentials in <c>connection_init</c>.</summary>
public interface IOperationMessagePayload
{
    /// <summary>The JSON object; null when the message had none.</summary>
    JsonElement? Payload { get; }

    /// <summary>Reads the payload; null when the message had none or it does not fit.</summary>
    T? As<T>()
        where T : class;
}
