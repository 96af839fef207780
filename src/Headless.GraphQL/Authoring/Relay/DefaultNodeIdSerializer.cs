using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Headless.GraphQL.Authoring;

/// <summary>
/// Global ids as HotChocolate 15 writes them: <c>Type:id</c> in UTF-8 as base64 with the URL-safe alphabet and padding; a Guid as its 16
/// bytes. Ids without padding, in the standard alphabet or with HotChocolate's former delimiter (a line feed and the kind of the value) are read, too.
/// </summary>
internal sealed class DefaultNodeIdSerializer : INodeIdSerializer
{
    private const int MaxIdLength = 1024;
    private const int StackLimit = 256;
    private const byte Delimiter = (byte)':';
    private const byte FormerDelimiter = (byte)'\n';

    public string Format(string typeName, object internalId)
    {
        if (internalId is long or int or short)
        {
            return Format(typeName, Convert.ToInt64(internalId, CultureInfo.InvariantCulture));
        }

        if (internalId is Guid guid)
        {
            Span<byte> bytes = stackalloc byte[16];
            guid.TryWriteBytes(bytes);
            return Format(typeName, (ReadOnlySpan<byte>)bytes);
        }

        return Format(typeName, Encoding.UTF8.GetBytes(Convert.ToString(internalId, CultureInfo.InvariantCulture) ?? string.Empty));
    }

    /// <summary>As <see cref="Format(string, object)"/>, without boxing.</summary>
    public string Format(string typeName, long internalId)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(internalId, digits, out var length);
        return Format(typeName, (ReadOnlySpan<byte>)digits[..length]);
    }

    private static string Format(string typeName, ReadOnlySpan<byte> internalId)
    {
        var nameLength = Encoding.UTF8.GetByteCount(typeName);
        var length = nameLength + 1 + internalId.Length;
        var bytes = length <= StackLimit ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(typeName, bytes);
        bytes[nameLength] = Delimiter;
        internalId.CopyTo(bytes[(nameLength + 1)..]);
        return string.Create((length + 2) / 3 * 4, bytes, static (chars, source) =>
        {
            Convert.TryToBase64Chars(source, chars, out _);
            chars.Replace('+', '-');
            chars.Replace('/', '_');
        });
    }

    public NodeId Parse(string formattedId, Type runtimeType)
    {
        if (!TrySplit(formattedId, out var typeName, out var internalId) || !TryConvert(internalId, runtimeType, out var value))
        {
            throw new NodeIdInvalidFormatException(formattedId);
        }

        return new NodeId(typeName, value);
    }

    public bool TryParseTypeName(string formattedId, out string typeName) => TrySplit(formattedId, out typeName, out _);

    private static bool TrySplit(string formattedId, out string typeName, out byte[] internalId)
    {
        typeName = string.Empty;
        internalId = [];
        var text = formattedId.AsSpan().TrimEnd('=');
        if (text.IsEmpty || formattedId.Length > MaxIdLength)
        {
            return false;
        }

        Span<char> urlSafe = stackalloc char[text.Length];
        text.CopyTo(urlSafe);
        urlSafe.Replace('+', '-');
        urlSafe.Replace('/', '_');
        var bytes = new byte[Base64Url.GetMaxDecodedLength(urlSafe.Length)];
        if (Base64Url.IsValid(urlSafe) is false || !Base64Url.TryDecodeFromChars(urlSafe, bytes, out var length))
        {
            return false;
        }

        var decoded = bytes.AsSpan(0, length);
        var delimiter = decoded.IndexOfAny(Delimiter, FormerDelimiter);
        if (delimiter <= 0)
        {
            return false;
        }

        var start = delimiter + (decoded[delimiter] == FormerDelimiter ? 2 : 1);
        if (start > length)
        {
            return false;
        }

        typeName = Encoding.UTF8.GetString(decoded[..delimiter]);
        internalId = decoded[start..].ToArray();
        return true;
    }

    private static bool TryConvert(byte[] internalId, Type runtimeType, out object value)
    {
        var type = Nullable.GetUnderlyingType(runtimeType) ?? runtimeType;
        if (type == typeof(Guid))
        {
            value = Guid.Empty;
            if (internalId.Length == 16)
            {
                value = new Guid(internalId);
                return true;
            }

            if (Guid.TryParse(Encoding.UTF8.GetString(internalId), CultureInfo.InvariantCulture, out var guid))
            {
                value = guid;
                return true;
            }

            return false;
        }

        var text = Encoding.UTF8.GetString(internalId);
        const NumberStyles style = NumberStyles.AllowLeadingSign;
        switch (Type.GetTypeCode(type))
        {
            case TypeCode.Int64 when long.TryParse(text, style, CultureInfo.InvariantCulture, out var number):
                value = number;
                return true;
            case TypeCode.Int32 when int.TryParse(text, style, CultureInfo.InvariantCulture, out var number):
                value = number;
                return true;
            case TypeCode.Int16 when short.TryParse(text, style, CultureInfo.InvariantCulture, out var number):
                value = number;
                return true;
            case TypeCode.String:
            case TypeCode.Object when type == typeof(object):
                value = text;
                return true;
            default:
                value = text;
                return false;
        }
    }
}
