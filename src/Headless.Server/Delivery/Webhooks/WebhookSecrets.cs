using System.Security.Cryptography;

namespace Headless.Server.Delivery.Webhooks;

/// <summary>
/// The secrets that deliveries are signed with. They have to be had again, so they are no hashes: with <c>Webhooks:ProtectionKey</c> the
/// database holds them encrypted (AES-256-GCM), without it as they are.
/// </summary>
public sealed class WebhookSecrets(WebhookOptions options)
{
    /// <summary>How every secret begins, by Standard Webhooks.</summary>
    public const string Prefix = "whsec_";

    private const int SecretLength = 32;
    private const byte Plain = 0;
    private const byte Encrypted = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Makes a secret.</summary>
    /// <returns>What is stored, and what its owner is shown.</returns>
    public (byte[] Stored, string Shown) Create()
    {
        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        return (Protect(secret), Prefix + Convert.ToBase64String(secret));
    }

    /// <summary>The bytes that sign; null where they were protected with another key.</summary>
    public byte[]? Read(byte[] stored)
    {
        if (stored is [Plain, ..])
        {
            return stored[1..];
        }

        if (options.Key is not { } key || stored.Length < 1 + NonceLength + TagLength)
        {
            return null;
        }

        var secret = new byte[stored.Length - 1 - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(
                stored.AsSpan(1, NonceLength),
                stored.AsSpan(1 + NonceLength + TagLength),
                stored.AsSpan(1 + NonceLength, TagLength),
                secret,
                stored.AsSpan(0, 1));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] Protect(byte[] secret)
    {
        if (options.Key is not { } key)
        {
            return [Plain, .. secret];
        }

        var stored = new byte[1 + NonceLength + TagLength + secret.Length];
        stored[0] = Encrypted;
        RandomNumberGenerator.Fill(stored.AsSpan(1, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            stored.AsSpan(1, NonceLength),
            secret,
            stored.AsSpan(1 + NonceLength + TagLength),
            stored.AsSpan(1 + NonceLength, TagLength),
            stored.AsSpan(0, 1));
        return stored;
    }
}
