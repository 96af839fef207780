using System.Buffers;

namespace Headless.GraphQL.Types;

/// <summary>The <c>UUID</c> scalar: RFC 4122's text form with hyphens.</summary>
public sealed class UuidType : TextScalarType<Guid>, IValueWriter<Guid>
{
    public UuidType()
        : base(BuiltInScalars.Names.Uuid)
    {
        Description = "A universally unique identifier, such as `0196d5a0-7c1e-7d5c-8a55-4c1f2b0f9d11`.";
        SpecifiedByUrl = "https://tools.ietf.org/html/rfc4122";
    }

    private protected override int MaxLength => 36;

    public void Write(Guid value, IBufferWriter<byte> output) => RelaxedJson.WriteQuoted(output, value, 36, "D");

    private protected override bool TryParse(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    private protected override string Format(object value) => value is Guid guid ? guid.ToString("D") : throw Invalid(value);
}
