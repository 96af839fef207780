using System.Security.Cryptography;

namespace Headless.GraphQL.Execution;

/// <summary>Ids of stored documents (GraphQL over HTTP, appendix A "Persisted documents": <c>sha256:</c> and 64 hexadecimal digits).</summary>
internal static class DocumentIds
{
    public const string Sha256Prefix = "sha256:";

    /// <summary>The id that a document has by its text alone.</summary>
    public static string OfText(ReadOnlySpan<byte> document) => Sha256Prefix + Convert.ToHexStringLower(SHA256.HashData(document));

    /// <summary>Whether a text is a SHA-256 in hexadecimal, without prefix.</summary>
    public static bool IsSha256(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.AsSpan().IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
