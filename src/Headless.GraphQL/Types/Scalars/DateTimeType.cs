using System.Buffers;
using System.Globalization;

namespace Headless.GraphQL.Types;

/// <summary>The <c>DateTime</c> scalar: a point in time. Input needs an offset and yields <see cref="DateTimeOffset"/>; results are in UTC to the millisecond.</summary>
/// <remarks>A <see cref="DateTime"/> of unspecified kind is taken to be UTC, because that is what databases give back.</remarks>
public sealed class DateTimeType : TextScalarType<DateTimeOffset>, IValueWriter<DateTimeOffset>, IValueWriter<DateTime>
{
    private const string OutputFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private static readonly string[] InputFormats = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

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

    private protected override bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;

        // "K" would also accept a text without an offset.
        return text.Length >= 20
            && (text[^1] == 'Z' || (text[^6] is '+' or '-' && text[^3] == ':'))
            && DateTimeOffset.TryParseExact(text, InputFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
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
