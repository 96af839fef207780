using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Headless.Server.Access;

/// <summary>
/// Finds the operator behind a token of the identity provider. Validated here and not by ASP.NET Core's handler, so that a header, the
/// payload of <c>connection_init</c> and API keys go one way.
/// </summary>
public sealed class TokenDirectory(TokenOptions options, IssuerKeys issuer, ApiKeyDirectory found, TimeProvider clock, ILogger<TokenDirectory> logger)
{
    public const string AuthenticationType = "Token";

    /// <summary>Longer than any sensible token; a longer one is not looked at.</summary>
    private const int MaxTokenLength = 16 * 1024;

    /// <summary>Signatures by a private key only: none is no signature, and the HS kind would take the issuer's public key for a secret.</summary>
    private static readonly string[] s_algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxTokenLength };

    /// <summary>Whether tokens are taken at all.</summary>
    public bool IsEnabled => options.IsEnabled;

    /// <summary>The principal of the operator whom the token names; null for a token that is not valid here, or names nobody.</summary>
    public async ValueTask<ClaimsPrincipal?> FindAsync(string token, CancellationToken ct)
    {
        if (token.Length > MaxTokenLength || await issuer.GetAsync(ct) is not { } known)
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(token, Parameters(known));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException
            && await issuer.GetOtherThanAsync(known, ct) is { } renewed && renewed != known)
        {
            result = await _handler.ValidateTokenAsync(token, Parameters(renewed));
        }

        if (!result.IsValid || result.SecurityToken is not JsonWebToken valid)
        {
            logger.LogInformation("A token was refused: {Reason}", result.Exception?.GetType().Name);
            return null;
        }

        return await FindOperatorAsync(valid, ct) is { IsActive: true } caller && RoleOf(valid, caller) is { } role
            ? Caller.CreatePrincipal(
                caller.Id, caller.Name, role, DevelopmentCaller.AllScopes, AuthenticationType, expiresAt: valid.ValidTo + options.ClockSkew, isRoleOfToken: options.RoleClaim is not null)
            : null;
    }

    private TokenValidationParameters Parameters(KnownKeys known) => new()
    {
        ValidIssuer = known.Issuer,
        ValidAudiences = options.Audiences,
        IssuerSigningKeys = known.Keys,
        ValidAlgorithms = s_algorithms,
        ClockSkew = options.ClockSkew,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        ValidateIssuer = true,
        ValidateAudience = true,
        ValidateLifetime = true,
        ValidateIssuerSigningKey = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
            clock.GetUtcNow().UtcDateTime is var now && expires is { } end && now < end + options.ClockSkew && (notBefore is not { } start || now >= start - options.ClockSkew),
    };

    /// <summary>The role that the token gives; the operator's own where tokens give none. Null: the token gives none that is known.</summary>
    private OperatorRole? RoleOf(JsonWebToken token, Operator caller)
    {
        if (options.RoleClaim is not { } claim)
        {
            return caller.Role;
        }

        OperatorRole[] given = [.. token.Claims.Where(c => c.Type == claim).Where(c => options.Roles.ContainsKey(c.Value)).Select(c => options.Roles[c.Value])];

        // The roles are numbered from the most to the least that they may.
        return given.Length == 0 ? null : given.Min();
    }

    private async ValueTask<Operator?> FindOperatorAsync(JsonWebToken token, CancellationToken ct)
    {
        var isByEmail = options.OperatorClaim == TokenOptions.EmailClaim;
        if (!token.TryGetPayloadValue<string>(options.OperatorClaim, out var name)
            || string.IsNullOrEmpty(name)
            || (isByEmail && !(token.TryGetPayloadValue<bool>("email_verified", out var isVerified) && isVerified)))
        {
            return null;
        }

        return await found.RememberAsync((typeof(TokenDirectory), name), async db =>
        {
            var matching = await db.Operators.AsNoTracking()
                .Where(o => isByEmail ? o.Email == name : o.Subject == name)
                .OrderBy(o => o.Id)
                .Take(2)
                .ToListAsync(ct);

            // An address that two operators have names neither.
            return matching.Count == 1 ? matching[0] : null;
        });
    }
}
