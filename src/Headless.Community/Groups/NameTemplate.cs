using System.Globalization;
using System.Text.RegularExpressions;

namespace Headless.Community;

/// <summary>
/// How the names of a series' groups are built (A-065), for example <c>{city}{topic}群{seq}</c>. Fields: <c>city</c>, <c>topic</c>
/// and <c>seq</c>, the group's number in its series, which every template has: names differ by it.
/// </summary>
public static partial class NameTemplate
{
    public const int MaxLength = 200;

    /// <summary>The fields that a template may have.</summary>
    public static IReadOnlyList<string> KnownFields { get; } = ["city", "topic", "seq"];

    /// <summary>Why it is no template; null where it is one.</summary>
    public static string? FindFault(string template)
    {
        var fields = FieldPattern().Matches(template).Select(match => match.Groups[1].Value).ToList();
        var unknown = fields.Except(KnownFields, StringComparer.Ordinal).ToList();
        return unknown.Count > 0 ? $"It has no field {string.Join(", ", unknown.Select(field => $"{{{field}}}"))}: known are {{city}}, {{topic}} and {{seq}}."
            : FieldPattern().Replace(template, string.Empty).AsSpan().IndexOfAny('{', '}') >= 0 ? "A brace stands alone: fields are written {city}, {topic} and {seq}."
            : !fields.Contains("seq") ? "It needs the field {seq}: without it two groups would have one name."
            : null;
    }

    /// <summary>The name of a group. A field without a value is left out.</summary>
    public static string Render(string template, string? city, string? topic, int number) => FieldPattern().Replace(template, match => match.Groups[1].Value switch
    {
        "city" => city ?? string.Empty,
        "topic" => topic ?? string.Empty,
        _ => number.ToString(CultureInfo.InvariantCulture),
    });

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex FieldPattern();
}
