namespace Headless.Metrics;

/// <summary>Whole local days of the reporting time zone, from <paramref name="From"/> to the day before <paramref name="To"/>.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last one.</param>
public readonly record struct MetricWindow(DateOnly From, DateOnly To)
{
    /// <summary>The longest window that can be asked for: ten years.</summary>
    public const int MaxDays = 3_660;

    public int Days => To.DayNumber - From.DayNumber;
}

/// <summary>One value to compute.</summary>
/// <param name="GroupId">The group; null for all groups that the caller may see.</param>
/// <param name="Key">The metric.</param>
/// <param name="Window">The days.</param>
/// <param name="LeaveRateBasis">The denominator of LEAVE_RATE; other metrics ignore it.</param>
public readonly record struct MetricQuery(long? GroupId, MetricKey Key, MetricWindow Window, LeaveRateBasis LeaveRateBasis = LeaveRateBasis.Exposed);

/// <summary>The length of a point of a series.</summary>
public enum MetricInterval
{
    Hour,
    Day,

    /// <summary>Monday to Sunday (ISO 8601).</summary>
    Week,
    Month,
}

/// <summary>One series to compute.</summary>
public readonly record struct MetricSeriesQuery(long? GroupId, MetricKey Key, MetricWindow Window, MetricInterval Interval, LeaveRateBasis LeaveRateBasis = LeaveRateBasis.Exposed);
