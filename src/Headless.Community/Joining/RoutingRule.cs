namespace Headless.Community;

/// <summary>
/// Which group is proposed to whom: the rules are asked in their order, and the first whose conditions all hold and whose groups
/// have room decides. A proposal moves nobody.
/// </summary>
public sealed class RoutingRule : Entity
{
    public const int NameMaxLength = 200;
    public const int LabelMaxLength = 100;
    public const int RegionMaxLength = 100;

    /// <summary>The most rules there are: all are asked for every member.</summary>
    public const int Max = 500;

    public required string Name { get; set; }

    /// <summary>Its place; rules of one place are asked in the order in which they were made.</summary>
    public int Position { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>Only members of this segment.</summary>
    public long? SegmentId { get; set; }

    public Segment? Segment { get; init; }

    /// <summary>Only members of this region.</summary>
    public string? Region { get; set; }

    /// <summary>Only members who have an account on this platform.</summary>
    public Platform? Platform { get; set; }

    /// <summary>Only whoever comes through this channel.</summary>
    public long? JoinChannelId { get; set; }

    public JoinChannel? JoinChannel { get; init; }

    /// <summary>Only whoever is asked about with this word: an answer in a form, a keyword sent to a service account.</summary>
    public string? Label { get; set; }

    /// <summary>The group that is proposed.</summary>
    public long GroupId { get; set; }

    public Group Group { get; init; } = null!;

    /// <summary>Whether the groups that were replicated from it, and those of its series, follow in the order in which they were made when it is full.</summary>
    public bool IncludesReplicas { get; set; }

    /// <summary>How many accounts each group is filled to by this rule; null: what the group takes.</summary>
    public int? Capacity { get; set; }
}
