namespace Headless.Community;

/// <summary>One line of a call list's partition: a region and who calls it, a region that is left out, or who calls the others.</summary>
public sealed class CallRule
{
    public long Id { get; init; }

    public long CallListId { get; init; }

    public CallList CallList { get; init; } = null!;

    /// <summary>The region as members have it; null: every region without a line of its own, and members without one.</summary>
    public string? Region { get; init; }

    /// <summary>Who calls it; null: nobody, the region is left out. Several lines of one region share it evenly.</summary>
    public long? OperatorId { get; init; }

    public Operator? Operator { get; init; }
}
