using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

/// <summary>The input of a leaf.</summary>
internal interface IConditionInput
{
    /// <summary>The condition that it says; what cannot be read goes to the reading's faults.</summary>
    LeafCondition ToCondition(ConditionReading reading);
}

/// <summary>One reading of a tree: where it is, and what was wrong.</summary>
internal sealed class ConditionReading
{
    /// <summary>Nobody mends more at once.</summary>
    public const int MaxFaults = 20;

    private readonly List<ConditionFault> _faults = [];

    public IReadOnlyList<ConditionFault> Faults => _faults;

    /// <summary>How many nodes were read.</summary>
    public int Nodes { get; set; }

    /// <summary>The leaf that is being read.</summary>
    public string Path { get; set; } = string.Empty;

    public void Refuse(string path, string code, string message) => _faults.Add(new ConditionFault(path, code, message));

    public TimeCondition? Time(TimeConditionInput? input, string field) => input is null
        ? null
        : new TimeCondition(
            Duration(input.Within, $"{field}.within"), Duration(input.NotWithin, $"{field}.notWithin"), input.Since?.UtcDateTime, input.Before?.UtcDateTime);

    public RelativeTime? Duration(string? text, string field)
    {
        var duration = text is null ? null : RelativeTime.TryParse(text);
        if (text is not null && duration is null)
        {
            Refuse($"{Path}.{field}", "INVALID_DURATION", $"'{field}' is a length of time as ISO 8601 writes it, at most 100 years: P30D, P6M, P1Y, P2W, PT12H.");
        }

        return duration;
    }
}

[GraphQLDescription("When; every bound that is given must hold.")]
public sealed record TimeConditionInput(
    [property: GraphQLDescription("Not longer ago than this, as ISO 8601 writes lengths of time: P30D, P6M, P1Y, P2W, PT12H.")] string? Within,
    [property: GraphQLDescription("Longer ago than this, or never.")] string? NotWithin,
    [property: GraphQLDescription("At this time or later.")] DateTimeOffset? Since,
    [property: GraphQLDescription("Earlier than this time; never is not earlier.")] DateTimeOffset? Before);

[GraphQLDescription("How many; gte, lte or both.")]
public sealed record CountRangeInput(
    [property: GraphQLDescription("At least so many.")] int? Gte,
    [property: GraphQLDescription("At most so many; 0 is at most anything, so who has none is among them.")] int? Lte)
{
    internal CountRange ToRange() => new(Gte, Lte);
}

[GraphQLDescription("How much money; gte, lte or both.")]
public sealed record AmountRangeInput(
    [property: GraphQLDescription("At least so much.")] decimal? Gte,
    [property: GraphQLDescription("At most so much; who spent nothing is among them.")] decimal? Lte)
{
    internal AmountRange ToRange() => new(Gte, Lte);
}
