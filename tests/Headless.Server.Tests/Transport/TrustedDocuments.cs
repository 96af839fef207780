using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Headless.GraphQL.Execution;

namespace Headless.Server.Tests.Transport;

/// <summary>Trusted documents over <see cref="TransportSchema"/>, in a manifest as a client's build writes it.</summary>
internal static class TrustedDocuments
{
    public const string Hello = "query Hello($name: String) { hello(name: $name) }";
    public const string Increment = "mutation { increment }";
    public const string Count = "subscription { count(to: 1) }";
    public const string Failing = "{ fail hello }";

    public static string IdOf(string document) => "sha256:" + HashOf(document);

    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    public static TrustedDocumentStorage Load() => Load(Hello, Increment, Count, Failing);

    public static TrustedDocumentStorage Load(params string[] documents)
    {
        var manifest = Path.GetTempFileName();
        try
        {
            File.WriteAllText(manifest, JsonSerializer.Serialize(documents.ToDictionary(IdOf)));
            return TrustedDocumentStorage.Load([manifest]);
        }
        finally
        {
            File.Delete(manifest);
        }
    }
}
