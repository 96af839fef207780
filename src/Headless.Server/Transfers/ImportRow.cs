using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Headless.Server.Transfers;

/// <summary>A column that rows of an import may have.</summary>
[GraphQLDescription("A column that rows of an import may have.")]
public sealed record ImportColumn(
    [property: GraphQLDescription("What its header says, or the member of a JSON object; capitals do not matter.")] string Name,
    [property: GraphQLDescription("Whether every row needs a value in it.")] bool IsRequired,
    [property: GraphQLDescription("What stands in it.")] string Description);

/// <summary>A row says something that cannot be.</summary>
internal sealed class RowException(string code, string message, string? field) : Exception(message)
{
    public string Code { get; } = code;

    public string? Field { get; } = field;
}

/// <summary>A row of a file, by the names of its columns.</summary>
/// <param name="number">Its place among the rows, from 1.</param>
/// <param name="values">What stands in the columns that have something.</param>
/// <param name="fault">What is wrong with it before anybody looks at its values.</param>
internal sealed class ImportRow(long number, IReadOnlyDictionary<string, string> values, RowException? fault = null)
{
    private const int KeptOfValue = 100;

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] s_dates = ["yyyy-MM-dd", "yyyy/M/d", "yyyy-M-d", "yyyyMMdd"];

    private static readonly string[] s_times =
    [
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss",
    ];

    private static readonly string[] s_offsetTimes = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:sszzz"];

    public long Number { get; } = number;

    public IReadOnlyDictionary<string, string> Values { get; } = values;

    public RowException? Fault { get; } = fault;

    /// <summary>What stands in a column; null where nothing does.</summary>
    public string? Text(string column) => Values.GetValueOrDefault(column);

    /// <exception cref="RowException">Nothing does.</exception>
    public string Required(string column) => Text(column) ?? throw new RowException("MISSING_VALUE", $"'{column}' is needed in every row.", column);

    /// <exception cref="RowException">It is none of the values.</exception>
    public T? Choice<T>(string column)
        where T : struct, Enum
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Spell(value), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new RowException("INVALID_VALUE", $"'{Shortened(text)}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Spell))}.", column);
    }

    /// <exception cref="RowException">It is no whole number.</exception>
    public int? Whole(string column) => Text(column) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RowException("INVALID_NUMBER", $"'{Shortened(text)}' is no whole number.", column);

    /// <exception cref="RowException">It is no number that can be an amount.</exception>
    public decimal? Amount(string column) => Text(column) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount
        : throw new RowException("INVALID_NUMBER", $"'{Shortened(text)}' is no amount: digits, and a point before the decimal places.", column);

    /// <exception cref="RowException">It is neither true nor false.</exception>
    public bool? Truth(string column) => Text(column)?.ToUpperInvariant() switch
    {
        null => null,
        "TRUE" or "YES" or "1" or "是" => true,
        "FALSE" or "NO" or "0" or "否" => false,
        _ => throw new RowException("INVALID_VALUE", $"'{Shortened(Text(column)!)}' is neither true nor false.", column),
    };

    /// <summary>A time; one that does not say its offset, and a date, are in the zone.</summary>
    /// <exception cref="RowException">It is none.</exception>
    public DateTimeOffset? Time(string column, TimeZoneInfo zone)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || DateTime.TryParseExact(text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out local))
        {
            while (zone.IsInvalidTime(local))
            {
                local = local.AddHours(1);
            }

            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        }

        return DateTimeOffset.TryParseExact(text, s_offsetTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new RowException("INVALID_TIME", $"'{Shortened(text)}' is no time such as 2026-11-20T09:30:00+08:00, 2026-11-20 09:30 or 2026-11-20.", column);
    }

    /// <summary>What it says as a JSON object, short enough to be kept.</summary>
    public string ToJson()
    {
        var text = JsonSerializer.Serialize(Values, s_json);
        for (var most = KeptOfValue; text.Length > ImportRejection.TextMaxLength; most /= 2)
        {
            text = most == 0 ? "{}" : JsonSerializer.Serialize(Values.ToDictionary(v => v.Key, v => v.Value.Length > most ? v.Value[..most] : v.Value), s_json);
        }

        return text;
    }

    private static string Spell<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private static string Shortened(string text) => text.Length > KeptOfValue ? text[..KeptOfValue] + "…" : text;
}
