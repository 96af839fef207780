using System.Diagnostics.CodeAnalysis;

namespace Headless.GraphQL.Types;

/// <summary>The <c>URL</c> scalar: RFC 3986, absolute or relative.</summary>
public sealed class UrlType : TextScalarType<Uri>
{
    public UrlType()
        : base(BuiltInScalars.Names.Url)
    {
        Description = "A URL, such as `https://example.org/path`.";
        SpecifiedByUrl = "https://tools.ietf.org/html/rfc3986";
    }

    private protected override bool TryParse(string text, [MaybeNullWhen(false)] out Uri value)
        => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value) && text.Length > 0;

    private protected override string Format(object value) => value switch
    {
        Uri { IsAbsoluteUri: true } uri => uri.AbsoluteUri,
        Uri uri => uri.OriginalString,
        string text => text,
        _ => throw Invalid(value),
    };
}
