using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Headless.Community;

/// <summary>A secret that lets its bearer act as an operator. Only its SHA-256 is kept.</summary>
/// <remarks>The secret has 256 random bits, so a plain hash without salt or stretching cannot be searched.</remarks>
public sealed class ApiKey : Entity
{
    public const int NameMaxLength = 100;
    public const int PrefixLength = 12;
    public const int HashLength = 32;

    /// <summary>What every secret starts with, so that scanners recognise a leaked one.</summary>
    public const string SecretStart = "hdl_";

    private DateTime? _revokedAt;

    public long OperatorId { get; init; }

    public Operator Operator { get; init; } = null!;

    /// <summary>What the key is for.</summary>
    public required string Name { get; set; }

    /// <summary>The first characters of the secret, to tell keys apart.</summary>
    public required string Prefix { get; init; }

    /// <summary>The SHA-256 of the secret's UTF-8 bytes.</summary>
    [Secret]
    public required byte[] Hash { get; init; }

    /// <summary><see cref="Scopes"/> as it is stored.</summary>
    public ApiKeyScope ScopeFlags { get; set; }

    /// <summary>What the key opens.</summary>
    public IReadOnlyList<ApiKeyScope> Scopes
    {
        get => Flags.ToList(ScopeFlags);
        set => ScopeFlags = Flags.FromList(value);
    }

    /// <summary>When it stops working, UTC; null: never.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTime? RevokedAt
    {
        get => _revokedAt;
        init => _revokedAt = value;
    }

    /// <summary>When it last opened something, UTC; written at most once a minute and without a new version.</summary>
    public DateTime? LastUsedAt { get; init; }

    /// <summary>Makes a key and the secret, which can be shown this once only.</summary>
    public static (ApiKey Key, string Secret) Issue(
        Operator owner, string name, IReadOnlyList<ApiKeyScope> scopes, DateTime? expiresAt = null)
    {
        var secret = SecretStart + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (FromSecret(owner, name, scopes, secret, expiresAt), secret);
    }

    /// <summary>Makes the key of a secret that is already known, such as the demo's.</summary>
    public static ApiKey FromSecret(
        Operator owner, string name, IReadOnlyList<ApiKeyScope> scopes, string secret, DateTime? expiresAt = null) =>
        new()
        {
            Operator = owner,
            OperatorId = owner.Id,
            Name = name,
            Prefix = secret.Length <= PrefixLength ? secret : secret[..PrefixLength],
            Hash = HashOf(secret),
            Scopes = scopes,
            ExpiresAt = expiresAt,
        };

    /// <summary>The hash under which the key of a secret is found.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether it works at a moment; its operator has to be active too.</summary>
    public bool IsUsable(DateTime at) => RevokedAt is null && (ExpiresAt is not { } end || at < end);

    /// <summary>Takes it back.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ApiKeyRevoked"/>: it already was.</exception>
    public void Revoke(DateTime at)
    {
        if (RevokedAt is { } before)
        {
            throw new DomainException(DomainErrorCodes.ApiKeyRevoked, $"The key {Prefix}… was revoked at {before:O} already.");
        }

        _revokedAt = at;
    }
}
