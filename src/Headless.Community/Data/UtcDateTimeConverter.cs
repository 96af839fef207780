using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Headless.Community.Data;

/// <summary>
/// Times are UTC on both sides of the database, whatever the provider gives back, in whole microseconds: the finest step that
/// all three providers keep. A time of unspecified kind is taken for UTC.
/// </summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    time => ToStored(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    public static DateTime ToStored(DateTime time)
    {
        var utc = time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
