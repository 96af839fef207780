namespace Headless.Community;

/// <summary>A group went from one phase to another. Rows are only ever added.</summary>
public sealed class GroupPhaseChange
{
    public const int ReasonMaxLength = 1000;

    public long Id { get; init; }

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>The phase before; null for the first.</summary>
    public GroupPhase? From { get; init; }

    /// <summary>The phase since.</summary>
    public GroupPhase To { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime ChangedAt { get; init; }

    /// <summary>Why, in the words of whoever changed it.</summary>
    public string? Reason { get; init; }

    /// <summary>Who changed it; null for an import.</summary>
    public long? ChangedById { get; init; }

    public Operator? ChangedBy { get; init; }
}
