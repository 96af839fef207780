using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Headless.Community.Segments;

/// <summary>Conditions as JSON: in the database with keys, in the API with global ids.</summary>
public static class ConditionJson
{
    /// <summary>Raised when a stored condition would be read as another; older ones are then translated here.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions s_stored = Create(null);

    /// <summary>A condition as it is stored.</summary>
    public static string Write(SegmentCondition condition) => JsonSerializer.Serialize(new Stored(Version, condition), s_stored);

    /// <summary>A stored condition.</summary>
    /// <exception cref="JsonException">It was written by a later version, or is none.</exception>
    public static SegmentCondition Read(string json) =>
        JsonSerializer.Deserialize<Stored>(json, s_stored) is { Version: Version } stored
            ? stored.Condition
            : throw new JsonException("The condition is of a later version than this program.");

    /// <summary>Options that write a condition as the API takes it, with global ids.</summary>
    /// <param name="formatId">The global id of an entity's key.</param>
    public static JsonSerializerOptions CreateOptions(Func<Type, long, string> formatId) => Create(formatId);

    private static JsonSerializerOptions Create(Func<Type, long, string>? formatId)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(type => Shape(type, formatId));
        return new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = resolver,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        };
    }

    private static void Shape(JsonTypeInfo type, Func<Type, long, string>? formatId)
    {
        if (!type.Type.IsAssignableTo(typeof(SegmentCondition)) || type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Properties.ToList())
        {
            if (property is { Get: not null, Set: null })
            {
                type.Properties.Remove(property);
            }
            else if (formatId is not null
                && (property.AttributeProvider as MemberInfo)?.GetCustomAttribute<KeyOfAttribute>() is { } key)
            {
                property.CustomConverter = new IdConverter(key.Entity, formatId);
            }
        }
    }

    private sealed record Stored(int Version, SegmentCondition Condition);

    private sealed class IdConverter(Type entity, Func<Type, long, string> formatId) : JsonConverter<IReadOnlyList<long>>
    {
        public override IReadOnlyList<long> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Conditions with global ids are read by the API.");

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<long> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var id in value)
            {
                writer.WriteStringValue(formatId(entity, id));
            }

            writer.WriteEndArray();
        }
    }
}
