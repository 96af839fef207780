using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>A scalar that takes any JSON value; input yields a <see cref="JsonElement"/> of its own document.</summary>
public abstract class AnyJsonType : ScalarType, IValueWriter<JsonElement>
{
    private const int MaxDepth = 32;

    private protected AnyJsonType(string name)
        : base(name)
        => RuntimeType = typeof(JsonElement);

    public override object? CoerceLiteral(ValueNode literal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteLiteral(writer, literal, 0);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = MaxDepth + 1 });
        return document.RootElement.Clone();
    }

    public override object? CoerceVariable(JsonElement value) => value.Clone();

    public override void WriteResult(object value, IBufferWriter<byte> output)
    {
        switch (value)
        {
            case JsonElement { ValueKind: JsonValueKind.Undefined }:
                throw new CoercionException($"{Name} cannot represent an undefined value.");
            case JsonElement element:
                Write(element, output);
                break;
            case JsonDocument document:
                Write(document.RootElement, output);
                break;
            case JsonNode node:
                Write(JsonSerializer.SerializeToElement(node), output);
                break;
            case string text:
                RelaxedJson.WriteString(output, text);
                break;
            default:
                // Serialised as a whole first, so that nothing is written when a value inside it fails.
                Write(Serialize(value), output);
                break;
        }
    }

    public void Write(JsonElement value, IBufferWriter<byte> output) => RelaxedJson.WriteElement(output, value);

    public override ValueNode ToLiteral(object value) => ToLiteral(value is JsonElement element ? element : Serialize(value), 0);

    private JsonElement Serialize(object value)
    {
        try
        {
            return JsonSerializer.SerializeToElement(value, value.GetType(), RelaxedJson.StringOptions);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new CoercionException($"{Name} cannot represent value: {CoercionText.Describe(value)}");
        }
    }

    private void WriteLiteral(Utf8JsonWriter writer, ValueNode literal, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new CoercionException($"{Name} cannot represent a value that is nested deeper than {MaxDepth} levels.");
        }

        switch (literal)
        {
            case IntValueNode integer:
                writer.WriteRawValue(integer.Value);
                break;
            case FloatValueNode real:
                writer.WriteRawValue(real.Value);
                break;
            case StringValueNode text:
                writer.WriteStringValue(text.Value);
                break;
            case EnumValueNode name:
                writer.WriteStringValue(name.Value);
                break;
            case BooleanValueNode boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case ListValueNode list:
                writer.WriteStartArray();
                foreach (var item in list.Values)
                {
                    WriteLiteral(writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case ObjectValueNode obj:
                writer.WriteStartObject();
                foreach (var field in obj.Fields)
                {
                    writer.WritePropertyName(field.Name.Value);
                    WriteLiteral(writer, field.Value, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case VariableNode variable:
                throw new CoercionException($"{Name} cannot represent the variable \"${variable.Name.Value}\" inside a literal: pass the whole value as a variable.");
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private ValueNode ToLiteral(JsonElement value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new CoercionException($"{Name} cannot represent a value that is nested deeper than {MaxDepth} levels.");
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return new StringValueNode(default, value.GetString()!, isBlock: false);
            case JsonValueKind.Number:
                var raw = value.GetRawText();
                return raw.AsSpan().ContainsAny('.', 'e', 'E') ? new FloatValueNode(default, raw) : new IntValueNode(default, raw);
            case JsonValueKind.True or JsonValueKind.False:
                return new BooleanValueNode(default, value.GetBoolean());
            case JsonValueKind.Array:
                var items = new List<ValueNode>(value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                {
                    items.Add(ToLiteral(item, depth + 1));
                }

                return new ListValueNode(default, items);
            case JsonValueKind.Object:
                var fields = new List<ObjectFieldNode>();
                foreach (var property in value.EnumerateObject())
                {
                    fields.Add(new ObjectFieldNode(default, new NameNode(default, property.Name), ToLiteral(property.Value, depth + 1)));
                }

                return new ObjectValueNode(default, fields);
            default:
                return new NullValueNode(default);
        }
    }
}

/// <summary>The <c>JSON</c> scalar.</summary>
public sealed class JsonType : AnyJsonType
{
    public JsonType()
        : base(BuiltInScalars.Names.Json)
        => Description = "Any JSON value.";
}

/// <summary>The <c>Any</c> scalar.</summary>
public sealed class AnyType : AnyJsonType
{
    public AnyType()
        : base(BuiltInScalars.Names.Any)
        => Description = "A value of any form.";
}
