using System.Buffers;
using System.Globalization;

namespace Headless.GraphQL.Types;

/// <summary>The <c>DateTime</c> scalar: a point in time. Input needs an offset and yields <see cref="DateTimeOffset"/>; results are in UTC to the millisecond.</summary>
/// <remarks>A <see cref="DateTime"/> of unspecified kind is taken to be UTC, because that is what databases give back.</remarks>
public sealed class DateTimeType : TextScalarType<DateTimeOffset>, IValueWriter<DateTimeOffset>, IValueWriter<DateTime>
{
    private static readonly TimeSpan s_greatestOffset = TimeSpan.FromHours(14);

    private const string OutputFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private const int LengthToSeconds = 19;
    private const int LongestFraction = 7;

    public DateTimeType()
        : base(BuiltInScalars.Names.DateTime)
    {
        Description = "A point in time: date, time and offset as RFC 3339 writes them, such as `2026-11-22T00:00:00.000Z`.";
        SpecifiedByUrl = "https://www.graphql-scalars.com/date-time";
    }

    private protected override int MaxLength => 40;

    public override void WriteResult(object value, IBufferWriter<byte> output) => Write(ToUtc(value), output);

    public void Write(DateTimeOffset value, IBufferWriter<byte> output) => Write(value.UtcDateTime, output);

    public void Write(DateTime value, IBufferWriter<byte> output)
        => RelaxedJson.WriteQuoted(output, value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value, 24, OutputFormat);

    /// <remarks>
    /// <c>yyyy-MM-ddTHH:mm:ss[.f…](Z|±HH:mm)</c>, read by hand: DateTimeOffset.TryParseExact compares by culture, which was six
    /// percent of the time of a mutation with 500 times.
    /// </remarks>
    private protected override bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= LengthToSeconds || (text[4], text[7], text[10], text[13], text[16]) != ('-', '-', 'T', ':', ':')
            || !TryReadDigits(text.AsSpan(0, 4), out var year) || !TryReadDigits(text.AsSpan(5, 2), out var month)
            || !TryReadDigits(text.AsSpan(8, 2), out var day) || !TryReadDigits(text.AsSpan(11, 2), out var hour)
            || !TryReadDigits(text.AsSpan(14, 2), out var minute) || !TryReadDigits(text.AsSpan(17, 2), out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var rest = text.AsSpan(LengthToSeconds);
        return TryReadFraction(ref rest, out var ticks)
            && TryReadOffset(rest, out var offset)
            && TryCreate(new DateTime(year, month, day, hour, minute, second).AddTicks(ticks), offset, out value);
    }

    private static bool TryReadFraction(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text[0] != '.')
        {
            return true;
        }

        var end = 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var digits = end - 1;
        if (digits is 0 or > LongestFraction || !TryReadDigits(text[1..end], out var fraction))
        {
            return false;
        }

        ticks = fraction;
        for (; digits < LongestFraction; digits++)
        {
            ticks *= 10;
        }

        text = text[end..];
        return true;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z")
        {
            return true;
        }

        if (text is not [('+' or '-') and var sign, _, _, ':', _, _]
            || !TryReadDigits(text[1..3], out var hours) || !TryReadDigits(text[4..], out var minutes) || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (sign == '-' ? -1 : 1);
        return offset.Duration() <= s_greatestOffset;
    }

    private static bool TryCreate(DateTime local, TimeSpan offset, out DateTimeOffset value)
    {
        var utc = local.Ticks - offset.Ticks;
        var isInRange = utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks;
        value = isInRange ? new DateTimeOffset(local, offset) : default;
        return isInRange;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var unit in text)
        {
            if (!char.IsAsciiDigit(unit))
            {
                return false;
            }

            number = (number * 10) + (unit - '0');
        }

        return true;
    }

    private protected override string Format(object value) => ToUtc(value).ToString(OutputFormat, CultureInfo.InvariantCulture);

    private DateTime ToUtc(object value) => value switch
    {
        DateTimeOffset offset => offset.UtcDateTime,
        DateTime { Kind: DateTimeKind.Local } local => local.ToUniversalTime(),
        DateTime utc => utc,
        _ => throw Invalid(value),
    };
}
