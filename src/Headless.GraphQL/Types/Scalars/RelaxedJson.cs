using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Headless.GraphQL.Types;

/// <summary>JSON values in UTF-8, written without an intermediate writer. Text that is not ASCII goes out as it is: the answer is never embedded in HTML.</summary>
internal static class RelaxedJson
{
    public static readonly JsonSerializerOptions StringOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static void WriteString(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        // Three bytes for each UTF-16 code unit are always enough before escaping.
        var span = output.GetSpan((text.Length * 3) + 2);
        span[0] = (byte)'"';
        Utf8.FromUtf16(text, span[1..], out _, out var length);
        var content = span.Slice(1, length);
        var escape = Encoder.FindFirstCharacterToEncodeUtf8(content);
        if (escape < 0)
        {
            span[length + 1] = (byte)'"';
            output.Advance(length + 2);
            return;
        }

        WriteEscaped(output, content, escape);
    }

    /// <summary>Writes a quoted ASCII text that needs no escaping.</summary>
    public static void WriteQuoted<T>(IBufferWriter<byte> output, T value, int maxLength, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        var span = output.GetSpan(maxLength + 2);
        span[0] = (byte)'"';
        value.TryFormat(span[1..], out var written, format, System.Globalization.CultureInfo.InvariantCulture);
        span[written + 1] = (byte)'"';
        output.Advance(written + 2);
    }

    public static void WriteNumber<T>(IBufferWriter<byte> output, T value, int maxLength = 32, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        var span = output.GetSpan(maxLength);
        value.TryFormat(span, out var written, format, System.Globalization.CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    public static void WriteBoolean(IBufferWriter<byte> output, bool value) => output.Write(value ? "true"u8 : "false"u8);

    public static void WriteElement(IBufferWriter<byte> output, JsonElement value)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = Encoder });
        value.WriteTo(writer);
    }

    /// <summary>The text as a property name with its colon: <c>"name":</c>.</summary>
    public static byte[] PropertyName(string name)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteString(buffer, name);
        buffer.Write(":"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteEscaped(IBufferWriter<byte> output, ReadOnlySpan<byte> content, int firstEscape)
    {
        // The text stands unescaped in the output's own memory, which the next GetSpan may move: keep what is still to be read.
        var source = ArrayPool<byte>.Shared.Rent(content.Length);
        content.CopyTo(source);
        var rest = source.AsSpan(firstEscape, content.Length - firstEscape);
        output.Advance(firstEscape + 1);
        while (true)
        {
            var target = output.GetSpan(Math.Min(rest.Length, 4096) + 64);
            var status = Encoder.EncodeUtf8(rest, target, out var consumed, out var written);
            output.Advance(written);
            rest = rest[consumed..];
            if (status == OperationStatus.Done)
            {
                break;
            }
        }

        output.Write("\""u8);
        ArrayPool<byte>.Shared.Return(source);
    }
}
