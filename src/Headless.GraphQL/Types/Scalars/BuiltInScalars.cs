using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Headless.GraphQL.Types;

/// <summary>The scalars that every schema may use: the specification's five (section 3.5) and HotChocolate's. Shared by all schemas and never changed.</summary>
public static class BuiltInScalars
{
    /// <summary>The names of the scalars.</summary>
    public static class Names
    {
        public const string Int = "Int";
        public const string Float = "Float";
        public const string String = "String";
        public const string Boolean = "Boolean";
        public const string ID = "ID";
        public const string Long = "Long";
        public const string Short = "Short";
        public const string Byte = "Byte";
        public const string Decimal = "Decimal";
        public const string DateTime = "DateTime";
        public const string Date = "Date";
        public const string LocalDate = "LocalDate";
        public const string LocalTime = "LocalTime";
        public const string LocalDateTime = "LocalDateTime";
        public const string TimeSpan = "TimeSpan";
        public const string Uuid = "UUID";
        public const string Url = "URL";
        public const string ByteArray = "ByteArray";
        public const string Json = "JSON";
        public const string Any = "Any";
        public const string Upload = "Upload";
    }

    public static ScalarType Int { get; } = new IntType();

    public static ScalarType Float { get; } = new FloatType();

    public static ScalarType String { get; } = new StringType();

    public static ScalarType Boolean { get; } = new BooleanType();

    public static ScalarType ID { get; } = new IdType();

    public static ScalarType Long { get; } = new LongType();

    public static ScalarType Short { get; } = new ShortType();

    public static ScalarType Byte { get; } = new ByteType();

    public static ScalarType Decimal { get; } = new DecimalType();

    public static ScalarType DateTime { get; } = new DateTimeType();

    public static ScalarType Date { get; } = new DateType();

    public static ScalarType LocalDate { get; } = new LocalDateType();

    public static ScalarType LocalTime { get; } = new LocalTimeType();

    public static ScalarType LocalDateTime { get; } = new LocalDateTimeType();

    public static ScalarType TimeSpan { get; } = new TimeSpanType();

    public static ScalarType Uuid { get; } = new UuidType();

    public static ScalarType Url { get; } = new UrlType();

    public static ScalarType ByteArray { get; } = new ByteArrayType();

    public static ScalarType Json { get; } = new JsonType();

    public static ScalarType Any { get; } = new AnyType();

    public static ScalarType Upload { get; } = new UploadType();

    /// <summary>The scalars of the specification, in graphql-js's order.</summary>
    public static IReadOnlyList<ScalarType> Specified { get; } = [String, Int, Float, Boolean, ID];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScalarType> All { get; } =
    [
        .. Specified,
        Long, Short, Byte, Decimal, DateTime, Date, LocalDate, LocalTime, LocalDateTime, TimeSpan, Uuid, Url, ByteArray, Json, Any, Upload,
    ];

    private static readonly FrozenDictionary<string, ScalarType> ByName = All.ToFrozenDictionary(s => s.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, ScalarType> ByRuntimeType = new Dictionary<Type, ScalarType>
    {
        [typeof(int)] = Int,
        [typeof(double)] = Float,
        [typeof(float)] = Float,
        [typeof(string)] = String,
        [typeof(bool)] = Boolean,
        [typeof(long)] = Long,
        [typeof(short)] = Short,
        [typeof(byte)] = Byte,
        [typeof(decimal)] = Decimal,
        [typeof(DateTimeOffset)] = DateTime,
        [typeof(DateTime)] = DateTime,
        [typeof(DateOnly)] = LocalDate,
        [typeof(TimeOnly)] = LocalTime,
        [typeof(TimeSpan)] = TimeSpan,
        [typeof(Guid)] = Uuid,
        [typeof(Uri)] = Url,
        [typeof(byte[])] = ByteArray,
        [typeof(JsonElement)] = Json,
        [typeof(JsonDocument)] = Json,
        [typeof(object)] = Any,
        [typeof(IFile)] = Upload,
    }.ToFrozenDictionary();

    public static bool TryGet(string name, [NotNullWhen(true)] out ScalarType? scalar) => ByName.TryGetValue(name, out scalar);

    /// <summary>The scalar that a CLR type maps to by convention.</summary>
    public static bool TryGetForRuntimeType(Type type, [NotNullWhen(true)] out ScalarType? scalar)
        => ByRuntimeType.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out scalar);

    public static bool IsSpecified(string name) => name is Names.String or Names.Int or Names.Float or Names.Boolean or Names.ID;
}
