using System.Globalization;
using System.Text.Json;

namespace Headless.GraphQL.Authoring;

/// <summary>From the CLR value that a scalar's coercion gives to the one that a parameter or property has.</summary>
internal static class ScalarConversion
{
    public const string InvalidValueCode = "INVALID_VALUE";

    public static object? Convert(object? value, Type target)
    {
        if (value is null || target.IsInstanceOfType(value))
        {
            return value;
        }

        try
        {
            return (value, target) switch
            {
                (DateTimeOffset time, _) when target == typeof(DateTime) => time.UtcDateTime,
                (DateTime time, _) when target == typeof(DateTimeOffset) => new DateTimeOffset(time),
                (DateTime time, _) when target == typeof(DateOnly) => DateOnly.FromDateTime(time),
                (JsonElement json, _) when target == typeof(JsonDocument) => JsonDocument.Parse(json.GetRawText()),
                (JsonElement json, _) => json.Deserialize(target),
                (string text, _) when target == typeof(Guid) => Guid.Parse(text, CultureInfo.InvariantCulture),
                (string text, _) when target == typeof(Uri) => new Uri(text, UriKind.RelativeOrAbsolute),
                _ when target.IsEnum => Enum.ToObject(target, value),
                _ => System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException or JsonException or ArgumentException)
        {
            throw new InputBindingException(InvalidValueCode, $"The value does not fit {target.Name}.");
        }
    }
}
