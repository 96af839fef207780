using Headless.Community;

namespace Headless.Metrics;

/// <summary>A figure with everything that is needed to check it.</summary>
/// <param name="Definition">What was computed.</param>
/// <param name="Window">The days it was computed over; for a point of a series, the days of the point.</param>
/// <param name="Numerator">The upper part; for a count, the count itself.</param>
/// <param name="Denominator">The lower part; null for a count.</param>
/// <param name="Value">The figure; null with a reason where the denominator is 0.</param>
/// <param name="NullReason">Why there is no figure.</param>
/// <param name="ExcludedAccounts">Accounts that staff or machines control, left out of both parts.</param>
public sealed record MetricValue(
    MetricDefinition Definition,
    MetricWindow Window,
    decimal Numerator,
    decimal? Denominator,
    double? Value,
    MetricNullReason? NullReason,
    long ExcludedAccounts)
{
    /// <summary>Below this many people in the denominator a share moves by whole percents when one person moves.</summary>
    public const int LowSampleBelow = 30;

    /// <summary>How many people, member days or orders the figure rests on; null for a count or a sum.</summary>
    public long? SampleSize { get; init; }

    /// <summary>The IANA id of the zone whose days and hours count.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>The ISO 4217 code of amounts; null for what is no money, and where there is none.</summary>
    public string? Currency { get; init; }

    /// <summary>The version of the rule for effective messages that it was counted by; null for what counts none.</summary>
    public short? EffectiveRuleVersion { get; init; }

    /// <summary>ROI, ROAS, COST_TO_SALES, COST_PER_QUALIFIED_JOIN: what was spent on what, by kind; none for other metrics, and where currencies are mixed.</summary>
    public IReadOnlyList<CostOfKind> Costs { get; init; } = [];

    /// <summary>What was asked, so that it can be asked of other days.</summary>
    internal MetricQuery Query { get; init; }

    /// <summary>Whether it is a point of a series, which is compared with another series.</summary>
    internal bool IsPoint { get; init; }

    /// <summary>The same question about other days; null for a point of a series.</summary>
    public MetricQuery? Of(MetricWindow window) => IsPoint ? null : Query with { Window = window };

    /// <summary>Whether the figure rests on too few to be compared (domain row A-060).</summary>
    public bool IsLowSample => SampleSize < LowSampleBelow;
}

/// <summary>What was spent on something, in the currency of the figure.</summary>
/// <param name="Kind">On what; costs of channels are AD.</param>
/// <param name="Amount">How much.</param>
public sealed record CostOfKind(CostKind Kind, decimal Amount);

/// <summary>A point of a series.</summary>
/// <param name="Start">When the interval begins, UTC.</param>
/// <param name="End">When it ends, UTC; for the first and last interval, cut to the window.</param>
/// <param name="Value">The figure of the interval.</param>
public sealed record MetricPoint(DateTime Start, DateTime End, MetricValue Value);

/// <summary>Effective messages by local weekday and hour.</summary>
/// <param name="Weekday">Monday = 1 to Sunday = 7 (ISO 8601).</param>
/// <param name="Hour">0 to 23, in the reporting time zone.</param>
/// <param name="Messages">All messages of customers' accounts.</param>
/// <param name="EffectiveMessages">The effective ones among them.</param>
public readonly record struct HeatmapCell(int Weekday, int Hour, long Messages, long EffectiveMessages)
{
    /// <summary>The version of the rule for effective messages that they were counted by.</summary>
    public short? EffectiveRuleVersion { get; init; }
}

/// <summary>A member among the most active, with the parts of the score.</summary>
/// <param name="Rank">From 1; members of equal effective messages are ranked by all messages, then by id.</param>
/// <param name="MemberId">The member.</param>
/// <param name="EffectiveMessages">Effective messages in the window.</param>
/// <param name="Messages">All messages in the window.</param>
/// <param name="ActiveDays">Days with at least one effective message.</param>
public sealed record ActiveMember(int Rank, long MemberId, long EffectiveMessages, long Messages, int ActiveDays)
{
    /// <summary>The version of the rule for effective messages that they were counted by.</summary>
    public short? EffectiveRuleVersion { get; init; }
}
