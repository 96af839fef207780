#if IN_TREE_ENGINE
using Headless.Server.Access;
using Microsoft.AspNetCore.Authorization;

namespace Headless.Server.Hosting;

/// <summary>What the in-tree engine needs besides HotChocolate's API.</summary>
internal static class InTreeEngine
{
    public static IRequestExecutorBuilder AddEngine(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<Headless.GraphQL.IAuthorizationHandler, PolicyAuthorizationHandler>();
        builder.AddSocketSessionInterceptor<ApiKeySocketInterceptor>();
        return builder;
    }
}

/// <summary>Requirements are decided by ASP.NET Core's policies over the caller's principal, as HotChocolate's handler does.</summary>
internal sealed class PolicyAuthorizationHandler(IAuthorizationPolicyProvider policies) : Headless.GraphQL.IAuthorizationHandler
{
    public async ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken = default)
    {
        var caller = context.Services.GetRequiredService<Caller>();
        if (caller.OperatorId is null)
        {
            return AuthorizeResult.NotAuthenticated;
        }

        if (directive.Roles is { Count: > 0 } roles && !roles.Any(caller.Principal.IsInRole))
        {
            return AuthorizeResult.NotAllowed;
        }

        if (directive.Policy is not { } name)
        {
            return AuthorizeResult.Allowed;
        }

        if (await policies.GetPolicyAsync(name) is not { } policy)
        {
            return AuthorizeResult.PolicyNotFound;
        }

        var authorization = context.Services.GetRequiredService<IAuthorizationService>();
        return (await authorization.AuthorizeAsync(caller.Principal, resource: null, policy)).Succeeded
            ? AuthorizeResult.Allowed
            : AuthorizeResult.NotAllowed;
    }
}
#endif
