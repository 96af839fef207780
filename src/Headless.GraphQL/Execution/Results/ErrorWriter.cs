using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution;

/// <summary>Writes errors as the response has them: message, locations, path and extensions (specification section 7.1.2).</summary>
internal static class ErrorWriter
{
    private const int MaxExtensionDepth = 16;

    /// <summary>A time as the scalar <c>DateTime</c> has it: UTC.</summary>
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static void WriteErrors(Utf8Buffer output, IReadOnlyList<IError> errors)
    {
        output.Write((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
            {
                output.Write((byte)',');
            }

            WriteError(output, errors[i]);
        }

        output.Write((byte)']');
    }

    /// <summary>Writes the extensions of an error or of an answer: an object.</summary>
    public static void WriteExtensions(Utf8Buffer output, IReadOnlyDictionary<string, object?> extensions) => WriteObject(output, extensions, 0);

    private static void WriteError(Utf8Buffer output, IError error)
    {
        output.Write("{\"message\":"u8);
        RelaxedJson.WriteString(output, error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            output.Write(",\"locations\":["u8);
            for (var i = 0; i < locations.Count; i++)
            {
                output.Write(i == 0 ? "{\"line\":"u8 : ",{\"line\":"u8);
                RelaxedJson.WriteNumber(output, locations[i].Line);
                output.Write(",\"column\":"u8);
                RelaxedJson.WriteNumber(output, locations[i].Column);
                output.Write((byte)'}');
            }

            output.Write((byte)']');
        }

        if (error.Path is { } path)
        {
            output.Write(",\"path\":["u8);
            for (var i = 0; i < path.Count; i++)
            {
                if (i > 0)
                {
                    output.Write((byte)',');
                }

                WriteValue(output, path[i], 0);
            }

            output.Write((byte)']');
        }

        if (error.Extensions is { Count: > 0 } extensions)
        {
            output.Write(",\"extensions\":"u8);
            WriteExtensions(output, extensions);
        }

        output.Write((byte)'}');
    }

    private static void WriteObject(Utf8Buffer output, IEnumerable<KeyValuePair<string, object?>> values, int depth)
    {
        var first = true;
        foreach (var (key, value) in values)
        {
            output.Write(first ? (byte)'{' : (byte)',');
            first = false;
            RelaxedJson.WriteString(output, key);
            output.Write((byte)':');
            WriteValue(output, value, depth + 1);
        }

        output.Write(first ? "{}"u8 : "}"u8);
    }

    private static void WriteValue(Utf8Buffer output, object? value, int depth)
    {
        switch (value)
        {
            case null:
                output.Write("null"u8);
                break;
            case string text:
                RelaxedJson.WriteString(output, text);
                break;
            case bool boolean:
                RelaxedJson.WriteBoolean(output, boolean);
                break;
            case int number:
                RelaxedJson.WriteNumber(output, number);
                break;
            case long number:
                RelaxedJson.WriteNumber(output, number);
                break;
            case double number when double.IsFinite(number):
                RelaxedJson.WriteNumber(output, number);
                break;
            case decimal number:
                RelaxedJson.WriteNumber(output, number);
                break;
            case JsonElement { ValueKind: not JsonValueKind.Undefined } element:
                RelaxedJson.WriteElement(output, element);
                break;
            case IEnumerable<KeyValuePair<string, object?>> values when depth < MaxExtensionDepth:
                WriteObject(output, values, depth);
                break;
            case IEnumerable values when depth < MaxExtensionDepth:
                output.Write((byte)'[');
                var first = true;
                foreach (var item in values)
                {
                    if (!first)
                    {
                        output.Write((byte)',');
                    }

                    first = false;
                    WriteValue(output, item, depth + 1);
                }

                output.Write((byte)']');
                break;
            case DateTimeOffset time:
                RelaxedJson.WriteString(output, time.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                RelaxedJson.WriteString(output, (time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time).ToString(Time, CultureInfo.InvariantCulture));
                break;
            case IFormattable formattable:
                RelaxedJson.WriteString(output, formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                RelaxedJson.WriteString(output, value.ToString() ?? "");
                break;
        }
    }
}
