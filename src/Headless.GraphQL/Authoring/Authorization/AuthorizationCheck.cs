using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Authoring;

/// <summary>Asks the handler about requirements; answers about roles alone are kept for the request.</summary>
internal static class AuthorizationCheck
{
    public const string UnauthenticatedCode = "UNAUTHENTICATED";
    public const string ForbiddenCode = "FORBIDDEN";

    private const string StatePrefix = "Headless.GraphQL.Authorization:";

    /// <exception cref="GraphQLException">A requirement fails: <see cref="UnauthenticatedCode"/> or <see cref="ForbiddenCode"/>.</exception>
    public static ValueTask EnsureAsync(IResolverContext context, IReadOnlyList<AuthorizeDirective> directives)
        => directives.Count == 0 ? default : EnsureAllAsync(context, directives);

    private static async ValueTask EnsureAllAsync(IResolverContext context, IReadOnlyList<AuthorizeDirective> directives)
    {
        var handler = context.Services.GetService<IAuthorizationHandler>() ?? RoleAuthorizationHandler.Instance;
        foreach (var directive in directives)
        {
            var key = directive.Policy is null ? StatePrefix + string.Join(',', directive.Roles ?? []) : null;
            if (key is not null && context.ContextData.TryGetValue(key, out var known) && known is AuthorizeResult.Allowed)
            {
                continue;
            }

            var result = await handler.AuthorizeAsync(context, directive, context.RequestAborted).ConfigureAwait(false);
            if (result is not AuthorizeResult.Allowed)
            {
                throw Refuse(result);
            }

            if (key is not null)
            {
                context.ContextData[key] = result;
            }
        }
    }

    private static GraphQLException Refuse(AuthorizeResult result)
        => new(result is AuthorizeResult.NotAuthenticated
            ? ErrorBuilder.New().SetMessage("The caller is not authenticated.").SetCode(UnauthenticatedCode).Build()
            : ErrorBuilder.New().SetMessage("The caller may not access this.").SetCode(ForbiddenCode).Build());
}

/// <summary>Knows the roles of the request's principal and no policies.</summary>
internal sealed class RoleAuthorizationHandler : IAuthorizationHandler
{
    public static RoleAuthorizationHandler Instance { get; } = new();

    public ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken = default)
    {
        var principal = ResolverServices.Principal(context);
        return new ValueTask<AuthorizeResult>(
            principal.Identity?.IsAuthenticated != true ? AuthorizeResult.NotAuthenticated
            : directive.Policy is not null ? AuthorizeResult.PolicyNotFound
            : directive.Roles is { Count: > 0 } roles && !roles.Any(principal.IsInRole) ? AuthorizeResult.NotAllowed
            : AuthorizeResult.Allowed);
    }
}
