using System.Security.Claims;

namespace Headless.Server.Access;

/// <summary>Finds who is behind <c>Bearer …</c>: an API key, or where tokens are taken a token of the identity provider.</summary>
public sealed class BearerDirectory(ApiKeyDirectory keys, TokenDirectory tokens)
{
    /// <summary>The scheme in the header and in the payload of <c>connection_init</c>.</summary>
    public const string Scheme = "Bearer ";

    /// <summary>What the client is told of a credential that opens nothing: not why.</summary>
    public const string Refusal = "The API key or token is unknown, revoked, expired or not for this server.";

    /// <summary>The principal; null where the credential opens nothing.</summary>
    public ValueTask<ClaimsPrincipal?> FindAsync(string credential, CancellationToken ct) =>
        tokens.IsEnabled && IsToken(credential) ? tokens.FindAsync(credential, ct) : keys.FindAsync(credential, ct);

    /// <summary>Three parts joined by dots: no key has one.</summary>
    private static bool IsToken(string credential) => credential.AsSpan().Count('.') == 2;
}
