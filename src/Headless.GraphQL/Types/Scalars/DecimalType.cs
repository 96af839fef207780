using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>The <c>Decimal</c> scalar: 28 to 29 significant digits, written as a JSON number.</summary>
public sealed class DecimalType : ScalarType, IValueWriter<decimal>
{
    public DecimalType()
        : base(BuiltInScalars.Names.Decimal)
    {
        Description = "A decimal number of up to 28 significant digits, exact.";
        RuntimeType = typeof(decimal);
    }

    public override object? CoerceLiteral(ValueNode literal)
    {
        var text = literal switch
        {
            FloatValueNode real => real.Value,
            IntValueNode integer => integer.Value,
            _ => throw NotADecimal(CoercionText.Describe(literal)),
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw NotADecimal(CoercionText.Describe(literal));
    }

    public override object? CoerceVariable(JsonElement value)
        => value.ValueKind == JsonValueKind.Number && decimal.TryParse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw NotADecimal(CoercionText.Describe(value));

    public override void WriteResult(object value, IBufferWriter<byte> output) => Write(FromResult(value), output);

    public void Write(decimal value, IBufferWriter<byte> output) => RelaxedJson.WriteNumber(output, value);

    public override ValueNode ToLiteral(object value)
    {
        var text = FromResult(value).ToString(CultureInfo.InvariantCulture);
        return text.Contains('.') ? new FloatValueNode(default, text) : new IntValueNode(default, text);
    }

    private static decimal FromResult(object value)
    {
        try
        {
            return value switch
            {
                decimal m => m,
                int i => i,
                long l => l,
                short s => s,
                byte b => b,
                uint i => i,
                ulong l => l,
                double d when double.IsFinite(d) => (decimal)d,
                float f when float.IsFinite(f) => (decimal)f,
                _ => throw NotADecimal(CoercionText.Describe(value)),
            };
        }
        catch (OverflowException)
        {
            throw NotADecimal(CoercionText.Describe(value));
        }
    }

    private static CoercionException NotADecimal(string value) => new($"Decimal cannot represent value: {value}");
}
