using System.Text.Json.Nodes;

namespace Headless.Community.Segments;

/// <summary>What the checks of conditions have in common.</summary>
internal static class ConditionChecks
{
    /// <summary>The most values of a list.</summary>
    public const int MaxValues = 200;

    /// <summary>Whether any of the parts is given.</summary>
    public static bool Some(params object?[] parts) => Array.Exists(parts, part => part is not null);

    public static IEnumerable<ConditionFault> List<T>(string field, IReadOnlyList<T>? values, int max = MaxValues)
    {
        if (values is { Count: 0 })
        {
            yield return new ConditionFault(field, "NOT_EMPTY", $"'{field}' needs at least one value: leave it out for no condition.");
        }
        else if (values?.Count > max)
        {
            yield return new ConditionFault(field, "TOO_MANY_VALUES", $"'{field}' takes at most {max} values.");
        }
    }

    public static IEnumerable<ConditionFault> Words(string field, IReadOnlyList<string>? values, int maxLength)
    {
        if (values?.FirstOrDefault(value => value.Length == 0 || value.Length > maxLength || !StorableText.Is(value)) is { } wrong)
        {
            var index = values.ToList().IndexOf(wrong);
            yield return new ConditionFault($"{field}[{index}]", "INVALID_TEXT", $"'{field}' takes words of 1 to {maxLength} characters, without NUL.");
        }

        foreach (var fault in List(field, values))
        {
            yield return fault;
        }
    }

    public static IEnumerable<ConditionFault> Range(string field, CountRange? range) => range?.Check(field) ?? [];

    public static JsonValue? Time(DateTime? at) => at is { } time ? JsonValue.Create(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : null;
}
