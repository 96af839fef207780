using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>The <c>ID</c> scalar (specification section 3.5.5): strings and integers come in, strings go out.</summary>
public sealed class IdType : ScalarType, IValueWriter<string>, IValueWriter<int>, IValueWriter<long>, IValueWriter<Guid>
{
    public IdType()
        : base(BuiltInScalars.Names.ID)
    {
        Description = "A unique identifier, to fetch an object again or as a key in a cache. Written as a string; an integer is accepted too.";
        RuntimeType = typeof(string);
    }

    public override object? CoerceLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode integer => integer.Value,
        _ => throw new CoercionException($"ID cannot represent a non-string and non-integer value: {CoercionText.Describe(literal)}"),
    };

    public override object? CoerceVariable(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Number:
                var raw = value.GetRawText();
                if (!raw.AsSpan().ContainsAny('.', 'e', 'E'))
                {
                    return raw;
                }

                if (value.TryGetDouble(out var number) && double.IsInteger(number) && Math.Abs(number) <= 1L << 53)
                {
                    return number.ToString("F0", CultureInfo.InvariantCulture);
                }

                break;
        }

        throw new CoercionException($"ID cannot represent value: {CoercionText.Describe(value)}");
    }

    public override void WriteResult(object value, IBufferWriter<byte> output) => RelaxedJson.WriteString(output, FromResult(value));

    public void Write(string value, IBufferWriter<byte> output) => RelaxedJson.WriteString(output, value);

    public void Write(int value, IBufferWriter<byte> output) => RelaxedJson.WriteQuoted(output, value, 11);

    public void Write(long value, IBufferWriter<byte> output) => RelaxedJson.WriteQuoted(output, value, 20);

    public void Write(Guid value, IBufferWriter<byte> output) => RelaxedJson.WriteQuoted(output, value, 36, "D");

    public override ValueNode ToLiteral(object value)
    {
        var text = FromResult(value);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text
            ? new IntValueNode(default, text)
            : new StringValueNode(default, text, isBlock: false);
    }

    private static string FromResult(object value) => value switch
    {
        string text => text,
        int or long or short or byte or sbyte or ushort or uint or ulong or Guid => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new CoercionException($"ID cannot represent value: {CoercionText.Describe(value)}"),
    };
}
