using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headless.Community;

/// <summary>
/// What one mutation did to one row: who, when, and each column's value before and after. Written in the transaction of the change,
/// never changed afterwards, except that the values about a person are emptied when the member is erased.
/// </summary>
/// <remarks>A mutation that changes many rows one by one has an entry for each; one that changes them by a single statement has one for all.</remarks>
[Unaudited]
public sealed class AuditEntry
{
    public const int MutationMaxLength = 100;
    public const int SubjectTypeMaxLength = 100;

    private static readonly JsonSerializerOptions s_json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The place in the log: greater means later.</summary>
    public long Id { get; init; }

    /// <summary>The time of the mutation, UTC: the same for everything that it changed.</summary>
    public DateTime At { get; init; }

    public long? OperatorId { get; init; }

    /// <summary>Who carried it out.</summary>
    public Operator? Operator { get; init; }

    public long? ApiKeyId { get; init; }

    /// <summary>The key that they came with; null where they came without one.</summary>
    public ApiKey? ApiKey { get; init; }

    /// <summary>The field of <c>Mutation</c>.</summary>
    public required string Mutation { get; init; }

    public AuditAction Action { get; init; }

    /// <summary>The kind of row, by the name of its class.</summary>
    public required string SubjectType { get; init; }

    /// <summary>The row; null where there are several, and where the row has no number of its own.</summary>
    public long? SubjectId { get; init; }

    /// <summary>The member whom the row is or belongs to: by it the entry is found when the member is erased.</summary>
    public long? MemberId { get; init; }

    /// <summary>How many rows it is about.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The columns with their values, those about a person without: JSON.</summary>
    public required string Changes { get; init; }

    /// <summary>The values of the columns about a person: JSON. Emptied when the member is erased.</summary>
    [PersonalData]
    public string? PersonalChanges { get; init; }

    /// <summary>Makes an entry, with the values about a person kept apart.</summary>
    public static AuditEntry Of(
        AuditAuthor author,
        DateTime at,
        AuditAction action,
        string subjectType,
        long? subjectId,
        long? memberId,
        int count,
        IReadOnlyList<AuditChange> changes)
    {
        var personal = changes.Where(change => change.IsPersonal).Select(Store).ToList();
        return new AuditEntry
        {
            At = at,
            OperatorId = author.OperatorId,
            ApiKeyId = author.ApiKeyId,
            Mutation = author.Mutation,
            Action = action,
            SubjectType = subjectType,
            SubjectId = subjectId,
            MemberId = memberId,
            Count = count,
            Changes = JsonSerializer.Serialize(
                changes.Select(change => Store(change.IsPersonal ? change with { Before = null, After = null } : change)), s_json),
            PersonalChanges = personal.Count == 0 ? null : JsonSerializer.Serialize(personal, s_json),
        };
    }

    /// <summary>Each change, in the order of the columns; without the values about a person where they are not wanted or have been emptied.</summary>
    public IReadOnlyList<AuditChange> ReadChanges(bool withPersonalData)
    {
        var personal = withPersonalData && PersonalChanges is not null
            ? Parse(PersonalChanges).ToDictionary(change => change.Field, StringComparer.Ordinal)
            : [];
        return [.. Parse(Changes).Select(change => change.IsPersonal ? personal.GetValueOrDefault(change.Field, change) : change)];
    }

    private static StoredChange Store(AuditChange change) => new(change.Field, change.Before, change.After, change.IsPersonal, change.IsSecret, change.References);

    private static IEnumerable<AuditChange> Parse(string changes) =>
        JsonSerializer.Deserialize<List<StoredChange>>(changes)!
            .Select(change => new AuditChange(change.Field, change.Before, change.After) { IsPersonal = change.IsPersonal, IsSecret = change.IsSecret, References = change.References });

    /// <summary>A change as it is stored: short names, because there are many.</summary>
    private sealed record StoredChange(
        [property: JsonPropertyName("f")] string Field,
        [property: JsonPropertyName("b")] JsonElement? Before,
        [property: JsonPropertyName("a")] JsonElement? After,
        [property: JsonPropertyName("p")] bool IsPersonal,
        [property: JsonPropertyName("s")] bool IsSecret,
        [property: JsonPropertyName("r")] string? References);
}
