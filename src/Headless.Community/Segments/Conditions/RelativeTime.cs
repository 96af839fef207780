using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Headless.Community.Segments;

/// <summary>
/// A length of time as ISO 8601 writes it: <c>P30D</c>, <c>P1Y6M</c>, <c>P2W</c>, <c>PT12H</c>. Years and months are those of the
/// calendar, counted back from a moment in UTC: a month before 31 March is the last day of February.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed partial record RelativeTime
{
    private const int MaxYears = 100;

    private readonly int _months;
    private readonly TimeSpan _rest;

    private RelativeTime(string text, int months, TimeSpan rest) => (Text, _months, _rest) = (text, months, rest);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads one; null where it is none, is empty or longer than a hundred years.</summary>
    public static RelativeTime? TryParse(string text)
    {
        if (text.Length > 40 || Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var parts = match.Groups.Cast<System.Text.RegularExpressions.Group>().Skip(1).Select(part => part.Success
            ? double.TryParse(part.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : double.PositiveInfinity
            : 0).ToArray();
        var months = (parts[0] * 12) + parts[1];
        var days = (parts[2] * 7) + parts[3] + (parts[4] / 24) + (parts[5] / 1440) + (parts[6] / 86400);
        return (months > 0 || days > 0) && (months / 12) + (days / 365) <= MaxYears
            ? new RelativeTime(
                text,
                (int)months,
                TimeSpan.FromDays((parts[2] * 7) + parts[3]) + TimeSpan.FromHours(parts[4]) + TimeSpan.FromMinutes(parts[5]) + TimeSpan.FromSeconds(parts[6]))
            : null;
    }

    /// <summary>The moment that far back.</summary>
    public DateTime Before(DateTime moment) => moment.AddMonths(-_months) - _rest;

    public bool Equals(RelativeTime? other) => other is not null && other.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    [GeneratedRegex(@"^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    private sealed class Converter : JsonConverter<RelativeTime>
    {
        public override RelativeTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString()!) ?? throw new JsonException("It is no length of time.");

        public override void Write(Utf8JsonWriter writer, RelativeTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
