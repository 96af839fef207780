using System.Globalization;
using System.Security.Claims;

namespace Headless.Server.Access;

/// <summary>Who sends the request, and which rows they may see.</summary>
public sealed record Caller
{
    private const string OperatorIdClaim = "operator_id";
    private const string KeyIdClaim = "key_id";
    private const string KeyHashClaim = "key_hash";
    private const string ExpiresAtClaim = "expires_at";
    private const string RoleOfTokenClaim = "role_of_token";

    private Caller(long? operatorId, OperatorRole? role, ClaimsPrincipal principal) => (OperatorId, Role, Principal) = (operatorId, role, principal);

    /// <summary>The product itself, for what it does by the clock: sees everything and is nobody.</summary>
    internal static Caller Product { get; } = new(null, null, new ClaimsPrincipal()) { IsProduct = true };

    private bool IsProduct { get; init; }

    /// <summary>The operator; null for a request without a key, and for the product itself.</summary>
    public long? OperatorId { get; }

    public OperatorRole? Role { get; }

    public ClaimsPrincipal Principal { get; }

    /// <summary>The rows that the caller may see: an OWNER's and an ADMIN's are those of their groups.</summary>
    public AccessScope Scope => Role switch
    {
        OperatorRole.Lead or OperatorRole.Analyst or OperatorRole.Integration => WithPrivacy(AccessScope.Everything),
        OperatorRole.Owner or OperatorRole.Admin => WithPrivacy(AccessScope.ForOperator(OperatorId!.Value)),
        _ => IsProduct ? AccessScope.Everything : AccessScope.Nothing,
    };

    /// <summary>The attributes whose values the caller may see: staff see what is INTERNAL, an integration's key needs the scope for it.</summary>
    public PrivacyClass VisiblePrivacy =>
        May(Policies.ReadPersonalData) ? PrivacyClass.Personal
        : Role == OperatorRole.Integration ? PrivacyClass.Public
        : PrivacyClass.Internal;

    /// <summary>The API key that the caller came with; null for a request without one.</summary>
    public long? KeyId => Principal.FindFirstValue(KeyIdClaim) is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>The hash of the secret that they opened the key with.</summary>
    internal byte[]? KeyHash => Principal.FindFirstValue(KeyHashClaim) is { } hash ? Convert.FromBase64String(hash) : null;

    /// <summary>When the token that they came with expires, UTC; null where they came with none.</summary>
    internal DateTime? ExpiresAt => Principal.FindFirstValue(ExpiresAtClaim) is { } ticks
        ? new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc)
        : null;

    /// <summary>Whether the role is what a token says, and holds as long as that, whatever becomes of the operator's.</summary>
    internal bool IsRoleOfToken => Principal.HasClaim(claim => claim.Type == RoleOfTokenClaim);

    /// <summary>Whether a policy of <see cref="Policies"/> holds.</summary>
    public bool May(string policy) => Principal.HasClaim(Policies.ClaimType, policy);

    public static Caller From(ClaimsPrincipal? principal)
    {
        var id = principal?.FindFirstValue(OperatorIdClaim);
        var role = principal?.FindFirstValue(ClaimTypes.Role);
        return id is null || role is null
            ? new Caller(null, null, principal ?? new ClaimsPrincipal())
            : new Caller(long.Parse(id, CultureInfo.InvariantCulture), Enum.Parse<OperatorRole>(role, ignoreCase: true), principal!);
    }

    private AccessScope WithPrivacy(AccessScope rows) => May(Policies.ReadPersonalData) ? rows : rows with { VisiblePrivacy = VisiblePrivacy };

    /// <summary>The principal of an operator who came with a key or a token, or of the development's caller.</summary>
    internal static ClaimsPrincipal CreatePrincipal(
        long operatorId,
        string name,
        OperatorRole role,
        ApiKeyScope scopes,
        string authenticationType,
        long? keyId = null,
        string? keyHash = null,
        DateTime? expiresAt = null,
        bool isRoleOfToken = false)
    {
        List<Claim> claims =
        [
            new Claim(OperatorIdClaim, operatorId.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, name),
            new Claim(ClaimTypes.Role, role.ToString().ToUpperInvariant()),
            .. Policies.Of(role, scopes).Select(p => new Claim(Policies.ClaimType, p)),
        ];
        if (keyId is { } key)
        {
            claims.Add(new Claim(KeyIdClaim, key.ToString(CultureInfo.InvariantCulture)));
            claims.Add(new Claim(KeyHashClaim, keyHash!));
        }

        if (expiresAt is { } at)
        {
            claims.Add(new Claim(ExpiresAtClaim, at.Ticks.ToString(CultureInfo.InvariantCulture)));
        }

        if (isRoleOfToken)
        {
            claims.Add(new Claim(RoleOfTokenClaim, "true"));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, authenticationType));
    }
}
