using System.Text.Json;

namespace Headless.Community;

/// <summary>A member came into another class. Never changes.</summary>
public sealed class MemberClassChange
{
    public const int EvidenceMaxLength = 1000;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public long Id { get; init; }

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    public MemberClass From { get; init; }

    public MemberClass To { get; init; }

    /// <summary>When it was found, UTC.</summary>
    public DateTime ChangedAt { get; init; }

    /// <summary>The other rules that matched.</summary>
    public ClassSet Conflicts { get; init; }

    /// <summary>What it rested on at that time, as JSON; read it by <see cref="Read"/>.</summary>
    public required string Evidence { get; init; }

    public static string Write(ClassEvidence evidence) => JsonSerializer.Serialize(evidence, s_json);

    /// <summary>What was written; null where nothing was.</summary>
    public static ClassEvidence? Read(string? evidence) => evidence is null ? null : JsonSerializer.Deserialize<ClassEvidence>(evidence, s_json)!;
}
