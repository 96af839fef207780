using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>A scalar whose values are strings of one format.</summary>
/// <typeparam name="T">What input yields.</typeparam>
public abstract class TextScalarType<T> : ScalarType
    where T : notnull
{
    private const int MaxInputLength = 64 * 1024;

    private protected TextScalarType(string name)
        : base(name)
        => RuntimeType = typeof(T);

    /// <summary>The longest text that is looked at.</summary>
    private protected virtual int MaxLength => MaxInputLength;

    public override object? CoerceLiteral(ValueNode literal)
        => literal is StringValueNode text && text.Value.Length <= MaxLength && TryParse(text.Value, out var value)
            ? value
            : throw Invalid(CoercionText.Describe(literal));

    public override object? CoerceVariable(JsonElement value)
        => value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Length <= MaxLength && TryParse(text, out var result)
            ? result
            : throw Invalid(CoercionText.Describe(value));

    public override void WriteResult(object value, IBufferWriter<byte> output) => RelaxedJson.WriteString(output, Format(value));

    public override ValueNode ToLiteral(object value) => new StringValueNode(default, Format(value), isBlock: false);

    private protected abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>The text of a runtime value; throws <see cref="CoercionException"/> for one of another type.</summary>
    private protected abstract string Format(object value);

    private protected CoercionException Invalid(string value) => new($"{Name} cannot represent value: {value}");

    private protected CoercionException Invalid(object value) => Invalid(CoercionText.Describe(value));
}
