namespace Headless.Metrics;

/// <summary>
/// The days and hours of the deployment's reporting time zone (setting <c>Metrics:TimeZone</c>, default <c>Asia/Shanghai</c>).
/// Instants are UTC; days, weeks and months are local. Daylight saving time is the zone's own: a local day has 23, 24 or 25 hours.
/// </summary>
public sealed class ReportingCalendar(TimeZoneInfo timeZone, DayOfWeek firstDayOfWeek = DayOfWeek.Monday)
{
    public const string DefaultTimeZone = "Asia/Shanghai";

    public TimeZoneInfo TimeZone { get; } = timeZone;

    /// <summary>The day on which weeks begin: Monday (ISO 8601) or Sunday.</summary>
    public DayOfWeek FirstDayOfWeek { get; } = firstDayOfWeek;

    /// <summary>The same weeks in another zone; null where the id names none.</summary>
    public ReportingCalendar? In(string ianaId) =>
        ianaId == TimeZone.Id ? this : TimeZoneInfo.TryFindSystemTimeZoneById(ianaId, out var zone) ? new ReportingCalendar(zone, FirstDayOfWeek) : null;

    /// <summary>Finds the zone by its IANA id.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine's time zone data does not have it.</exception>
    public static ReportingCalendar ForZone(string? ianaId, DayOfWeek firstDayOfWeek = DayOfWeek.Monday) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(string.IsNullOrWhiteSpace(ianaId) ? DefaultTimeZone : ianaId), firstDayOfWeek);

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>The local hour of an instant, 0 to 23.</summary>
    public int HourOf(DateTime utc) => ToLocal(utc).Hour;

    /// <summary>The instant at which the local hour that holds an instant begins. In a zone at +05:30 it is half past a UTC hour.</summary>
    public DateTime HourStartOf(DateTime utc)
    {
        var local = ToLocal(utc);
        return utc - new TimeSpan(0, 0, local.Minute, local.Second) - TimeSpan.FromTicks(local.Ticks % TimeSpan.TicksPerSecond);
    }

    /// <summary>The instant at which a local day begins; where its midnight does not exist, the first instant after the gap.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (TimeZone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        // The earlier of two midnights is the one with the larger offset.
        var offset = TimeZone.IsAmbiguousTime(midnight) ? TimeZone.GetAmbiguousTimeOffsets(midnight).Max() : TimeZone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight - offset, DateTimeKind.Utc);
    }

    /// <summary>The first day of the week that holds a day.</summary>
    public DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek - (int)FirstDayOfWeek + 7) % 7));

    /// <summary>The first day of the month that holds a day.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZone);
}
