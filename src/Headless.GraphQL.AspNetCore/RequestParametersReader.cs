using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Headless.GraphQL.AspNetCore;

/// <summary>
/// Reads request parameters from JSON: a POST's body or the payload of a <c>subscribe</c> message. Properties that it does not
/// know are ignored; of a property that is given twice the last one counts.
/// </summary>
internal static class RequestParametersReader
{
    /// <summary>Reads one JSON object.</summary>
    /// <exception cref="InvalidRequestException">It is not UTF-8, not JSON, too deep, not an object, or a parameter has the wrong type.</exception>
    public static RequestParameters Read(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (!Utf8.IsValid(json))
        {
            throw new InvalidRequestException("The request is not valid UTF-8.");
        }

        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
            if (!reader.Read())
            {
                throw new InvalidRequestException("The request is empty.");
            }

            var parameters = ReadObject(ref reader, hasEscapes: json.IndexOf("\\u"u8) >= 0);
            if (reader.Read())
            {
                throw new InvalidRequestException("The request holds more than one JSON value.");
            }

            return parameters;
        }
        catch (JsonException exception)
        {
            throw new InvalidRequestException($"The request is not valid JSON: {Describe(exception)}");
        }
    }

    /// <summary>Reads the object that the reader stands on and leaves the reader on its end.</summary>
    /// <exception cref="InvalidRequestException">It is not an object, or a parameter has the wrong type.</exception>
    /// <exception cref="JsonException">It is not JSON, or too deep.</exception>
    public static RequestParameters ReadObject(ref Utf8JsonReader reader, bool hasEscapes)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            throw new InvalidRequestException("Batches of requests are not supported: send one JSON object.");
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InvalidRequestException("The request must be a JSON object.");
        }

        var parameters = new RequestParameters();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("query"u8))
            {
                reader.Read();
                parameters.Query = ReadUtf8(ref reader, "query");
            }
            else if (reader.ValueTextEquals("operationName"u8))
            {
                reader.Read();
                parameters.OperationName = ReadString(ref reader, "operationName");
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                reader.Read();
                parameters.Variables = ReadMap(ref reader, "variables", hasEscapes);
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                reader.Read();
                parameters.Extensions = ReadMap(ref reader, "extensions", hasEscapes);
            }
            else if (reader.ValueTextEquals("documentId"u8))
            {
                reader.Read();
                parameters.DocumentId = ReadString(ref reader, "documentId") ?? parameters.DocumentId;
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                parameters.DocumentId ??= ReadString(ref reader, "id");
            }
            else
            {
                reader.Skip();
            }
        }

        return parameters;
    }

    /// <summary>Reads a JSON object that came as text, as <c>variables</c> and <c>extensions</c> do in a URL.</summary>
    /// <exception cref="InvalidRequestException">It is not a JSON object.</exception>
    public static JsonElement ReadMap(string json, string name, int maxDepth)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = maxDepth });
            reader.Read();
            var map = ReadMap(ref reader, name, hasEscapes: json.Contains("\\u", StringComparison.Ordinal));
            return reader.Read() ? throw WrongType(name, "a JSON object") : map;
        }
        catch (JsonException exception)
        {
            throw new InvalidRequestException($"The parameter \"{name}\" is not valid JSON: {Describe(exception)}");
        }
    }

    private static JsonElement ReadMap(ref Utf8JsonReader reader, string name, bool hasEscapes)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.StartObject:
                if (hasEscapes)
                {
                    EnsureText(reader, name);
                }

                return JsonElement.ParseValue(ref reader);
            default:
                throw WrongType(name, "a JSON object");
        }
    }

    private static string? ReadString(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String when reader.ValueIsEscaped => Encoding.UTF8.GetString(ReadUtf8(ref reader, name)!),
        JsonTokenType.String => reader.GetString(),
        _ => throw WrongType(name, "a string"),
    };

    private static byte[]? ReadUtf8(ref Utf8JsonReader reader, string name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String when !reader.ValueIsEscaped:
                return reader.ValueSpan.ToArray();
            case JsonTokenType.String:
                var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
                try
                {
                    return buffer.AsSpan(0, reader.CopyString(buffer)).ToArray();
                }
                catch (InvalidOperationException)
                {
                    throw NotUnicode(name);
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }

            default:
                throw WrongType(name, "a string");
        }
    }

    /// <summary>
    /// Refuses half a surrogate pair (<c>"\ud83d"</c>) anywhere in the value: JSON allows it, but no string of ours can hold it,
    /// and it would surface as a failure deep inside a resolver. Takes a copy of the reader: nothing is consumed.
    /// </summary>
    private static void EnsureText(Utf8JsonReader reader, string name)
    {
        var depth = reader.CurrentDepth;
        var buffer = Array.Empty<byte>();
        try
        {
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
                {
                    continue;
                }

                if (buffer.Length < reader.ValueSpan.Length)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
                }

                reader.CopyString(buffer);
            }
        }
        catch (InvalidOperationException)
        {
            throw NotUnicode(name);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static InvalidRequestException WrongType(string name, string expected)
        => new($"The parameter \"{name}\" must be {expected}.");

    private static InvalidRequestException NotUnicode(string name)
        => new($"The parameter \"{name}\" holds half of a surrogate pair.");

    // JsonException's message repeats the position and, for properties, user text of any length: the position is enough.
    private static string Describe(JsonException exception)
        => $"line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}.";
}
