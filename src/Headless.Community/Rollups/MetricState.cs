namespace Headless.Community;

/// <summary>What the rollups hold. One row.</summary>
[Unaudited]
public sealed class MetricState
{
    public const int TimeZoneMaxLength = 64;

    /// <summary>The only key.</summary>
    public const int SingleId = 1;

    public int Id { get; init; } = SingleId;

    /// <summary>The IANA time zone whose hours and days the rollups count.</summary>
    public required string ReportingTimeZone { get; set; }

    /// <summary>The version of the rule for effective messages that they count by.</summary>
    public short EffectiveRuleVersion { get; set; }

    /// <summary>Which columns they fill in; 0: those of before the days had the sums of their hours.</summary>
    public short RollupVersion { get; set; }

    /// <summary>When they were last computed from the log, UTC; null: never, they grew with it.</summary>
    public DateTime? RebuiltAt { get; set; }

    /// <summary>The last activity that they contain.</summary>
    public long LastActivityId { get; set; }
}
