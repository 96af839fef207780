namespace Headless.GraphQL;

// Names of schema types where a CLR type argument is wanted: descriptor.Type<NonNullType<IdType>>(), [GraphQLType<DecimalType>].

/// <summary>A non-null <typeparamref name="T"/>.</summary>
public sealed class NonNullType<T>
    where T : class;

/// <summary>A list of <typeparamref name="T"/>.</summary>
public sealed class ListType<T>
    where T : class;

/// <summary>The scalar <c>Int</c>.</summary>
public sealed class IntType;

/// <summary>The scalar <c>Float</c>.</summary>
public sealed class FloatType;

/// <summary>The scalar <c>String</c>.</summary>
public sealed class StringType;

/// <summary>The scalar <c>Boolean</c>.</summary>
public sealed class BooleanType;

/// <summary>The scalar <c>ID</c>.</summary>
public sealed class IdType;

/// <summary>The scalar <c>Long</c>.</summary>
public sealed class LongType;

/// <summary>The scalar <c>Short</c>.</summary>
public sealed class ShortType;

/// <summary>The scalar <c>Byte</c>.</summary>
public sealed class ByteType;

/// <summary>The scalar <c>Decimal</c>.</summary>
public sealed class DecimalType;

/// <summary>The scalar <c>DateTime</c>.</summary>
public sealed class DateTimeType;

/// <summary>The scalar <c>Date</c>.</summary>
public sealed class DateType;

/// <summary>The scalar <c>LocalDate</c>.</summary>
public sealed class LocalDateType;

/// <summary>The scalar <c>LocalTime</c>.</summary>
public sealed class LocalTimeType;

/// <summary>The scalar <c>LocalDateTime</c>.</summary>
public sealed class LocalDateTimeType;

/// <summary>The scalar <c>TimeSpan</c>.</summary>
public sealed class TimeSpanType;

/// <summary>The scalar <c>UUID</c>.</summary>
public sealed class UuidType;

/// <summary>The scalar <c>URL</c>.</summary>
public sealed class UrlType;

/// <summary>The scalar <c>ByteArray</c>.</summary>
public sealed class ByteArrayType;

/// <summary>The scalar <c>JSON</c>.</summary>
public sealed class JsonType;

/// <summary>The scalar <c>Any</c>.</summary>
public sealed class AnyType;
