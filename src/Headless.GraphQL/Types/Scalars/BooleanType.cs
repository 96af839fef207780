using System.Buffers;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>The <c>Boolean</c> scalar (specification section 3.5.4).</summary>
public sealed class BooleanType : ScalarType, IValueWriter<bool>
{
    private static readonly object True = true;
    private static readonly object False = false;

    public BooleanType()
        : base(BuiltInScalars.Names.Boolean)
    {
        Description = "`true` or `false`.";
        RuntimeType = typeof(bool);
    }

    public override object? CoerceLiteral(ValueNode literal)
        => literal is BooleanValueNode boolean ? Box(boolean.Value) : throw NotABoolean(CoercionText.Describe(literal));

    public override object? CoerceVariable(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        _ => throw NotABoolean(CoercionText.Describe(value)),
    };

    public override void WriteResult(object value, IBufferWriter<byte> output) => Write(FromResult(value), output);

    public void Write(bool value, IBufferWriter<byte> output) => RelaxedJson.WriteBoolean(output, value);

    public override ValueNode ToLiteral(object value) => new BooleanValueNode(default, FromResult(value));

    private static object Box(bool value) => value ? True : False;

    private static bool FromResult(object value) => value switch
    {
        bool boolean => boolean,
        int i => i != 0,
        long l => l != 0,
        double d when double.IsFinite(d) => d != 0,
        _ => throw NotABoolean(CoercionText.Describe(value)),
    };

    private static CoercionException NotABoolean(string value) => new($"Boolean cannot represent a non boolean value: {value}");
}
