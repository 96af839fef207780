using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Headless.Server.Assets;

/// <summary>Signs addresses that open one asset to one kind of request until a time: an image in a page cannot send a key.</summary>
public sealed class AssetAddresses(AssetOptions options, TimeProvider clock)
{
    public const string Path = "/assets";

    private readonly byte[] _key = options.SigningKey is { } key ? Encoding.UTF8.GetBytes(key) : RandomNumberGenerator.GetBytes(32);

    /// <summary>Where its bytes can be read, until a time.</summary>
    public string ToRead(long id, string sha256, DateTime until) => Sign("get", id, sha256, until);

    /// <summary>Where its bytes can be put, until a time, once.</summary>
    public string ToWrite(long id, long size, DateTime until) => Sign("put", id, size.ToString(CultureInfo.InvariantCulture), until);

    /// <summary>Whether an address was made here and its time has not passed.</summary>
    /// <param name="method"><c>get</c> or <c>put</c>.</param>
    /// <param name="id">The asset.</param>
    /// <param name="of">What the address is limited to: the asset's hash to read it, its size to write it.</param>
    /// <param name="expires">The seconds since 1970 that the address gives.</param>
    /// <param name="signature">The signature that it gives.</param>
    public bool IsValid(string method, long id, string of, string? expires, string? signature)
    {
        if (!long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until) || signature is null || until < clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature(method, id, of, until)), Encoding.UTF8.GetBytes(signature));
    }

    /// <summary>An address at which something else than an asset is read or written, until a time.</summary>
    /// <param name="path">Where that is, with a leading slash.</param>
    /// <param name="method">What it is, as <see cref="IsValid"/> is asked about it.</param>
    /// <param name="id">Its key.</param>
    /// <param name="of">What the address is limited to.</param>
    public string Sign(string path, string method, long id, string of, DateTime until)
    {
        var expires = new DateTimeOffset(DateTime.SpecifyKind(until, DateTimeKind.Utc)).ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"{options.PublicUrl?.TrimEnd('/')}{path}?expires={expires}&signature={Signature(method, id, of, expires)}");
    }

    private string Sign(string method, long id, string of, DateTime until) =>
        Sign(string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}"), method, id, of, until);

    private string Signature(string method, long id, string of, long expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{method}\n{id}\n{of}\n{expires}"))));
}
