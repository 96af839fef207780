using System.Security.Cryptography;
using System.Text.Json;

namespace Headless.GraphQL.Execution;

/// <summary><c>extensions.persistedQuery</c> of a request: what Apollo's clients send for automatic persisted queries.</summary>
/// <param name="Hash">The SHA-256 of the document's UTF-8 text in lowercase hexadecimal; null where the extension is malformed.</param>
internal readonly record struct PersistedQuery(string? Hash)
{
    private const int Version = 1;

    /// <summary>The extension of a request; null where it has none.</summary>
    public static PersistedQuery? Of(JsonElement extensions)
        => extensions.ValueKind == JsonValueKind.Object
            && extensions.TryGetProperty("persistedQuery", out var extension)
            && extension.ValueKind == JsonValueKind.Object
                ? new PersistedQuery(HashOf(extension))
                : null;

    public bool IsHashOf(ReadOnlySpan<byte> document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        return Convert.ToHexStringLower(hash) == Hash;
    }

    private static string? HashOf(JsonElement extension)
        => extension.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == Version
            && extension.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            && hash.GetString() is { } text && DocumentIds.IsSha256(text)
                ? text.ToLowerInvariant()
                : null;
}
