using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace Headless.Server.Transfers;

/// <summary>A file cannot be read on: what was entered before stands.</summary>
internal sealed class ImportFileException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>Reads the rows of a file one after another, whatever its size.</summary>
internal sealed class ImportReading(ImportJob job, IReadOnlyList<ImportColumn> columns, TransferOptions options)
{
    /// <summary>Headers that begin so are ours: what a file of rejected rows adds. They are left out when it comes back.</summary>
    public const char OwnColumn = '#';

    private static readonly JsonDocumentOptions s_json = new() { MaxDepth = 4 };

    private readonly IReadOnlyDictionary<string, string?> _mapping = job.Mapping;

    /// <exception cref="ImportFileException">It cannot be read on.</exception>
    public IAsyncEnumerable<ImportRow> ReadAsync(Stream content, CancellationToken ct) =>
        job.Format == TransferFormat.Csv ? ReadCsvAsync(content, ct) : ReadJsonAsync(content, ct);

    private async IAsyncEnumerable<ImportRow> ReadCsvAsync(Stream content, [EnumeratorCancellation] CancellationToken ct)
    {
        using var text = Open(content);
        await using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            TrimWhitespace = true,
            AllowLineBreaksInQuotes = true,
            MaxRecordSize = options.MaxRowSize,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        });
        if (!await MoveAsync(csv, 0, ct))
        {
            throw new ImportFileException("COLUMNS_UNKNOWN", $"The file is empty: its first line has to name the columns, such as {string.Join(",", columns.Take(3).Select(c => c.Name))}.");
        }

        var names = ReadHeader(csv);
        for (var number = 1L; await MoveAsync(csv, number, ct); number++)
        {
            RequireFew(number);
            yield return ReadRow(csv, names, number);
        }
    }

    private async Task<bool> MoveAsync(CsvReader csv, long number, CancellationToken ct)
    {
        try
        {
            return await csv.ReadAsync(ct);
        }
        catch (CsvFormatException exception)
        {
            throw new ImportFileException(
                "FILE_MALFORMED", $"{(number == 0 ? "The header" : $"Row {number}")} cannot be read: {exception.Message} A row has at most {options.MaxRowSize} bytes; a quotation mark inside quotation marks is written twice.");
        }
        catch (DecoderFallbackException)
        {
            throw WrongEncoding(number);
        }
    }

    private static ImportRow ReadRow(CsvReader csv, string?[] names, long number)
    {
        var values = new Dictionary<string, string>(names.Length, StringComparer.Ordinal);
        for (var index = 0; index < Math.Min(names.Length, csv.FieldCount); index++)
        {
            if (names[index] is { } name && Cleaned(csv.GetString(index)) is { } value)
            {
                values[name] = value;
            }
        }

        return new ImportRow(number, values, csv.FieldCount == names.Length ? null : new RowException(
            "WRONG_FIELD_COUNT", $"The row has {csv.FieldCount} fields, the header {names.Length}: write fields with a separator in them in quotation marks.", null));
    }

    /// <summary>An empty field says nothing. What an export put before a formula, so that no sheet computes it, is not part of the value.</summary>
    private static string? Cleaned(string field) =>
        field.Length == 0 ? null
        : field.Length > 1 && field[0] == '\'' && field[1] is '=' or '+' or '-' or '@' or '\t' or '\r' ? field[1..]
        : field;

    private string?[] ReadHeader(CsvReader csv)
    {
        if (csv.FieldCount > options.MaxColumns)
        {
            throw new ImportFileException("TOO_MANY_COLUMNS", $"The file has {csv.FieldCount} columns: at most {options.MaxColumns} are taken.");
        }

        var headers = new string[csv.FieldCount];
        for (var index = 0; index < headers.Length; index++)
        {
            headers[index] = csv.GetString(index);
        }

        var names = Array.ConvertAll(headers, header => NameOf(header) is { IsKnown: true } known ? known.Name : throw Unknown(header));
        if (names.OfType<string>().GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ImportFileException("COLUMNS_UNKNOWN", $"Two columns are '{twice.Key}': leave one out.");
        }

        if (columns.FirstOrDefault(column => column.IsRequired && !names.Contains(column.Name)) is { } missing)
        {
            throw new ImportFileException("COLUMNS_UNKNOWN", $"There is no column '{missing.Name}', which every row needs: {missing.Description} If it has another header, give it in 'mapping'.");
        }

        return names;
    }

    /// <summary>What a header means; a name of null: the column is left out.</summary>
    private (bool IsKnown, string? Name) NameOf(string header)
    {
        if (_mapping.TryGetValue(header, out var mapped))
        {
            return (true, mapped);
        }

        return header.StartsWith(OwnColumn) ? (true, null)
            : columns.FirstOrDefault(column => string.Equals(column.Name, header, StringComparison.OrdinalIgnoreCase)) is { } column ? (true, column.Name)
            : (false, null);
    }

    private ImportFileException Unknown(string header) => new(
        "COLUMNS_UNKNOWN",
        $"'{(header.Length > 100 ? header[..100] + "…" : header)}' is no column of these rows: {string.Join(", ", columns.Select(column => column.Name))}. Say in 'mapping' what it is, or that it is left out.");

    private async IAsyncEnumerable<ImportRow> ReadJsonAsync(Stream content, [EnumeratorCancellation] CancellationToken ct)
    {
        using var text = Open(content);
        var (line, number) = (new StringBuilder(), 0L);
        var buffer = new char[1 << 14];
        while (true)
        {
            int read;
            try
            {
                read = await text.ReadAsync(buffer, ct);
            }
            catch (DecoderFallbackException)
            {
                throw WrongEncoding(number + 1);
            }

            for (var start = 0; start < read;)
            {
                var end = Array.IndexOf(buffer, '\n', start, read - start);
                line.Append(buffer, start, (end < 0 ? read : end) - start);
                if (line.Length > options.MaxRowSize)
                {
                    throw new ImportFileException("FILE_MALFORMED", $"Row {number + 1} has more than {options.MaxRowSize} characters: each row is one JSON object on a line of its own.");
                }

                if (end < 0)
                {
                    break;
                }

                start = end + 1;
                if (Take() is { } row)
                {
                    yield return row;
                }
            }

            if (read == 0)
            {
                if (Take() is { } last)
                {
                    yield return last;
                }

                yield break;
            }
        }

        ImportRow? Take()
        {
            var said = line.ToString().Trim();
            line.Clear();
            if (said.Length == 0)
            {
                return null;
            }

            RequireFew(++number);
            return ReadObject(said, number);
        }
    }

    private ImportRow ReadObject(string line, long number)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(line, s_json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Refused("INVALID_JSON", "A row is a JSON object: {\"name\": \"value\"}.", null);
            }

            foreach (var member in document.RootElement.EnumerateObject())
            {
                var (isKnown, name) = NameOf(member.Name);
                if (!isKnown)
                {
                    return Refused("UNKNOWN_COLUMN", Unknown(member.Name).Message, null);
                }

                var text = member.Value.ValueKind switch
                {
                    JsonValueKind.String => member.Value.GetString(),
                    JsonValueKind.Null => null,
                    JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.Value.GetRawText(),
                    _ => throw new JsonException($"'{member.Name}' is an object or a list: a value is a text, a number, true, false or null."),
                };
                if (name is not null && !string.IsNullOrWhiteSpace(text) && !values.TryAdd(name, text.Trim()))
                {
                    return Refused("INVALID_JSON", $"'{member.Name}' is there twice.", name);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Refused("INVALID_JSON", exception.Message, null);
        }

        return new ImportRow(number, values);

        ImportRow Refused(string code, string message, string? field) => new(number, values, new RowException(code, message, field));
    }

    private StreamReader Open(Stream content) =>
        new(content, TransferIntake.DecoderOf(job.Encoding!.Value), detectEncodingFromByteOrderMarks: job.Encoding == TextEncoding.Utf16, bufferSize: 1 << 16, leaveOpen: true);

    private void RequireFew(long number)
    {
        if (number > options.MaxRows)
        {
            throw new ImportFileException("TOO_MANY_ROWS", $"A file has at most {options.MaxRows} rows: divide it. The rows before were dealt with.");
        }
    }

    private static ImportFileException WrongEncoding(long number) => new(
        "IMPORT_ENCODING_UNKNOWN", $"At about row {number} the file is not written as its beginning is: save it as CSV (UTF-8).");
}
