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

    /// <summary>How long a former secret may go on working beside the new one.</summary>
    public static readonly TimeSpan MaxOverlap = TimeSpan.FromDays(7);

    private DateTime? _revokedAt;
    private DateTime? _rotatedAt;
    private DateTime? _formerValidUntil;
    private byte[]? _formerHash;
    private byte[] _hash = [];
    private string _prefix = string.Empty;

    public long OperatorId { get; init; }

    public Operator Operator { get; init; } = null!;

    /// <summary>What the key is for.</summary>
    public required string Name { get; set; }

    /// <summary>The first characters of the secret, to tell keys apart.</summary>
    public required string Prefix
    {
        get => _prefix;
        init => _prefix = value;
    }

    /// <summary>The SHA-256 of the secret's UTF-8 bytes.</summary>
    [Secret]
    public required byte[] Hash
    {
        get => _hash;
        init => _hash = value;
    }

    /// <summary>The hash of the secret before the last rotation; null where there was none, or where it was not to go on working.</summary>
    [Secret]
    public byte[]? FormerHash
    {
        get => _formerHash;
        init => _formerHash = value;
    }

    /// <summary>Until when the secret from before the last rotation works, UTC; null: not at all.</summary>
    public DateTime? FormerValidUntil
    {
        get => _formerValidUntil;
        init => _formerValidUntil = value;
    }

    /// <summary>When it last got a new secret, UTC.</summary>
    public DateTime? RotatedAt
    {
        get => _rotatedAt;
        init => _rotatedAt = value;
    }

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
        var secret = NewSecret();
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
            Prefix = PrefixOf(secret),
            Hash = HashOf(secret),
            Scopes = scopes,
            ExpiresAt = expiresAt,
        };

    /// <summary>The hash under which the key of a secret is found.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether it works at a moment; its operator has to be active too.</summary>
    public bool IsUsable(DateTime at) => RevokedAt is null && (ExpiresAt is not { } end || at < end);

    /// <summary>Whether a secret opens it at a moment: the present one, or the former one during the overlap.</summary>
    public bool IsOpenedBy(byte[] hash, DateTime at) =>
        IsUsable(at) && (Hash.AsSpan().SequenceEqual(hash) || (at < FormerValidUntil && FormerHash.AsSpan().SequenceEqual(hash)));

    /// <summary>Gives it a new secret, which can be shown this once only. The former one works for the overlap; one from before that does not any more.</summary>
    /// <param name="at">Now, UTC.</param>
    /// <param name="overlap">How long; none: the former one stops at once.</param>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ApiKeyRevoked"/> or <see cref="DomainErrorCodes.ApiKeyExpired"/>: it works no more.</exception>
    public string Rotate(DateTime at, TimeSpan overlap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(overlap, MaxOverlap);
        if (RevokedAt is { } revoked)
        {
            throw new DomainException(DomainErrorCodes.ApiKeyRevoked, $"The key {Prefix}… was revoked at {revoked:O}: issue another one.");
        }

        if (ExpiresAt <= at)
        {
            throw new DomainException(DomainErrorCodes.ApiKeyExpired, $"The key {Prefix}… expired at {ExpiresAt:O}: issue another one.");
        }

        var secret = NewSecret();
        _formerHash = overlap > TimeSpan.Zero ? _hash : null;
        _formerValidUntil = overlap > TimeSpan.Zero ? at + overlap : null;
        (_hash, _prefix, _rotatedAt) = (HashOf(secret), PrefixOf(secret), at);
        return secret;
    }

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

    private static string NewSecret() => SecretStart + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static string PrefixOf(string secret) => secret.Length <= PrefixLength ? secret : secret[..PrefixLength];
}
