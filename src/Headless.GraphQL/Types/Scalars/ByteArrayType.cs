using System.Diagnostics.CodeAnalysis;

namespace Headless.GraphQL.Types;

/// <summary>The <c>ByteArray</c> scalar: bytes in base64.</summary>
public sealed class ByteArrayType : TextScalarType<byte[]>
{
    public ByteArrayType()
        : base(BuiltInScalars.Names.ByteArray)
        => Description = "Bytes, encoded in base64.";

    private protected override int MaxLength => 1024 * 1024;

    private protected override bool TryParse(string text, [MaybeNullWhen(false)] out byte[] value)
    {
        var buffer = new byte[text.Length * 3 / 4];
        var valid = Convert.TryFromBase64String(text, buffer, out var written);
        value = valid ? buffer[..written] : null;
        return valid;
    }

    private protected override string Format(object value) => value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        ReadOnlyMemory<byte> bytes => Convert.ToBase64String(bytes.Span),
        _ => throw Invalid(value),
    };
}
