using System.Buffers;
using System.Globalization;

namespace Headless.GraphQL.Types;

/// <summary>A calendar date without a time zone.</summary>
public abstract class CalendarDateType : TextScalarType<DateOnly>, IValueWriter<DateOnly>
{
    private const string DateFormat = "yyyy-MM-dd";

    private protected CalendarDateType(string name)
        : base(name)
        => Description = "A date of the calendar without a time zone, such as `2026-11-22`.";

    private protected override int MaxLength => DateFormat.Length;

    public void Write(DateOnly value, IBufferWriter<byte> output) => RelaxedJson.WriteQuoted(output, value, DateFormat.Length, DateFormat);

    private protected override bool TryParse(string text, out DateOnly value)
        => DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private protected override string Format(object value) => value switch
    {
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        DateTime time => time.ToString(DateFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString(DateFormat, CultureInfo.InvariantCulture),
        _ => throw Invalid(value),
    };
}

/// <summary>The <c>Date</c> scalar.</summary>
public sealed class DateType() : CalendarDateType(BuiltInScalars.Names.Date);

/// <summary>The <c>LocalDate</c> scalar.</summary>
public sealed class LocalDateType() : CalendarDateType(BuiltInScalars.Names.LocalDate);

/// <summary>The <c>LocalTime</c> scalar: a time of day without a time zone, to the second.</summary>
public sealed class LocalTimeType : TextScalarType<TimeOnly>, IValueWriter<TimeOnly>
{
    private const string TimeFormat = "HH:mm:ss";

    private static readonly string[] InputFormats = ["HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    public LocalTimeType()
        : base(BuiltInScalars.Names.LocalTime)
        => Description = "A time of day without a time zone, such as `18:30:00`.";

    private protected override int MaxLength => 16;

    public void Write(TimeOnly value, IBufferWriter<byte> output) => RelaxedJson.WriteQuoted(output, value, TimeFormat.Length, TimeFormat);

    private protected override bool TryParse(string text, out TimeOnly value)
        => TimeOnly.TryParseExact(text, InputFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private protected override string Format(object value) => value switch
    {
        TimeOnly time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        _ => throw Invalid(value),
    };
}

/// <summary>The <c>LocalDateTime</c> scalar: date and time of a clock on a wall, without a time zone.</summary>
public sealed class LocalDateTimeType : TextScalarType<DateTime>, IValueWriter<DateTime>
{
    private const string DateTimeFormat = "yyyy-MM-ddTHH:mm:ss";

    private static readonly string[] InputFormats = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    public LocalDateTimeType()
        : base(BuiltInScalars.Names.LocalDateTime)
        => Description = "Date and time of day without a time zone, such as `2026-11-22T18:30:00`.";

    private protected override int MaxLength => 27;

    public void Write(DateTime value, IBufferWriter<byte> output) => RelaxedJson.WriteQuoted(output, value, DateTimeFormat.Length, DateTimeFormat);

    private protected override bool TryParse(string text, out DateTime value)
        => DateTime.TryParseExact(text, InputFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private protected override string Format(object value) => value switch
    {
        DateTime time => time.ToString(DateTimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString(DateTimeFormat, CultureInfo.InvariantCulture),
        _ => throw Invalid(value),
    };
}
