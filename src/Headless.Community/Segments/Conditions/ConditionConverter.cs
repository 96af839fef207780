using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headless.Community.Segments;

/// <summary>A node as an object with one member: <c>{"all": […]}</c>, <c>{"purchase": {…}}</c>.</summary>
internal sealed class ConditionConverter : JsonConverter<SegmentCondition>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(SegmentCondition);

    public override SegmentCondition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            throw new JsonException("A condition is an object with one member.");
        }

        var name = reader.GetString()!;
        var type = ConditionNames.Find(name) ?? throw new JsonException($"There is no condition '{name}'.");
        reader.Read();
        SegmentCondition condition = type.IsAssignableTo(typeof(GroupCondition))
            ? (GroupCondition)Activator.CreateInstance(type, JsonSerializer.Deserialize<List<SegmentCondition>>(ref reader, options))!
            : (SegmentCondition)JsonSerializer.Deserialize(ref reader, type, options)!;
        reader.Read();
        return reader.TokenType == JsonTokenType.EndObject ? condition : throw new JsonException("A condition is an object with one member.");
    }

    public override void Write(Utf8JsonWriter writer, SegmentCondition value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(value.Name);
        if (value is GroupCondition group)
        {
            writer.WriteStartArray();
            foreach (var child in group.Of)
            {
                Write(writer, child, options);
            }

            writer.WriteEndArray();
        }
        else
        {
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
        }

        writer.WriteEndObject();
    }
}
