using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Data.Rows;

namespace Headless.GraphQL.Data.Paging;

/// <summary>
/// Writes and reads cursors: base64url of a version, the order's binding, the sort key values by their types, and the first eight bytes
/// of an HMAC-SHA256 over all of that. With the default key the HMAC is a checksum; a secret key makes cursors unforgeable.
/// </summary>
internal sealed class CursorCodec(byte[]? key)
{
    private const byte Version = 1;
    private const int HeaderLength = 5;
    private const int ChecksumLength = 8;

    /// <summary>The longest cursor that is written or read, in characters.</summary>
    public const int MaxLength = 4096;

    private static readonly byte[] ChecksumKey = "Headless.GraphQL.Data cursor"u8.ToArray();

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    private readonly byte[] _key = key ?? ChecksumKey;

    /// <summary>A number for an order that is the same in every process (32-bit FNV-1a).</summary>
    public static uint BindingOf(string order)
    {
        var hash = 2166136261u;
        foreach (var c in order)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    public string Encode(KeysetOrder order, object row)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(64);
        buffer.ResetWrittenCount();
        buffer.GetSpan(HeaderLength)[0] = Version;
        BinaryPrimitives.WriteUInt32LittleEndian(buffer.GetSpan(HeaderLength)[1..], order.Binding);
        buffer.Advance(HeaderLength);
        for (var i = 0; i < order.Keys.Count; i++)
        {
            Write(buffer, row is Row columns ? columns.GetKey(i) : order.Keys[i].ReadValue(row));
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, buffer.WrittenSpan, hash);
        buffer.Write(hash[..ChecksumLength]);
        return Base64Url.GetEncodedLength(buffer.WrittenCount) <= MaxLength
            ? Base64Url.EncodeToString(buffer.WrittenSpan)
            : throw DataErrors.Create("A value that the list is ordered by is too long for a cursor.", DataErrors.CursorTooLarge);
    }

    /// <summary>The values of a cursor, one for each key of the order; false where it is not one of this order.</summary>
    public bool TryDecode(string cursor, KeysetOrder order, [NotNullWhen(true)] out object?[]? values)
    {
        values = null;
        if (cursor.Length is 0 or > MaxLength || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(cursor).AsSpan();
        if (bytes.Length < HeaderLength + ChecksumLength || bytes[0] != Version)
        {
            return false;
        }

        var payload = bytes[..^ChecksumLength];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, payload, hash);
        if (!CryptographicOperations.FixedTimeEquals(hash[..ChecksumLength], bytes[^ChecksumLength..])
            || BinaryPrimitives.ReadUInt32LittleEndian(payload[1..]) != order.Binding)
        {
            return false;
        }

        try
        {
            var reader = new Reader(payload[HeaderLength..]);
            var read = new object?[order.Keys.Count];
            for (var i = 0; i < read.Length; i++)
            {
                read[i] = reader.Read(order.Keys[i].ValueType);
                if (read[i] is null && !order.Keys[i].CanBeNull)
                {
                    return false;
                }
            }

            values = read;
            return reader.IsAtEnd;
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static void Write(ArrayBufferWriter<byte> output, object? value)
    {
        if (value is null)
        {
            output.Write([(byte)0]);
            return;
        }

        output.Write([(byte)1]);
        switch (value)
        {
            case string text:
                var length = Encoding.UTF8.GetByteCount(text);
                WriteInt64(output, length);
                Encoding.UTF8.GetBytes(text, output);
                break;
            case Guid guid:
                guid.TryWriteBytes(output.GetSpan(16));
                output.Advance(16);
                break;
            case decimal number:
                foreach (var part in decimal.GetBits(number))
                {
                    WriteInt64(output, part);
                }

                break;
            case DateTime time:
                WriteInt64(output, time.Ticks);
                output.Write([(byte)time.Kind]);
                break;
            case DateTimeOffset time:
                WriteInt64(output, time.Ticks);
                WriteInt64(output, time.Offset.Ticks);
                break;
            default:
                WriteInt64(output, ToInt64(value));
                break;
        }
    }

    private static long ToInt64(object value) => value switch
    {
        double number => BitConverter.DoubleToInt64Bits(number),
        float number => BitConverter.SingleToInt32Bits(number),
        bool flag => flag ? 1 : 0,
        DateOnly date => date.DayNumber,
        TimeOnly time => time.Ticks,
        TimeSpan duration => duration.Ticks,
        ulong number => unchecked((long)number),
        Enum or IConvertible => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Lists cannot be paged in the order of a {value.GetType().Name}."),
    };

    private static void WriteInt64(ArrayBufferWriter<byte> output, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(8), value);
        output.Advance(8);
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _bytes = bytes;

        public readonly bool IsAtEnd => _bytes.IsEmpty;

        public object? Read(Type keyType)
        {
            var type = ElementTypes.Underlying(keyType);
            if (Take(1)[0] == 0)
            {
                return null;
            }

            if (type == typeof(string))
            {
                return Encoding.UTF8.GetString(Take(checked((int)ReadInt64())));
            }

            if (type == typeof(Guid))
            {
                return new Guid(Take(16));
            }

            if (type == typeof(decimal))
            {
                return new decimal([(int)ReadInt64(), (int)ReadInt64(), (int)ReadInt64(), (int)ReadInt64()]);
            }

            if (type == typeof(DateTime))
            {
                return new DateTime(ReadInt64(), (DateTimeKind)Take(1)[0]);
            }

            return type == typeof(DateTimeOffset)
                ? new DateTimeOffset(ReadInt64(), new TimeSpan(ReadInt64()))
                : FromInt64(ReadInt64(), type);
        }

        private static object FromInt64(long value, Type type)
        {
            if (type.IsEnum)
            {
                return Enum.ToObject(type, value);
            }

            return type == typeof(double) ? BitConverter.Int64BitsToDouble(value)
                : type == typeof(float) ? BitConverter.Int32BitsToSingle((int)value)
                : type == typeof(bool) ? value != 0
                : type == typeof(DateOnly) ? DateOnly.FromDayNumber(checked((int)value))
                : type == typeof(TimeOnly) ? new TimeOnly(value)
                : type == typeof(TimeSpan) ? new TimeSpan(value)
                : type == typeof(ulong) ? unchecked((ulong)value)
                : Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture);
        }

        private long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

        private ReadOnlySpan<byte> Take(int count)
        {
            var taken = _bytes[..count];
            _bytes = _bytes[count..];
            return taken;
        }
    }
}
