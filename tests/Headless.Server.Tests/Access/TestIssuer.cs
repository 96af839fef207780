using Headless.Server.Tests.Fixtures;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Headless.Server.Tests.Access;

/// <summary>An identity provider on this machine: a discovery document, a key set, and keys that change when it is told so.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "headless";

    private readonly WebApplication _application;
    private RsaSecurityKey _key = NewKey();

    private TestIssuer(WebApplication application) => _application = application;

    public string Address { get; private set; } = string.Empty;

    /// <summary>Whether it answers at all.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often its keys were asked for.</summary>
    public int Asked { get; private set; }

    public SecurityKey Key => _key;

    /// <summary>The modulus and the exponent, as anybody may read them.</summary>
    public string PublicKeyText => _key.Rsa.ExportSubjectPublicKeyInfoPem();

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new TestIssuer(builder.Build());
        issuer._application.MapGet("/.well-known/openid-configuration", () => issuer.IsDown
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Results.Json(new { issuer = issuer.Address, jwks_uri = $"{issuer.Address}/keys" }));
        issuer._application.MapGet("/keys", () =>
        {
            issuer.Asked++;
            return Results.Text(issuer.KeySet, "application/json");
        });
        await issuer._application.StartAsync();
        issuer.Address = issuer._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return issuer;
    }

    /// <summary>The key set as it publishes it.</summary>
    public string KeySet
    {
        get
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = _key.KeyId });
            return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{key.Kid}}","n":"{{key.N}}","e":"{{key.E}}"}]}""";
        }
    }

    /// <summary>Signs with another key from now on.</summary>
    public void Rotate() => _key = NewKey();

    /// <summary>A token; what is not given is as it should be.</summary>
    public string Issue(
        string? subject = null,
        string? issuer = null,
        string? audience = Audience,
        DateTime? notBefore = null,
        DateTime? expires = null,
        SigningCredentials? credentials = null,
        bool hasExpiry = true,
        params (string Type, object Value)[] claims)
    {
        var all = claims.ToDictionary(c => c.Type, c => c.Value);
        if (subject is not null)
        {
            all[JwtRegisteredClaimNames.Sub] = subject;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            NotBefore = notBefore ?? TestClock.UtcNow.UtcDateTime.AddMinutes(-1),
            Expires = hasExpiry ? expires ?? TestClock.UtcNow.UtcDateTime.AddMinutes(10) : null,
            Claims = all,
            SigningCredentials = credentials ?? new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>A token that says it needs no signature.</summary>
    public string IssueUnsigned(string subject)
    {
        var payload = $$"""{"iss":"{{Address}}","aud":"{{Audience}}","sub":"{{subject}}","exp":{{TestClock.UtcNow.AddMinutes(10).ToUnixTimeSeconds()}}}""";
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Base64UrlEncoder.Encode(payload)}.";
    }

    /// <summary>The public key taken for a shared secret: what a server would accept that believes the token's algorithm.</summary>
    public SigningCredentials Confused() =>
        new(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(PublicKeyText)) { KeyId = _key.KeyId }, SecurityAlgorithms.HmacSha256);

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
}
