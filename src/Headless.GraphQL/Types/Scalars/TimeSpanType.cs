using System.Xml;

namespace Headless.GraphQL.Types;

/// <summary>The <c>TimeSpan</c> scalar: an ISO 8601 duration.</summary>
public sealed class TimeSpanType : TextScalarType<TimeSpan>
{
    public TimeSpanType()
        : base(BuiltInScalars.Names.TimeSpan)
        => Description = "A duration as ISO 8601 writes it, such as `PT1H30M`.";

    private protected override int MaxLength => 64;

    private protected override bool TryParse(string text, out TimeSpan value)
    {
        value = default;

        // Years and months have no fixed length: XmlConvert would guess one.
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var date = time < 0 ? text : text[..time];
        if (text.Length == 0 || date.AsSpan().ContainsAny('Y', 'M'))
        {
            return false;
        }

        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    private protected override string Format(object value) => value is TimeSpan span ? XmlConvert.ToString(span) : throw Invalid(value);
}
