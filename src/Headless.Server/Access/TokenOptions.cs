namespace Headless.Server.Access;

/// <summary>The section <c>Access:Token</c> of the configuration: which tokens (JWT) of an identity provider are taken beside API keys.</summary>
public sealed record TokenOptions
{
    public const string SectionName = AccessOptions.SectionName + ":Token";

    /// <summary>The issuer's address; its keys are found through <c>/.well-known/openid-configuration</c> below it.</summary>
    public string? Authority { get; init; }

    /// <summary>A file with the issuer's keys, a JSON Web Key Set: in place of <see cref="Authority"/> where the issuer cannot be reached.</summary>
    public string? KeySet { get; init; }

    /// <summary>The <c>iss</c> of its tokens; that of the discovery document unless given. Needed with <see cref="KeySet"/>.</summary>
    public string? Issuer { get; init; }

    /// <summary>The <c>aud</c> by which a token is for this server: one of these.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>How far the clocks of issuer and server may differ.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How soon keys that are not known are asked for again: a flood of made-up tokens is no flood of the issuer.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>sub</c>: an operator's subject; <c>email</c>: their address, where the issuer has verified it.</summary>
    public string OperatorClaim { get; init; } = SubjectClaim;

    /// <summary>The claim that says what the operator may do; without it the operator's own role counts.</summary>
    public string? RoleClaim { get; init; }

    /// <summary>The role for each value of <see cref="RoleClaim"/>; the names of the roles themselves unless given.</summary>
    public IReadOnlyDictionary<string, OperatorRole> Roles { get; init; } =
        Enum.GetValues<OperatorRole>().ToDictionary(role => role.ToString().ToUpperInvariant(), role => role);

    internal const string SubjectClaim = "sub";
    internal const string EmailClaim = "email";

    internal bool IsEnabled => Authority is not null || KeySet is not null;

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">The settings do not say enough to trust a token, or say too much.</exception>
    internal static TokenOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(SectionName);
        var options = section.Get<TokenOptions>() ?? new TokenOptions();
        if (section.GetSection(nameof(Roles)).Exists())
        {
            // The binder adds to the names of the roles; a mapping of one's own takes their place.
            options = options with { Roles = section.GetSection(nameof(Roles)).Get<Dictionary<string, OperatorRole>>()! };
        }

        if (!options.IsEnabled)
        {
            return options;
        }

        Require(options.Authority is null || options.KeySet is null, "give Authority or KeySet, not both");
        Require(options.Audiences.Count > 0 && !options.Audiences.Any(string.IsNullOrEmpty), "name the Audiences by which a token is for this server");
        Require(options.KeySet is null || !string.IsNullOrEmpty(options.Issuer), "with a KeySet, say the Issuer of the tokens");
        Require(options.OperatorClaim is SubjectClaim or EmailClaim, $"OperatorClaim is {SubjectClaim} or {EmailClaim}");
        Require(options.ClockSkew >= TimeSpan.Zero && options.ClockSkew <= TimeSpan.FromMinutes(10), "ClockSkew is at most ten minutes");
        Require(options.RefreshInterval > TimeSpan.Zero, "RefreshInterval has to be above zero");
        Require(
            options.Authority is null
            || (Uri.TryCreate(options.Authority, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && (environment.IsDevelopment() || uri.IsLoopback)))),
            "Authority is an https address; http only in Development or on this machine");
        return options;
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"{SectionName}: {what}.");
        }
    }
}
