namespace Headless.Community;

/// <summary>Days of a time zone. A day is a date: how many hours it has is the zone's affair.</summary>
public static class LocalDays
{
    private const int TimeZoneMaxLength = 64;

    /// <summary>Whether an id is one of the IANA database's, as every machine spells it.</summary>
    public static bool IsTimeZone(string? id) =>
        id is { Length: > 0 and <= TimeZoneMaxLength }
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
        && zone.HasIanaId
        && zone.Id == id;

    /// <summary>The day that a moment falls on.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="timeZone">An IANA id.</param>
    public static DateOnly DayOf(DateTime at, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(timeZone)));
}
