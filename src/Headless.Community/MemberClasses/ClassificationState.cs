namespace Headless.Community;

/// <summary>Up to where the classes are right. One row.</summary>
[Unaudited]
public sealed class ClassificationState
{
    public const int SingleId = 1;

    public int Id { get; init; } = SingleId;

    /// <summary>The last activity whose member has been looked at.</summary>
    public long LastActivityId { get; set; }

    /// <summary>When the log was last looked at, UTC.</summary>
    public DateTime FollowedAt { get; set; }

    /// <summary>The local day by which everybody was, or is being, looked at: months and days go by without an activity.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The version of the rules by which everybody was, or is being, looked at.</summary>
    public long RulesVersion { get; set; }

    /// <summary>Up to which member everybody has been looked at; null: all have been.</summary>
    public long? PassedMemberId { get; set; }
}
