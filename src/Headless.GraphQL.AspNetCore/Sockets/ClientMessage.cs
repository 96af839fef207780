using System.Text.Json;
using System.Text.Unicode;

namespace Headless.GraphQL.AspNetCore.Sockets;

internal enum ClientMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}

/// <summary>A message from the client (graphql-transport-ws, "Message types"), checked.</summary>
internal sealed class ClientMessage : IOperationMessagePayload
{
    private ClientMessage(ClientMessageType type, string? id, JsonElement? payload, RequestParameters? request)
    {
        Type = type;
        Id = id;
        Payload = payload;
        Request = request;
    }

    public ClientMessageType Type { get; }

    /// <summary>The operation's id: of <c>subscribe</c> and <c>complete</c>.</summary>
    public string? Id { get; }

    /// <summary>The payload of <c>connection_init</c>, <c>ping</c> and <c>pong</c>.</summary>
    public JsonElement? Payload { get; }

    /// <summary>The payload of <c>subscribe</c>.</summary>
    public RequestParameters? Request { get; }

    public T? As<T>()
        where T : class
    {
        try
        {
            return Payload?.Deserialize<T>(JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidRequestException">It is not one that the protocol lets a client send.</exception>
    public static ClientMessage Read(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (!Utf8.IsValid(json))
        {
            throw Invalid();
        }

        try
        {
            return ReadObject(json, maxDepth);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape in a string is half of a surrogate pair.
            throw Invalid();
        }
    }

    private static ClientMessage ReadObject(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Invalid();
        }

        ClientMessageType? type = null;
        string? id = null;
        var payload = default(ReadOnlySpan<byte>);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = ReadType(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw Invalid();
            }
            else if (reader.ValueTextEquals("payload"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                var isNull = reader.TokenType == JsonTokenType.Null;
                reader.Skip();
                payload = isNull ? default : json[start..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Skip();
            }
        }

        if (reader.Read())
        {
            throw Invalid();
        }

        return type switch
        {
            ClientMessageType.Subscribe => new(ClientMessageType.Subscribe, NotEmpty(id), null, ReadRequest(payload, maxDepth)),
            ClientMessageType.Complete => new(ClientMessageType.Complete, NotEmpty(id), null, null),
            { } other => new(other, null, ReadPayload(payload, maxDepth), null),
            null => throw Invalid(),
        };
    }

    private static ClientMessageType ReadType(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String ? throw Invalid()
            : reader.ValueTextEquals("subscribe"u8) ? ClientMessageType.Subscribe
            : reader.ValueTextEquals("complete"u8) ? ClientMessageType.Complete
            : reader.ValueTextEquals("ping"u8) ? ClientMessageType.Ping
            : reader.ValueTextEquals("pong"u8) ? ClientMessageType.Pong
            : reader.ValueTextEquals("connection_init"u8) ? ClientMessageType.ConnectionInit
            : throw Invalid();

    private static string NotEmpty(string? id) => string.IsNullOrEmpty(id) ? throw Invalid() : id;

    private static RequestParameters ReadRequest(ReadOnlySpan<byte> payload, int maxDepth)
    {
        if (payload.IsEmpty)
        {
            throw Invalid();
        }

        var request = RequestParametersReader.Read(payload, maxDepth);
        return request.HasDocument ? request : throw Invalid();
    }

    private static JsonElement? ReadPayload(ReadOnlySpan<byte> payload, int maxDepth)
    {
        if (payload.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = maxDepth });
        var value = JsonElement.ParseValue(ref reader);
        return value.ValueKind == JsonValueKind.Object ? value : throw Invalid();
    }

    private static InvalidRequestException Invalid() => new("Invalid message received");
}
