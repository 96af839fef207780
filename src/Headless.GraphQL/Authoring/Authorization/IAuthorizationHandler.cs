using Headless.GraphQL.Types;

namespace Headless.GraphQL;

/// <summary>Decides whether the caller of a request meets a requirement. The server plugs in its own; the default one knows roles of the request's principal.</summary>
public interface IAuthorizationHandler
{
    /// <summary>Called before the resolver or step of a field runs, once per request for the same requirement unless a policy depends on the parent.</summary>
    ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken = default);
}

/// <summary>One requirement, as <see cref="AuthorizeAttribute"/> states it.</summary>
public sealed record AuthorizeDirective(string? Policy, IReadOnlyList<string>? Roles, ApplyPolicy Apply = ApplyPolicy.BeforeResolver);

/// <summary>What became of a requirement.</summary>
public enum AuthorizeResult
{
    Allowed,

    /// <summary>There is a caller, but not one who may: <c>FORBIDDEN</c>.</summary>
    NotAllowed,

    /// <summary>There is no caller: <c>UNAUTHENTICATED</c>.</summary>
    NotAuthenticated,

    /// <summary>Nobody defined the policy: <c>FORBIDDEN</c>.</summary>
    PolicyNotFound,
}

/// <summary>What a caller of the field needs. Attached to <see cref="OutputField.Features"/>; such a field is never read past its resolver.</summary>
public sealed record AuthorizationRequirements(IReadOnlyList<AuthorizeDirective> Directives);
