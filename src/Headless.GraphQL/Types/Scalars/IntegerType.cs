using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>A scalar of whole numbers: the literal is an integer literal, the JSON is a number without a fraction.</summary>
public abstract class IntegerType<T> : ScalarType, IValueWriter<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly string _range;

    private protected IntegerType(string name, string range)
        : base(name)
    {
        _range = range;
        RuntimeType = typeof(T);
    }

    public override object? CoerceLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode integer)
        {
            throw NotAnInteger(CoercionText.Describe(literal));
        }

        return T.TryParse(integer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw OutOfRange(CoercionText.Describe(literal));
    }

    public override object? CoerceVariable(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            throw NotAnInteger(CoercionText.Describe(value));
        }

        var raw = value.GetRawText();
        if (T.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        // JSON has one kind of number: 1.0 and 1e3 are whole.
        if (raw.AsSpan().ContainsAny('.', 'e', 'E'))
        {
            if (!value.TryGetDouble(out var real) || !double.IsInteger(real))
            {
                throw NotAnInteger(CoercionText.Describe(value));
            }

            // Above 2^53 a double does not say which integer was meant.
            if (Math.Abs(real) <= 1L << 53 && T.TryParse(real.ToString("F0", CultureInfo.InvariantCulture), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            {
                return number;
            }
        }

        throw OutOfRange(CoercionText.Describe(value));
    }

    public override void WriteResult(object value, IBufferWriter<byte> output) => Write(FromResult(value), output);

    public void Write(T value, IBufferWriter<byte> output) => RelaxedJson.WriteNumber(output, value);

    public override ValueNode ToLiteral(object value) => new IntValueNode(default, FromResult(value).ToString(null, CultureInfo.InvariantCulture));

    private T FromResult(object value)
    {
        switch (value)
        {
            case T exact:
                return exact;
            case bool boolean:
                return boolean ? T.One : T.Zero;
            case string text when text.Length > 0:
                return T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
                    ? parsed
                    : throw (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && text.Length <= 64
                        ? OutOfRange(CoercionText.Describe(value))
                        : NotAnInteger(CoercionText.Describe(value)));
        }

        try
        {
            return value switch
            {
                int i => T.CreateChecked(i),
                long l => T.CreateChecked(l),
                short s => T.CreateChecked(s),
                byte b => T.CreateChecked(b),
                sbyte b => T.CreateChecked(b),
                ushort s => T.CreateChecked(s),
                uint i => T.CreateChecked(i),
                ulong l => T.CreateChecked(l),
                double d when double.IsInteger(d) => T.CreateChecked(d),
                float f when float.IsInteger(f) => T.CreateChecked(f),
                decimal m when decimal.IsInteger(m) => T.CreateChecked(m),
                Enum e => T.CreateChecked(Convert.ToInt64(e, CultureInfo.InvariantCulture)),
                _ => throw NotAnInteger(CoercionText.Describe(value)),
            };
        }
        catch (OverflowException)
        {
            throw OutOfRange(CoercionText.Describe(value));
        }
    }

    private CoercionException NotAnInteger(string value) => new($"{Name} cannot represent non-integer value: {value}");

    private CoercionException OutOfRange(string value) => new($"{Name} cannot represent {_range} value: {value}");
}

/// <summary>The <c>Int</c> scalar (specification section 3.5.1).</summary>
public sealed class IntType : IntegerType<int>
{
    public IntType()
        : base(BuiltInScalars.Names.Int, "non 32-bit signed integer")
        => Description = "A whole number from -2^31 to 2^31 - 1.";
}

/// <summary>The <c>Long</c> scalar: 64 bits, written as a JSON number with all of its digits.</summary>
public sealed class LongType : IntegerType<long>
{
    public LongType()
        : base(BuiltInScalars.Names.Long, "non 64-bit signed integer")
        => Description = "A whole number from -2^63 to 2^63 - 1.";
}

/// <summary>The <c>Short</c> scalar: 16 bits.</summary>
public sealed class ShortType : IntegerType<short>
{
    public ShortType()
        : base(BuiltInScalars.Names.Short, "non 16-bit signed integer")
        => Description = "A whole number from -2^15 to 2^15 - 1.";
}

/// <summary>The <c>Byte</c> scalar: 0 to 255.</summary>
public sealed class ByteType : IntegerType<byte>
{
    public ByteType()
        : base(BuiltInScalars.Names.Byte, "non 8-bit unsigned integer")
        => Description = "A whole number from 0 to 255.";
}
