using System.Buffers;
using System.Text.Json;

namespace Headless.GraphQL.AspNetCore.Sockets;

/// <summary>Writes messages to the client (graphql-transport-ws, "Message types").</summary>
internal static class ServerMessage
{
    private static readonly JsonWriterOptions s_options = new() { SkipValidation = true };

    public static byte[] Ping { get; } = """{"type":"ping"}"""u8.ToArray();

    public static byte[] ConnectionAck(IReadOnlyDictionary<string, object?>? payload)
        => WithPayload("connection_ack", payload is null ? default : JsonSerializer.SerializeToElement(payload));

    /// <summary>The answer to a ping, with the ping's own payload.</summary>
    public static byte[] Pong(JsonElement? payload) => WithPayload("pong", payload ?? default);

    /// <summary>The <c>"id"</c> as it stands in every message of an operation.</summary>
    public static byte[] EncodeId(string id) => JsonSerializer.SerializeToUtf8Bytes(id);

    public static void WriteNext(IBufferWriter<byte> output, ReadOnlySpan<byte> encodedId, ReadOnlySpan<byte> result)
    {
        WriteHead(output, encodedId);
        output.Write("""next","payload":"""u8);
        output.Write(result);
        output.Write("}"u8);
    }

    /// <summary>Writes <c>error</c> with the errors of a response that has no data.</summary>
    public static void WriteError(IBufferWriter<byte> output, ReadOnlySpan<byte> encodedId, ReadOnlySpan<byte> response)
    {
        WriteHead(output, encodedId);
        output.Write("""error","payload":"""u8);
        output.Write(FindErrors(response));
        output.Write("}"u8);
    }

    public static void WriteComplete(IBufferWriter<byte> output, ReadOnlySpan<byte> encodedId)
    {
        WriteHead(output, encodedId);
        output.Write("complete\"}"u8);
    }

    private static void WriteHead(IBufferWriter<byte> output, ReadOnlySpan<byte> encodedId)
    {
        output.Write("""{"id":"""u8);
        output.Write(encodedId);
        output.Write(""","type":" """u8[..^1]);
    }

    private static ReadOnlySpan<byte> FindErrors(ReadOnlySpan<byte> response)
    {
        var reader = new Utf8JsonReader(response);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("errors"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (found)
            {
                return response[start..(int)reader.BytesConsumed];
            }
        }

        return "[]"u8;
    }

    private static byte[] WithPayload(string type, JsonElement payload)
    {
        var output = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(output, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            if (payload.ValueKind != JsonValueKind.Undefined)
            {
                writer.WritePropertyName("payload");
                payload.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
