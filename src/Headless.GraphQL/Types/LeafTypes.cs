using System.Buffers;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>A scalar type: how a value comes in from a literal or from JSON and how it goes out (specification section 3.5).</summary>
public abstract class ScalarType(string name) : NamedType(name)
{
    /// <summary>The page that defines the format (specification section 3.13.5).</summary>
    public string? SpecifiedByUrl { get; set; }

    /// <summary>Input coercion of a literal without variables; throws <see cref="CoercionException"/>.</summary>
    public abstract object? CoerceLiteral(ValueNode literal);

    /// <summary>Input coercion of a variable's JSON, never JSON null; throws <see cref="CoercionException"/>.</summary>
    public abstract object? CoerceVariable(JsonElement value);

    /// <summary>Result coercion: writes the value, never null, as one JSON value; throws <see cref="CoercionException"/> before it has written anything.</summary>
    public abstract void WriteResult(object value, IBufferWriter<byte> output);

    /// <summary>The literal of a runtime value, for default values in the printed schema.</summary>
    public abstract ValueNode ToLiteral(object value);
}

/// <summary>An enum type (specification section 3.9).</summary>
public sealed class EnumType(string name) : NamedType(name)
{
    public FieldCollection<EnumValue> Values { get; } = new();
}

/// <summary>A value that its type does not accept; the message is for the client.</summary>
public sealed class CoercionException(string message) : Exception(message);
