using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>The <c>String</c> scalar (specification section 3.5.3).</summary>
public sealed class StringType : ScalarType, IValueWriter<string>
{
    public StringType()
        : base(BuiltInScalars.Names.String)
    {
        Description = "Text: a sequence of Unicode characters.";
        RuntimeType = typeof(string);
    }

    public override object? CoerceLiteral(ValueNode literal)
        => literal is StringValueNode text ? text.Value : throw NotAString(CoercionText.Describe(literal));

    public override object? CoerceVariable(JsonElement value)
        => value.ValueKind == JsonValueKind.String ? value.GetString() : throw NotAString(CoercionText.Describe(value));

    public override void WriteResult(object value, IBufferWriter<byte> output) => RelaxedJson.WriteString(output, FromResult(value));

    public void Write(string value, IBufferWriter<byte> output) => RelaxedJson.WriteString(output, value);

    public override ValueNode ToLiteral(object value) => new StringValueNode(default, FromResult(value), isBlock: false);

    private static string FromResult(object value) => value switch
    {
        string text => text,
        bool boolean => boolean ? "true" : "false",
        double d when !double.IsFinite(d) => throw Unrepresentable(value),
        float f when !float.IsFinite(f) => throw Unrepresentable(value),
        int or long or short or byte or sbyte or ushort or uint or ulong or double or float or decimal or Guid
            => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        char character => character.ToString(),
        _ => throw Unrepresentable(value),
    };

    private static CoercionException NotAString(string value) => new($"String cannot represent a non string value: {value}");

    private static CoercionException Unrepresentable(object value) => new($"String cannot represent value: {CoercionText.Describe(value)}");
}
