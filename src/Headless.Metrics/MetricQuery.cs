using Headless.Community;

namespace Headless.Metrics;

/// <summary>Whole local days, from <paramref name="From"/> to the day before <paramref name="To"/>.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last one.</param>
public readonly record struct MetricWindow(DateOnly From, DateOnly To)
{
    /// <summary>The longest window that can be asked for: ten years.</summary>
    public const int MaxDays = 3_660;

    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>The days just before, as many. Before a whole calendar month or several come as many months, before a year a year.</summary>
    public MetricWindow Previous()
    {
        if (From.Day != 1 || To.Day != 1)
        {
            return new MetricWindow(From.AddDays(-Days), From);
        }

        var months = ((To.Year - From.Year) * 12) + To.Month - From.Month;
        return new MetricWindow(From.AddMonths(-months), From);
    }

    /// <summary>The same days a year earlier; 29 February becomes the 28th.</summary>
    public MetricWindow YearEarlier() => new(From.AddYears(-1), To.AddYears(-1));
}

/// <summary>Whom a figure is about, beyond the groups; all that is given must hold. Empty: everybody.</summary>
/// <param name="SegmentId">Only members who are in the segment now.</param>
/// <param name="JoinChannelId">Only members who came through the channel.</param>
/// <param name="CampaignId">Only members whom the campaign made come; of orders, those that are put down to it.</param>
/// <param name="ContentItemId">Only members whom the content made come; of what became of content, of this item.</param>
/// <param name="ContentCategory">Only members whom content of the category made come; of what became of content, of this category.</param>
/// <param name="Class">Only members who are in the class now.</param>
public readonly record struct MetricPeople(
    long? SegmentId, long? JoinChannelId, long? CampaignId, long? ContentItemId, ContentCategory? ContentCategory = null, MemberClass? Class = null)
{
    public bool IsEverybody => this == default;
}

/// <summary>What a figure is about.</summary>
/// <param name="GroupId">One group; null: all of <paramref name="Groups"/> together.</param>
/// <param name="Groups">Which groups; null: all that the caller may see, and of orders also those of no group.</param>
/// <param name="People">Which of their members.</param>
public readonly record struct MetricScope(long? GroupId, MetricGroups? Groups = null, MetricPeople People = default)
{
    /// <summary>Everything that the caller may see.</summary>
    public static MetricScope Everything { get; } = new(null);

    public static MetricScope OfGroup(long id) => new(id);
}

/// <summary>What a figure depends on besides its scope and its days.</summary>
/// <param name="LeaveRateBasis">The denominator of LEAVE_RATE; other metrics ignore it.</param>
/// <param name="Currency">Only amounts in this currency; null: whatever there is, if it is one.</param>
/// <param name="HorizonDays">How long after the joining RETENTION_RATE looks.</param>
/// <param name="TimeZone">The IANA id of the zone whose days and hours count; null: the reporting one, which alone is fast.</param>
public readonly record struct MetricOptions(
    LeaveRateBasis LeaveRateBasis = LeaveRateBasis.Exposed, string? Currency = null, int HorizonDays = MetricOptions.DefaultHorizonDays, string? TimeZone = null)
{
    public const int DefaultHorizonDays = 30;
    public const int MaxHorizonDays = 730;

    public MetricOptions()
        : this(LeaveRateBasis.Exposed)
    {
    }
}

/// <summary>One value to compute.</summary>
public readonly record struct MetricQuery(MetricScope Scope, MetricKey Key, MetricWindow Window, MetricOptions Options)
{
    public MetricQuery(long? groupId, MetricKey key, MetricWindow window, LeaveRateBasis basis = LeaveRateBasis.Exposed)
        : this(new MetricScope(groupId), key, window, new MetricOptions(basis))
    {
    }
}

/// <summary>The length of a point of a series.</summary>
public enum MetricInterval
{
    Hour,
    Day,

    /// <summary>Monday to Sunday (ISO 8601), or Sunday to Saturday where <c>Metrics:FirstDayOfWeek</c> says so.</summary>
    Week,
    Month,
}

/// <summary>One series to compute.</summary>
public readonly record struct MetricSeriesQuery(MetricScope Scope, MetricKey Key, MetricWindow Window, MetricInterval Interval, MetricOptions Options)
{
    public MetricSeriesQuery(long? groupId, MetricKey key, MetricWindow window, MetricInterval interval)
        : this(new MetricScope(groupId), key, window, interval, new MetricOptions())
    {
    }
}
