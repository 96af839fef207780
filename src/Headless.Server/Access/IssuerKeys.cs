using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Headless.Server.Access;

/// <summary>
/// The issuer's name and the keys that it signs with: from a file, or asked for when the first token comes, again once a day, and
/// again when a token names a key that is not known. An issuer that cannot be reached does not keep the server from starting.
/// </summary>
public sealed class IssuerKeys(TokenOptions options, IHttpClientFactory clients, TimeProvider clock, ILogger<IssuerKeys> logger) : IDisposable
{
    /// <summary>The client by which the issuer is asked.</summary>
    internal const string HttpClientName = "Headless.Issuer";

    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile KnownKeys? _known = options.KeySet is { } file ? ReadFile(file, options.Issuer!) : null;
    private DateTime _askedAt;

    /// <summary>The keys that are known; asks for them where none are. Null while the issuer cannot be reached.</summary>
    public async ValueTask<KnownKeys?> GetAsync(CancellationToken ct) =>
        _known is { } known && (options.Authority is null || clock.GetUtcNow().UtcDateTime - known.At < MaxAge) ? known : await AskAsync(_known, ct);

    /// <summary>The keys after a token has named one that is not among those given: asked for again, but not for every made-up token.</summary>
    public ValueTask<KnownKeys?> GetOtherThanAsync(KnownKeys? seen, CancellationToken ct) =>
        options.Authority is null ? new(_known) : AskAsync(seen, ct);

    public void Dispose() => _asking.Dispose();

    private async ValueTask<KnownKeys?> AskAsync(KnownKeys? seen, CancellationToken ct)
    {
        await _asking.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (_known != seen || now - _askedAt < options.RefreshInterval)
            {
                return _known;
            }

            _askedAt = now;
            using var client = clients.CreateClient(HttpClientName);
            var documents = new HttpDocumentRetriever(client) { RequireHttps = false };
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(
                $"{options.Authority!.TrimEnd('/')}/.well-known/openid-configuration", documents, ct);
            _known = new KnownKeys(options.Issuer ?? configuration.Issuer, [.. configuration.SigningKeys], now);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // What is known already goes on being trusted: an issuer that is down must not lock everybody out.
            logger.LogError(exception, "The keys of {Authority} could not be read; tokens that need them are refused, and it is tried again.", options.Authority);
        }
        finally
        {
            _asking.Release();
        }

        return _known;
    }

    private static KnownKeys ReadFile(string file, string issuer)
    {
        IList<SecurityKey> keys;
        try
        {
            keys = new JsonWebKeySet(File.ReadAllText(file)).GetSigningKeys();
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"{TokenOptions.SectionName}:KeySet: {file} is not a JSON Web Key Set.", exception);
        }

        // A shared secret in a file that is meant to be public is no secret.
        SecurityKey[] publicKeys = [.. keys.Where(key => key is not SymmetricSecurityKey)];
        return publicKeys.Length > 0
            ? new KnownKeys(issuer, publicKeys, DateTime.MaxValue)
            : throw new InvalidOperationException($"{TokenOptions.SectionName}:KeySet: {file} has no public key to check signatures with.");
    }
}

/// <summary>An issuer's name and keys.</summary>
/// <param name="Issuer">The <c>iss</c> of its tokens.</param>
/// <param name="Keys">What it signs with.</param>
/// <param name="At">When they were read, UTC.</param>
public sealed record KnownKeys(string Issuer, IReadOnlyList<SecurityKey> Keys, DateTime At);
