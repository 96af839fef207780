using System.Text.Json;

namespace Headless.Community;

/// <summary>A value that a mutation changed, as the audit log keeps it.</summary>
/// <param name="Field">The column in the API's spelling; a dot before the parts of one: <c>positioning.why</c>.</param>
/// <param name="Before">The value until then; null: none, or not kept.</param>
/// <param name="After">The value from then on; null: none, or not kept.</param>
public sealed record AuditChange(string Field, JsonElement? Before, JsonElement? After)
{
    /// <summary>Whether it says something about a person: kept apart, emptied when the member is erased.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The kind of row that the value is the number of; null where it is none.</summary>
    public string? References { get; init; }

    /// <summary>Whether it is a secret, of which the log says only that it changed.</summary>
    public bool IsSecret { get; init; }

    /// <summary>A change of a value that is no row's, such as the number of rows.</summary>
    public static AuditChange Of(string field, object? before, object? after) => new(field, AuditValue.ToJson(before), AuditValue.ToJson(after));
}
