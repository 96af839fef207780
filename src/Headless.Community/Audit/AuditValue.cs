using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headless.Community;

/// <summary>Values of columns as the API writes them: enums by name, sets of them as lists, times in UTC.</summary>
internal static class AuditValue
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static JsonElement? ToJson(object? value) => value switch
    {
        null => null,
        Enum set when set.GetType().IsDefined(typeof(FlagsAttribute), inherit: false) => JsonSerializer.SerializeToElement(Names(set)),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), s_json),
    };

    private static IEnumerable<string> Names(Enum set) =>
        Enum.GetValues(set.GetType()).Cast<Enum>()
            .Where(value => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) != 0 && set.HasFlag(value))
            .Select(value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));
}
