using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Headless.Server.Access;

/// <summary><c>Authorization: Bearer …</c> with an API key or a token; and in Development the caller without a key from this machine.</summary>
internal sealed class BearerAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    BearerDirectory bearers,
    DevelopmentCaller developmentCaller) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (string.IsNullOrEmpty(header))
        {
            return await developmentCaller.FindAsync(Context, Context.RequestAborted) is { } lead
                ? AuthenticateResult.Success(new AuthenticationTicket(lead, SchemeName))
                : AuthenticateResult.NoResult();
        }

        if (!header.StartsWith(BearerDirectory.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("The Authorization header is not of the form 'Bearer KEY'.");
        }

        return await bearers.FindAsync(header[BearerDirectory.Scheme.Length..].Trim(), Context.RequestAborted) is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName))
            : AuthenticateResult.Fail(BearerDirectory.Refusal);
    }
}

/// <summary>
/// In Development, a request without a key acts as the first LEAD when it comes from this machine: over loopback, to a loopback
/// name, through no proxy, and from no page of another origin (a web page may open sockets to this machine, whoever wrote it).
/// </summary>
internal sealed class DevelopmentCaller(AccessOptions options, CommunityDatabase database)
{
    private static readonly string[] s_proxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via", "X-Original-For", "X-Original-Host", "X-Original-Proto"];

    public async ValueTask<System.Security.Claims.ClaimsPrincipal?> FindAsync(HttpContext context, CancellationToken ct)
    {
        if (options.DevelopmentCaller != true || !IsLocal(context))
        {
            return null;
        }

        await using var db = database.Create(AccessScope.Everything);
        var lead = await db.Operators.AsNoTracking()
            .Where(o => o.Role == OperatorRole.Lead && o.IsActive)
            .OrderBy(o => o.Id)
            .FirstOrDefaultAsync(ct);
        return lead is null ? null : Caller.CreatePrincipal(lead.Id, lead.Name, lead.Role, AllScopes, "Development");
    }

    internal static ApiKeyScope AllScopes { get; } = Enum.GetValues<ApiKeyScope>().Aggregate((a, b) => a | b);

    private static bool IsLocal(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return (address is null || IPAddress.IsLoopback(address))
            && IsLoopbackHost(context.Request.Host.Host)
            && !s_proxyHeaders.Any(context.Request.Headers.ContainsKey)
            && (context.Request.Headers.Origin.Count == 0
                || (Uri.TryCreate(context.Request.Headers.Origin, UriKind.Absolute, out var origin) && IsLoopbackHost(origin.Host)));
    }

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
