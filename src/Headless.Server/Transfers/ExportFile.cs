using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace Headless.Server.Transfers;

/// <summary>Writes rows to a file.</summary>
internal abstract class ExportFile : IAsyncDisposable
{
    public static ExportFile Create(Stream to, TransferFormat format, IReadOnlyList<string> columns) =>
        format == TransferFormat.Csv ? new CsvFile(to, columns) : new JsonFile(to, columns);

    /// <summary>Writes a row: a value for each column.</summary>
    public abstract void Write(IReadOnlyList<JsonElement?> values);

    /// <summary>Hands on what has been written.</summary>
    public abstract Task FlushAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();

    /// <summary>With a byte order mark, by which Excel knows UTF-8. A text that a sheet would compute as a formula gets a ' before it; numbers stay numbers.</summary>
    public static CsvWriter CreateCsv(Stream to, IReadOnlyList<string> columns)
    {
        var csv = CsvWriter.Create(to, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true, NewLine = "\r\n" }, leaveOpen: true);
        csv.WriteHeader([.. columns]);
        return csv;
    }

    private sealed class CsvFile(Stream to, IReadOnlyList<string> columns) : ExportFile
    {
        private readonly CsvWriter _csv = CreateCsv(to, columns);

        public override void Write(IReadOnlyList<JsonElement?> values)
        {
            foreach (var value in values)
            {
                if (value is not { } given)
                {
                    _csv.WriteField(string.Empty);
                }
                else if (given.ValueKind == JsonValueKind.Number)
                {
                    _csv.WriteField(given.GetDecimal(), default);
                }
                else
                {
                    _csv.WriteField(given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText());
                }
            }

            _csv.EndRecord();
        }

        public override Task FlushAsync(CancellationToken ct) => _csv.FlushAsync(ct).AsTask();

        public override ValueTask DisposeAsync() => _csv.DisposeAsync();
    }

    private sealed class JsonFile(Stream to, IReadOnlyList<string> columns) : ExportFile
    {
        private readonly Utf8JsonWriter _json = new(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        public override void Write(IReadOnlyList<JsonElement?> values)
        {
            _json.WriteStartObject();
            for (var index = 0; index < values.Count; index++)
            {
                _json.WritePropertyName(columns[index]);
                if (values[index] is { } value)
                {
                    value.WriteTo(_json);
                }
                else
                {
                    _json.WriteNullValue();
                }
            }

            _json.WriteEndObject();
            _json.Flush();
            to.WriteByte((byte)'\n');
            _json.Reset();
        }

        public override Task FlushAsync(CancellationToken ct) => to.FlushAsync(ct);

        public override ValueTask DisposeAsync() => _json.DisposeAsync();
    }
}
