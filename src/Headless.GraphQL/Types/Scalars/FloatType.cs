using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>The <c>Float</c> scalar (specification section 3.5.2): a finite double; NaN and the infinities are errors.</summary>
public sealed class FloatType : ScalarType, IValueWriter<double>, IValueWriter<float>
{
    public FloatType()
        : base(BuiltInScalars.Names.Float)
    {
        Description = "A double-precision floating-point number (IEEE 754).";
        RuntimeType = typeof(double);
    }

    public override object? CoerceLiteral(ValueNode literal)
    {
        var text = literal switch
        {
            FloatValueNode real => real.Value,
            IntValueNode integer => integer.Value,
            _ => throw NotNumeric(CoercionText.Describe(literal)),
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw NotNumeric(CoercionText.Describe(literal));
    }

    public override object? CoerceVariable(JsonElement value)
        => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw NotNumeric(CoercionText.Describe(value));

    public override void WriteResult(object value, IBufferWriter<byte> output)
    {
        switch (value)
        {
            case float single:
                Write(single, output);
                break;
            case decimal exact:
                RelaxedJson.WriteNumber(output, exact);
                break;
            default:
                Write(FromResult(value), output);
                break;
        }
    }

    public void Write(double value, IBufferWriter<byte> output)
    {
        if (!double.IsFinite(value))
        {
            throw NotNumeric(CoercionText.Describe((object)value));
        }

        RelaxedJson.WriteNumber(output, value);
    }

    public void Write(float value, IBufferWriter<byte> output)
    {
        if (!float.IsFinite(value))
        {
            throw NotNumeric(CoercionText.Describe((object)value));
        }

        RelaxedJson.WriteNumber(output, value);
    }

    public override ValueNode ToLiteral(object value)
    {
        // A float keeps its own shortest text: as a double it would show digits that nobody wrote.
        var text = value is float single ? single.ToString("R", CultureInfo.InvariantCulture) : FromResult(value).ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'e', 'E') ? new FloatValueNode(default, text) : new IntValueNode(default, text);
    }

    private static double FromResult(object value) => value switch
    {
        double d => d,
        float f => f,
        int i => i,
        long l => l,
        short s => s,
        byte b => b,
        sbyte b => b,
        ushort s => s,
        uint i => i,
        ulong l => l,
        decimal m => (double)m,
        bool b => b ? 1 : 0,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ => throw NotNumeric(CoercionText.Describe(value)),
    };

    private static CoercionException NotNumeric(string value) => new($"Float cannot represent non numeric value: {value}");
}
