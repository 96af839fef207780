using System.Globalization;

namespace Headless.Community;

/// <summary>Times of day, and the instants of local times.</summary>
public static class LocalTimes
{
    /// <summary>The minutes since midnight of a time of day such as 18:30; null: it is none.</summary>
    public static int? MinuteOf(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;

    /// <summary>A time of day as text, such as 18:30.</summary>
    public static string Text(int minuteOfDay) => TimeOnly.MinValue.AddMinutes(minuteOfDay).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// The instant of a local time, UTC. A time that the clocks jump over is as much later as they jump; one that comes twice is the
    /// earlier of the two.
    /// </summary>
    public static DateTime ToUtc(TimeZoneInfo zone, DateOnly day, int minuteOfDay)
    {
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified).AddMinutes(minuteOfDay);
        if (zone.IsInvalidTime(local))
        {
            // The offset from before the jump takes it behind the jump (RFC 5545).
            return DateTime.SpecifyKind(local - zone.GetUtcOffset(local.AddHours(-3)), DateTimeKind.Utc);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }
}
