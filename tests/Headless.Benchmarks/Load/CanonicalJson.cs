using System.Globalization;
using System.Text.Json;

namespace Headless.Benchmarks.Load;

/// <summary>
/// A form in which answers that say the same are equal: cursors left out, times as instants, lists as sets, because a nested list
/// without an order has none.
/// </summary>
internal static class CanonicalJson
{
    // Depth: that of the benchmark's own queries.
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject()
            .Where(p => p.Name != "endCursor")
            .Select(p => $"{p.Name}:{Of(p.Value)}").Order(StringComparer.Ordinal)) + "}",
        JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(Of).Order(StringComparer.Ordinal)) + "]",
        JsonValueKind.String when DateTimeOffset.TryParse(
            value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time.UtcDateTime.ToString("O"),
        _ => value.GetRawText(),
    };
}
