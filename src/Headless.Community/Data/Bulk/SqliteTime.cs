namespace Headless.Community.Data.Bulk;

/// <summary>
/// Times and days as Microsoft.Data.Sqlite writes them: <c>yyyy-MM-dd HH:mm:ss.FFFFFFF</c> and <c>yyyy-MM-dd</c>. By hand, because
/// .NET's custom formats took a tenth of an import's processor time outside SQLite.
/// </summary>
internal static class SqliteTime
{
    private const int FractionDigits = 7;

    /// <returns>How many bytes were written: at most 27.</returns>
    public static int Write(DateTime time, Span<byte> to)
    {
        Write(DateOnly.FromDateTime(time), to);
        to[10] = (byte)' ';
        Two(time.Hour, to[11..]);
        to[13] = (byte)':';
        Two(time.Minute, to[14..]);
        to[16] = (byte)':';
        Two(time.Second, to[17..]);
        var fraction = (int)(time.Ticks % TimeSpan.TicksPerSecond);
        if (fraction == 0)
        {
            return 19;
        }

        to[19] = (byte)'.';
        var digits = FractionDigits;
        while (fraction % 10 == 0)
        {
            fraction /= 10;
            digits--;
        }

        for (var place = 19 + digits; place > 19; place--)
        {
            to[place] = (byte)('0' + (fraction % 10));
            fraction /= 10;
        }

        return 20 + digits;
    }

    /// <returns>How many bytes were written: 10.</returns>
    public static int Write(DateOnly day, Span<byte> to)
    {
        day.Deconstruct(out var year, out var month, out var dayOfMonth);
        Two(year / 100, to);
        Two(year % 100, to[2..]);
        to[4] = (byte)'-';
        Two(month, to[5..]);
        to[7] = (byte)'-';
        Two(dayOfMonth, to[8..]);
        return 10;
    }

    /// <summary>Reads what <see cref="Write(DateTime, Span{byte})"/> has written.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static DateTime Read(ReadOnlySpan<byte> text)
    {
        if (text.Length is not (19 or (> 20 and <= 27)) || text[10] != ' ')
        {
            throw new FormatException($"'{System.Text.Encoding.UTF8.GetString(text)}' is not a time as this product writes it.");
        }

        var fraction = 0;
        for (var place = 20; place < 20 + FractionDigits; place++)
        {
            fraction = (fraction * 10) + (place < text.Length ? Digit(text[place]) : 0);
        }

        return new DateTime((Two(text) * 100) + Two(text[2..]), Two(text[5..]), Two(text[8..]), Two(text[11..]), Two(text[14..]), Two(text[17..]), DateTimeKind.Utc)
            .AddTicks(fraction);
    }

    private static int Two(ReadOnlySpan<byte> from) => (Digit(from[0]) * 10) + Digit(from[1]);

    private static int Digit(byte character) =>
        (uint)(character - '0') is var digit and <= 9 ? (int)digit : throw new FormatException("A time has a character that is no digit.");

    private static void Two(int number, Span<byte> to) => (to[0], to[1]) = ((byte)('0' + (number / 10)), (byte)('0' + (number % 10)));
}
