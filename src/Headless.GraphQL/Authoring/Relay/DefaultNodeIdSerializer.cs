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
    private const byte Delimiter = (byte)':';
    private const byte FormerDelimiter = (byte)'\n';

    public string Format(string typeName, object internalId)
    {
        var nameLength = Encoding.UTF8.GetByteCount(typeName);
        Span<byte> guid = stackalloc byte[16];
        byte[] bytes;
        if (internalId is Guid value)
        {
            value.TryWriteBytes(guid);
            bytes = new byte[nameLength + 1 + guid.Length];
            guid.CopyTo(bytes.AsSpan(nameLength + 1));
        }
        else
        {
            var text = Convert.ToString(internalId, CultureInfo.InvariantCulture) ?? string.Empty;
            bytes = new byte[nameLength + 1 + Encoding.UTF8.GetByteCount(text)];
            Encoding.UTF8.GetBytes(text, bytes.AsSpan(nameLength + 1));
        }

        Encoding.UTF8.GetBytes(typeName, bytes);
        bytes[nameLength] = Delimiter;
        return string.Create((bytes.Length + 2) / 3 * 4, bytes, static (chars, source) =>
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
