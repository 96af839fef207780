using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using Headless.Community.Ingestion;

namespace Headless.Community.Import;

/// <summary>
/// Purchases, one to a line, in columns that <see cref="OrderColumns"/> describes. A row without an id of its own is known by its
/// columns and by how many rows of the file before it say the same: the same file has the same ids every time.
/// </summary>
internal sealed partial class OrderLineParser : ILineParser
{
    private static readonly string[] s_defaultColumns = ["customer", "date", "quantity", "amount"];
    private static readonly string[] s_neededColumns = ["customer", "date", "amount"];

    private readonly GroupReference? _group;
    private readonly Platform _platform;
    private readonly TimeZoneInfo _timeZone;
    private readonly OrderColumns _layout;
    private readonly Dictionary<Int128, int> _seen = [];
    private bool _hasBegun;
    private CsvReaderOptions _csv = CsvReaderOptions.Default;
    private bool _isBlankSeparated;
    private IReadOnlyList<string> _columns = [];

    public OrderLineParser(OrderColumns layout, long? groupId, Platform platform, TimeZoneInfo timeZone)
    {
        _group = groupId is { } id ? new GroupReference(id) : null;
        (_layout, _platform, _timeZone) = (layout, platform, timeZone);
        if (layout.Names is { } names)
        {
            _columns = RequireNeeded([.. names.Select(name => name.Trim().ToLowerInvariant())]);
        }
    }

    public ParsedLine Parse(TextLine line)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            if (BeginWith(line.Text))
            {
                return ParsedLine.Ignored("header");
            }
        }

        if (Split(line.Text) is not { } fields)
        {
            return Unrecognised("The quotation marks do not match.");
        }

        var columns = Read(fields);
        if (fields.Length < _columns.Count)
        {
            return Unrecognised($"{_columns.Count} columns are needed, {fields.Length} are there.");
        }

        if (!DateTime.TryParseExact(columns["date"], _layout.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Unrecognised($"'{columns["date"]}' is not a date in the format {_layout.DateFormat}.");
        }

        if (!decimal.TryParse(columns["amount"], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            return Unrecognised($"'{columns["amount"]}' is not an amount.");
        }

        var quantity = 1;
        if (columns.TryGetValue("quantity", out var pieces) && !int.TryParse(pieces, NumberStyles.None, CultureInfo.InvariantCulture, out quantity))
        {
            return Unrecognised($"'{pieces}' is not a number of pieces.");
        }

        var status = OrderStatus.Paid;
        if (columns.TryGetValue("status", out var state) && !Enum.TryParse(state, ignoreCase: true, out status))
        {
            return Unrecognised($"'{state}' is not PAID, REFUNDED or CANCELLED.");
        }

        return ParsedLine.Activity("order", new ActivityInput
        {
            Kind = ActivityInputKind.Order,
            ExternalId = columns.TryGetValue("id", out var id) ? id : IdOf(fields),
            OccurredAt = At(date),
            Group = _group,
            Member = new IdentityReference(_platform, columns["customer"], columns.GetValueOrDefault("name")),
            Amount = amount,
            Currency = columns.GetValueOrDefault("currency", _layout.Currency),
            Quantity = quantity,
            Status = status,
        });
    }

    private static ParsedLine Unrecognised(string reason) => ParsedLine.Rejected(ImportErrorCodes.UnrecognisedLine, reason);

    /// <summary>Finds out how the file is laid out from its first line; true if that names the columns.</summary>
    private bool BeginWith(string first)
    {
        char? separator = _layout.Separator is ' ' ? null
            : _layout.Separator ?? (first.AsSpan().IndexOfAny("\t;,") < 0 ? null : first.Contains('\t') ? '\t' : first.Contains(';') ? ';' : ',');
        _isBlankSeparated = separator is null;
        _csv = new CsvReaderOptions
        {
            Separator = separator ?? ' ',
            HasHeader = false,
            TrimWhitespace = true,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            BufferSize = 1024,
        };
        var names = Split(first)?.Select(name => name.ToLowerInvariant()).ToArray() ?? [];
        var isHeader = s_neededColumns.All(names.Contains);
        if (_columns.Count == 0)
        {
            _columns = isHeader ? names : s_defaultColumns;
        }

        return isHeader;
    }

    private static IReadOnlyList<string> RequireNeeded(IReadOnlyList<string> names) =>
        s_neededColumns.FirstOrDefault(needed => !names.Contains(needed)) is { } missing
            ? throw new ImportException(ImportErrorCodes.ColumnsUnknown, $"The columns {string.Join(", ", names)} lack {missing}.")
            : names;

    /// <remarks>A line is read by itself: a quotation mark that is never closed spoils one row and not the rest of the file.</remarks>
    private string[]? Split(string line)
    {
        if (_isBlankSeparated)
        {
            line = Blanks().Replace(line.Trim(), " ");
        }

        try
        {
            using var reader = CsvReader.FromText(line, _csv);
            if (!reader.Read())
            {
                return null;
            }

            var fields = new string[reader.FieldCount];
            for (var index = 0; index < fields.Length; index++)
            {
                fields[index] = reader.GetString(index);
            }

            return fields;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    private Dictionary<string, string> Read(string[] fields)
    {
        var columns = new Dictionary<string, string>(_columns.Count, StringComparer.Ordinal);
        for (var index = 0; index < Math.Min(_columns.Count, fields.Length); index++)
        {
            columns[_columns[index]] = fields[index];
        }

        return columns;
    }

    private string IdOf(string[] fields)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\t', fields)), hash);
        var key = System.Buffers.Binary.BinaryPrimitives.ReadInt128BigEndian(hash);
        var occurrence = _seen.GetValueOrDefault(key) + 1;
        _seen[key] = occurrence;
        return $"{Convert.ToHexStringLower(hash[..16])}:{occurrence}";
    }

    private DateTimeOffset At(DateTime local)
    {
        while (_timeZone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, _timeZone.GetUtcOffset(local));
    }

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Blanks();
}
